import { describe, expect, it } from 'vitest';
import type { PlanContent } from '../../domain/plan.ts';
import { wordsIn } from '../../locale/words.ts';
import { planDifferences } from '../../web/plan-difference.ts';

const NAMES = {
  person: (id: string) => ({ 'P-1': 'Nguyễn Văn Mẫu', 'P-2': 'Trần Thí Dụ' })[id] ?? id,
  unit: (id: string) => ({ 'T-1': 'Đội công tác số 1', 'T-2': 'Đội công tác số 2' })[id] ?? id,
  domain: (code: string) =>
    ({ D1: 'Cải cách thể chế', D2: 'Cải cách tài chính công' })[code] ?? code,
  basis: (id: string) => ({ 'LB-1': 'Nghị quyết số 76/NQ-CP' })[id] ?? id,
};

const PLAN: PlanContent = {
  year: 2024,
  subject: 'Thực hiện công tác cải cách hành chính năm 2024',
  signer: { personId: 'P-1', capacity: null },
  legalBasisIds: ['LB-1', 'LB-2'],
  otherBases: ['Kế hoạch của cấp trên'],
  purpose: 'Phục vụ nhân dân',
  priorityStatement: 'Nhiệm vụ trọng tâm',
  qualityGoal: 'Vượt mức',
  requirements: ['Rõ người', 'Rõ việc'],
  solutions: ['Kiểm tra hằng quý'],
  funding: 'Kinh phí thường xuyên',
  focalTaskCount: 5,
  schedule: {
    registrationOpensOn: '2024-01-16',
    registrationDeadline: '2024-02-05',
    checks: { Q1: '2024-03-14', Q2: '2024-06-14', Q3: '2024-09-13', Q4: '2024-12-05' },
  },
  tasks: [
    {
      id: 'NV1',
      ordinal: 1,
      title: 'Rà soát quy chế',
      domains: ['D1', 'D2'],
      primaryDomain: 'D1',
      leadUnitId: 'T-1',
      coordinatingUnitIds: ['T-2'],
      product: 'Quy chế mới',
      indicators: [
        {
          id: 'CT1.1',
          name: 'Tỷ lệ rà soát',
          unit: '%',
          direction: 'increase',
          aggregation: 'latest',
          baseline: 40,
          target: 94.5,
          quarterTargets: { Q1: 50, Q2: 60, Q3: 70, Q4: 94.5 },
        },
        {
          id: 'CT1.2',
          name: 'Số quy chế',
          unit: 'văn bản',
          direction: 'increase',
          aggregation: 'cumulative',
          baseline: null,
          target: 4,
          quarterTargets: { Q1: 1, Q2: 2, Q3: 3, Q4: 4 },
        },
      ],
    },
    {
      id: 'NV2',
      ordinal: 2,
      title: 'Tiết kiệm chi',
      domains: ['D2'],
      primaryDomain: 'D2',
      leadUnitId: 'T-2',
      coordinatingUnitIds: [],
      product: 'Báo cáo',
      indicators: [],
    },
  ],
};

const differ = (after: PlanContent, before = PLAN) =>
  planDifferences(before, after, NAMES, wordsIn('vi'));

type Json = string | number | null | Json[] | { [key: string]: Json };

const OTHER: Readonly<Record<string, Json>> = {
  capacity: 'KT.',
  baseline: 7,
  direction: 'decrease',
  aggregation: 'average',
};

const otherText = (text: string, key: string): Json =>
  /^\d{4}-/.test(text) ? '2024-05-17' : (OTHER[key] ?? `${text} khác`);

const otherLists = (list: Json[]): Json[] => [
  ...(list.length > 0 ? [list.slice(1)] : []),
  ...(list.length > 1 ? [list.toReversed()] : []),
  ...list.flatMap((one, index) => variantsOf(one, '').map((other) => list.with(index, other))),
];

// Every way in which one single value, or one single place of a list, can differ.
const variantsOf = (value: Json, key: string): Json[] => {
  if (value === null) return [OTHER[key] ?? 'khác'];
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'string') return [otherText(value, key)];
  if (Array.isArray(value)) return otherLists(value);
  return Object.entries(value).flatMap(([name, one]) =>
    variantsOf(one, name).map((other) => ({ ...value, [name]: other })),
  );
};

describe('the difference between two versions of a plan', () => {
  it('is nothing between a version and itself', () => {
    expect(differ(structuredClone(PLAN))).toEqual([]);
  });

  it('misses no field: whatever single value changes, a reader is told', () => {
    const variants = variantsOf(PLAN as unknown as Json, '') as unknown as PlanContent[];
    expect(variants.length).toBeGreaterThan(70);
    const silent = variants.filter((variant) => differ(variant).length === 0);
    expect(silent).toEqual([]);
  });

  it('names people, units and domains, never their ids', () => {
    const [task, ...others] = PLAN.tasks;
    expect(
      differ({
        ...PLAN,
        signer: { personId: 'P-2', capacity: 'KT.' },
        tasks: [{ ...task!, leadUnitId: 'T-2', domains: ['D1'] }, ...others],
      }),
    ).toEqual([
      { label: 'Người ký', before: 'Nguyễn Văn Mẫu', after: 'KT. Trần Thí Dụ' },
      {
        label: 'Nhiệm vụ 1: Các lĩnh vực liên quan',
        before: 'Cải cách thể chế; Cải cách tài chính công',
        after: 'Cải cách thể chế',
      },
      {
        label: 'Nhiệm vụ 1: Đơn vị chủ trì',
        before: 'Đội công tác số 1',
        after: 'Đội công tác số 2',
      },
    ]);
  });

  it('shows a task that is new or gone as a whole, with what it is to reach', () => {
    const [first, second] = PLAN.tasks;
    const whole =
      'Rà soát quy chế; chủ trì: Đội công tác số 1; Tỷ lệ rà soát: từ 40 đến 94,5%; Số quy chế: 4 văn bản';
    expect(differ({ ...PLAN, tasks: [second!] })).toEqual([
      { label: 'Nhiệm vụ 1', before: whole, after: null },
    ]);
    expect(differ(PLAN, { ...PLAN, tasks: [second!] })).toEqual([
      { label: 'Nhiệm vụ 1', before: null, after: whole },
    ]);
    expect(first?.id).toBe('NV1');
  });

  it('tells an indicator by its id: another name is a change, another id is another indicator', () => {
    const [task, ...others] = PLAN.tasks;
    const [indicator, ...rest] = task!.indicators;
    const withFirst = (change: object): PlanContent => ({
      ...PLAN,
      tasks: [{ ...task!, indicators: [{ ...indicator!, ...change }, ...rest] }, ...others],
    });
    expect(differ(withFirst({ name: 'Tỷ lệ đã rà soát', baseline: null }))).toEqual([
      {
        label: 'Nhiệm vụ 1: chỉ tiêu “Tỷ lệ đã rà soát”, Tên chỉ tiêu',
        before: 'Tỷ lệ rà soát',
        after: 'Tỷ lệ đã rà soát',
      },
      {
        label: 'Nhiệm vụ 1: chỉ tiêu “Tỷ lệ đã rà soát”, Mức ban đầu',
        before: '40',
        after: '',
      },
    ]);
    expect(differ(withFirst({ id: 'CT1.9' })).map(({ before, after }) => [before, after])).toEqual([
      ['Tỷ lệ rà soát: từ 40 đến 94,5%', null],
      [null, 'Tỷ lệ rà soát: từ 40 đến 94,5%'],
    ]);
  });

  it('pairs what left a list with what came, and says where only the order changed', () => {
    expect(differ({ ...PLAN, requirements: ['Rõ người', 'Rõ kết quả', 'Rõ hạn'] })).toEqual([
      { label: 'Yêu cầu', before: 'Rõ việc', after: 'Rõ kết quả' },
      { label: 'Yêu cầu', before: null, after: 'Rõ hạn' },
    ]);
    expect(differ({ ...PLAN, requirements: ['Rõ việc', 'Rõ người'] })).toEqual([
      { label: 'Yêu cầu', before: 'Rõ người; Rõ việc', after: 'Rõ việc; Rõ người' },
    ]);
  });
});
