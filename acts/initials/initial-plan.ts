import * as z from 'zod';
import { planPaperId } from '../../workflows/contract.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { versionRead } from '../decide-approval.ts';
import { readCycle, yearOf } from '../on-strand.ts';
import { text } from '../year-file/fields.ts';
import { initial, partToInitial, refuseInitial } from './initial-version.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const planOf = (call: Call) => ({ kind: 'plan', year: yearOf(call) }) as const;

const readPlan = async (deps: ActDependencies, call: Call, version: number) => {
  const { stores } = deps;
  const [year, kind] = [yearOf(call), 'plan'] as const;
  const source = await stores.paperSources.read({
    officeId: call.officeId,
    year,
    paperId: planPaperId(year, version),
    kind,
    contentVersion: version,
  });
  const { plan } = await readCycle(deps, call);
  const template =
    plan.phase === 'drafting'
      ? null
      : await stores.versions.findPinnedWords(call.officeId, plan.submitted.pins.template);
  return { source, template };
};

/** The plan's content or form is in order, says whoever answers for it. */
export const initialPlan = defineAct({
  name: 'initial-plan',
  schema: z.strictObject({ part: partToInitial, ...versionRead }),
  power: null,
  perform: (deps, call) =>
    initial(deps, call, planOf(call), call.data, () => readPlan(deps, call, call.data.version)),
});

export const refusePlanInitial = defineAct({
  name: 'refuse-plan-initial',
  schema: z.strictObject({ part: partToInitial, ...versionRead, reason: text }),
  power: null,
  perform: (deps, call) => refuseInitial(deps, call, planOf(call), call.data),
});
