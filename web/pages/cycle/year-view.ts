import type { DueStep } from '../../../domain/reform-cycle.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import { formatDate, formatDeadline } from '../../../locale/dates.ts';
import type { Language, Words } from '../../../locale/words.ts';
import type { StepState, TimelineStep } from '../../layout/progress.tsx';
import { waitersOf, type WaitingRow } from '../../waiters.ts';
import type { QuarterlyCheckState } from '../../../domain/check/quarterly-check.ts';
import type { SummaryState } from '../../../domain/summary/year-end-summary.ts';
import type { PeriodView } from '../registration/period-reading.ts';
import type { RunningCycle } from './cycle-reading.ts';

/** What the steps of a year are told from. */
export interface YearView {
  readonly cycle: RunningCycle;
  readonly t: Words;
  readonly lang: Language;
  readonly waiting: readonly WaitingRow[];
  /** When the plan was last put before the leader. */
  readonly submittedAt: string | null;
  /** null: registration has not been opened. */
  readonly period: PeriodView | null;
  /** Checks that have been opened. */
  readonly checks: readonly QuarterlyCheckState[];
  /** null: the year's summary has not been opened. */
  readonly summary: SummaryState | null;
}

export const dueOf = ({ cycle }: YearView, step: DueStep['step']): DueStep | undefined =>
  cycle.state.schedule.find((due) => due.step === step);

const isLate = ({ cycle }: YearView, dueOn: LocalDate | undefined): boolean =>
  dueOn !== undefined && dueOn < cycle.day;

export const deadline = (
  { t, lang, cycle }: YearView,
  dueOn: LocalDate | undefined,
): string | undefined =>
  dueOn &&
  t('cycle.step-due', { date: formatDate(dueOn), left: formatDeadline(lang, dueOn, cycle.day) });

/** A step that somebody is at: late past its day, and nobody's once the cycle is cancelled. */
export const openState = (view: YearView, dueOn: LocalDate | undefined): StepState => {
  if (view.cycle.state.cancelled) return 'upcoming';
  return isLate(view, dueOn) ? 'late' : 'waiting';
};

const namesIn = ({ cycle }: YearView, rows: readonly WaitingRow[]): string | undefined => {
  const ids = rows.flatMap((row) => waitersOf(row, cycle.facts));
  return [...new Set(ids)].map(cycle.nameOf).join(', ') || undefined;
};

/** For whom one of these things waits; undefined: it does not. */
export const namesOf = (view: YearView, ...what: WaitingRow['what'][]): string | undefined =>
  namesIn(
    view,
    view.waiting.filter((row) => what.includes(row.what)),
  );

/** For whom it waits in the strand of that id. */
export const namesAt = (view: YearView, workflowId: string): string | undefined =>
  namesIn(
    view,
    view.waiting.filter((row) => row.workflow_id === workflowId),
  );

const PAPER_WAITS = [
  'sign-paper',
  'number-paper',
  'stamp-paper',
  'scan-paper',
  'issue-paper',
] as const;

interface PaperOnItsWay {
  readonly title: string;
  readonly paperId: string;
  readonly issuedOn: LocalDate | null;
  readonly dueOn?: LocalDate | undefined;
}

/** A paper from the pen to the post. */
export const paperStep = (view: YearView, paper: PaperOnItsWay): TimelineStep => {
  const { t, waiting } = view;
  const { title, paperId, issuedOn, dueOn } = paper;
  const href = `/papers/${paperId}`;
  if (issuedOn !== null) {
    const dates = t('cycle.step-issued', { date: formatDate(issuedOn) });
    return { title, href, state: 'done', dates };
  }
  const rows = waiting.filter(({ workflow_id }) => workflow_id.endsWith(`/paper/${paperId}`));
  const next = PAPER_WAITS.find((wait) => rows.some(({ what }) => what === wait));
  return {
    title,
    href,
    state: openState(view, dueOn),
    dates: deadline(view, dueOn),
    forWhom: namesIn(
      view,
      rows.filter(({ what }) => what === next),
    ),
    note: next && t(`home.waiting.${next}`),
  };
};
