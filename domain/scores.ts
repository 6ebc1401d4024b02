import { decimalsOf, sumOf } from './decimal.ts';
import { DomainError } from './errors.ts';

/** A line of the office's criteria table; `domain` is a domain's code, or another heading's. */
export interface Criterion {
  readonly code: string;
  readonly domain: string;
  readonly maxScore: number;
  readonly scoringRule: string;
  readonly evidenceRequired: boolean;
}

/** `appraised` null: those above have not judged it yet. */
export interface Score {
  readonly criterionCode: string;
  readonly self: number;
  readonly appraised: number | null;
  readonly differenceReason: string | null;
}

/** Points beside the criteria: they are shown beside the total and never change it. `points` above nought. */
export interface ExtraPoints {
  readonly kind: 'bonus' | 'penalty';
  readonly points: number;
  readonly reason: string;
}

type Scale = Pick<Criterion, 'code' | 'domain' | 'maxScore'>;

interface Totals {
  readonly max: number;
  readonly self: number;
  /** null while a criterion is not appraised. */
  readonly appraised: number | null;
}

export interface ScoreTotals extends Totals {
  /** In the order of the criteria. */
  readonly byDomain: readonly (Totals & { readonly domain: string })[];
}

const MOST_DECIMALS = 2;

const refuse = (expected: string, given: number, place: string): never => {
  throw new DomainError('not-schema', 'not a number of points', { given, expected }, place);
};

const checkPoints = (points: number, place: string): void => {
  if (decimalsOf(points) > MOST_DECIMALS) refuse('at most 2 decimals', points, place);
};

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

const refuseMissing = (what: string, expected: string, place: string): never => {
  throw new DomainError('missing-field', what, { expected }, place);
};

const checkOnce = (codes: readonly string[], placeOf: (index: number) => string): void => {
  codes.forEach((id, index) => {
    if (codes.indexOf(id) === index) return;
    throw new DomainError('duplicate-id', 'a criterion stands once', { id }, placeOf(index));
  });
};

/** Refuses a table in which a code stands twice, or a criterion gives nothing or parts of hundredths. */
export const checkCriteria = (criteria: readonly Scale[], place = ''): void => {
  checkOnce(
    criteria.map(({ code }) => code),
    (index) => `${place}/${String(index)}/code`,
  );
  criteria.forEach(({ maxScore }, index) => {
    const at = `${place}/${String(index)}/maxScore`;
    if (maxScore <= 0) refuse('> 0', maxScore, at);
    checkPoints(maxScore, at);
  });
};

const checkWithin = (points: number, { maxScore }: Scale, place: string): void => {
  if (points < 0 || points > maxScore) refuse(`0 - ${String(maxScore)}`, points, place);
  checkPoints(points, place);
};

const checkScore = (score: Score, criterion: Scale, place: string): void => {
  const { self, appraised, differenceReason } = score;
  checkWithin(self, criterion, `${place}/self`);
  if (appraised === null) return;
  checkWithin(appraised, criterion, `${place}/appraised`);
  if (appraised !== self && isBlank(differenceReason)) {
    const expected = `why ${String(appraised)} and not ${String(self)}`;
    refuseMissing('a difference needs its reason', expected, `${place}/differenceReason`);
  }
};

const checkScores = (criteria: readonly Scale[], scores: readonly Score[], place: string): void => {
  const codes = scores.map(({ criterionCode }) => criterionCode);
  checkOnce(codes, (index) => `${place}/${String(index)}/criterionCode`);
  scores.forEach((score, index) => {
    const at = `${place}/${String(index)}`;
    const id = score.criterionCode;
    const criterion = criteria.find(({ code }) => code === id);
    if (criterion) {
      checkScore(score, criterion, at);
      return;
    }
    throw new DomainError('unknown-reference', 'no such criterion', { id }, `${at}/criterionCode`);
  });
  const missing = criteria.find(({ code }) => !codes.includes(code));
  if (missing) refuseMissing('a criterion without a score', missing.code, place);
};

const totalOf = (criteria: readonly Scale[], scores: readonly Score[]): Totals => {
  const codes = criteria.map(({ code }) => code);
  const own = scores.filter(({ criterionCode }) => codes.includes(criterionCode));
  const appraised = own.map((score) => score.appraised).filter((points) => points !== null);
  return {
    max: sumOf(criteria.map(({ maxScore }) => maxScore)),
    self: sumOf(own.map(({ self }) => self)),
    appraised: appraised.length === own.length ? sumOf(appraised) : null,
  };
};

/**
 * What the office scored in each domain and in all, to the hundredth, by a table that checkCriteria lets
 * pass. `place` is the scores' pointer.
 * @throws DomainError unless each criterion has one score from 0 to its maximum with at most two
 *   decimals, and a reason where the appraisal differs
 */
export const totalScores = (
  criteria: readonly Scale[],
  scores: readonly Score[],
  place = '',
): ScoreTotals => {
  checkScores(criteria, scores, place);
  const domains = [...new Set(criteria.map(({ domain }) => domain))];
  return {
    ...totalOf(criteria, scores),
    byDomain: domains.map((domain) => {
      const own = criteria.filter((criterion) => criterion.domain === domain);
      return { domain, ...totalOf(own, scores) };
    }),
  };
};

const checkExtra = ({ points, reason }: ExtraPoints, place: string): void => {
  if (points <= 0) refuse('> 0', points, `${place}/points`);
  checkPoints(points, `${place}/points`);
  if (isBlank(reason)) refuseMissing('no reason', 'what they are for', `${place}/reason`);
};

/** Bonus and penalty points, each added up. `place` is the list's pointer. */
export const totalExtraPoints = (
  extras: readonly ExtraPoints[],
  place = '',
): { readonly bonus: number; readonly penalty: number } => {
  extras.forEach((extra, index) => {
    checkExtra(extra, `${place}/${String(index)}`);
  });
  const sum = (wanted: ExtraPoints['kind']): number =>
    sumOf(extras.filter(({ kind }) => kind === wanted).map(({ points }) => points));
  return { bonus: sum('bonus'), penalty: sum('penalty') };
};
