import { totalScores, type ScoreTotals } from '../scores.ts';

/** A line of the office's criteria table; `domain` is a domain's code, or another heading's. */
export interface SummaryCriterion {
  readonly code: string;
  readonly domain: string;
  readonly name: string;
  readonly maxScore: number;
}
export interface SelfScore {
  readonly code: string;
  readonly self: number;
}
export interface AppraisedScore {
  readonly code: string;
  readonly appraised: number;
  readonly differenceReason: string | null;
}

export interface ScoreRow extends SummaryCriterion {
  readonly self: number;
  readonly appraised: number | null;
  readonly differenceReason: string | null;
}
export interface ScoreTable {
  readonly rows: readonly ScoreRow[];
  readonly totals: ScoreTotals;
}

/**
 * The table with the office's own scores, and those of whoever appraised it. `place` is the pointer to
 * the scores that are judged.
 * @throws DomainError as totalScores does
 */
export const scoreTableOf = (
  criteria: readonly SummaryCriterion[],
  self: readonly SelfScore[],
  appraised: readonly AppraisedScore[],
  place = '',
): ScoreTable => {
  const appraisalOf = (code: string) => appraised.find((one) => one.code === code);
  const scores = self.map((score) => ({
    criterionCode: score.code,
    self: score.self,
    appraised: appraisalOf(score.code)?.appraised ?? null,
    differenceReason: appraisalOf(score.code)?.differenceReason ?? null,
  }));
  const totals = totalScores(criteria, scores, place);
  return {
    rows: criteria.map((criterion) => {
      const score = scores.find(({ criterionCode }) => criterionCode === criterion.code);
      return {
        ...criterion,
        self: score?.self ?? 0,
        appraised: score?.appraised ?? null,
        differenceReason: score?.differenceReason ?? null,
      };
    }),
    totals,
  };
};
