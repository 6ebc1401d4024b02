import { describe, expect, test } from 'vitest';
import { copyOfPlan } from '../../../domain/copy-plan.ts';
import { figuresOfYear } from '../../../domain/summary/figures-of-year.ts';
import { fromResult } from '../../../domain/summary/results-of-year.ts';
import { checkTarget } from '../../../domain/target.ts';
import { checks2024, plan2024, tasks2024 } from '../../support/year-2024.ts';
import { FACTS } from '../office-facts.ts';

const carriedOver = [{ taskId: 'NV4', reason: 'Đổi đơn vị chủ trì.' }];
const results = figuresOfYear(tasks2024, checks2024, { carriedOver, said: [] });
const { plan, notes } = copyOfPlan(
  { ...plan2024, tasks: tasks2024 },
  2025,
  { off: new Set(), working: new Set() },
  { facts: FACTS, successors: new Map(), results },
);
const indicators = plan.tasks.flatMap((task) => task.indicators);
const indicatorOf = (id: string) => indicators.find((one) => one.id === id);

describe('the plan after a year that was summed up', () => {
  test('has the results of its fourth quarter as baselines', () => {
    const found = checks2024[3]?.content.results.map(({ indicatorId, actual }) => [
      indicatorId,
      actual,
    ]);
    expect(indicators.map(({ id, baseline }) => [id, baseline])).toEqual(found);
    expect(notes).toMatchObject({ clearedBaselines: 0, knownBaselines: 10 });
  });

  test('aims at no less than what was reached, so that every target can be one', () => {
    expect(indicatorOf('CT1.2')).toMatchObject({ baseline: 5, target: 5 });
    expect(indicatorOf('CT2.1')).toMatchObject({ baseline: 1.8, target: 1.8 });
    expect(indicatorOf('CT4.1')).toMatchObject({ baseline: 8.5, target: 10 });
    expect(notes.raisedTargets).toBe(5);
    for (const indicator of indicators) {
      expect(() => {
        checkTarget(indicator);
      }).not.toThrow();
    }
  });

  test('has what was carried on, and says which tasks these are', () => {
    expect(notes.carriedTasks).toEqual(['NV4']);
    expect(plan.tasks.map(({ id }) => id)).toContain('NV4');
  });
});

test('an indicator without a figure has no baseline and keeps its target', () => {
  const [task] = plan2024.tasks;
  const [indicator] = task?.indicators ?? [];
  if (!indicator) throw new Error('the example has no indicator');
  expect(fromResult(indicator, null)).toEqual({ ...indicator, baseline: null });
});
