import type { TeamRole } from '../domain/check/check-team.ts';
import type { Quarter } from '../domain/plan.ts';

/** Words of decisions, beside those of their templates. Approvals bind them. */
export const decisionWords = {
  proposedBy: 'Theo đề nghị của',
  roles: {
    head: 'Tổ trưởng',
    deputy: 'Tổ phó',
    secretary: 'Thư ký',
    member: 'Thành viên',
  } satisfies Record<TeamRole, string>,
  quarters: { Q1: 'quý I', Q2: 'quý II', Q3: 'quý III', Q4: 'quý IV' } satisfies Record<
    Quarter,
    string
  >,
} as const;
