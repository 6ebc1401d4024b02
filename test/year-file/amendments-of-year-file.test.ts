import { expect, test } from 'vitest';
import { amendmentsOfYearFile } from '../../acts/year-file/amendments-of-year-file.ts';
import { checkAmendments, tasksInForce } from '../../domain/plan-in-force.ts';
import { planOfYearFile } from '../../acts/year-file/plan-of-year-file.ts';
import { readValue, referenceYear, refusalOf } from './reference-year.ts';

test('the adjustments of the file become amendments in our words', () => {
  expect(amendmentsOfYearFile(readValue(referenceYear()))).toEqual([
    {
      effectiveOn: '2024-07-15',
      changes: [
        {
          taskId: 'NV4',
          indicatorId: null,
          field: 'leadUnitId',
          from: 'T-3',
          to: 'T-2',
          effectiveOn: '2024-08-01',
        },
        {
          taskId: 'NV5',
          indicatorId: 'CT5.2',
          field: 'target',
          from: 50,
          to: 60,
          effectiveOn: null,
        },
        {
          taskId: 'NV5',
          indicatorId: 'CT5.2',
          field: 'quarterTargets.Q4',
          from: 50,
          to: 60,
          effectiveOn: null,
        },
      ],
    },
  ]);
});

test('units that take part stand in the file as one text', () => {
  const year = referenceYear();
  year.plan.adjustments[0].changes = [
    { taskId: 'NV5', field: 'coordinatingOrgUnitIds', from: 'M-TN, M-PN', to: 'M-TN, T-1' },
  ];
  const file = readValue(year);
  const { tasks } = planOfYearFile(file);
  const amendments = amendmentsOfYearFile(file);
  checkAmendments(tasks, amendments);
  const amended = tasksInForce(tasks, amendments, '2024-07-15').find(({ id }) => id === 'NV5');
  expect(amended?.coordinatingUnitIds).toEqual(['M-TN', 'T-1']);
});

test.each(['direction', 'leadUnitId', 'quarterTargets.Q5', 'constructor'])(
  'a change of %s is refused at its place',
  (field) => {
    const year = referenceYear();
    year.plan.adjustments[0].changes[1].field = field;
    expect(refusalOf(() => readValue(year))).toMatchObject({
      code: 'unknown-key',
      place: '/plan/adjustments/0/changes/1/field',
      details: { key: field },
    });
  },
);
