import { describe, expect, it } from 'vitest';
import { officeOfYearFile } from '../../acts/year-file/office-content.ts';
import { readYearFile, readYearText } from '../../acts/year-file/read-year-file.ts';
import { readValue, referenceBytes, referenceYear, summaryYear, YEARS } from './reference-year.ts';

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
  it.each(Object.entries(YEARS))(
    'the year %s reads whole, but for what only says where its values come from',
    (_title, freshYear) => {
      const { about, seedFacts, fromKnowledge, invented, ...content } = freshYear();
      expect([about, seedFacts, fromKnowledge, invented]).not.toContain(undefined);
      if (content.conference.session) content.conference.session = 'morning';
      expect(readValue(freshYear())).toEqual(content);
    },
  );

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
    const year = readValue(summaryYear());
    expect(year.conference).toMatchObject({ session: 'morning', opensCycleYear: 2022 });
    expect(year.previousYearSummary?.results.map(({ metric }) => metric?.unit)).toEqual([
      undefined,
      'phần mềm',
      undefined,
      'cụm thi đua',
      undefined,
      'chuyên đề',
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

  it('a conference that closes a year has its papers in two calendar years', () => {
    const { documents = [] } = readValue(summaryYear());
    const sameNumber = documents.filter(
      ({ number, type }) => number === 412 && type === 'Thông báo',
    );
    expect(sameNumber.map(({ issuedOn }) => issuedOn)).toEqual(['2021-10-04', '2022-12-01']);
  });

  it('what the system computes itself is read, though the file says otherwise', () => {
    const year = summaryYear();
    Object.assign(year.quarterChecks[0].results[0], { status: 'EXCEEDED' });
    Object.assign(year.quarterChecks[2], { status: 'DONE', overdueDays: 1 });
    Object.assign(year.yearSummary, { indicatorCount: 99, achieved: 0 });
    Object.assign(year.yearSummary.taskOutcomes[0], { outcome: 'CARRIED_OVER' });
    Object.assign(year.yearSummary.selfScore, { self: 120 });
    year.registrations[0].late = true;
    year.plan.registeredTaskCount = 7;
    expect(readValue(year).yearSummary?.indicatorCount).toBe(99);
  });

  it('a dialogue may be without questions, and a quarter without figures', () => {
    const year = summaryYear();
    year.dialogue.questions = [];
    year.documents = year.documents.filter(({ id }: { id: string }) => id !== 'DOC-TTR');
    year.quarterChecks[1].results = [];
    expect(readValue(year).dialogue?.questions).toEqual([]);
  });

  it('a guest belongs to a body above, and to no unit of the office', () => {
    const year = summaryYear();
    year.people.push({
      id: 'P-99',
      fullName: 'Cao Khách Mời Mẫu',
      rank: 'Đại úy',
      position: 'Chuyên viên cải cách hành chính',
      orgUnitId: 'SUP-PV01',
      email: 'khach@pv01.test',
      roles: ['guest', 'superiorReformSpecialist'],
    });
    const guest = officeOfYearFile(readValue(year)).people.at(-1);
    expect(guest).toMatchObject({ id: 'P-99', unitId: null });
  });

  it('several questions go up in one paper, and one paper makes several adjustments', () => {
    const year = referenceYear();
    year.dialogue.questions[2].escalation.documentId = 'DOC-PC-1';
    year.plan.adjustments.push({ ...year.plan.adjustments[0], id: 'ADJ-2' });
    expect(readValue(year).plan.adjustments).toHaveLength(2);
  });

  it('the chair signs the minutes, a deputy included', () => {
    const year = summaryYear();
    year.conference.chairId = 'P-03';
    year.documents.find(({ id }: { id: string }) => id === 'DOC-BB').signerId = 'P-03';
    expect(readValue(year).conference?.chairId).toBe('P-03');
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
