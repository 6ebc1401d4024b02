import type { rooms as vietnamese } from '../vi/rooms.ts';

/** Words of the year's rooms. */
export const rooms: Readonly<Record<keyof typeof vietnamese, string>> = {
  'home.waiting.correct-draft': 'Correct the draft of a paper',
  'home.waiting.approve-draft': 'Approve the draft of a paper',
  'home.waiting.do-work': 'Do the work that was given',
  'home.waiting.confirm-work': 'Confirm that the work is done',
  'paper.kind.correction': 'Official letter of correction',
  'paper.kind.recall': 'Official letter of recall',
  'paper.kind.plan-amendment': 'Amendment of the plan',
  'paper.kind.year-report': 'Year-end report',
  'cycle.event.DraftSubmitted': 'submitted the draft of a paper',
  'cycle.event.DraftApproved': 'approved the draft of a paper',
  'cycle.event.DraftReturned': 'returned the draft of a paper',
  'cycle.event.DraftWithdrawn': 'took the draft of a paper back',
  'cycle.event.DraftIssued': 'issued a paper',
  'cycle.event.DraftDropped': 'stopped a paper',
  'cycle.event.DraftOwnerTold': 'told how the draft stands',
  'cycle.event.StrandOpened': 'opened something new in the year',
  'cycle.event.StrandEnded': 'something of the year has ended',
  'cycle.event.WorkGiven': 'gave work',
  'cycle.event.WorkReported': 'reported work as done',
  'cycle.event.WorkConfirmed': 'confirmed that work is done',
  'cycle.event.WorkReturned': 'returned a report of work',
  'cycle.event.WorkMoved': 'moved work to another unit',
  'cycle.event.WorkDropped': 'dropped work',
  'cycle.event.WorkCancelled': 'stopped work as the cycle was cancelled',
};
