import * as z from 'zod';
import {
  conferenceContentId,
  type ConferenceContent,
} from '../../domain/conference/conference-content.ts';
import { localDateOf, type Instant } from '../../domain/local-date.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { checkTexts } from '../check-plan.ts';
import { commanded, readCycle, yearOf } from '../on-strand.ts';
import { nfc, optionalNfc } from '../plan-content-schema.ts';
import { saveContent } from '../save-content.ts';
import { saveReason } from '../save-reason.ts';
import { key, moment, text } from '../year-file/fields.ts';
import { placedTexts } from '../year-file/texts-of-year-file.ts';
import { checkConference, factsOfConference } from './check-conference.ts';
import { openDrafts } from './conference-papers.ts';
import {
  judgeConference,
  readConference,
  readPlanned,
  sendToConference,
  type FoundConference,
} from './on-conference.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const draftsToDrop = async (deps: ActDependencies, call: Call, found: FoundConference) => {
  const { drafts } = await readCycle(deps, call);
  return openDrafts(drafts, found, ['invitation', 'summons']);
};

const sessionAt = (startAt: Instant): ConferenceContent['session'] =>
  startAt.slice(11, 13) < '12' ? 'morning' : 'afternoon';

/**
 * To another day, hour or place. Invitations that have not gone out are dropped; those that have are
 * replaced by new ones, which somebody submits.
 */
export const postponeConference = defineAct({
  name: 'postpone-conference',
  schema: z.strictObject({
    conferenceId: key,
    startAt: moment,
    endAt: moment,
    place: nfc,
    link: optionalNfc,
    reason: text,
  }),
  power: 'keepConference',
  async perform(deps, call) {
    const { conferenceId, reason, startAt, ...moved } = call.data;
    const found = await readConference(deps, call, conferenceId);
    checkTexts(deps, placedTexts({ reason }));
    const before = await readPlanned(deps, call.officeId, found.state);
    const conference: ConferenceContent = {
      ...before,
      ...moved,
      startAt,
      date: localDateOf(startAt),
      session: before.session === null ? null : sessionAt(startAt),
    };
    await checkConference(deps, call, conference);
    const draftIds = await draftsToDrop(deps, call, found);
    const commandFor = (contentVersion: number) => ({
      ...commanded(call),
      type: 'postponeConference' as const,
      contentVersion,
      facts: factsOfConference(conference),
      reasonId: call.actId,
      draftIds,
    });
    const id = conferenceContentId(yearOf(call), conferenceId);
    // A change that was kept and did not get through has left a version of its own.
    const last = await deps.stores.versions.latest(call.officeId, 'conference', id);
    const basedOn = last?.version ?? found.state.contentVersion;
    judgeConference(call, found, commandFor(basedOn + 1));
    await saveReason(deps, call, reason);
    const saved = await saveContent(deps, call, 'conference', id, basedOn, conference);
    const command = judgeConference(call, found, commandFor(saved.version));
    const done = await sendToConference(deps, call, found, command);
    return { ...done, result: { ...done.result, version: saved.version } };
  },
});

/** Called off; whoever was invited by then hears of it by a notice (submit-cancellation). */
export const cancelConference = defineAct({
  name: 'cancel-conference',
  schema: z.strictObject({ conferenceId: key, reason: text }),
  power: 'keepConference',
  async perform(deps, call) {
    const { conferenceId, reason } = call.data;
    const found = await readConference(deps, call, conferenceId);
    const draftIds = await draftsToDrop(deps, call, found);
    const command = judgeConference(call, found, {
      ...commanded(call),
      type: 'cancelConference' as const,
      reasonId: call.actId,
      draftIds,
    });
    await saveReason(deps, call, reason);
    return sendToConference(deps, call, found, command);
  },
});
