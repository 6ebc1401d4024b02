import type { TimelineStep } from '../../layout/progress.tsx';
import { pathOfCycle } from './cycle-reading.ts';
import { namesOf, openState, type YearView } from './year-view.ts';

/** The year's end: its summary has no day of its own, and follows the last check. */
export const summaryStep = (view: YearView): TimelineStep => {
  const { t, cycle, summary } = view;
  const title = t('cycle.step-summary');
  if (!summary || summary.phase === 'cancelled') return { title, state: 'upcoming' };
  const base = { title, href: `${pathOfCycle(cycle.year)}/summary` };
  const { phase, report } = summary;
  if (phase === 'done') return { ...base, state: 'done' };
  return {
    ...base,
    state: openState(view, undefined),
    forWhom: namesOf(view, 'summarise-year', 'initial-content', 'initial-form', 'approve-draft'),
    note: report === null ? undefined : t(`summary.standing-${report.phase}`),
  };
};
