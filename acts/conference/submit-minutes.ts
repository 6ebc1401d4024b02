import * as z from 'zod';
import type { ConferenceContent } from '../../domain/conference/conference-content.ts';
import { findLivePaper, issuedPapers } from '../../domain/conference/conference-papers.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import type { Signer } from '../../domain/plan.ts';
import type { Addressees } from '../../domain/recipients.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { submitDraft } from '../drafts/submit-draft.ts';
import { readCycle } from '../on-strand.ts';
import { nfc, signerSchema } from '../plan-content-schema.ts';
import { key } from '../year-file/fields.ts';
import { aboutOf, citePaper } from './conference-papers.ts';
import {
  readConference,
  readConferenceContent,
  readPlanned,
  type FoundConference,
} from './on-conference.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const attendees = ({
  guests,
  invitedSuperiorIds,
  summonedUnitIds,
}: ConferenceContent): Addressees => ({
  superiorIds: invitedSuperiorIds,
  unitIds: summonedUnitIds,
  guests,
});

const notReady = (message: string, missing: string, { state }: FoundConference): DomainError =>
  new DomainError('not-ready', message, { phase: state.phase, expected: missing });

// Minutes bear "chair" above the name, not the capacity; the register of powers wants to know it.
const chairAsSigner = async (
  deps: ActDependencies,
  call: Call,
  { chairId }: ConferenceContent,
): Promise<Signer> => {
  const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
  const isHead = facts.people.some(({ id, roles }) => id === chairId && roles.includes('leader'));
  return { personId: chairId, capacity: isHead ? null : 'KT.' };
};

/** What the minutes are made from, all of it recorded by now. */
const recordedOf = async (deps: ActDependencies, call: Call, found: FoundConference) => {
  const { year, conferenceId, held, attendanceVersion, minutes } = found.state;
  if (!held || !minutes) throw notReady('the minutes are not written yet', 'minutes', found);
  if (attendanceVersion === null) {
    throw notReady('nobody has said yet who came', 'attendance', found);
  }
  const at = { year, conferenceId };
  const [conference, attendance, text] = await Promise.all([
    readPlanned(deps, call.officeId, found.state),
    readConferenceContent(deps, call.officeId, 'conference-attendance', {
      ...at,
      version: attendanceVersion,
    }),
    readConferenceContent(deps, call.officeId, 'conference-minutes', {
      ...at,
      version: minutes.version,
    }),
  ]);
  if (!text.readBack) throw notReady('minutes are read back to the conference', 'readBack', found);
  return { conference, attendance, minutes: text, ...held };
};

/** The minutes as written, to be signed by secretary and chair; no leader approves them first. */
export const submitMinutes = defineAct({
  name: 'submit-minutes',
  schema: z.strictObject({ conferenceId: key, subject: nfc }),
  power: 'submitDraft',
  async perform(deps, call) {
    const { conferenceId, subject } = call.data;
    const found = await readConference(deps, call, conferenceId);
    const live = findLivePaper(found.state, 'minutes');
    if (live) {
      throw new DomainError('out-of-time', 'the minutes are on their way', { phase: live.phase });
    }
    const recorded = await recordedOf(deps, call, found);
    const content = {
      ...recorded,
      year: found.state.year,
      conferenceId,
      subject,
      signer: await chairAsSigner(deps, call, recorded.conference),
      addressees: attendees(recorded.conference),
    };
    const { drafts } = await readCycle(deps, call);
    return submitDraft(deps, call, {
      source: { kind: 'minutes', content },
      about: aboutOf(drafts, 'minutes', found),
      ownerId: found.workflowId,
    });
  },
});

const AFTER = ['held', 'minutes', 'ended'] as const;

/** The notice that tells units and those invited what the chair concluded. */
export const submitConclusion = defineAct({
  name: 'submit-conclusion',
  schema: z.strictObject({
    conferenceId: key,
    subject: nfc,
    signer: signerSchema,
    points: z.array(nfc).min(1),
  }),
  power: 'submitDraft',
  async perform(deps, call) {
    const { conferenceId, subject, signer, points } = call.data;
    const found = await readConference(deps, call, conferenceId);
    const { state } = found;
    if (!AFTER.some((phase) => phase === state.phase)) {
      throw notReady('a conference is concluded once it was held', 'held', found);
    }
    const conference = await readPlanned(deps, call.officeId, state);
    const minutes = issuedPapers(state, 'minutes').at(-1);
    const content = {
      year: state.year,
      conferenceId,
      subject,
      signer,
      conference,
      addressees: attendees(conference),
      minutes: minutes ? await citePaper(deps, call, minutes) : null,
      points,
    };
    const { drafts } = await readCycle(deps, call);
    return submitDraft(deps, call, {
      source: { kind: 'conclusion', content },
      about: aboutOf(drafts, 'conclusion', found),
      ownerId: found.workflowId,
    });
  },
});
