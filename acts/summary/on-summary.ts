import { DomainError } from '../../domain/errors.ts';
import {
  decideSummary,
  SUMMARY_ID,
  summaryPartId,
  type SummaryCommand,
  type SummaryPart,
  type SummaryState,
} from '../../domain/summary/year-end-summary.ts';
import { actOnSummary, yearStrandId } from '../../workflows/contract.ts';
import type { ActDependencies, ActOutcome, CheckedCall } from '../act.ts';
import { commanded, datedFor, readCycle, sendOrExplain, yearOf } from '../on-strand.ts';
import { saveContent } from '../save-content.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

export const summaryWorkflowId = (officeId: string, year: number): string =>
  yearStrandId(officeId, year, { kind: 'summary', id: SUMMARY_ID });

/** null: the year's summary was not opened. */
export const findSummary = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  officeId: string,
  year: number,
): Promise<SummaryState | null> => {
  const id = summaryWorkflowId(officeId, year);
  return (await stores.strands.find(officeId, id, 'summary'))?.state ?? null;
};

export const readSummary = async (deps: ActDependencies, call: Call): Promise<SummaryState> => {
  const state = await findSummary(deps, call.officeId, yearOf(call));
  if (state) return state;
  await readCycle(deps, call);
  throw new DomainError('not-ready', "the year's summary has not been opened", {
    year: call.year,
  });
};

/**
 * A new version of one part of the summary. Judged by the read model first, so that a refusal writes
 * nothing. `basedOn` undefined: on whatever is there.
 */
export const keepPart = async (
  deps: ActDependencies,
  call: Call,
  part: SummaryPart,
  content: object,
  basedOn?: number | null,
): Promise<ActOutcome> => {
  const state = await readSummary(deps, call);
  const workflowId = summaryWorkflowId(call.officeId, yearOf(call));
  const id = summaryPartId(part, yearOf(call));
  const last = await deps.stores.versions.latest(call.officeId, 'summary', id);
  const commandFor = (version: number): SummaryCommand => ({
    ...commanded(call),
    ...datedFor(call, state.clock),
    type: 'keepPart',
    part,
    version,
  });
  decideSummary(state, commandFor((last?.version ?? 0) + 1), call.enteredAt);
  const base = basedOn === undefined ? (last?.version ?? null) : basedOn;
  const saved = await saveContent(deps, call, 'summary', id, base, content);
  const command = commandFor(saved.version);
  const done = await sendOrExplain(
    () => deps.temporal.sendAct(workflowId, actOnSummary, command),
    workflowId,
    async () => {
      decideSummary(await readSummary(deps, call), command, call.enteredAt);
    },
  );
  return { ...done, result: { ...done.result, version: saved.version } };
};
