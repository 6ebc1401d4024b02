import type { Words } from '../locale/words.ts';

const EVENTS = [
  'CycleStarted',
  'PlanSubmitted',
  'PlanApproved',
  'PlanReturned',
  'PlanWithdrawn',
  'PlanIssued',
  'DeadlinePassed',
  'CycleCancelled',
  'ApprovalRequested',
  'Approved',
  'Returned',
  'Withdrawn',
  'ApprovalCancelled',
  'PaperOpened',
  'PaperPrepared',
  'PaperSigned',
  'NumberGiven',
  'NumberVoided',
  'PaperStamped',
  'FinalRendered',
  'ScanAttached',
  'PaperIssued',
  'DeliveriesPlanned',
  'MessageSent',
  'MessageRefused',
  'HandedOver',
  'SendAgainAsked',
  'DeliveryReplanned',
  'DeliveryGivenUp',
  'PaperClosed',
  'PaperCancelled',
  'RegistrationPeriodOpened',
  'UnitAccepted',
  'UnitDeclined',
  'UnitReopened',
  'LeadSet',
  'TasksJoined',
  'ListClosed',
  'ListApproved',
  'ListReturned',
  'ListWithdrawn',
  'SupplementApproved',
  'SupplementReturned',
  'NoticeIssued',
  'CycleWentLive',
  'StrandsToldOfLiveClock',
  'ClockWentLive',
  'RegistrationOpened',
  'RegistrationSubmitted',
  'RegistrationDeclined',
  'RegistrationWithdrawn',
  'RegistrationReturned',
  'RegistrationAccepted',
  'DeclineConsented',
  'RegistrationCancelled',
] as const;

// An approval says how it was decided, not by which event.
const DECISIONS = {
  approved: 'Approved',
  returned: 'Returned',
  withdrawn: 'Withdrawn',
  cancelled: 'ApprovalCancelled',
} as const;

const DECISION_NAMES = ['approved', 'returned', 'withdrawn', 'cancelled'] as const;

/** What somebody did, as it stands in the middle of a sentence behind their name. */
export const eventWords = (t: Words, type: string): string => {
  const decision = DECISION_NAMES.find((name) => name === type);
  const event = decision ? DECISIONS[decision] : EVENTS.find((name) => name === type);
  return event ? t(`cycle.event.${event}`) : type;
};
