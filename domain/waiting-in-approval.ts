import type { ApprovalState } from './approval.ts';
import { nextInitial } from './initials.ts';
import type { Waiting } from './waiting.ts';

const APPROVAL_OF = {
  plan: 'approve-plan',
  'registration-list': 'approve-list',
  supplement: 'approve-supplement',
  draft: 'approve-draft',
} as const;

const INITIAL_OF = { content: 'initial-content', form: 'initial-form' } as const;

/** One at a time: whoever initials the content, whoever initials the form, the leader. */
export const waitingInApproval = (state: ApprovalState): readonly Waiting[] => {
  if (state.decision || !state.last) return [];
  const base = { since: state.last.at, until: null } as const;
  const next = nextInitial(state.initials ?? []);
  if (next) {
    const { part, personId, unitId } = next;
    const role = personId === null && unitId === null ? 'cycleCoordinator' : null;
    return [{ ...base, what: INITIAL_OF[part], role, personId, unitId }];
  }
  return [
    {
      ...base,
      what: APPROVAL_OF[state.subject.kind],
      role: 'leader',
      personId: null,
      unitId: state.subject.kind === 'supplement' ? state.subject.unitId : null,
    },
  ];
};
