import type { Quarter } from '../../domain/plan.ts';
import type { YearFile } from './year-file.ts';

/** What a paper is in its year. `void`: only its number was used. */
export type PaperRole =
  | 'plan'
  | 'plan-amendment'
  | 'registration-opening'
  | 'registration-result'
  | 'invitation'
  | 'programme'
  | 'summons'
  | 'minutes'
  | 'pledge'
  | 'conclusion'
  | 'transfer-slip'
  | 'submission'
  | 'quarter-report'
  | 'year-report'
  | 'correction'
  | 'recall'
  | 'void'
  | 'other';

/** What refers to a paper as its own. `escalation`: a slip or a submission, as its type says. */
export interface PaperUse {
  readonly documentId: string;
  readonly use:
    | Extract<
        PaperRole,
        'plan' | 'plan-amendment' | 'minutes' | 'pledge' | 'quarter-report' | 'year-report'
      >
    | 'escalation';
  readonly quarter: Quarter | null;
  readonly place: string;
}

const useOf = (
  use: PaperUse['use'],
  documentId: string | undefined,
  place: string,
  quarter: Quarter | null = null,
): PaperUse[] => (documentId === undefined ? [] : [{ documentId, use, quarter, place }]);

/** Every reference that makes a paper what it is, in the order of the year. */
export const usesOf = (file: YearFile): readonly PaperUse[] => [
  ...useOf('plan', file.plan.documentId, '/plan/documentId'),
  ...file.plan.adjustments.flatMap(({ documentId }, index) =>
    useOf('plan-amendment', documentId, `/plan/adjustments/${String(index)}/documentId`),
  ),
  ...useOf('minutes', file.conference?.minutesDocumentId, '/conference/minutesDocumentId'),
  ...useOf('pledge', file.commitments?.documentId, '/commitments/documentId'),
  ...(file.dialogue?.questions ?? []).flatMap(({ escalation }, index) =>
    useOf(
      'escalation',
      escalation?.documentId,
      `/dialogue/questions/${String(index)}/escalation/documentId`,
    ),
  ),
  ...(file.quarterChecks ?? []).flatMap(({ documentId, quarter }, index) =>
    useOf('quarter-report', documentId, `/quarterChecks/${String(index)}/documentId`, quarter),
  ),
  ...useOf('year-report', file.yearSummary?.documentId, '/yearSummary/documentId'),
];

type Approval = NonNullable<YearFile['approvals']>[number];
type Registration = NonNullable<YearFile['registrations']>[number];

/** True where the leader approved what the units registered, all of it or one unit's supplement. */
export const isOfRegistrations = (
  { subject, decision }: Approval,
  registrations: readonly Registration[],
): boolean =>
  decision === 'APPROVED' &&
  (subject.startsWith('REGISTRATION') || registrations.some(({ id }) => id === subject));
