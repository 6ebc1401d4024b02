import { daysBetween } from '../../../domain/local-date.ts';
import type { DueStep } from '../../../domain/reform-cycle.ts';
import { planApprovalId } from '../../../workflows/contract.ts';
import { formatDateTime } from '../../../locale/dates.ts';
import type { StepState, TimelineStep } from '../../layout/progress.tsx';
import { pathOfCycle } from './cycle-reading.ts';
import { checkStep } from './year-steps-check.ts';
import { summaryStep } from './year-steps-summary.ts';
import { openingStep, periodSteps } from './year-steps-registration.ts';
import {
  deadline,
  dueOf,
  namesAt,
  namesOf,
  openState,
  paperStep,
  type YearView,
} from './year-view.ts';

const SOON_DAYS = 7;

const writingStep = (view: YearView): TimelineStep => {
  const { t, cycle, submittedAt } = view;
  const { plan } = cycle.state;
  const dueOn = dueOf(view, 'plan')?.dueOn;
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
    state: openState(view, dueOn),
    dates: deadline(view, dueOn),
    forWhom: namesOf(view, 'submit-plan', 'correct-plan'),
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
    const dueOn = dueOf(view, 'plan')?.dueOn;
    return {
      title,
      href,
      state: openState(view, dueOn),
      dates: deadline(view, dueOn),
      forWhom: namesAt(
        view,
        planApprovalId(cycle.row.office_id, cycle.year, plan.submitted.version),
      ),
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

const issueStep = (view: YearView): TimelineStep => {
  const { t, cycle } = view;
  const { plan } = cycle.state;
  const title = t('cycle.step-issue');
  if (plan.phase !== 'approved' && plan.phase !== 'issued') return { title, state: 'upcoming' };
  const { paperId, issuedOn } = plan;
  return paperStep(view, { title, paperId, issuedOn, dueOn: dueOf(view, 'plan')?.dueOn });
};

const scheduledState = ({ cycle }: YearView, due: DueStep): StepState => {
  if (cycle.state.cancelled) return 'upcoming';
  const days = daysBetween(cycle.day, due.dueOn);
  if (days < 0) return 'late';
  return days <= SOON_DAYS ? 'due' : 'upcoming';
};

// Neither checks nor registration have strands until they are opened: only their days are known.
const scheduledStep = (view: YearView, due: DueStep): TimelineStep => {
  const { t, cycle } = view;
  const state = scheduledState(view, due);
  const isNear = state === 'late' || state === 'due';
  const coordinators = cycle.facts.people.filter(({ roles }) => roles.includes('cycleCoordinator'));
  return {
    title: t(`cycle.step-${due.step}`),
    state,
    dates: deadline(view, due.dueOn),
    forWhom: isNear
      ? due.step === 'registration'
        ? t('cycle.step-all-units')
        : coordinators.map(({ fullName }) => fullName).join(', ') || undefined
      : undefined,
    note: state === 'late' ? t('cycle.step-nothing-recorded') : undefined,
  };
};

/** The year top to bottom: the plan's way, registration, then the days that the schedule gives, and its summary. */
export const yearSteps = (view: YearView): readonly TimelineStep[] => {
  const { period } = view;
  const told: readonly DueStep['step'][] = period ? ['plan', 'registration'] : ['plan'];
  return [
    writingStep(view),
    approvalStep(view),
    issueStep(view),
    ...(period ? periodSteps(view, period) : openingStep(view)),
    ...view.cycle.state.schedule
      .filter(({ step }) => !told.includes(step))
      .map((due) => checkStep(view, due) ?? scheduledStep(view, due)),
    summaryStep(view),
  ];
};
