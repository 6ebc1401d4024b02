import * as z from 'zod';
import { DomainError } from '../domain/errors.ts';
import { localDateOf } from '../domain/local-date.ts';
import { holderOf, type OfficeFacts } from '../domain/office.ts';
import type { PlanContent } from '../domain/plan.ts';
import { decideReformCycle, type ReformCycleState } from '../domain/reform-cycle.ts';
import {
  openingContentId,
  planContentId,
  type IssuedPlanRef,
  type RegistrationOpeningContent,
} from '../domain/registration.ts';
import type { SubmittedPaper } from '../domain/submitted-paper.ts';
import { workingDayFrom } from '../domain/working-days.ts';
import { noticePaperId } from '../workflows/contract.ts';
import { defineAct, type ActDependencies, type CheckedCall } from './act.ts';
import { checkSigner, checkTexts } from './check-plan.ts';
import { commanded, readCycle, sendToCycle, yearOf } from './on-strand.ts';
import { bindPaper, unboundPaper } from './pin-words.ts';
import { nfc, planContentSchema, signerSchema } from './plan-content-schema.ts';
import { saveContent } from './save-content.ts';
import { day } from './year-file/fields.ts';
import { placedTexts } from './year-file/texts-of-year-file.ts';
import { checkPrintable } from './template/check-printable.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

/** The plan that units answer: the one before or past the leader, else the latest draft. */
export const readPlanInForce = async (
  deps: ActDependencies,
  call: Call,
  { plan, registration }: Pick<ReformCycleState, 'plan' | 'registration'>,
): Promise<{ version: number; content: PlanContent }> => {
  const { versions } = deps.stores;
  const id = planContentId(yearOf(call));
  const given =
    registration?.planVersion ?? (plan.phase === 'drafting' ? null : plan.submitted.version);
  const row =
    given === null
      ? await versions.latest(call.officeId, 'plan', id)
      : await versions.find(call.officeId, 'plan', id, given);
  if (!row) throw new Error(`the plan ${id} is missing`);
  return { version: row.version, content: planContentSchema.parse(JSON.parse(row.text)) };
};

/** Number and date of the plan's paper; null while it has none: then units answer proposed tasks. */
export const readIssuedPlan = async (
  deps: Pick<ActDependencies, 'stores'>,
  call: Pick<Call, 'officeId'>,
  { plan }: Pick<ReformCycleState, 'plan'>,
): Promise<IssuedPlanRef | null> => {
  if (plan.phase !== 'issued') return null;
  const paper = await deps.stores.papers.find(call.officeId, plan.paperId);
  const { number = null, document_date: documentDate = null } = paper ?? {};
  return number === null || documentDate === null ? null : { number, documentDate };
};

const checkDays = (opensOn: string, dueOn: string): void => {
  if (dueOn >= opensOn) return;
  throw new DomainError(
    'impossible-date',
    'registration ends after it opens',
    { given: dueOn, expected: `>= ${opensOn}` },
    '/dueOn',
  );
};

const checkUnits = ({ units }: OfficeFacts): void => {
  if (units.length > 0) return;
  throw new DomainError(
    'missing-field',
    'the office has no unit that could register',
    {},
    '/units',
  );
};

/**
 * Opens registration for every unit of the office, on the issued plan or on proposed tasks before it, and
 * writes the notice that tells them. A deadline on a day off moves to the next working day.
 */
export const openRegistration = defineAct({
  name: 'open-registration',
  schema: z.strictObject({
    subject: nfc,
    dueOn: day,
    signer: signerSchema,
    requirements: z.array(nfc),
  }),
  power: 'openRegistration',
  async perform(deps, call) {
    const { officeId, data } = call;
    const opensOn = localDateOf(call.at);
    checkDays(opensOn, data.dueOn);
    const state = await readCycle(deps, call);
    const facts = await deps.stores.factsOn(officeId, opensOn);
    checkUnits(facts);
    checkTexts(deps, placedTexts(data));
    checkSigner(data, facts, { kind: 'registration-opening', clock: call.clock });

    const plan = await readPlanInForce(deps, call, state);
    const calendar = await deps.stores.calendars.calendarOf(officeId);
    const content: RegistrationOpeningContent = {
      year: yearOf(call),
      subject: data.subject,
      signer: data.signer,
      planVersion: plan.version,
      issuedPlan: await readIssuedPlan(deps, call, state),
      opensOn,
      dueOn: workingDayFrom(calendar, data.dueOn),
      unitIds: facts.units.map(({ id }) => id),
      requirements: data.requirements,
    };
    const commandFor = (version: number, opening: SubmittedPaper) => ({
      ...commanded(call),
      type: 'openRegistration' as const,
      paperId: noticePaperId('registration-opening', content.year, version),
      opening,
      planVersion: plan.version,
      dueOn: content.dueOn,
      coordinatingUnitId: holderOf(facts, 'cycleCoordinator')?.unitId ?? null,
      unitIds: content.unitIds,
      planLeads: Object.fromEntries(
        plan.content.tasks.map(({ id, leadUnitId }) => [id, leadUnitId]),
      ),
    });
    const source = { kind: 'registration-opening' as const, content };
    await checkPrintable(deps, { officeId, year: content.year }, source, facts);
    decideReformCycle(state, commandFor(0, unboundPaper(call, 0, data.signer)), call.enteredAt);

    const id = openingContentId(content.year);
    const last = await deps.stores.versions.latest(officeId, source.kind, id);
    const saved = await saveContent(deps, call, source.kind, id, last?.version ?? null, content);
    const opening = await bindPaper(
      deps,
      { officeId, year: content.year },
      source.kind,
      saved,
      data.signer,
    );
    const done = await sendToCycle(deps, call, commandFor(saved.version, opening));
    return {
      ...done,
      result: { dueOn: content.dueOn },
      notices: content.dueOn === data.dueOn ? [] : ['deadline-moved'],
    };
  },
});
