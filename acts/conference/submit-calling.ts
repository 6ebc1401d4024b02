import * as z from 'zod';
import type { ConferenceContent } from '../../domain/conference/conference-content.ts';
import { issuedPapers } from '../../domain/conference/conference-papers.ts';
import type { CallingKind } from '../../domain/conference/conference-facts.ts';
import { DomainError } from '../../domain/errors.ts';
import type { DraftSource } from '../../domain/paper-source.ts';
import { NO_ADDRESSEES, type Addressees } from '../../domain/recipients.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { submitDraft } from '../drafts/submit-draft.ts';
import { readCycle } from '../on-strand.ts';
import { nfc, signerSchema } from '../plan-content-schema.ts';
import { key } from '../year-file/fields.ts';
import {
  aboutOf,
  addresseesOfPaper,
  citePaper,
  joinAddressees,
  sequenceOf,
} from './conference-papers.ts';
import { readConference, readPlanned, type FoundConference } from './on-conference.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const CALLED: Readonly<Record<CallingKind, (content: ConferenceContent) => Addressees>> = {
  invitation: ({ guests, invitedSuperiorIds }) => ({
    superiorIds: invitedSuperiorIds,
    unitIds: [],
    guests,
  }),
  summons: ({ summonedUnitIds }) => ({ ...NO_ADDRESSEES, unitIds: summonedUnitIds }),
};

const BEFORE = ['planned', 'invited', 'postponed'] as const;

const requireBefore = ({ state }: FoundConference): void => {
  if (BEFORE.some((phase) => phase === state.phase)) return;
  throw new DomainError('out-of-time', `the conference is ${state.phase}`, {
    phase: state.phase,
    lastEvent: state.last?.event ?? null,
    lastAt: state.last?.at ?? null,
    lastBy: state.last?.personId ?? null,
  });
};

const reasonOf = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  officeId: string,
  { state }: FoundConference,
): Promise<string | null> =>
  state.reasonId === null ? null : stores.paperSources.readReason(officeId, state.reasonId);

/**
 * What invitation and summons have in common. One that went out before is replaced: the new one cites it
 * and goes to its recipients as well (domain rule on a conference that is moved).
 */
const callingOf = async (
  deps: ActDependencies,
  call: Call,
  kind: CallingKind,
  found: FoundConference,
) => {
  requireBefore(found);
  const { state } = found;
  const conference = await readPlanned(deps, call.officeId, state);
  const earlier = issuedPapers(state, kind).at(-1);
  const cited = earlier ? await citePaper(deps, call, earlier) : null;
  const reason = cited ? await reasonOf(deps, call.officeId, found) : null;
  const told = earlier ? [await addresseesOfPaper(deps, call.officeId, earlier)] : [];
  const addressees = joinAddressees([CALLED[kind](conference), ...told]);
  const { superiorIds, unitIds, guests } = addressees;
  if (superiorIds.length + unitIds.length + guests.length === 0) {
    throw new DomainError(
      'missing-field',
      'the conference names nobody who would get this paper',
      {},
      '/conferenceId',
    );
  }
  return {
    year: state.year,
    conferenceId: state.conferenceId,
    conference,
    addressees,
    sequence: sequenceOf(state),
    replaced: cited && { ...cited, reason },
  };
};

const submit = async (
  deps: ActDependencies,
  call: Call,
  found: FoundConference,
  source: DraftSource,
) => {
  const { drafts } = await readCycle(deps, call);
  const about = aboutOf(drafts, source.kind, found);
  return submitDraft(deps, call, { source, about, ownerId: found.workflowId });
};

/** The invitation of guests and bodies above, with the programme enclosed. */
export const submitInvitation = defineAct({
  name: 'submit-invitation',
  schema: z.strictObject({
    conferenceId: key,
    subject: nfc,
    signer: signerSchema,
    notes: z.array(nfc),
  }),
  power: 'submitDraft',
  async perform(deps, call) {
    const { conferenceId, subject, signer, notes } = call.data;
    const found = await readConference(deps, call, conferenceId);
    const calling = await callingOf(deps, call, 'invitation', found);
    const content = { ...calling, subject, signer, notes };
    return submit(deps, call, found, { kind: 'invitation', content });
  },
});

/** The notice that summons officers of the office's own units. */
export const submitSummons = defineAct({
  name: 'submit-summons',
  schema: z.strictObject({
    conferenceId: key,
    subject: nfc,
    signer: signerSchema,
    requirements: z.array(nfc),
  }),
  power: 'submitDraft',
  async perform(deps, call) {
    const { conferenceId, subject, signer, requirements } = call.data;
    const found = await readConference(deps, call, conferenceId);
    const calling = await callingOf(deps, call, 'summons', found);
    const content = { ...calling, subject, signer, requirements };
    return submit(deps, call, found, { kind: 'summons', content });
  },
});

/** Tells everybody who was invited or summoned that the conference is called off. */
export const submitCancellation = defineAct({
  name: 'submit-cancellation',
  schema: z.strictObject({ conferenceId: key, subject: nfc, signer: signerSchema }),
  power: 'submitDraft',
  async perform(deps, call) {
    const { conferenceId, subject, signer } = call.data;
    const found = await readConference(deps, call, conferenceId);
    const { state } = found;
    const told = [...issuedPapers(state, 'invitation'), ...issuedPapers(state, 'summons')];
    if (state.phase !== 'cancelled' || told.length === 0) {
      throw new DomainError('not-ready', 'only who was invited is told of a cancellation', {
        phase: state.phase,
      });
    }
    const [conference, cited, lists, reason] = await Promise.all([
      readPlanned(deps, call.officeId, state),
      Promise.all(told.map((paper) => citePaper(deps, call, paper))),
      Promise.all(told.map((paper) => addresseesOfPaper(deps, call.officeId, paper))),
      reasonOf(deps, call.officeId, found),
    ]);
    const content = {
      year: state.year,
      conferenceId,
      subject,
      signer,
      conference,
      addressees: joinAddressees(lists),
      sequence: sequenceOf(state),
      cancelled: cited.flatMap((paper) => paper ?? []),
      reason: reason ?? '',
    };
    return submit(deps, call, found, { kind: 'conference-cancellation', content });
  },
});
