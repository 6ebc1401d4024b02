import { daysBetween } from '../../../domain/local-date.ts';
import type { DueStep } from '../../../domain/reform-cycle.ts';
import { formatDate, formatDateTime, formatDeadline } from '../../../locale/dates.ts';
import type { Language, Words } from '../../../locale/words.ts';
import type { StepState, TimelineStep } from '../../layout/progress.tsx';
import { waitersOf, type WaitingRow } from '../../waiters.ts';
import { pathOfCycle, type RunningCycle } from './cycle-reading.ts';

const SOON_DAYS = 7;

interface YearView {
  readonly cycle: RunningCycle;
  readonly t: Words;
  readonly lang: Language;
  readonly waiting: readonly WaitingRow[];
  /** When the plan was last put before the leader. */
  readonly submittedAt: string | null;
}

const dueOf = ({ cycle }: YearView, step: DueStep['step']): DueStep | undefined =>
  cycle.state.schedule.find((due) => due.step === step);

const isLate = ({ cycle }: YearView, due: DueStep | undefined): boolean =>
  due !== undefined && due.dueOn < cycle.day;

const deadline = ({ t, lang, cycle }: YearView, due: DueStep | undefined): string | undefined =>
  due &&
  t('cycle.step-due', {
    date: formatDate(due.dueOn),
    left: formatDeadline(lang, due.dueOn, cycle.day),
  });

// An open step of the plan: late past the plan's day, else somebody is at it.
const openState = (view: YearView): StepState => {
  if (view.cycle.state.cancelled) return 'upcoming';
  return isLate(view, dueOf(view, 'plan')) ? 'late' : 'waiting';
};

const namesOf = ({ cycle, waiting }: YearView, ...what: WaitingRow['what'][]): string => {
  const ids = waiting
    .filter((row) => what.includes(row.what))
    .flatMap((row) => waitersOf(row, cycle.facts));
  return [...new Set(ids)].map(cycle.nameOf).join(', ');
};

const writingStep = (view: YearView): TimelineStep => {
  const { t, cycle, submittedAt } = view;
  const { plan } = cycle.state;
  const base = { title: t('cycle.step-write'), href: `${pathOfCycle(cycle.year)}/plan` };
  if (plan.phase !== 'drafting') {
    return {
      ...base,
      state: 'done',
      ...(submittedAt
        ? { dates: t('cycle.step-submitted', { when: formatDateTime(submittedAt) }) }
        : {}),
    };
  }
  return {
    ...base,
    state: openState(view),
    dates: deadline(view, dueOf(view, 'plan')),
    forWhom: namesOf(view, 'submit-plan', 'correct-plan') || undefined,
    note: plan.returnedVersion === null ? undefined : t('cycle.step-returned'),
  };
};

const approvalStep = (view: YearView): TimelineStep => {
  const { t, cycle } = view;
  const { plan } = cycle.state;
  const title = t('cycle.step-approve');
  if (plan.phase === 'drafting') return { title, state: 'upcoming' };
  const href = `${pathOfCycle(cycle.year)}/plan/approval/${plan.submitted.version}`;
  if (plan.phase === 'awaiting-approval') {
    return {
      title,
      href,
      state: openState(view),
      dates: deadline(view, dueOf(view, 'plan')),
      forWhom: namesOf(view, 'approve-plan') || undefined,
    };
  }
  return {
    title,
    href,
    state: 'done',
    dates: t('cycle.step-approved', {
      who: cycle.nameOf(plan.approvedBy.personId),
      when: formatDateTime(plan.approvedAt),
    }),
  };
};

const PAPER_WAITS = [
  'sign-paper',
  'number-paper',
  'stamp-paper',
  'scan-paper',
  'issue-paper',
] as const;

const issueStep = (view: YearView): TimelineStep => {
  const { t, cycle, waiting } = view;
  const { plan } = cycle.state;
  const title = t('cycle.step-issue');
  if (plan.phase !== 'approved' && plan.phase !== 'issued') return { title, state: 'upcoming' };
  const href = `/papers/${plan.paperId}`;
  if (plan.issuedOn !== null) {
    const dates = t('cycle.step-issued', { date: formatDate(plan.issuedOn) });
    return { title, href, state: 'done', dates };
  }
  const next = waiting.find(({ what }) => PAPER_WAITS.some((paperWait) => paperWait === what));
  return {
    title,
    href,
    state: openState(view),
    dates: deadline(view, dueOf(view, 'plan')),
    forWhom: namesOf(view, ...PAPER_WAITS) || undefined,
    note: next && t(`home.waiting.${next.what}`),
  };
};

const scheduledState = ({ cycle }: YearView, due: DueStep): StepState => {
  if (cycle.state.cancelled) return 'upcoming';
  const days = daysBetween(cycle.day, due.dueOn);
  if (days < 0) return 'late';
  return days <= SOON_DAYS ? 'due' : 'upcoming';
};

// Registration and checks have no strands of their own yet: only their days are known.
const scheduledStep = (view: YearView, due: DueStep): TimelineStep => {
  const { t, cycle } = view;
  const state = scheduledState(view, due);
  const isNear = state === 'late' || state === 'due';
  const coordinators = cycle.facts.people.filter(({ roles }) => roles.includes('cycleCoordinator'));
  return {
    title: t(`cycle.step-${due.step}`),
    state,
    dates: deadline(view, due),
    forWhom: isNear
      ? due.step === 'registration'
        ? t('cycle.step-all-units')
        : coordinators.map(({ fullName }) => fullName).join(', ') || undefined
      : undefined,
    note: state === 'late' ? t('cycle.step-nothing-recorded') : undefined,
  };
};

/** The year top to bottom: the plan's way, then the days that the schedule gives. */
export const yearSteps = (view: YearView): readonly TimelineStep[] => [
  writingStep(view),
  approvalStep(view),
  issueStep(view),
  ...view.cycle.state.schedule
    .filter(({ step }) => step !== 'plan')
    .map((due) => scheduledStep(view, due)),
];
