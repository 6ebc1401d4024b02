import { describe, expect, test } from 'vitest';
import { unitInCharge, unitsInCharge, type UnitSpan } from '../../domain/unit-in-charge.ts';

const unit = (id: string, validTo: string | null = null, successorId: string | null = null) =>
  ({ id, validTo, successorId }) satisfies UnitSpan;

// Team 3 goes into team 2 on 01/08, which goes into team 5 at the end of the year.
const UNITS = [
  unit('T-1'),
  unit('T-2', '2024-12-31', 'T-5'),
  unit('T-3', '2024-07-31', 'T-2'),
  unit('T-4', '2024-02-29'),
  unit('T-5'),
];

describe("a unit's work", () => {
  test.each([
    ['T-1', '2024-01-01', 'T-1'],
    ['T-3', '2024-07-31', 'T-3'],
    ['T-3', '2024-08-01', 'T-2'],
    ['T-3', '2024-12-31', 'T-2'],
    ['T-3', '2025-01-01', 'T-5'],
    ['T-4', '2024-02-29', 'T-4'],
    ['T-4', '2024-03-01', null],
  ])('of %s is on %s with %s', (unitId, on, inCharge) => {
    expect(unitInCharge(UNITS, unitId, on)).toBe(inCharge);
  });

  test('is with nobody where two ended units name each other', () => {
    const lost = [unit('T-1', '2024-01-31', 'T-2'), unit('T-2', '2024-01-31', 'T-1')];
    expect(unitInCharge(lost, 'T-1', '2024-02-01')).toBeNull();
  });

  test('of a unit that the office does not know is refused', () => {
    const units = [unit('T-1', '2024-01-31', 'T-9')];
    for (const unitId of ['T-1', 'T-9']) {
      expect(() => unitInCharge(units, unitId, '2024-02-01')).toThrow(
        expect.objectContaining({ code: 'unknown-reference', details: { id: 'T-9' } }),
      );
    }
  });
});

describe('the units of a task', () => {
  const task = { leadUnitId: 'T-3', coordinatingUnitIds: ['T-1', 'T-2', 'T-4'] };

  test('are those of the plan while all exist', () => {
    expect(unitsInCharge(UNITS, task, '2024-02-29')).toEqual(task);
  });

  test('are their successors later: who leads takes part no more, who is gone is left out', () => {
    expect(unitsInCharge(UNITS, task, '2024-08-01')).toEqual({
      leadUnitId: 'T-2',
      coordinatingUnitIds: ['T-1'],
    });
  });

  test('stand once each, though two went into one', () => {
    const merged = { leadUnitId: 'T-1', coordinatingUnitIds: ['T-2', 'T-3'] };
    expect(unitsInCharge(UNITS, merged, '2024-09-01').coordinatingUnitIds).toEqual(['T-2']);
  });

  test('have no lead where the lead ended without a successor', () => {
    const alone = { leadUnitId: 'T-4', coordinatingUnitIds: ['T-1'] };
    expect(unitsInCharge(UNITS, alone, '2024-03-01')).toEqual({
      leadUnitId: null,
      coordinatingUnitIds: ['T-1'],
    });
  });
});
