import { DomainError } from '../../domain/errors.ts';
import { decidePledge } from '../../domain/pledge/decide-pledge.ts';
import { pledgeContentId, type PledgeText } from '../../domain/pledge/pledge-content.ts';
import type { PledgeCommand, PledgeState } from '../../domain/pledge/pledge.ts';
import { actOnPledge, yearStrandId } from '../../workflows/contract.ts';
import type { ActDependencies, ActOutcome, CheckedCall } from '../act.ts';
import { datedFor, readCycle, sendOrExplain, yearOf } from '../on-strand.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

export const pledgeWorkflowId = (call: Call, pledgeId: string): string =>
  yearStrandId(call.officeId, yearOf(call), { kind: 'pledge', id: pledgeId });

/** @throws DomainError unknown-reference */
export const readPledge = async (
  deps: ActDependencies,
  call: Call,
  pledgeId: string,
): Promise<{ readonly workflowId: string; readonly state: PledgeState }> => {
  const workflowId = pledgeWorkflowId(call, pledgeId);
  const found = await deps.stores.strands.find(call.officeId, workflowId, 'pledge');
  if (found) return { workflowId, state: found.state };
  await readCycle(deps, call);
  throw new DomainError(
    'unknown-reference',
    'there is no such pledge',
    { given: pledgeId },
    '/pledgeId',
  );
};

/** What is pledged, as it was written when the pledge was opened. */
export const readPledgeText = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  officeId: string,
  { year, pledgeId, contentVersion }: Pick<PledgeState, 'year' | 'pledgeId' | 'contentVersion'>,
): Promise<PledgeText> => {
  const id = pledgeContentId(year, pledgeId);
  const row = await stores.versions.find(officeId, 'pledge', id, contentVersion);
  if (!row) throw new Error(`version ${String(contentVersion)} of ${id} is missing`);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by open-pledge.ts
  return JSON.parse(row.text) as PledgeText;
};

/** Judged by the read model first, so that a refusal writes nothing; then `keep` saves what it refers to. */
export const pressOnPledge = async (
  deps: ActDependencies,
  call: Call,
  pledgeId: string,
  probe: PledgeCommand,
  keep: () => Promise<PledgeCommand> = () => Promise.resolve(probe),
): Promise<ActOutcome> => {
  const { workflowId, state } = await readPledge(deps, call, pledgeId);
  const dated = datedFor(call, state.clock);
  decidePledge(state, { ...probe, ...dated }, call.enteredAt);
  const command = { ...(await keep()), ...dated };
  return sendOrExplain(
    () => deps.temporal.sendAct(workflowId, actOnPledge, command),
    workflowId,
    async () => {
      decidePledge((await readPledge(deps, call, pledgeId)).state, command, call.enteredAt);
    },
  );
};
