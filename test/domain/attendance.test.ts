import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkHeadcount, totalAttendance, type Headcount } from '../../domain/attendance.ts';

const count = fc.integer({ min: 0, max: 500 });

const refusal = (code: string, place: string, details: object = {}) =>
  expect.objectContaining({ code, place, details: expect.objectContaining(details) });

describe('a headcount', () => {
  test('adds up where those present and those absent are those summoned', () => {
    for (const headcount of [
      { summoned: 48, present: 45, absentWithReason: 3 },
      { summoned: 48, present: 44, absentWithReason: 3, absentWithoutReason: 1 },
      { summoned: 0, present: 0, absentWithReason: 0 },
    ]) {
      expect(() => {
        checkHeadcount(headcount);
      }).not.toThrow();
    }
  });

  test('that does not add up is refused with its numbers', () => {
    const headcount = { summoned: 48, present: 46, absentWithReason: 3 };
    expect(() => {
      checkHeadcount(headcount, '/attendance');
    }).toThrow(
      refusal('not-schema', '/attendance', {
        ...headcount,
        expected: 'present + absentWithReason = 48',
      }),
    );
  });

  test('that counts those absent without a reason is refused with them', () => {
    const headcount = { summoned: 48, present: 45, absentWithReason: 3, absentWithoutReason: 1 };
    expect(() => {
      checkHeadcount(headcount);
    }).toThrow(
      refusal('not-schema', '', {
        ...headcount,
        expected: 'present + absentWithReason + absentWithoutReason = 48',
      }),
    );
  });

  test.each([
    ['/present', { summoned: 3, present: -1, absentWithReason: 4 }],
    ['/present', { summoned: 3, present: 2.5, absentWithReason: 0.5 }],
    ['/absentWithReason', { summoned: 3, present: 4, absentWithReason: -1 }],
    ['/summoned', { summoned: -1, present: 0, absentWithReason: 0 }],
    [
      '/absentWithoutReason',
      { summoned: 3, present: 4, absentWithReason: 0, absentWithoutReason: -1 },
    ],
  ] satisfies [string, Headcount][])('counts people: %s is refused', (place, headcount) => {
    expect(() => {
      checkHeadcount(headcount);
    }).toThrow(refusal('not-schema', place, { expected: 'a whole number from 0' }));
  });

  test('adds up for one number of people summoned and for no other', () => {
    fc.assert(
      fc.property(count, count, count, fc.integer({ min: -3, max: 3 }), (came, ill, away, off) => {
        const summoned = came + ill + away + off;
        fc.pre(summoned >= 0);
        const headcount = {
          summoned,
          present: came,
          absentWithReason: ill,
          absentWithoutReason: away,
        };
        const check = expect(() => {
          checkHeadcount(headcount);
        });
        if (off === 0) check.not.toThrow();
        else check.toThrow(refusal('not-schema', '', { summoned, present: came }));
      }),
    );
  });
});

describe('the attendance of all groups', () => {
  const leaders = { group: 'leaders', summoned: 3, present: 3, absentWithReason: 0 };
  const team = {
    group: 'T-1',
    summoned: 10,
    present: 8,
    absentWithReason: 1,
    absentWithoutReason: 1,
  };

  test('is the sum of the groups, and adds up itself', () => {
    const all = totalAttendance([leaders, team]);
    expect(all).toEqual({
      summoned: 13,
      present: 11,
      absentWithReason: 1,
      absentWithoutReason: 1,
    });
    expect(() => {
      checkHeadcount(all);
    }).not.toThrow();
  });

  test('is refused at the group that does not add up', () => {
    const groups = [leaders, { ...team, present: 9 }];
    expect(() => totalAttendance(groups, '/groups')).toThrow(
      refusal('not-schema', '/groups/1', { summoned: 10, present: 9 }),
    );
  });

  test('is refused where one group stands twice', () => {
    expect(() => totalAttendance([leaders, team, leaders], '/groups')).toThrow(
      refusal('duplicate-id', '/groups/2/group', { id: 'leaders' }),
    );
  });
});
