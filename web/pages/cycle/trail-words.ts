import { paperKinds } from '../../../domain/paper-way.ts';
import { formatDate } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import { eventWords } from '../../event-words.ts';
import { draftOf, placeOf, unitOf, versionOf, type TrailStep } from './trail-reading.ts';
import { upperFirst } from '../../../locale/vietnamese.ts';

/** How ids of the trail are read out. */
export interface TrailNames {
  readonly person: (id: string) => string;
  readonly unit: (id: string) => string;
}

// What a strand reports to its cycle stands in the trail already, as the strand's own step; and what
// the cycle tells its strands, as the cycle's.
const TWICE_TOLD = [
  'PlanApproved',
  'PlanReturned',
  'PlanWithdrawn',
  'PlanIssued',
  'ApprovalRequested',
  'PaperOpened',
  'UnitAccepted',
  'UnitDeclined',
  'ListApproved',
  'ListReturned',
  'ListWithdrawn',
  'SupplementApproved',
  'SupplementReturned',
  'NoticeIssued',
  'RegistrationOpened',
  'StrandsToldOfLiveClock',
  'ClockWentLive',
  'DraftApproved',
  'DraftReturned',
  'DraftWithdrawn',
  'DraftIssued',
  'DraftOwnerTold',
  'StrandOpened',
  'StrandEnded',
];

export const isToldOnce = (step: TrailStep): boolean =>
  !TWICE_TOLD.includes(step.type) &&
  !(step.type === 'PaperClosed' && placeOf(step).kind !== 'paper');

// An approval's event is the same whatever is approved; its strand says what that is.
const DECISIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  list: { Approved: 'ListApproved', Returned: 'ListReturned', Withdrawn: 'ListWithdrawn' },
  draft: { Approved: 'DraftApproved', Returned: 'DraftReturned', Withdrawn: 'DraftWithdrawn' },
  supplement: { Approved: 'SupplementApproved', Returned: 'SupplementReturned' },
};

// The plan's own steps need no name before them. A longer kind first, where one begins another.
const KINDS = paperKinds()
  .filter((kind) => kind !== 'plan')
  .toSorted((left, right) => right.length - left.length);

const subjectOf = (t: Words, step: TrailStep, names: TrailNames): string | null => {
  const unitId = unitOf(step);
  if (unitId !== null) return names.unit(unitId);
  const paperOrDraft = draftOf(step);
  const kind = KINDS.find((one) => paperOrDraft?.startsWith(`${one}-`));
  return kind ? t(`paper.kind.${kind}`) : null;
};

const STEPS = ['plan', 'registration', 'check-Q1', 'check-Q2', 'check-Q3', 'check-Q4'] as const;

const detailOf = (t: Words, step: TrailStep): string => {
  const { due, number } = step.event;
  if (due) {
    const name = STEPS.find((one) => one === due.step);
    return `: ${name ? t(`cycle.step-${name}`) : due.step} (${formatDate(due.dueOn)})`;
  }
  const version = versionOf(step);
  if (version !== null) return ` (${t('cycle.version', { version })})`;
  return number === undefined || number === null ? '' : `: ${String(number)}`;
};

/** "Team 1: submitted a registration (version 2)": first what it is about, where that is not the year. */
export const stepInWords = (t: Words, step: TrailStep, names: TrailNames): string => {
  const type = DECISIONS[placeOf(step).kind]?.[step.type] ?? step.type;
  const words = `${eventWords(t, type)}${detailOf(t, step)}`;
  const subject = subjectOf(t, step, names);
  return subject === null ? upperFirst(words) : `${subject}: ${words}`;
};

/** Whose paper it was that somebody entered; null: nobody else's. */
export const enteredFor = ({ event }: TrailStep): string | null =>
  (event.submitted?.fromPaper ?? event.fromPaper)?.headId ?? null;
