// The year 2024 of the reference, computed from its plan, its adjustment and its figures alone: every
// grade, outcome, count and score is what the file itself says.
import { describe, expect, test } from 'vitest';
import { amendmentsOfYearFile } from '../../acts/year-file/amendments-of-year-file.ts';
import { planOfYearFile } from '../../acts/year-file/plan-of-year-file.ts';
import { checkNotTooEarly, daysLate } from '../../domain/check-day.ts';
import { gradeQuarter, gradeYear, type Figure } from '../../domain/graded-figures.ts';
import { countGrades, outcomesOf } from '../../domain/outcomes.ts';
import { checkAmendments, tasksInForce } from '../../domain/plan-in-force.ts';
import { QUARTERS } from '../../domain/plan.ts';
import { totalScores } from '../../domain/scores.ts';
import { unitsInCharge } from '../../domain/unit-in-charge.ts';
import { officeOfYearFile } from '../../acts/year-file/office-content.ts';
import { readValue, referenceYear } from '../year-file/reference-year.ts';

const FILE = readValue(referenceYear());
const { tasks } = planOfYearFile(FILE);
const amendments = amendmentsOfYearFile(FILE);
const checks = FILE.quarterChecks!;
const summary = FILE.yearSummary!;
const figuresOf = (quarter: string): Figure[] =>
  checks
    .find((check) => check.quarter === quarter)!
    .results.map(({ taskId, indicatorId, actual }) => ({ taskId, indicatorId, actual }));
const checkedOn = (quarter: string) => checks.find((check) => check.quarter === quarter)!.checkedOn;

describe('of the year 2024', () => {
  test('the adjustment fits the plan', () => {
    expect(() => {
      checkAmendments(tasks, amendments, (index) => `/plan/adjustments/${String(index)}`);
    }).not.toThrow();
  });

  test.each(checks.map((check) => [check.quarter, check] as const))(
    'every grade of %s follows from the figures',
    (quarter, check) => {
      const inForce = tasksInForce(tasks, amendments, check.checkedOn);
      const graded = gradeQuarter(inForce, quarter, figuresOf(quarter));
      expect(graded.map(({ taskId, indicatorId, grade }) => [taskId, indicatorId, grade])).toEqual(
        check.results.map(({ taskId, indicatorId, status }) => [taskId, indicatorId, status]),
      );
      expect(graded).toHaveLength(10);
    },
  );

  test('the outcomes and the counts follow from the last quarter', () => {
    const inForce = tasksInForce(tasks, amendments, checkedOn('Q4'));
    const graded = gradeYear(inForce, figuresOf('Q4'));
    expect(outcomesOf(inForce, graded, [])).toEqual(summary.taskOutcomes);
    expect(countGrades(graded.map(({ grade }) => grade))).toEqual({
      indicators: summary.indicatorCount,
      exceeded: summary.exceeded,
      achieved: summary.achieved,
      notAchieved: summary.notAchieved,
      missing: 0,
    });
  });

  test('the raised target holds for the last quarter alone', () => {
    const ofPaperless = QUARTERS.map((quarter) => {
      const inForce = tasksInForce(tasks, amendments, checkedOn(quarter));
      const graded = gradeQuarter(inForce, quarter, figuresOf(quarter));
      return graded.find(({ indicatorId }) => indicatorId === 'CT5.2');
    });
    expect(ofPaperless.map((figure) => figure?.target)).toEqual([20, 30, 40, 60]);
    expect(ofPaperless.map((figure) => figure?.percent)).toEqual([100, 116.67, 120, 103.33]);
  });

  test('the time to deal with a letter is measured by the way from its baseline', () => {
    const graded = gradeYear(tasks, figuresOf('Q4'));
    expect(graded.find(({ indicatorId }) => indicatorId === 'CT2.1')).toMatchObject({
      actual: 1.8,
      target: 2,
      percent: 120,
      grade: 'EXCEEDED',
    });
  });

  test('no check came too early, and the third was five days late', () => {
    for (const { checkedOn: on, dataPeriod } of checks) {
      expect(() => {
        checkNotTooEarly(on, dataPeriod);
      }).not.toThrow();
    }
    expect(checks.map(({ plannedOn, checkedOn: on }) => daysLate(plannedOn, on))).toEqual([
      0, 0, 5, 0,
    ]);
  });

  test.each([
    ['2024-07-31', 'T-3'],
    ['2024-08-01', 'T-2'],
    ['2024-12-31', 'T-2'],
  ])('the fourth task is led on %s by %s', (on, leadUnitId) => {
    const { units } = officeOfYearFile(FILE);
    const led = (among: typeof tasks) =>
      unitsInCharge(
        units,
        among.find(({ id }) => id === 'NV4')!,
        on,
      ).leadUnitId;
    expect(led(tasksInForce(tasks, amendments, on))).toBe(leadUnitId);
    // Team 3 was dissolved into team 2: that alone would say the same.
    expect(led(tasks)).toBe(leadUnitId);
  });

  test('the scores of the domains make up those of the office', () => {
    const { byDomain, max, self, appraised } = summary.selfScore;
    const lines = Object.entries(byDomain) as [string, [number, number, number]][];
    const criteria = lines.map(([code, [maxScore]]) => ({ code, domain: code, maxScore }));
    const scores = lines.map(([criterionCode, [, own, above]]) => ({
      criterionCode,
      self: own,
      appraised: above,
      differenceReason: own === above ? null : 'Theo kết quả thẩm định',
    }));
    expect(totalScores(criteria, scores)).toMatchObject({ max, self, appraised });
  });
});

describe('the figures of a check', () => {
  const figures = figuresOf('Q2');

  test('may leave indicators out, which are missing then and not nought', () => {
    const graded = gradeQuarter(tasks, 'Q2', figures.slice(1).reverse());
    expect(graded[0]).toEqual({
      taskId: 'NV1',
      indicatorId: 'CT1.1',
      actual: null,
      target: 60,
      percent: null,
      grade: 'MISSING',
    });
    expect(graded.slice(1)).toEqual(gradeQuarter(tasks, 'Q2', figures).slice(1));
  });

  test('that say that there is no figure are missing as well', () => {
    const none = figures.map((figure) => ({ ...figure, actual: null }));
    expect(gradeQuarter(tasks, 'Q2', none).map(({ grade }) => grade)).toEqual(
      Array(10).fill('MISSING'),
    );
    expect(gradeQuarter(tasks, 'Q2', none)).toEqual(gradeQuarter(tasks, 'Q2', []));
  });

  test('are refused for an indicator of another task, or one that the plan has not', () => {
    for (const indicatorId of ['CT2.1', 'CT9']) {
      const wrong = { taskId: 'NV1', indicatorId, actual: 1 };
      expect(() => gradeQuarter(tasks, 'Q2', [...figures, wrong], '/results')).toThrow(
        expect.objectContaining({
          code: 'unknown-reference',
          place: '/results/10/indicatorId',
          details: { id: indicatorId },
        }),
      );
    }
  });

  test('are refused where an indicator has two', () => {
    expect(() => gradeYear(tasks, [figures[0]!, figures[0]!])).toThrow(
      expect.objectContaining({ code: 'duplicate-id', place: '/1/indicatorId' }),
    );
  });
});
