import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkCriteria,
  totalExtraPoints,
  totalScores,
  type Criterion,
  type Score,
} from '../../domain/scores.ts';

const criterion = (code: string, domain: string, maxScore: number): Criterion => ({
  code,
  domain,
  maxScore,
  scoringRule: 'Theo bảng tiêu chí',
  evidenceRequired: true,
});
const score = (criterionCode: string, self: number, appraised: number | null = self): Score => ({
  criterionCode,
  self,
  appraised,
  differenceReason: appraised === self ? null : 'Thiếu minh chứng',
});

const CRITERIA = [
  criterion('1.1', 'D1', 5),
  criterion('2.1', 'D2', 2.5),
  criterion('1.2', 'D1', 0.5),
];
const SCORES = [score('1.1', 4.1, 4), score('1.2', 0.2), score('2.1', 2.25)];

const refusal = (code: string, place: string, details: object = {}) =>
  expect.objectContaining({ code, place, details: expect.objectContaining(details) });
const totalling = (...scores: Score[]) => expect(() => totalScores(CRITERIA, scores, '/scores'));

describe('the totals', () => {
  test('are those of each domain, in the order of the criteria, and of all', () => {
    expect(totalScores(CRITERIA, SCORES)).toEqual({
      max: 8,
      self: 6.55,
      appraised: 6.45,
      byDomain: [
        { domain: 'D1', max: 5.5, self: 4.3, appraised: 4.2 },
        { domain: 'D2', max: 2.5, self: 2.25, appraised: 2.25 },
      ],
    });
  });

  test('have no appraisal while one of their criteria has none', () => {
    const scores = [score('1.1', 4.1, null), score('1.2', 0.2), score('2.1', 2.25)];
    const { appraised, byDomain } = totalScores(CRITERIA, scores);
    expect(appraised).toBeNull();
    expect(byDomain.map((domain) => domain.appraised)).toEqual([null, 2.25]);
  });

  test('of no criteria are nought', () => {
    expect(totalScores([], [])).toEqual({ max: 0, self: 0, appraised: 0, byDomain: [] });
  });

  test('are exact to the hundredth, never above their maximum, and those of the domains together', () => {
    const anyLine = fc
      .record({
        domain: fc.constantFrom('D0', 'D1', 'D2'),
        max: fc.integer({ min: 1, max: 2_050 }),
        self: fc.nat(),
        appraised: fc.nat(),
      })
      .map(({ domain, max, self, appraised }) => ({
        domain,
        max,
        self: self % (max + 1),
        appraised: appraised % (max + 1),
      }));
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 30 }), (lines) => {
        const criteria = lines.map(({ domain, max }, index) =>
          criterion(String(index), domain, max / 100),
        );
        const scores = lines.map(({ self, appraised }, index) =>
          score(String(index), self / 100, appraised / 100),
        );
        const sum = (of: 'max' | 'self' | 'appraised', domain?: string) =>
          lines
            .filter((line) => domain === undefined || line.domain === domain)
            .reduce((all, line) => all + line[of], 0) / 100;
        const totals = totalScores(criteria, scores.toReversed());
        expect(totals).toMatchObject({
          max: sum('max'),
          self: sum('self'),
          appraised: sum('appraised'),
        });
        for (const { domain, ...own } of totals.byDomain) {
          expect(own).toEqual({
            max: sum('max', domain),
            self: sum('self', domain),
            appraised: sum('appraised', domain),
          });
        }
        expect(totals.self).toBeLessThanOrEqual(totals.max);
        expect(totals.appraised).toBeLessThanOrEqual(totals.max);
      }),
    );
  });
});

describe('a score is refused', () => {
  const [first, second, third] = SCORES as [Score, Score, Score];

  test.each([
    ['above its maximum', { ...second, self: 0.51 }, '/scores/0/self', '0 - 0.5'],
    ['below nought', { ...second, self: -0.01 }, '/scores/0/self', '0 - 0.5'],
    ['in parts of hundredths', { ...second, self: 0.125 }, '/scores/0/self', 'at most 2 decimals'],
    [
      'that is appraised above its maximum',
      { ...second, appraised: 0.6 },
      '/scores/0/appraised',
      '0 - 0.5',
    ],
    [
      'that is appraised in parts of hundredths',
      { ...second, appraised: 0.333 },
      '/scores/0/appraised',
      'at most 2 decimals',
    ],
  ])('%s', (_why, refused, place, expected) => {
    totalling(refused, first, third).toThrow(refusal('not-schema', place, { expected }));
  });

  test.each([null, '', '  '])('that differs in the appraisal for the reason %j', (reason) => {
    totalling({ ...first, differenceReason: reason }, second, third).toThrow(
      refusal('missing-field', '/scores/0/differenceReason', { expected: 'why 4 and not 4.1' }),
    );
  });

  test('of a criterion that the table has not', () => {
    totalling(...SCORES, score('9', 1)).toThrow(
      refusal('unknown-reference', '/scores/3/criterionCode', { id: '9' }),
    );
  });

  test('where its criterion has one already', () => {
    totalling(...SCORES, first).toThrow(
      refusal('duplicate-id', '/scores/3/criterionCode', { id: '1.1' }),
    );
  });

  test('where a criterion has none at all', () => {
    totalling(first, second).toThrow(refusal('missing-field', '/scores', { expected: '2.1' }));
  });
});

test('the criteria table has each code once, and maxima above nought in hundredths', () => {
  const check = (...criteria: Criterion[]) =>
    expect(() => {
      checkCriteria(criteria, '/criteria');
    });
  check(...CRITERIA).not.toThrow();
  check(criterion('1', 'D1', 5), criterion('1', 'D2', 5)).toThrow(
    refusal('duplicate-id', '/criteria/1/code', { id: '1' }),
  );
  for (const [maxScore, expected] of [
    [0, '> 0'],
    [-1, '> 0'],
    [1.005, 'at most 2 decimals'],
  ] as const) {
    check(criterion('1', 'D1', maxScore)).toThrow(
      refusal('not-schema', '/criteria/0/maxScore', { expected }),
    );
  }
});

describe('bonus and penalty points', () => {
  const extra = (kind: 'bonus' | 'penalty', points: number, reason = 'Sáng kiến') => ({
    kind,
    points,
    reason,
  });

  test('are added up apart', () => {
    const extras = [extra('bonus', 0.1), extra('penalty', 1), extra('bonus', 0.2)];
    expect(totalExtraPoints(extras)).toEqual({ bonus: 0.3, penalty: 1 });
    expect(totalExtraPoints([])).toEqual({ bonus: 0, penalty: 0 });
  });

  test.each([
    ['of nought', extra('bonus', 0), 'not-schema', '/extras/0/points'],
    ['below nought', extra('penalty', -1), 'not-schema', '/extras/0/points'],
    ['in parts of hundredths', extra('bonus', 0.005), 'not-schema', '/extras/0/points'],
    ['without a reason', extra('bonus', 1, ' '), 'missing-field', '/extras/0/reason'],
  ])('%s are refused', (_why, refused, code, place) => {
    expect(() => totalExtraPoints([refused], '/extras')).toThrow(refusal(code, place));
  });
});
