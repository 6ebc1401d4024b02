import { describe, expect, it } from 'vitest';
import { readYearFile, readYearText } from '../../acts/year-file/read-year-file.ts';
import { readValue, referenceBytes, referenceYear, yearOpenedBySummary } from './reference-year.ts';

const NEEDED_FOR_A_START = [
  'schemaVersion',
  'cycleYear',
  'timezone',
  'unit',
  'superiors',
  'orgUnits',
  'people',
  'domains',
  'legalBases',
  'plan',
];

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- to be bent at will
const onlyForAStart = (): any =>
  Object.fromEntries(
    Object.entries(referenceYear()).filter(([key]) => NEEDED_FOR_A_START.includes(key)),
  );

describe('a year that is read', () => {
  it('the reference year reads whole, but for what only says where its values come from', () => {
    const { about, seedFacts, fromKnowledge, invented, ...content } = referenceYear();
    expect([about, seedFacts, fromKnowledge, invented]).not.toContain(undefined);
    expect(readYearFile(referenceBytes)).toEqual(content);
  });

  it('a file with a byte order mark reads like one without', () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), referenceBytes]);
    expect(readYearFile(marked)).toEqual(readYearFile(referenceBytes));
    expect(readYearText(`\uFEFF${referenceBytes.toString('utf8')}`).cycleYear).toBe(2024);
  });

  it('words whose marks stand apart become the same words as those with marks in place', () => {
    const apart = referenceBytes.toString('utf8').normalize('NFD');
    expect(apart).not.toBe(referenceBytes.toString('utf8'));
    expect(readYearText(apart)).toEqual(readYearFile(referenceBytes));
  });

  it('a start needs ten parts and no more', () => {
    expect(Object.keys(readValue(onlyForAStart())).sort()).toEqual([...NEEDED_FOR_A_START].sort());
  });

  it('lists may be empty', () => {
    const year = onlyForAStart();
    for (const list of ['superiors', 'orgUnits', 'people', 'domains', 'legalBases'])
      year[list] = [];
    year.plan.tasks = [];
    year.plan.adjustments = [];
    expect(readValue(year).people).toEqual([]);
    expect(readValue({ ...onlyForAStart(), documents: [] }).documents).toEqual([]);
  });

  it('a task may stand without indicators and without units that help', () => {
    const year = onlyForAStart();
    year.plan.tasks[0].indicators = [];
    year.plan.tasks[0].coordinatingOrgUnitIds = [];
    expect(readValue(year).plan.tasks[0]).toMatchObject({ id: 'NV1', indicators: [] });
  });

  it('a year that a summary conference opens reads too, its morning session under our own key', () => {
    const year = readValue(yearOpenedBySummary());
    expect(year.conference).toMatchObject({ session: 'morning', opensCycleYear: 2024 });
    expect(year.previousYearSummary?.results.map(({ metric }) => metric?.unit)).toEqual([
      'phần mềm',
      'cụm thi đua',
      'lần',
      undefined,
    ]);
  });

  it('a registration may be declined or returned, and an approval returned, each with its reason', () => {
    const year = referenceYear();
    Object.assign(year.registrations[0], {
      status: 'DECLINED',
      reason: 'Không có nhiệm vụ',
      items: [],
    });
    Object.assign(year.registrations[1], { status: 'RETURNED' });
    Object.assign(year.approvals[1], { decision: 'RETURNED', reason: 'Thiếu chỉ tiêu' });
    year.yearSummary.taskOutcomes[0].outcome = 'NOT_ACHIEVED';
    const read = readValue(year);
    expect(read.registrations?.map(({ status }) => status).slice(0, 2)).toEqual([
      'DECLINED',
      'RETURNED',
    ]);
    expect(read.approvals?.[1]?.reason).toBe('Thiếu chỉ tiêu');
  });

  it.each([
    ['2024-01-15T03:00:00Z', '2024-01-15T10:00:00+07:00'],
    ['2024-01-15T10:00+07:00', '2024-01-15T10:00:00+07:00'],
    ['2024-01-15T10:00:00.123+07:00', '2024-01-15T10:00:00+07:00'],
    ['2024-01-14T22:30:00-05:30', '2024-01-15T11:00:00+07:00'],
    ['2024-02-29T20:00:00-04:00', '2024-03-01T07:00:00+07:00'],
  ])('the moment %s is kept as %s', (written, kept) => {
    const year = referenceYear();
    year.approvals[0].at = written;
    expect(readValue(year).approvals?.[0]?.at).toBe(kept);
  });

  it('the same number in another calendar year is another number', () => {
    const year = referenceYear();
    year.documents.at(-1).issuedOn = '2025-01-06';
    year.documents.at(-1).number = 49;
    year.documents.at(-1).numberDisplay = '49/BC-ANNĐ';
    expect(readValue(year).documents?.at(-1)?.number).toBe(49);
  });

  it('a check on the last day of its data period is in time', () => {
    const year = referenceYear();
    year.quarterChecks[2].checkedOn = '2024-09-14';
    expect(readValue(year).quarterChecks?.[2]?.checkedOn).toBe('2024-09-14');
  });

  it('a number cancelled before issue needs nobody with the power to sign', () => {
    const year = referenceYear();
    const voided = year.documents.find(({ status }: { status?: string }) => status === 'VOID');
    voided.signerId = 'P-12';
    expect(readValue(year).documents).toHaveLength(16);
  });

  it('a unit head may sign by order where the paper says so', () => {
    const year = referenceYear();
    year.documents[1].signerId = 'P-03';
    year.documents[1].signingCapacity = 'TL.';
    expect(readValue(year).documents?.[1]?.signerId).toBe('P-03');
  });
});
