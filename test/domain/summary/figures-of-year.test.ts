import { describe, expect, test } from 'vitest';
import { figuresOfYear } from '../../../domain/summary/figures-of-year.ts';
import { scoreTableOf } from '../../../domain/summary/score-table.ts';
import {
  appraised2024,
  checks2024,
  criteria2024,
  selfScores2024,
  summary2024,
  tasks2024,
} from '../../support/year-2024.ts';

describe('the figures of 2024', () => {
  const year = figuresOfYear(tasks2024, checks2024);

  test('give the outcomes and counts that the office reported', () => {
    expect(year.tasks.map(({ taskId, outcome }) => ({ taskId, outcome }))).toEqual(
      summary2024.taskOutcomes,
    );
    expect(year.counts).toEqual({
      indicators: summary2024.indicatorCount,
      exceeded: summary2024.exceeded,
      achieved: summary2024.achieved,
      notAchieved: summary2024.notAchieved,
      missing: 0,
    });
  });

  test('say which check and version they come from', () => {
    expect(year.sources).toEqual(
      checks2024.map(({ version, content: { quarter, checkedOn } }) => ({
        quarter,
        checkedOn,
        version,
      })),
    );
    expect(year.sources).toHaveLength(4);
  });

  test('show each quarter as its check found it, and the fourth as the year', () => {
    const indicator = year.tasks[4]?.indicators[1];
    const found = checks2024.map(
      ({ content }) => content.results.find(({ indicatorId }) => indicatorId === 'CT5.2')?.actual,
    );
    expect(Object.values(indicator?.quarters ?? {})).toEqual(found);
    expect(indicator).toMatchObject({ target: 60, actual: found[3] });
  });

  test('a task that is carried on is not judged by its figures', () => {
    const carriedOver = [{ taskId: 'NV4', reason: 'Đổi đơn vị chủ trì.' }];
    const { tasks } = figuresOfYear(tasks2024, checks2024, { carriedOver, said: [] });
    expect(tasks[3]).toMatchObject({
      outcome: 'CARRIED_OVER',
      carriedReason: 'Đổi đơn vị chủ trì.',
    });
  });

  test('without the last check every indicator is missing, which is not nought', () => {
    const { counts, tasks } = figuresOfYear(tasks2024, checks2024.slice(0, 3));
    expect(counts).toMatchObject({ indicators: 10, notAchieved: 10, missing: 10 });
    expect(tasks[0]?.indicators[0]).toMatchObject({ actual: null, percent: null });
  });

  test('a task that nothing measures has the outcome that the office says, and none before', () => {
    const bare = tasks2024.map((task) => ({ ...task, indicators: [] })).slice(0, 1);
    expect(figuresOfYear(bare, []).tasks[0]?.outcome).toBeNull();
    const said = [{ taskId: 'NV1', outcome: 'ACHIEVED' as const }];
    expect(figuresOfYear(bare, [], { carriedOver: [], said }).tasks[0]?.outcome).toBe('ACHIEVED');
  });
});

describe('the scores of 2024', () => {
  test('add up to what the office reported, by domain too', () => {
    const { totals } = scoreTableOf(criteria2024, selfScores2024, appraised2024);
    const { max, self, appraised } = summary2024.selfScore;
    expect(totals).toMatchObject({ max, self, appraised });
    expect(
      Object.fromEntries(
        totals.byDomain.map((one) => [one.domain, [one.max, one.self, one.appraised]]),
      ),
    ).toEqual(summary2024.selfScore.byDomain);
  });

  test('are not appraised in all while one criterion is not', () => {
    const { totals, rows } = scoreTableOf(criteria2024, selfScores2024, appraised2024.slice(1));
    expect(totals.appraised).toBeNull();
    expect(rows[0]).toMatchObject({ code: 'TC1', appraised: null });
  });

  test('a difference without its reason is refused', () => {
    const silent = appraised2024.map((one) => ({ ...one, differenceReason: null }));
    expect(() => scoreTableOf(criteria2024, selfScores2024, silent, '/scores')).toThrow(
      expect.objectContaining({ code: 'missing-field', place: '/scores/2/differenceReason' }),
    );
  });
});
