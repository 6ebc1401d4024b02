import * as z from 'zod';
import type { ConferenceState } from '../../domain/conference/conference.ts';
import {
  conferenceContentId,
  type ConferenceContent,
} from '../../domain/conference/conference-content.ts';
import { findLivePaper } from '../../domain/conference/conference-papers.ts';
import { DomainError } from '../../domain/errors.ts';
import { decideReformCycle } from '../../domain/reform-cycle.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { commanded, readCycle, sendToCycle, yearOf } from '../on-strand.ts';
import { saveContent } from '../save-content.ts';
import { key, wholeNumber } from '../year-file/fields.ts';
import { checkConference, factsOfConference } from './check-conference.ts';
import { conferenceSchema } from './conference-schema.ts';
import { judgeConference, readConference, readPlanned, sendToConference } from './on-conference.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

/** Opens the strand of a conference; nobody is asked to come yet. */
export const planConference = defineAct({
  name: 'plan-conference',
  schema: z.strictObject({ conferenceId: key, conference: conferenceSchema }),
  power: 'keepConference',
  async perform(deps, call) {
    const { conferenceId, conference } = call.data;
    const state = await readCycle(deps, call);
    await checkConference(deps, call, conference);
    const commandFor = (contentVersion: number) => ({
      ...commanded(call),
      type: 'openStrand' as const,
      strand: {
        kind: 'conference' as const,
        id: conferenceId,
        facts: factsOfConference(conference),
        contentVersion,
      },
    });
    decideReformCycle(state, commandFor(1), call.enteredAt);
    const id = conferenceContentId(yearOf(call), conferenceId);
    // One that could not be opened the first time left its plan behind.
    const last = await deps.stores.versions.latest(call.officeId, 'conference', id);
    const saved = await saveContent(
      deps,
      call,
      'conference',
      id,
      last?.version ?? null,
      conference,
    );
    const done = await sendToCycle(deps, call, commandFor(saved.version));
    return { ...done, result: { ...done.result, conferenceId, version: saved.version } };
  },
});

const ANNOUNCED = ['startAt', 'endAt', 'place', 'link'] as const;

// Whoever was told hour and room hears of other ones: the conference is put off, not changed.
const checkAnnounced = async (
  deps: ActDependencies,
  call: Call,
  state: ConferenceState,
  conference: ConferenceContent,
): Promise<void> => {
  if (!state.wants.some((kind) => findLivePaper(state, kind))) return;
  const before = await readPlanned(deps, call.officeId, state);
  const changed = ANNOUNCED.find((field) => before[field] !== conference[field]);
  if (changed === undefined) return;
  throw new DomainError(
    'out-of-time',
    'invitations name another hour or place',
    { phase: state.phase, lastEvent: state.last?.event ?? null, lastAt: state.last?.at ?? null },
    `/conference/${changed}`,
  );
};

/** The plan in a new version, before it is held; day, hour and place only while nobody was told. */
export const changeConference = defineAct({
  name: 'change-conference',
  schema: z.strictObject({
    conferenceId: key,
    basedOn: wholeNumber(1),
    conference: conferenceSchema,
  }),
  power: 'keepConference',
  async perform(deps, call) {
    const { conferenceId, basedOn, conference } = call.data;
    const found = await readConference(deps, call, conferenceId);
    await checkConference(deps, call, conference);
    const commandFor = (contentVersion: number) => ({
      ...commanded(call),
      type: 'changeConference' as const,
      contentVersion,
      facts: factsOfConference(conference),
    });
    judgeConference(call, found, commandFor(basedOn + 1));
    await checkAnnounced(deps, call, found.state, conference);
    const id = conferenceContentId(yearOf(call), conferenceId);
    const saved = await saveContent(deps, call, 'conference', id, basedOn, conference);
    const command = judgeConference(call, found, commandFor(saved.version));
    const done = await sendToConference(deps, call, found, command);
    return { ...done, result: { ...done.result, version: saved.version } };
  },
});
