import { describe, expect, it } from 'vitest';
import { checkTexts } from '../../acts/check-plan.ts';
import { amendmentsOfYearFile } from '../../acts/year-file/amendments-of-year-file.ts';
import { planOfYearFile } from '../../acts/year-file/plan-of-year-file.ts';
import { textsOfYearFile } from '../../acts/year-file/texts-of-year-file.ts';
import { paperCheck } from '../../documents/check-paper.ts';
import { daysLate } from '../../domain/check-day.ts';
import { gradeQuarter, gradeYear } from '../../domain/graded-figures.ts';
import { countGrades, outcomesOf } from '../../domain/outcomes.ts';
import { tasksInForce } from '../../domain/plan-in-force.ts';
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

  const file = readValue(year);
  const checks = file.quarterChecks ?? [];
  const tasksOn = (on: string) =>
    tasksInForce(planOfYearFile(file).tasks, amendmentsOfYearFile(file), on);

  it('grades each figure against the target of its quarter, as adjusted by then', () => {
    for (const { quarter, checkedOn, results } of checks) {
      const graded = gradeQuarter(tasksOn(checkedOn), quarter, results);
      const given = graded.filter(({ grade }) => grade !== 'MISSING');
      expect(given.map(({ indicatorId, grade }) => [quarter, indicatorId, grade])).toEqual(
        results.map(({ indicatorId, status }) => [quarter, indicatorId, status]),
      );
    }
  });

  it('is late with a check by the days after its planned day', () => {
    for (const { plannedOn, checkedOn, overdueDays, status } of checks) {
      const late = daysLate(plannedOn, checkedOn);
      expect([overdueDays ?? 0, status]).toEqual([late, late > 0 ? 'DONE_LATE' : 'DONE']);
    }
  });

  it('sums up what its last check says', () => {
    const { checkedOn, results } = checks.at(-1)!;
    const { taskOutcomes, ...summary } = file.yearSummary!;
    const graded = gradeYear(tasksOn(checkedOn), results);
    expect(countGrades(graded.map(({ grade }) => grade))).toEqual({
      indicators: summary.indicatorCount,
      exceeded: summary.exceeded,
      achieved: summary.achieved,
      notAchieved: summary.notAchieved,
      missing: 0,
    });
    const carried = taskOutcomes.filter(({ outcome }) => outcome === 'CARRIED_OVER');
    const carriedOn = carried.map(({ taskId }) => taskId);
    expect(outcomesOf(tasksOn(checkedOn), graded, carriedOn)).toEqual(taskOutcomes);
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
