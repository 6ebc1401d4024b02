import { daysLate } from '../../../domain/check-day.ts';
import type { QuarterlyCheckState } from '../../../domain/check/quarterly-check.ts';
import type { DueStep } from '../../../domain/reform-cycle.ts';
import { formatDate } from '../../../locale/dates.ts';
import type { TimelineStep } from '../../layout/progress.tsx';
import { pathOfCheck } from '../check/check-reading.ts';
import { deadline, namesOf, openState, type YearView } from './year-view.ts';

const heldNote = ({ t }: YearView, { held, plannedOn }: QuarterlyCheckState) => {
  if (!held) return undefined;
  const late = daysLate(plannedOn, held.checkedOn);
  const words = t('check.checked-on', { date: formatDate(held.checkedOn) });
  return late === 0 ? words : `${words}, ${t('check.late-by', { days: late })}`;
};

// Of units that report, the check's own page names all.
const waitersIn = (view: YearView, { phase, units }: QuarterlyCheckState): string | undefined => {
  if (phase === 'held')
    return namesOf(
      view,
      'write-quarter-report',
      'initial-content',
      'initial-form',
      'approve-draft',
    );
  const { t } = view;
  const awaited = (units ?? []).filter(({ standing }) => standing !== 'confirmed').length;
  return awaited === 0
    ? namesOf(view, 'hold-check')
    : t('check.step-units', { count: awaited, of: units?.length ?? 0 });
};

/** Where a quarter's check stands; null: it has not been opened, and its day alone is known. */
export const checkStep = (view: YearView, { step, dueOn }: DueStep): TimelineStep | null => {
  const check = view.checks.find(({ quarter }) => step === `check-${quarter}`);
  if (!check || check.phase === 'cancelled') return null;
  const base = {
    title: view.t(`cycle.step-${step}`),
    href: pathOfCheck(view.cycle.year, check.quarter),
    note: heldNote(view, check),
  };
  if (check.phase === 'done') return { ...base, state: 'done' };
  const isHeld = check.phase === 'held';
  return {
    ...base,
    state: openState(view, isHeld ? undefined : dueOn),
    dates: deadline(view, dueOn),
    forWhom: waitersIn(view, check),
  };
};
