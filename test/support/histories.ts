// Histories of workflows: replayed, searched for words, and recorded with a release.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { inject } from 'vitest';
import { officeDayId } from '../../workflows/contract.ts';
import type { OfficeSystem, TestOffice } from './office-system.ts';
import type { WorkflowHistory } from './walk.ts';

const { History } = proto.temporal.api.history.v1;
const FOLDER = new URL('../histories/', import.meta.url);
// `RECORD_HISTORIES=0.2.0 npx vitest run histories` keeps those of a release, beside all
// that earlier releases have left.
const RECORD_AS = process.env['RECORD_HISTORIES'];

type RecordedHistory = Pick<WorkflowHistory, 'workflowId' | 'history'>;
type HistoryEvent = proto.temporal.api.history.v1.IHistoryEvent;

// Before the first one there is nothing to replay, and the replay would wait for it without end.
const hasCompletedTask = ({ workflowTaskCompletedEventAttributes }: HistoryEvent): boolean =>
  Boolean(workflowTaskCompletedEventAttributes);

/** Answers which do not replay, and why. */
export const replayAll = async (
  histories: readonly RecordedHistory[],
): Promise<readonly string[]> => {
  const faults: string[] = [];
  const workflowBundle = { codePath: inject('workflowBundlePath') };
  for await (const { workflowId, error } of Worker.runReplayHistories(
    { workflowBundle },
    histories,
  )) {
    if (error) faults.push(`${workflowId}: ${error.message}`);
  }
  return faults;
};

/** A cut is replayed from its beginning: those of a whole year's run would take minutes. */
const MOST_EVENTS_CUT = 400;
const { EVENT_TYPE_WORKFLOW_TASK_STARTED: STARTED } = proto.temporal.api.enums.v1.EventType;

/** A run as it was at each of its workflow tasks, when a worker of today may have taken it over. */
export const cutsOf = ({ workflowId, history }: RecordedHistory): readonly RecordedHistory[] => {
  const events = history.events ?? [];
  if (events.length > MOST_EVENTS_CUT) return [];
  return events.flatMap(({ eventType, eventId }, index) =>
    eventType === STARTED && events.slice(0, index).some(hasCompletedTask)
      ? [
          {
            workflowId: `${workflowId} until ${String(eventId)}`,
            history: { events: events.slice(0, index + 1) },
          },
        ]
      : [],
  );
};

/** Every text anywhere inside, and every byte string as text: a payload is a byte string. */
export const textsIn = (value: unknown, texts: string[] = []): string[] => {
  if (typeof value === 'string') texts.push(value);
  else if (value instanceof Uint8Array) texts.push(Buffer.from(value).toString('utf8'));
  else if (value !== null && typeof value === 'object') {
    for (const part of Object.values(value)) textsIn(part, texts);
  }
  return texts;
};

/** The name under which a run's workflow is known. */
const workflowOf = ({ history }: RecordedHistory): string =>
  history.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name ?? '';

const jsonIn = (input: proto.temporal.api.common.v1.IPayloads | null | undefined) => {
  const [payload] = input?.payloads ?? [];
  return payload ? JSON.parse(Buffer.from(payload.data ?? []).toString('utf8')) : null;
};

const eventTypesIn = ({
  activityTaskScheduledEventAttributes,
}: HistoryEvent): readonly string[] => {
  const { activityType, input } = activityTaskScheduledEventAttributes ?? {};
  if (activityType?.name !== 'projectEvents') return [];
  return jsonIn(input).events.map(({ event }: { event: { type: string } }) => event.type);
};

/** By workflow: the types of the events that its runs handed to the read model. */
export const typesRecordedIn = (
  histories: readonly RecordedHistory[],
): ReadonlyMap<string, ReadonlySet<string>> => {
  const byWorkflow = new Map<string, Set<string>>();
  for (const each of histories) {
    const name = workflowOf(each);
    const types = (each.history.events ?? []).flatMap(eventTypesIn);
    byWorkflow.set(name, new Set([...(byWorkflow.get(name) ?? []), ...types]));
  }
  return byWorkflow;
};

const phaseAtStart = ({ workflowExecutionStartedEventAttributes: started }: HistoryEvent) =>
  started ? jsonIn(started.input)?.carried?.state.phase : undefined;

// What an event is: its kind and name, what it hands to the read model, and in what phase a run began.
const tokenOf = (event: HistoryEvent): string => {
  const names = [
    event.activityTaskScheduledEventAttributes?.activityType?.name,
    event.workflowExecutionSignaledEventAttributes?.signalName,
    event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name,
    phaseAtStart(event),
  ];
  return [event.eventType, ...names, ...eventTypesIn(event)].filter(Boolean).join(' ');
};

// Each pair of events that follow each other: two runs that show the same ones replay alike.
const stepsOf = ({ name, history }: WorkflowHistory): readonly string[] => {
  const tokens = (history.events ?? []).map(tokenOf);
  return tokens.map((token, index) => `${name}: ${tokens[index - 1] ?? 'start'} > ${token}`);
};

/** Keeps the longest, and each shorter one that shows a step which none before it has shown. */
export const recordIfAsked = (walk: string, histories: readonly WorkflowHistory[]): void => {
  if (RECORD_AS === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  const shown = new Set<string>();
  const byLength = [...histories.entries()].toSorted(
    ([, left], [, right]) =>
      (right.history.events?.length ?? 0) - (left.history.events?.length ?? 0),
  );
  for (const [index, each] of byLength) {
    const steps = stepsOf(each).filter((step) => !shown.has(step));
    if (steps.length === 0) continue;
    steps.forEach((step) => shown.add(step));
    const file = `${RECORD_AS}-${walk}-${String(index)}-${each.name}.pb.gz`;
    writeFileSync(new URL(file, FOLDER), gzipSync(History.encode(each.history).finish()));
  }
};

/** The office's day, which continues as new after each time that it waited. */
export const startRestlessDay = (
  { temporal, taskQueue }: Pick<OfficeSystem, 'temporal' | 'taskQueue'>,
  { officeId }: TestOffice,
): Promise<unknown> =>
  temporal.client.workflow.start('officeDay', {
    workflowId: officeDayId(officeId),
    taskQueue,
    args: [{ officeId, lastDigestOn: null, isWoken: true, continueAfterTurns: 2 }],
  });

/** The recorded ones, by release. */
export const readRecorded = (): ReadonlyMap<string, readonly RecordedHistory[]> => {
  const byRelease = new Map<string, RecordedHistory[]>();
  for (const file of readdirSync(FOLDER).filter((name) => /\.pb(?:\.gz)?$/.test(name))) {
    const release = file.split('-')[0] ?? '';
    const bytes = readFileSync(new URL(file, FOLDER));
    // Those before 0.3.0 lie there as they are.
    const history = History.decode(file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
    byRelease.set(release, [...(byRelease.get(release) ?? []), { workflowId: file, history }]);
  }
  return byRelease;
};
