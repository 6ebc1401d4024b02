import type { ConferenceCommand, ConferenceState } from '../../domain/conference/conference.ts';
import {
  conferenceContentId,
  type AttendanceContent,
  type ConferenceContent,
  type MinutesText,
} from '../../domain/conference/conference-content.ts';
import { decideConference } from '../../domain/conference/decide-conference.ts';
import { DomainError } from '../../domain/errors.ts';
import { actOnConference, yearStrandId } from '../../workflows/contract.ts';
import type { ActDependencies, ActOutcome, CheckedCall } from '../act.ts';
import { datedFor, readCycle, sendOrExplain, yearOf } from '../on-strand.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

export interface FoundConference {
  readonly workflowId: string;
  readonly state: ConferenceState;
}

/** @throws DomainError unknown-reference */
export const readConference = async (
  deps: ActDependencies,
  call: Call,
  conferenceId: string,
): Promise<FoundConference> => {
  const strand = { kind: 'conference', id: conferenceId } as const;
  const workflowId = yearStrandId(call.officeId, yearOf(call), strand);
  const found = await deps.stores.strands.find(call.officeId, workflowId, 'conference');
  if (found) return { workflowId, state: found.state };
  await readCycle(deps, call);
  throw new DomainError(
    'unknown-reference',
    'the year has no such conference',
    { given: conferenceId },
    '/conferenceId',
  );
};

interface ContentKinds {
  conference: ConferenceContent;
  'conference-attendance': AttendanceContent;
  'conference-minutes': MinutesText;
}

/** A version that the strand refers to, as an act wrote it from a checked content. */
export const readConferenceContent = async <K extends keyof ContentKinds>(
  { stores }: Pick<ActDependencies, 'stores'>,
  officeId: string,
  kind: K,
  { year, conferenceId, version }: { year: number; conferenceId: string; version: number },
): Promise<ContentKinds[K]> => {
  const id = conferenceContentId(year, conferenceId);
  const row = await stores.versions.find(officeId, kind, id, version);
  if (!row) throw new Error(`version ${String(version)} of ${kind} ${id} is missing`);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by acts/conference/, see above
  return JSON.parse(row.text) as ContentKinds[K];
};

export const readPlanned = (
  deps: Pick<ActDependencies, 'stores'>,
  officeId: string,
  { year, conferenceId, contentVersion }: ConferenceState,
): Promise<ConferenceContent> =>
  readConferenceContent(deps, officeId, 'conference', {
    year,
    conferenceId,
    version: contentVersion,
  });

/** Judged by the read model, so that a refusal writes nothing; answers the command as it is to be sent. */
export const judgeConference = <C extends ConferenceCommand>(
  call: Call,
  { state }: FoundConference,
  command: C,
): C => {
  const dated = { ...command, ...datedFor(call, state.clock) };
  decideConference(state, dated, call.enteredAt);
  return dated;
};

export const sendToConference = (
  deps: ActDependencies,
  call: Call,
  { workflowId, state: { conferenceId } }: FoundConference,
  command: ConferenceCommand,
): Promise<ActOutcome> =>
  sendOrExplain(
    () => deps.temporal.sendAct(workflowId, actOnConference, command),
    workflowId,
    async () => {
      const { state } = await readConference(deps, call, conferenceId);
      decideConference(state, command, call.enteredAt);
    },
  );
