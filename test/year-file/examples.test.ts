import { describe, expect, it } from 'vitest';
import { checkTexts } from '../../acts/check-plan.ts';
import { textsOfYearFile } from '../../acts/year-file/texts-of-year-file.ts';
import { paperCheck } from '../../documents/check-paper.ts';
import { daysBetween } from '../../domain/local-date.ts';
import { isWorkingDay } from '../../domain/working-days.ts';
import { WORKING_DAYS_VN } from '../../locale/working-days-vn.ts';
import { readValue, summaryYear, YEARS } from './reference-year.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the files as they are written, notes on sources included
type Node = any;

const CALENDAR = {
  off: new Set(Object.values(WORKING_DAYS_VN).flatMap(({ off }) => Object.keys(off))),
  working: new Set(Object.values(WORKING_DAYS_VN).flatMap(({ working }) => Object.keys(working))),
};

const tokensOf = (pointer: string): string[] => pointer.split('/').slice(1);
const valueAt = (root: Node, pointer: string): Node =>
  tokensOf(pointer).reduce((node: Node, token) => node?.[token], root);

const NOTES = ['about', 'seedFacts', 'fromKnowledge', 'invented'];

const leavesOf = (value: Node, at = ''): string[] =>
  value === null || typeof value !== 'object' || Object.keys(value).length === 0
    ? [at]
    : Object.keys(value).flatMap((key) =>
        at === '' && NOTES.includes(key) ? [] : leavesOf(value[key], `${at}/${key}`),
      );

const covers = (pattern: string, pointer: string): boolean => {
  const given = tokensOf(pointer);
  const tokens = tokensOf(pattern);
  return (
    tokens.length <= given.length &&
    tokens.every((token, index) => token === '*' || token === given[index])
  );
};

const effectiveTarget = (year: Node, indicator: Node, quarter: string, on: string): number =>
  year.plan.adjustments
    .filter(({ effectiveOn }: Node) => effectiveOn <= on)
    .flatMap(({ changes }: Node) => changes)
    .filter(
      ({ indicatorId, field }: Node) =>
        indicatorId === indicator.id && field === `quarterTargets.${quarter}`,
    )
    .at(-1)?.to ?? indicator.quarterTargets[quarter];

const gradeOf = (year: Node, check: Node, result: Node): string => {
  const task = year.plan.tasks.find(({ id }: Node) => id === result.taskId);
  const indicator = task.indicators.find(({ id }: Node) => id === result.indicatorId);
  const target = effectiveTarget(year, indicator, check.quarter, check.checkedOn);
  const isLast = check.quarter === 'Q4';
  if (result.actual === target) return isLast ? 'ACHIEVED' : 'ON_TRACK';
  if (result.actual > target === (indicator.direction === 'increase')) return 'EXCEEDED';
  return isLast ? 'NOT_ACHIEVED' : 'BEHIND';
};

const outcomeOf = (grades: readonly string[]): string => {
  const missed = grades.filter((grade) => grade === 'NOT_ACHIEVED').length;
  if (missed > 0) return missed === grades.length ? 'NOT_ACHIEVED' : 'PARTIALLY_ACHIEVED';
  return grades.includes('EXCEEDED') ? 'EXCEEDED' : 'ACHIEVED';
};

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((left, right) => left + right, 0);

describe.each(Object.entries(YEARS))('the example year %s', (_title, freshYear) => {
  const year = freshYear();

  it('says of every value whether it is from the article, from the law, or invented', () => {
    const patterns = [...year.seedFacts, ...year.fromKnowledge]
      .map(({ path }: Node) => path)
      .concat(year.invented, '/cycleYear', '/seed');
    const unsaid = leavesOf(year).filter(
      (leaf) => !patterns.some((pattern: string) => covers(pattern, leaf)),
    );
    expect(unsaid).toEqual([]);
  });

  it('holds each fact of the article where it says so', () => {
    const held = year.seedFacts.map(({ path }: Node) => ({ path, value: valueAt(year, path) }));
    expect(held).toEqual(year.seedFacts.map(({ path, value }: Node) => ({ path, value })));
    expect(year.seedFacts.every(({ quote }: Node) => quote.length > 0)).toBe(true);
  });

  it('has only mailboxes that cannot exist, and letters that every paper can print', () => {
    const mailboxes = leavesOf(year).filter((leaf) => leaf.endsWith('/email'));
    const addresses = mailboxes.map((leaf) => valueAt(year, leaf)).filter((one) => one !== null);
    expect(addresses.filter((one) => !one.endsWith('.test'))).toEqual([]);
    expect(() => {
      checkTexts({ paperCheck }, textsOfYearFile(readValue(year)));
    }).not.toThrow();
  });

  it('issues its papers on working days, with numbers that rise in each calendar year', () => {
    for (const { id, issuedOn } of year.documents) {
      expect([id, isWorkingDay(CALENDAR, issuedOn)]).toEqual([id, true]);
    }
    const numbered = year.documents.filter(({ number }: Node) => number !== null);
    for (const [index, paper] of numbered.slice(1).entries()) {
      const before = numbered[index];
      if (before.issuedOn.slice(0, 4) !== paper.issuedOn.slice(0, 4)) continue;
      expect([paper.id, paper.number > before.number]).toEqual([paper.id, true]);
    }
  });

  it('grades each figure against the target of its quarter, as adjusted by then', () => {
    for (const check of year.quarterChecks) {
      const given = check.results.map(({ indicatorId, status }: Node) => [indicatorId, status]);
      const expected = check.results.map((result: Node) => [
        result.indicatorId,
        gradeOf(year, check, result),
      ]);
      expect([check.quarter, given]).toEqual([check.quarter, expected]);
      const late = daysBetween(check.plannedOn, check.checkedOn);
      expect(check.overdueDays ?? 0).toBe(late);
      expect(check.status).toBe(late > 0 ? 'DONE_LATE' : 'DONE');
    }
  });

  it('sums up what its last check says', () => {
    const { yearSummary, quarterChecks, plan } = year;
    const last = quarterChecks.at(-1).results;
    const counted = (grade: string) => last.filter(({ status }: Node) => status === grade).length;
    expect([
      yearSummary.indicatorCount,
      yearSummary.achieved,
      yearSummary.exceeded,
      yearSummary.notAchieved,
    ]).toEqual([last.length, counted('ACHIEVED'), counted('EXCEEDED'), counted('NOT_ACHIEVED')]);
    expect(last).toHaveLength(plan.tasks.flatMap(({ indicators }: Node) => indicators).length);
    for (const { taskId, outcome } of yearSummary.taskOutcomes) {
      const ofTask = last.filter((result: Node) => result.taskId === taskId);
      const computed = outcomeOf(ofTask.map(({ status }: Node) => status));
      expect([computed, 'CARRIED_OVER']).toContain(outcome);
    }
    expect(yearSummary.taskOutcomes).toHaveLength(plan.tasks.length);
  });

  it('scores itself domain by domain', () => {
    const { max, self, appraised, byDomain } = year.yearSummary.selfScore;
    const columns: number[][] = Object.values(byDomain);
    const total = (column: number) => sum(columns.map((scores) => scores[column] ?? 0));
    expect([max, self]).toEqual([total(0), total(1)]);
    expect(appraised).toBe(appraised === null ? null : total(2));
  });

  it('has a programme as long as its conference', () => {
    const { agenda, startAt, endAt } = year.conference;
    const minutes = (Date.parse(endAt) - Date.parse(startAt)) / 60_000;
    expect(sum(agenda.map((point: Node) => point.minutes))).toBe(minutes);
  });
});

describe('the example year 2022', () => {
  const year = summaryYear();

  it('registers and holds its conference in the year before, and issues its plan after', () => {
    const submitted = year.registrations.map(({ submittedAt }: Node) => submittedAt);
    expect(submitted.filter((at: string) => at > year.conference.startAt)).toEqual([]);
    expect(year.conference.date < '2022-01-01').toBe(true);
    const plan = year.documents.find(({ id }: Node) => id === year.plan.documentId);
    expect(plan.issuedOn > year.conference.date).toBe(true);
    expect(year.plan.tasks).toHaveLength(year.plan.registeredTaskCount);
  });

  it('has the team commands sign, and no mass organisation', () => {
    const teams = year.orgUnits
      .filter(({ kind }: Node) => kind === 'team')
      .map(({ id }: Node) => id);
    const signed = year.commitments.signatories.map(({ orgUnitId }: Node) => orgUnitId);
    expect(signed.toSorted()).toEqual(teams.toSorted());
  });

  it('shows what goes awry in a year', () => {
    const registered = year.registrations.map(({ status }: Node) => status);
    expect(new Set(registered)).toEqual(new Set(['APPROVED', 'DECLINED', 'RETURNED']));
    expect(year.approvals.map(({ decision }: Node) => decision)).toContain('RETURNED');
    const outcomes = year.yearSummary.taskOutcomes.map(({ outcome }: Node) => outcome);
    expect(new Set(outcomes).size).toBe(5);
    expect(year.quarterChecks[0].results).toHaveLength(9);
  });
});
