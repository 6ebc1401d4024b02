import { readCountsOfYear } from '../../../acts/summary/counts-of-year.ts';
import { readFiguresOfYear } from '../../../acts/summary/figures-of-year.ts';
import { findSummary } from '../../../acts/summary/on-summary.ts';
import {
  readCriteriaOf,
  readSummaryContents,
  scoresIn,
  type SummaryContents,
} from '../../../acts/summary/summary-contents.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { FiguresOfYear } from '../../../domain/summary/figures-of-year.ts';
import type { ScoreTable, SummaryCriterion } from '../../../domain/summary/score-table.ts';
import {
  isReportUnderWay,
  isSummaryOver,
  type SummaryState,
} from '../../../domain/summary/year-end-summary.ts';
import type { CountsOfYear } from '../../../domain/summary/year-report.ts';
import type { WebContext } from '../../environment.ts';
import { hasPower } from '../../powers.ts';
import { pathOfCycle, readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';

export const pathOfSummary = (year: number): string => `${pathOfCycle(year)}/summary`;

/** What the pages of the year's summary show. */
export interface SummaryView {
  readonly cycle: RunningCycle;
  readonly state: SummaryState;
  readonly contents: SummaryContents;
  readonly figures: FiguresOfYear;
  readonly counts: CountsOfYear;
  readonly scores: ScoreTable | null;
  /** The criteria of the year before, to begin with. */
  readonly criteriaBefore: readonly SummaryCriterion[];
  /** The reader may write, and the summary stands open. */
  readonly isWritable: boolean;
  readonly unitName: (unitId: string) => string;
}

/** null: the summary was not opened. */
export const readSummaryView = async (
  c: WebContext,
  cycle: RunningCycle,
): Promise<SummaryView | null> => {
  const { acts } = c.get('deps');
  const officeId = cycle.row.office_id;
  const state = await findSummary(acts, officeId, cycle.year);
  if (!state) return null;
  const contents = await readSummaryContents(acts, officeId, state);
  const [figures, counts, criteriaBefore, mayWrite] = await Promise.all([
    readFiguresOfYear(acts, officeId, cycle.year, contents.outcomes),
    readCountsOfYear(acts, officeId, cycle.year, cycle.day),
    readCriteriaOf(acts, officeId, cycle.year - 1),
    hasPower(c, 'sumUpYear', cycle.day),
  ]);
  const units = [...cycle.facts.units, ...(cycle.facts.otherUnits ?? [])];
  return {
    cycle,
    state,
    contents,
    figures,
    counts,
    scores: scoresIn(contents),
    criteriaBefore,
    isWritable: mayWrite && !isSummaryOver(state) && !isReportUnderWay(state),
    unitName: (unitId) => units.find(({ id }) => id === unitId)?.name ?? unitId,
  };
};

/** @throws DomainError not-ready: for pages of a summary that was opened */
export const requireSummaryView = async (c: WebContext): Promise<SummaryView> => {
  const view = await readSummaryView(c, await readRunningCycle(c));
  if (view) return view;
  throw new DomainError('not-ready', 'the summary has not been opened', {});
};
