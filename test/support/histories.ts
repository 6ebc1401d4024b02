// Histories of workflows: replayed, searched for words, and recorded with a release.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** Every text anywhere inside, and every byte string as text: a payload is a byte string. */
export const textsIn = (value: unknown, texts: string[] = []): string[] => {
  if (typeof value === 'string') texts.push(value);
  else if (value instanceof Uint8Array) texts.push(Buffer.from(value).toString('utf8'));
  else if (value !== null && typeof value === 'object') {
    for (const part of Object.values(value)) textsIn(part, texts);
  }
  return texts;
};

// What happens in it, one after the other: two runs of which that is the same replay alike.
const stepsOf = ({ name, history }: WorkflowHistory): string => {
  const events = history.events ?? [];
  const facts = textsIn(events).flatMap((text) => text.match(/"(?:type|kind)":"[^"]+"/g) ?? []);
  return [name, ...events.map(({ eventType }) => String(eventType)), ...facts].join(' ');
};

export const recordIfAsked = (walk: string, histories: readonly WorkflowHistory[]): void => {
  if (RECORD_AS === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  const kept = new Set<string>();
  for (const [index, each] of histories.entries()) {
    const steps = stepsOf(each);
    if (kept.has(steps)) continue;
    kept.add(steps);
    const file = `${RECORD_AS}-${walk}-${String(index)}-${each.name}.pb`;
    writeFileSync(new URL(file, FOLDER), History.encode(each.history).finish());
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
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.pb'))) {
    const release = file.split('-')[0] ?? '';
    const history = History.decode(readFileSync(new URL(file, FOLDER)));
    byRelease.set(release, [...(byRelease.get(release) ?? []), { workflowId: file, history }]);
  }
  return byRelease;
};
