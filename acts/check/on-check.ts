import {
  decideQuarterlyCheck,
  type QuarterlyCheckCommand,
  type QuarterlyCheckState,
} from '../../domain/check/quarterly-check.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Quarter } from '../../domain/plan.ts';
import { actOnCheck, yearStrandId } from '../../workflows/contract.ts';
import type { ActDependencies, ActOutcome, CheckedCall } from '../act.ts';
import { datedFor, readCycle, sendOrExplain, yearOf } from '../on-strand.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

/** @throws DomainError out-of-time while the check is not open, cycle-unknown */
export const readCheck = async (
  deps: ActDependencies,
  call: Call,
  quarter: Quarter,
): Promise<{ workflowId: string; state: QuarterlyCheckState }> => {
  const strand = { kind: 'check', id: quarter } as const;
  const workflowId = yearStrandId(call.officeId, yearOf(call), strand);
  const found = await deps.stores.strands.find(call.officeId, workflowId, 'check');
  if (found) return { workflowId, state: found.state };
  await readCycle(deps, call);
  throw new DomainError(
    'out-of-time',
    'the check has not been opened',
    { phase: 'not-open' },
    '/quarter',
  );
};

/** Judged by the read model alone: what `press` asks before anything is kept. */
export const judge = (
  call: Call,
  state: QuarterlyCheckState,
  command: QuarterlyCheckCommand,
): void => {
  decideQuarterlyCheck(state, { ...command, ...datedFor(call, state.clock) }, call.enteredAt);
};

/** Sends what has been judged and kept. */
export const pressOnCheck = async (
  deps: ActDependencies,
  call: Call,
  quarter: Quarter,
  command: QuarterlyCheckCommand,
): Promise<ActOutcome> => {
  const { workflowId, state } = await readCheck(deps, call, quarter);
  const dated = { ...command, ...datedFor(call, state.clock) };
  return sendOrExplain(
    () => deps.temporal.sendAct(workflowId, actOnCheck, dated),
    workflowId,
    async () => {
      judge(call, (await readCheck(deps, call, quarter)).state, command);
    },
  );
};
