import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AmendedValue } from '../../domain/amended-fields.ts';
import { addDays } from '../../domain/local-date.ts';
import {
  checkAmendments,
  tasksInForce,
  type PlanAmendment,
  type PlanChange,
} from '../../domain/plan-in-force.ts';
import type { Indicator, PlanTask } from '../../domain/plan.ts';

const indicator = (id: string, rest: Partial<Indicator> = {}): Indicator => ({
  id,
  name: 'Tỷ lệ cuộc họp không dùng tài liệu giấy',
  unit: '%',
  direction: 'increase',
  aggregation: 'latest',
  baseline: null,
  target: 50,
  quarterTargets: { Q1: 20, Q2: 30, Q3: 40, Q4: 50 },
  ...rest,
});

const task = (id: string, indicators: readonly Indicator[]): PlanTask => ({
  id,
  ordinal: 1,
  title: 'Họp không giấy',
  domains: ['D6'],
  primaryDomain: 'D6',
  leadUnitId: 'T-3',
  coordinatingUnitIds: ['T-1', 'T-2'],
  product: 'Lịch họp không giấy',
  indicators,
});

// Both tasks have an indicator of the same id: ids are unique in their own list alone.
const TASKS = [
  task('NV1', [indicator('CT1')]),
  task('NV2', [indicator('CT1'), indicator('CT2', { direction: 'decrease', baseline: 60 })]),
];

const change = (
  field: string,
  from: AmendedValue,
  to: AmendedValue,
  rest: Partial<PlanChange> = {},
): PlanChange => ({
  taskId: 'NV2',
  indicatorId: null,
  field,
  from,
  to,
  effectiveOn: null,
  ...rest,
});
const ofIndicator = (field: string, from: AmendedValue, to: AmendedValue, rest = {}) =>
  change(field, from, to, { indicatorId: 'CT1', ...rest });
const amendment = (effectiveOn: string, ...changes: PlanChange[]): PlanAmendment => ({
  effectiveOn,
  changes,
});

const LATEST = '2999-12-31';
const nv2On = (amendments: readonly PlanAmendment[], on: string): PlanTask =>
  tasksInForce(TASKS, amendments, on)[1]!;
const refusal = (code: string, place: string | null, details: object = {}) =>
  expect.objectContaining({ code, place, details: expect.objectContaining(details) });
const checking = (...amendments: PlanAmendment[]) =>
  expect(() => {
    checkAmendments(TASKS, amendments);
  });

describe('an amendment', () => {
  const raised = amendment('2024-07-15', ofIndicator('quarterTargets.Q4', 50, 60));

  test.each([
    ['2024-07-14', 50],
    ['2024-07-15', 60],
    ['2024-12-31', 60],
  ])('counts on its day and after: on %s the target is %i', (on, target) => {
    expect(nv2On([raised], on).indicators[0]?.quarterTargets.Q4).toBe(target);
  });

  test('changes its own field alone, and never the plan it is of', () => {
    const before = structuredClone(TASKS);
    expect(tasksInForce(TASKS, [raised], '2024-07-15')).toEqual([
      TASKS[0],
      {
        ...TASKS[1],
        indicators: [
          indicator('CT1', { quarterTargets: { Q1: 20, Q2: 30, Q3: 40, Q4: 60 } }),
          TASKS[1]!.indicators[1],
        ],
      },
    ]);
    expect(TASKS).toEqual(before);
  });

  test('may have changes that take effect later than the rest', () => {
    const merged = amendment(
      '2024-07-15',
      change('leadUnitId', 'T-3', 'T-2', { effectiveOn: '2024-08-01' }),
      ofIndicator('target', 50, 60),
    );
    const shownOn = (on: string) => {
      const { leadUnitId, indicators } = nv2On([merged], on);
      return [leadUnitId, indicators[0]?.target];
    };
    expect(shownOn('2024-07-14')).toEqual(['T-3', 50]);
    expect(shownOn('2024-07-31')).toEqual(['T-3', 60]);
    expect(shownOn('2024-08-01')).toEqual(['T-2', 60]);
  });

  test.each([
    ['2024-02-29', '2024-02-28'],
    ['2024-12-31', '2024-12-30'],
    ['2025-01-01', '2024-12-31'],
  ])('that takes effect on %s does not count on %s', (effectiveOn, dayBefore) => {
    const late = amendment(effectiveOn, ofIndicator('target', 50, 60));
    expect(nv2On([late], dayBefore).indicators[0]?.target).toBe(50);
    expect(nv2On([late], effectiveOn).indicators[0]?.target).toBe(60);
  });

  test.each([
    ['title', null, 'Họp không giấy', 'Họp trực tuyến', { title: 'Họp trực tuyến' }],
    ['product', null, 'Lịch họp không giấy', 'Phần mềm', { product: 'Phần mềm' }],
    ['leadUnitId', null, 'T-3', 'T-2', { leadUnitId: 'T-2' }],
    ['coordinatingUnitIds', null, 'T-2, T-1', 'T-1,M-TN', { coordinatingUnitIds: ['T-1', 'M-TN'] }],
    ['coordinatingUnitIds', null, 'T-1,T-2', '', { coordinatingUnitIds: [] }],
  ])('may change the %s of a task', (field, indicatorId, from, to, expected) => {
    const amended = amendment('2024-07-15', change(field, from, to, { indicatorId }));
    expect(nv2On([amended], '2024-07-15')).toEqual({ ...TASKS[1], ...expected });
    checking(amended).not.toThrow();
  });

  test.each<[string, AmendedValue, AmendedValue, Partial<Indicator>]>([
    ['name', 'Tỷ lệ cuộc họp không dùng tài liệu giấy', 'Tỷ lệ họp', { name: 'Tỷ lệ họp' }],
    ['unit', '%', 'cuộc', { unit: 'cuộc' }],
    ['baseline', null, 40, { baseline: 40 }],
    ['target', 50, 60.5, { target: 60.5 }],
    ['quarterTargets.Q1', 20, 0, { quarterTargets: { Q1: 0, Q2: 30, Q3: 40, Q4: 50 } }],
    ['quarterTargets.Q3', 40, 45, { quarterTargets: { Q1: 20, Q2: 30, Q3: 45, Q4: 50 } }],
  ])('may change the %s of an indicator', (field, from, to, expected) => {
    const amended = amendment('2024-07-15', ofIndicator(field, from, to));
    expect(nv2On([amended], '2024-07-15').indicators[0]).toEqual(indicator('CT1', expected));
    checking(amended).not.toThrow();
  });
});

describe('later amendments', () => {
  test('change what earlier ones left, in the order of their days and not of their list', () => {
    const first = amendment('2024-04-01', ofIndicator('target', 50, 55));
    const second = amendment('2024-07-15', ofIndicator('target', 55, 60));
    for (const listed of [
      [first, second],
      [second, first],
    ]) {
      expect(nv2On(listed, '2024-06-30').indicators[0]?.target).toBe(55);
      expect(nv2On(listed, LATEST).indicators[0]?.target).toBe(60);
    }
  });

  test('of one day change it in the order of their list', () => {
    const first = amendment('2024-04-01', ofIndicator('target', 50, 55));
    const second = amendment('2024-04-01', ofIndicator('target', 55, 60));
    expect(nv2On([first, second], '2024-04-01').indicators[0]?.target).toBe(60);
    checking(second, first).toThrow(refusal('not-schema', '/0/changes/0/from'));
  });

  test('never touch what stood before their day, and make the plan what they say', () => {
    const steps = fc.uniqueArray(
      fc.record({ day: fc.integer({ min: 0, max: 366 }), to: fc.integer({ min: 0, max: 200 }) }),
      { minLength: 1, maxLength: 8, selector: ({ day }) => day },
    );
    const asked = fc.integer({ min: -1, max: 367 });
    fc.assert(
      fc.property(steps, asked, fc.nat(), (unordered, day, turn) => {
        const inOrder = unordered.toSorted((left, right) => left.day - right.day);
        const amendments = inOrder.map(({ day: on, to }, index) => {
          const from = inOrder[index - 1]?.to ?? 50;
          return amendment(addDays('2024-01-01', on), ofIndicator('target', from, to));
        });
        const cut = turn % amendments.length;
        const listed = [...amendments.slice(cut), ...amendments.slice(0, cut)];
        const on = addDays('2024-01-01', day);
        const expected = inOrder.findLast((step) => step.day <= day)?.to ?? 50;
        const inForce = tasksInForce(TASKS, listed, on);
        expect(inForce[1]?.indicators[0]?.target).toBe(expected);
        // Without those that come after, the day is the same.
        const known = listed.filter(({ effectiveOn }) => effectiveOn <= on);
        expect(tasksInForce(TASKS, known, on)).toEqual(inForce);
      }),
    );
  });
});

describe('an amendment is refused', () => {
  test.each<[string, PlanChange, string, string, object]>([
    [
      'of a task that the plan has not',
      change('title', 'a', 'b', { taskId: 'NV9' }),
      'unknown-reference',
      '/0/changes/0/taskId',
      { id: 'NV9', expected: ['NV1', 'NV2'] },
    ],
    [
      'of an indicator that the task has not',
      ofIndicator('target', 50, 60, { taskId: 'NV1', indicatorId: 'CT2' }),
      'unknown-reference',
      '/0/changes/0/indicatorId',
      { id: 'CT2', expected: ['CT1'] },
    ],
    [
      'of a field that nobody knows',
      change('colour', 'a', 'b'),
      'unknown-key',
      '/0/changes/0/field',
      { key: 'colour' },
    ],
    [
      'of a field that any object has',
      change('constructor', 'a', 'b'),
      'unknown-key',
      '/0/changes/0/field',
      { key: 'constructor' },
    ],
    [
      "of an indicator's field without its indicator",
      change('target', 50, 60),
      'unknown-key',
      '/0/changes/0/field',
      { key: 'target', expected: ['title', 'product', 'leadUnitId', 'coordinatingUnitIds'] },
    ],
    [
      "of a task's field with an indicator",
      ofIndicator('leadUnitId', 'T-3', 'T-2'),
      'unknown-key',
      '/0/changes/0/field',
      { key: 'leadUnitId' },
    ],
    [
      'of a quarter that the year has not',
      ofIndicator('quarterTargets.Q5', 50, 60),
      'unknown-key',
      '/0/changes/0/field',
      { key: 'quarterTargets.Q5' },
    ],
    [
      'of the direction, with which it would be another indicator',
      ofIndicator('direction', 'increase', 'decrease'),
      'unknown-key',
      '/0/changes/0/field',
      { key: 'direction' },
    ],
    [
      'from a figure that is not in force',
      ofIndicator('target', 55, 60),
      'not-schema',
      '/0/changes/0/from',
      { expected: '50', date: '2024-07-15', field: 'target', indicatorId: 'CT1' },
    ],
    [
      'from the right figure as a text',
      ofIndicator('target', '50', 60),
      'not-schema',
      '/0/changes/0/from',
      { expected: '50' },
    ],
    [
      'from a unit that does not lead the task',
      change('leadUnitId', 'T-1', 'T-2'),
      'not-schema',
      '/0/changes/0/from',
      { expected: 'T-3' },
    ],
    [
      'from units that do not all take part',
      change('coordinatingUnitIds', 'T-1', 'T-2'),
      'not-schema',
      '/0/changes/0/from',
      { expected: 'T-1,T-2' },
    ],
    [
      'from another title, and the refusal does not tell the right one',
      change('title', 'Họp', 'Họp trực tuyến'),
      'not-schema',
      '/0/changes/0/from',
      { expected: 'what is in force' },
    ],
    [
      'to a text where a figure stands',
      ofIndicator('quarterTargets.Q4', 50, '60'),
      'not-schema',
      '/0/changes/0/to',
      { expected: 'a number' },
    ],
    [
      'to an empty text',
      change('product', 'Lịch họp không giấy', ' '),
      'not-schema',
      '/0/changes/0/to',
      { expected: 'a text that is not empty' },
    ],
    [
      'to a number where a text stands',
      change('leadUnitId', 'T-3', 2),
      'not-schema',
      '/0/changes/0/to',
      { expected: 'a text that is not empty' },
    ],
    [
      'where a change would count before the amendment',
      change('leadUnitId', 'T-3', 'T-2', { effectiveOn: '2024-07-14' }),
      'impossible-date',
      '/0/changes/0/effectiveOn',
      { date: '2024-07-14', expected: '>= 2024-07-15' },
    ],
  ])('%s', (_what, refused, code, place, details) => {
    const amended = amendment('2024-07-15', refused);
    checking(amended).toThrow(refusal(code, place, details));
    expect(() => tasksInForce(TASKS, [amended], LATEST)).toThrow(refusal(code, place, details));
  });

  test('at the place that its list gives it, or at none', () => {
    const amended = amendment('2024-07-15', ofIndicator('target', 55, 60));
    const checkAt = (place: string | null) => () => {
      checkAmendments(TASKS, [amended], () => place);
    };
    expect(checkAt('/plan/adjustments/3')).toThrow(
      refusal('not-schema', '/plan/adjustments/3/changes/0/from'),
    );
    expect(checkAt(null)).toThrow(refusal('not-schema', null));
  });

  test('that sets a target against its direction', () => {
    const ofFalling = (field: string, from: number, to: number) =>
      change(field, from, to, { indicatorId: 'CT2' });
    checking(amendment('2024-07-15', ofFalling('target', 50, 61))).toThrow(
      refusal('unreachable-target', '/0/changes/0/to', { expected: '<= 60' }),
    );
    checking(amendment('2024-07-15', ofFalling('baseline', 60, 40))).toThrow(
      refusal('unreachable-target', '/0/changes/0/to', { expected: '<= 40' }),
    );
    checking(
      amendment('2024-07-15', ofFalling('target', 50, 61), ofFalling('baseline', 60, 70)),
    ).not.toThrow();
  });
});
