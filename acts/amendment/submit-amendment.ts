import * as z from 'zod';
import {
  checkNoOtherAmendment,
  stateChange,
  type PlanAmendmentContent,
} from '../../domain/amendment/plan-amendment.ts';
import { draftIdOf } from '../../domain/draft.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { checkAmendments, tasksInForce, type PlanChange } from '../../domain/plan-in-force.ts';
import type { PlanTask } from '../../domain/plan.ts';
import { NO_ADDRESSEES } from '../../domain/recipients.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { refer } from '../check-plan.ts';
import { readIssued } from '../drafts/issued-paper.ts';
import { submitDraft } from '../drafts/submit-draft.ts';
import { readCycle, yearOf } from '../on-strand.ts';
import { nfc, signerSchema } from '../plan-content-schema.ts';
import { day, key, text } from '../year-file/fields.ts';
import { readPlanInForce } from './amendments-of-year.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const value = z.union([
  z.string().transform((written) => written.normalize('NFC').trim()),
  z.number(),
  z.null(),
]);

const changeSchema = z.strictObject({
  taskId: key,
  indicatorId: key.nullable(),
  field: text,
  from: value,
  to: value,
  effectiveOn: day.nullable(),
});

const readIssuedPlan = async (
  deps: ActDependencies,
  call: Call,
): Promise<PlanAmendmentContent['amended']> => {
  const { plan } = await readCycle(deps, call);
  if (plan.phase === 'issued') {
    const { paperId, numberAndSymbol, date, subject } = await readIssued(deps, call, plan.paperId);
    return { paperId, numberAndSymbol, date, subject };
  }
  throw new DomainError('not-ready', 'an amendment follows the issued plan', { phase: plan.phase });
};

// Who is to lead or take part has to be there on the day from which they do.
const checkUnits = async (
  deps: ActDependencies,
  call: Call,
  changes: readonly PlanChange[],
  effectiveOn: LocalDate,
): Promise<void> => {
  for (const [index, change] of changes.entries()) {
    if (!['leadUnitId', 'coordinatingUnitIds'].includes(change.field)) continue;
    const { units } = await deps.stores.factsOn(call.officeId, change.effectiveOn ?? effectiveOn);
    const ids = String(change.to ?? '').split(',');
    for (const id of ids.map((one) => one.trim()).filter((one) => one !== '')) {
      refer(
        units.map((unit) => unit.id),
        id,
        `/changes/${String(index)}/to`,
      );
    }
  }
};

const tasksBefore = (
  tasks: readonly PlanTask[],
  amendments: readonly PlanAmendmentContent[],
  { effectiveOn }: PlanChange,
  amendmentOn: LocalDate,
): readonly PlanTask[] => tasksInForce(tasks, amendments, effectiveOn ?? amendmentOn);

/**
 * A paper that amends the issued plan from a day on; earlier quarters keep their targets. Judged against
 * what is in force, with the amendments issued before it.
 */
export const submitAmendment = defineAct({
  name: 'submit-amendment',
  schema: z.strictObject({
    amendmentId: key,
    subject: nfc,
    signer: signerSchema,
    effectiveOn: day,
    reason: nfc,
    changes: z.array(changeSchema).min(1),
  }),
  power: 'submitDraft',
  async perform(deps, call) {
    const { amendmentId, changes, effectiveOn } = call.data;
    const amended = await readIssuedPlan(deps, call);
    const { drafts } = await readCycle(deps, call);
    checkNoOtherAmendment(drafts, draftIdOf('plan-amendment', yearOf(call), amendmentId));
    const { plan, amendments } = await readPlanInForce(deps, call, effectiveOn);
    const before = amendments.map(({ content }) => content);
    checkAmendments(plan.tasks, [...before, { effectiveOn, changes }], (index) =>
      index === before.length ? '' : null,
    );
    await checkUnits(deps, call, changes, effectiveOn);
    const content: PlanAmendmentContent = {
      ...call.data,
      year: yearOf(call),
      addressees: NO_ADDRESSEES,
      amended,
      changes: changes.map((change) =>
        stateChange(tasksBefore(plan.tasks, before, change, effectiveOn), change),
      ),
    };
    return submitDraft(deps, call, {
      source: { kind: 'plan-amendment', content },
      about: amendmentId,
      ownerId: null,
    });
  },
});
