import type { SummaryPart, SummaryState } from '../../domain/summary/year-end-summary.ts';
import { summaryPartId } from '../../domain/summary/year-end-summary.ts';
import { NOTHING_DECIDED, type DecidedOutcomes } from '../../domain/summary/figures-of-year.ts';
import {
  scoreTableOf,
  type AppraisedScore,
  type ScoreTable,
  type SelfScore,
  type SummaryCriterion,
} from '../../domain/summary/score-table.ts';
import type { SummaryText } from '../../domain/summary/year-report.ts';
import type { ActDependencies } from '../act.ts';
import {
  appraisedScoresSchema,
  criteriaSchema,
  outcomesSchema,
  selfScoresSchema,
  summaryTextSchema,
} from './summary-schemas.ts';

type Deps = Pick<ActDependencies, 'stores'>;

/** The parts of a summary as they are kept; null or empty where nothing was kept yet. */
export interface SummaryContents {
  readonly criteria: readonly SummaryCriterion[];
  readonly self: readonly SelfScore[];
  readonly appraised: readonly AppraisedScore[];
  readonly outcomes: DecidedOutcomes;
  readonly text: SummaryText | null;
}

const readPart = async (
  { stores }: Deps,
  officeId: string,
  { year, parts }: SummaryState,
  part: SummaryPart,
): Promise<unknown> => {
  const kept = parts[part];
  if (!kept) return null;
  const id = summaryPartId(part, year);
  const row = await stores.versions.find(officeId, 'summary', id, kept.version);
  if (!row) throw new Error(`version ${String(kept.version)} of ${id} is missing`);
  return JSON.parse(row.text);
};

export const readSummaryContents = async (
  deps: Deps,
  officeId: string,
  state: SummaryState,
): Promise<SummaryContents> => {
  const read = (part: SummaryPart) => readPart(deps, officeId, state, part);
  const [criteria, self, appraised, outcomes, text] = await Promise.all([
    read('criteria'),
    read('self'),
    read('appraised'),
    read('outcomes'),
    read('text'),
  ]);
  return {
    criteria: criteriaSchema.parse(criteria ?? []),
    self: selfScoresSchema.parse(self ?? []),
    appraised: appraisedScoresSchema.parse(appraised ?? []),
    outcomes: outcomes === null ? NOTHING_DECIDED : outcomesSchema.parse(outcomes),
    text: text === null ? null : summaryTextSchema.parse(text),
  };
};

/** The office's table of that year, to begin the next with; empty where it had none. */
export const readCriteriaOf = async (
  { stores }: Deps,
  officeId: string,
  year: number,
): Promise<readonly SummaryCriterion[]> => {
  const row = await stores.versions.latest(officeId, 'summary', summaryPartId('criteria', year));
  return row ? criteriaSchema.parse(JSON.parse(row.text)) : [];
};

/** null: the office has no table, or has not scored itself by it. */
export const scoresIn = ({ criteria, self, appraised }: SummaryContents): ScoreTable | null =>
  criteria.length === 0 || self.length === 0 ? null : scoreTableOf(criteria, self, appraised);
