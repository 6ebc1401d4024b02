import { describe, expect, it } from 'vitest';
import { textsOfQuarterReport } from '../../domain/check/quarter-report-texts.ts';
import { withOverrides } from '../../domain/report-texts.ts';
import { textsOfYearReport } from '../../domain/summary/year-report-texts.ts';
import { quarterReport } from '../documents/check-fixture.ts';
import { yearReport } from '../documents/summary-fixture.ts';

const ofYear = () => {
  const source = yearReport();
  if (source.kind !== 'year-report') throw new Error('another kind');
  return source.content;
};
const put = (path: string) => ({ path, text: 'Nói cách khác', reason: 'Rõ hơn' });

describe('words of a report that are put otherwise', () => {
  it('change that place alone, and keep what was said and why', () => {
    const before = quarterReport;
    const path = '/tasks/1/indicators/0/name';
    const after = withOverrides(before, [put(path)], textsOfQuarterReport);
    const indicator = { ...before.tasks[1]?.indicators[0], name: 'Nói cách khác' };
    expect(after.tasks[1]?.indicators[0]).toEqual(indicator);
    expect(after.tasks[0]).toEqual(before.tasks[0]);
    expect(after.tasks[1]?.title).toBe(before.tasks[1]?.title);
    expect(after.overrides).toEqual([put(path)]);
  });

  it('add up in one task, and may say something where nothing was noted', () => {
    const before = quarterReport;
    const paths = ['/tasks/0/title', '/tasks/0/indicators/0/note', '/works/0/task'];
    const after = withOverrides(before, paths.map(put), textsOfQuarterReport);
    expect(after.tasks[0]?.title).toBe('Nói cách khác');
    expect(after.tasks[0]?.indicators).toEqual([
      { ...before.tasks[0]?.indicators[0], note: 'Nói cách khác' },
      ...(before.tasks[0]?.indicators.slice(1) ?? []),
    ]);
    expect(after.works[0]?.task).toBe('Nói cách khác');
    expect(after.overrides.map(({ path }) => path)).toEqual(paths);
  });

  it('of a year are those of tasks, indicators and open questions', () => {
    const before = ofYear();
    const paths = ['/tasks/0/title', '/tasks/4/indicators/1/name', '/openQuestions/0'];
    const after = withOverrides(before, paths.map(put), textsOfYearReport);
    expect(after.openQuestions).toEqual(['Nói cách khác']);
    expect(after.tasks[4]?.indicators[1]?.name).toBe('Nói cách khác');
    expect(after.counts).toEqual(before.counts);
    expect(after.overrides?.map(({ path }) => path)).toEqual(paths);
  });

  it.each([
    '/tasks/0/indicators/0/actual',
    '/tasks/0/indicators/0/grade',
    '/tasks/0/indicators/0/note',
    '/tasks/0/outcome',
    '/tasks/99/title',
    '/counts/exceeded',
    '/summary/strengths/0',
  ])('no figure, grade or place that is not there: %s', (path) => {
    expect(() =>
      withOverrides(ofYear(), [put('/tasks/0/title'), put(path)], textsOfYearReport),
    ).toThrow(expect.objectContaining({ code: 'unknown-reference', place: '/overrides/1/path' }));
  });
});
