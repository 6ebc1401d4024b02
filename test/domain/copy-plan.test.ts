import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyOfPlan, type CopyingOffice } from '../../domain/copy-plan.ts';
import { addDays } from '../../domain/local-date.ts';
import type { Indicator, PlanContent, PlanSchedule, PlanTask } from '../../domain/plan.ts';
import { isWorkingDay, type WorkingCalendar } from '../../domain/working-days.ts';
import { planOf } from '../support/small-office.ts';
import { FACTS, person } from './office-facts.ts';

const NO_HOLIDAYS: WorkingCalendar = { off: new Set(), working: new Set() };
const OFFICE: CopyingOffice = { facts: FACTS, successors: new Map(), results: null };

const indicator: Indicator = {
  id: 'CT1.1',
  name: 'Tỷ lệ văn bản được xử lý trong năm 2024',
  unit: '%',
  direction: 'increase',
  aggregation: 'latest',
  baseline: 80,
  target: 90,
  quarterTargets: { Q1: 82, Q2: 84, Q3: 87, Q4: 90 },
};

const task = (rest: Partial<PlanTask>): PlanTask => ({
  id: 'NV1',
  ordinal: 1,
  title: 'Rà soát quy trình',
  domains: ['D1'],
  primaryDomain: 'D1',
  leadUnitId: 'team-1',
  coordinatingUnitIds: [],
  product: 'Quy trình',
  indicators: [],
  ...rest,
});

const copy = (
  change: Partial<PlanContent>,
  { year = 2025, calendar = NO_HOLIDAYS, office = OFFICE } = {},
) => copyOfPlan(planOf(2024, change), year, calendar, office);

const scheduleOf = (days: Partial<PlanSchedule['checks']>): Partial<PlanContent> => {
  const { schedule } = planOf(2024);
  return { schedule: { ...schedule, checks: { ...schedule.checks, ...days } } };
};

describe('the days of a copied plan', () => {
  it('keep day and month, and move to the next working day where they would be off', () => {
    const { plan, notes } = copy({});
    expect(plan.schedule).toEqual({
      registrationOpensOn: '2025-01-15',
      registrationDeadline: '2025-01-31',
      // 14/06, 13/09 and 13/12 are Saturdays.
      checks: { Q1: '2025-03-14', Q2: '2025-06-16', Q3: '2025-09-15', Q4: '2025-12-15' },
    });
    expect(notes.movedDays).toBe(3);
  });

  it('come to 28 February where the year has no 29th', () => {
    const { plan } = copy(scheduleOf({ Q1: '2024-02-29' }));
    expect(plan.schedule.checks.Q1).toBe('2025-02-28');
    const leap = copy(scheduleOf({ Q1: '2024-02-29' }), { year: 2028 });
    expect(leap.plan.schedule.checks.Q1).toBe('2028-02-29');
  });

  it('go over the end of the year where 31 December and New Year are off', () => {
    const calendar = { off: new Set(['2025-12-31', '2026-01-01']), working: new Set<string>() };
    const { plan } = copy(scheduleOf({ Q4: '2024-12-31' }), { calendar });
    expect(plan.schedule.checks.Q4).toBe('2026-01-02');
  });

  it('use a weekend day on which the office works', () => {
    const calendar = { off: new Set<string>(), working: new Set(['2025-06-14']) };
    expect(copy({}, { calendar }).plan.schedule.checks.Q2).toBe('2025-06-14');
  });

  it('that lie in the year before stay in the year before', () => {
    const { schedule } = planOf(2024);
    const early = { ...schedule, registrationOpensOn: '2023-12-18' };
    expect(copy({ schedule: early }).plan.schedule.registrationOpensOn).toBe('2024-12-18');
  });

  it('keep two checks apart that would come onto one working day', () => {
    const { plan } = copy(scheduleOf({ Q1: '2024-03-15', Q2: '2024-03-16', Q3: '2024-03-17' }));
    expect(plan.schedule.checks).toMatchObject({
      Q1: '2025-03-17',
      Q2: '2025-03-18',
      Q3: '2025-03-19',
    });
  });

  it('are working days in order, whatever the year', () => {
    const day = fc.integer({ min: 0, max: 365 }).map((days) => addDays('2024-01-01', days));
    const checks = fc.uniqueArray(day, { minLength: 4, maxLength: 4 }).map((days) => {
      const [Q1 = '', Q2 = '', Q3 = '', Q4 = ''] = days.toSorted();
      return { Q1, Q2, Q3, Q4 };
    });
    const off = fc.array(fc.integer({ min: 0, max: 365 }).map((n) => addDays('2025-01-01', n)));
    fc.assert(
      fc.property(checks, off, (given, holidays) => {
        const calendar = { off: new Set(holidays), working: new Set<string>() };
        const moved = copy(scheduleOf(given), { calendar }).plan.schedule.checks;
        const days = [moved.Q1, moved.Q2, moved.Q3, moved.Q4];
        expect(days.every((one) => isWorkingDay(calendar, one))).toBe(true);
        expect([...new Set(days)].toSorted()).toEqual(days);
      }),
    );
  });
});

describe('the year in the words of a copied plan', () => {
  it.each([
    ['Cải cách hành chính năm 2024 của Phòng', 'Cải cách hành chính năm 2025 của Phòng'],
    ['Hoàn thành trong năm 2024.', 'Hoàn thành trong năm 2025.'],
    ['(2024), 2024; “2024”', '(2025), 2025; “2025”'],
    ['Trước tháng 12 năm 2024', 'Trước tháng 12 năm 2025'],
    ['Năm 2024 - năm bản lề', 'Năm 2025 - năm bản lề'],
  ])('becomes the new one: %s', (before, after) => {
    const { plan, notes } = copy({ subject: before, purpose: before, requirements: [before] });
    expect(plan).toMatchObject({ subject: after, purpose: after, requirements: [after] });
    expect(notes.keptYears).toEqual([]);
  });

  it.each([
    ['part of a longer number', 'Mã 12024 và 20245', false],
    ['another year', 'So với năm 2023', false],
    ['a paper’s number', 'Nghị định số 98/2024/NĐ-CP', true],
    ['a day', 'Theo công văn ngày 05 tháng 01 năm 2024', true],
    ['a day in figures', 'Họp ngày 05/01/2024', true],
    ['a period', 'Giai đoạn 2020 - 2024 và 2024-2030', true],
    ['an amount', 'Kinh phí 2024,5 triệu và 1.2024', true],
    ['a symbol', 'Mẫu KH-2024 và 2024a', true],
  ])('is left alone as %s', (_, text, isOldYear) => {
    const { plan, notes } = copy({ funding: text });
    expect(plan.funding).toBe(text);
    expect(notes.keptYears).toEqual(isOldYear ? ['/funding'] : []);
  });

  it('changes in tasks and indicators as well', () => {
    const { plan } = copy({
      tasks: [task({ title: 'Kế hoạch 2024', product: 'Báo cáo 2024', indicators: [indicator] })],
    });
    expect(plan.tasks[0]).toMatchObject({
      title: 'Kế hoạch 2025',
      product: 'Báo cáo 2025',
      indicators: [{ name: 'Tỷ lệ văn bản được xử lý trong năm 2025' }],
    });
  });

  it('never makes up a paper: a basis cited by its number or day keeps every year in it', () => {
    const cited = 'Kế hoạch số 12/KH-CAT ngày 05 tháng 01 năm 2024 về cải cách năm 2024';
    const general = 'Kế hoạch của Giám đốc về cải cách hành chính năm 2024';
    const { plan, notes } = copy({ otherBases: [cited, general] });
    expect(plan.otherBases).toEqual([
      cited,
      'Kế hoạch của Giám đốc về cải cách hành chính năm 2025',
    ]);
    expect(notes.keptYears).toEqual(['/otherBases/0']);
  });
});

describe('what a copied plan takes over', () => {
  it('is every task with its ids and targets, without the baselines: they are a year too old', () => {
    const { plan, notes } = copy({ tasks: [task({ indicators: [indicator] })] });
    expect(plan.tasks).toEqual([
      task({
        indicators: [
          { ...indicator, name: 'Tỷ lệ văn bản được xử lý trong năm 2025', baseline: null },
        ],
      }),
    ]);
    expect(notes.clearedBaselines).toBe(1);
  });

  it('is not a legal basis that has ended or that the office does not list', () => {
    const basis = (id: string, hasEnded: boolean) => ({
      id,
      citation: id,
      hasEnded,
      isInForce: !hasEnded,
    });
    const facts = { ...FACTS, legalBases: [basis('LB-1', false), basis('LB-2', true)] };
    const { plan, notes } = copy(
      { legalBasisIds: ['LB-1', 'LB-2', 'LB-3'] },
      { office: { ...OFFICE, facts } },
    );
    expect(plan.legalBasisIds).toEqual(['LB-1']);
    expect(notes.droppedBases).toEqual(['LB-2', 'LB-3']);
  });

  it('gives a task to the unit that took over its old one, however many steps it took', () => {
    const successors = new Map([
      ['old-1', 'old-2'],
      ['old-2', 'team-2'],
    ]);
    const { plan, notes } = copy(
      { tasks: [task({ leadUnitId: 'old-1', coordinatingUnitIds: ['old-2', 'team-2', 'union'] })] },
      { office: { facts: FACTS, successors, results: null } },
    );
    expect(plan.tasks[0]).toMatchObject({ leadUnitId: 'team-2', coordinatingUnitIds: ['union'] });
    expect(notes).toMatchObject({
      goneUnits: ['old-1', 'old-2'],
      succeededTasks: ['NV1'],
      unledTasks: [],
    });
  });

  it('gives a task without successor to the coordinator’s unit, and says so', () => {
    const successors = new Map([
      ['gone', 'other'],
      ['other', 'gone'],
    ]);
    const { plan, notes } = copy(
      { tasks: [task({ leadUnitId: 'gone', coordinatingUnitIds: ['gone-too', 'team-1'] })] },
      { office: { facts: FACTS, successors, results: null } },
    );
    expect(plan.tasks[0]).toMatchObject({ leadUnitId: 'team-2', coordinatingUnitIds: ['team-1'] });
    expect(notes).toMatchObject({ goneUnits: ['gone', 'gone-too'], unledTasks: ['NV1'] });
  });

  it.each([
    ['has left', { personId: 'former', capacity: null }],
    ['is the head no more', { personId: 'head-1', capacity: null }],
    ['was a deputy and has left', { personId: 'former', capacity: 'KT.' as const }],
  ])('has the head sign where the signer %s', (_, signer) => {
    const { plan, notes } = copy({ signer });
    expect(plan.signer).toEqual({ personId: 'head', capacity: null });
    expect(notes.replacedSigner).toBe(signer.personId);
  });

  it('has a deputy sign while there is no head', () => {
    const people = [person('deputy', { roles: ['deputyLeader'] })];
    const { plan } = copy({}, { office: { ...OFFICE, facts: { ...FACTS, people } } });
    expect(plan.signer).toEqual({ personId: 'deputy', capacity: 'KT.' });
  });

  it('has nothing to look at where nothing changed', () => {
    const { notes } = copy({}, { year: 2030 });
    expect(notes).toEqual({
      droppedBases: [],
      goneUnits: [],
      succeededTasks: [],
      unledTasks: [],
      replacedSigner: null,
      clearedBaselines: 0,
      knownBaselines: 0,
      raisedTargets: 0,
      carriedTasks: [],
      movedDays: 0,
      keptYears: [],
    });
  });
});
