// A replay enters what papers say of the past; whoever lives through the year does some of it otherwise.
import type { DueAct, ReplayStep, YearReader } from '../acts/replay/replay-step.ts';
import { paperWorkflowId } from '../workflows/contract.ts';

/** One act as it is done on its day. */
export interface LiveAct {
  readonly key: string;
  readonly act: string;
  readonly personId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

// There is no original yet: whom the paper names signs it.
const signInstead = async (
  reader: YearReader,
  step: ReplayStep,
  { key, data }: DueAct,
): Promise<LiveAct> => {
  const paperId = String(step.data['paperId']);
  const strand = paperWorkflowId(reader.officeId, reader.year, paperId);
  const paper = await reader.strand(strand, 'documentIssue');
  return {
    key,
    act: 'confirm-signature',
    personId: paper?.signer.personId ?? step.personId,
    data: { ...step.data, ...data },
  };
};

/** Steps that nobody takes in a year that runs by itself: the schedule opens each check, and its end closes it. */
export const happensByItself = ({ act }: Pick<ReplayStep, 'act'>): boolean =>
  act === 'open-check' || act === 'go-live';

export const liveWay = async (
  reader: YearReader,
  step: ReplayStep,
  due: DueAct,
): Promise<LiveAct> =>
  step.act === 'enter-original'
    ? signInstead(reader, step, due)
    : {
        key: due.key,
        act: step.act,
        personId: step.personId,
        data: { ...step.data, ...due.data },
      };
