import type { WaitingFor } from './waiting.ts';

interface WaitingThing {
  readonly year: number;
  readonly what: WaitingFor;
  readonly workflowId: string;
  readonly unitId: string | null;
}

/** Path of the page where the thing is done; a strand's id ends in the version or paper it is about. */
export const pathOfWaiting = ({ year, what, workflowId, unitId }: WaitingThing): string => {
  const cycle = `/cycles/${String(year)}`;
  const last = workflowId.split('/').at(-1) ?? '';
  const draft = `${cycle}/drafts/${workflowId.split('/').at(-2) ?? ''}/${last}`;
  switch (what) {
    case 'submit-plan':
    case 'correct-plan':
      return `${cycle}/plan`;
    case 'approve-plan':
      return `${cycle}/plan/approval/${last}`;
    case 'open-registration':
    case 'close-list':
      return `${cycle}/registration`;
    case 'register-unit':
    case 'correct-registration':
    case 'review-registration':
    case 'accept-registration':
    case 'consent-decline':
    case 'approve-supplement':
      return `${cycle}/registration/units/${unitId ?? last}`;
    case 'approve-draft':
      return draft;
    case 'initial-content':
    case 'initial-form':
      return workflowId.includes('/approval/plan/') ? `${cycle}/plan/approval/${last}` : draft;
    case 'correct-draft':
      return `${cycle}/drafts`;
    case 'do-work':
    case 'confirm-work':
      return `${cycle}/work/${last}`;
    case 'summarise-year':
      return `${cycle}/summary`;
    case 'hold-signing':
    case 'sign-pledge':
    case 'scan-pledge':
    case 'submit-pledge':
      return `${cycle}/pledges/${last}`;
    case 'invite-conference':
    case 'record-conference':
    case 'write-minutes':
    case 'submit-minutes':
    case 'announce-cancellation':
      return `${cycle}/conferences/${last}`;
    case 'answer-question':
    case 'write-slip':
    case 'enter-reply':
      return `${cycle}/dialogue/${last}`;
    case 'report-figures':
    case 'correct-figures':
    case 'confirm-figures':
      return `${cycle}/checks/${last}${unitId === null ? '' : `/units/${unitId}`}`;
    case 'hold-check':
    case 'late-check':
      return `${cycle}/checks/${last}`;
    case 'write-quarter-report':
      return `${cycle}/checks/${last}/report`;
    case 'approve-list':
      return `${cycle}/registration/list/${last}`;
    default:
      return `/papers/${last}`;
  }
};
