import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { YearGrade } from '../../domain/grading.ts';
import { countGrades, outcomeOf, outcomesOf } from '../../domain/outcomes.ts';

const anyGrade = fc.constantFrom<YearGrade>('EXCEEDED', 'ACHIEVED', 'NOT_ACHIEVED', 'MISSING');

describe("a task's outcome", () => {
  test.each<[string, readonly YearGrade[]]>([
    ['EXCEEDED', ['ACHIEVED', 'EXCEEDED']],
    ['EXCEEDED', ['EXCEEDED']],
    ['ACHIEVED', ['ACHIEVED', 'ACHIEVED']],
    ['PARTIALLY_ACHIEVED', ['NOT_ACHIEVED', 'ACHIEVED']],
    ['PARTIALLY_ACHIEVED', ['EXCEEDED', 'NOT_ACHIEVED']],
    ['PARTIALLY_ACHIEVED', ['EXCEEDED', 'MISSING']],
    ['NOT_ACHIEVED', ['NOT_ACHIEVED', 'NOT_ACHIEVED']],
    ['NOT_ACHIEVED', ['NOT_ACHIEVED', 'MISSING']],
    ['NOT_ACHIEVED', ['MISSING']],
  ])('is %s where its indicators are %j', (outcome, grades) => {
    expect(outcomeOf(grades, false)).toBe(outcome);
  });

  test('is that it is carried over where that was decided, whatever its figures', () => {
    fc.assert(
      fc.property(fc.array(anyGrade), (grades) => {
        expect(outcomeOf(grades, true)).toBe('CARRIED_OVER');
      }),
    );
  });

  test('is for the office to say where no indicator measures it', () => {
    expect(outcomeOf([], false)).toBeNull();
  });

  test('does not depend on the order of the indicators, and a missing figure is one missed', () => {
    fc.assert(
      fc.property(fc.array(anyGrade), (grades) => {
        const outcome = outcomeOf(grades, false);
        expect(outcomeOf(grades.toReversed(), false)).toBe(outcome);
        const missed = grades.map((grade) => (grade === 'MISSING' ? 'NOT_ACHIEVED' : grade));
        expect(outcomeOf(missed, false)).toBe(outcome);
        if (grades.includes('MISSING')) expect(['ACHIEVED', 'EXCEEDED']).not.toContain(outcome);
      }),
    );
  });
});

test('each task has the outcome of its own indicators, in the order of the plan', () => {
  const figure = (taskId: string, grade: YearGrade) => ({
    taskId,
    indicatorId: 'CT1',
    actual: 1,
    target: 1,
    percent: null,
    grade,
  });
  const graded = [figure('NV2', 'EXCEEDED'), figure('NV1', 'ACHIEVED'), figure('NV3', 'MISSING')];
  const tasks = ['NV1', 'NV2', 'NV3', 'NV4'].map((id) => ({ id }));
  expect(outcomesOf(tasks, graded, ['NV3'])).toEqual([
    { taskId: 'NV1', outcome: 'ACHIEVED' },
    { taskId: 'NV2', outcome: 'EXCEEDED' },
    { taskId: 'NV3', outcome: 'CARRIED_OVER' },
    { taskId: 'NV4', outcome: null },
  ]);
});

describe('the counts of the year', () => {
  test('count a missing figure as not achieved, and say how many there are', () => {
    const grades = ['EXCEEDED', 'ACHIEVED', 'MISSING', 'NOT_ACHIEVED', 'ACHIEVED'] as const;
    expect(countGrades(grades)).toEqual({
      indicators: 5,
      exceeded: 1,
      achieved: 2,
      notAchieved: 2,
      missing: 1,
    });
  });

  test('make up all indicators', () => {
    fc.assert(
      fc.property(fc.array(anyGrade), (grades) => {
        const { indicators, exceeded, achieved, notAchieved, missing } = countGrades(grades);
        expect(exceeded + achieved + notAchieved).toBe(indicators);
        expect(indicators).toBe(grades.length);
        expect(missing).toBeLessThanOrEqual(notAchieved);
      }),
    );
  });
});
