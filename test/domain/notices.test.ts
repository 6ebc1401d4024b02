import { describe, expect, test } from 'vitest';
import {
  digestsOf,
  type Digest,
  type Rung,
  type Told,
  type WaitingThing,
} from '../../domain/notices.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { waitingInAssignment } from '../../domain/waiting.ts';
import type { WorkingCalendar } from '../../domain/working-days.ts';
import { COORDINATOR } from '../support/actors.ts';
import { givenAssignment } from '../support/given.ts';

// 2024-01-15 is a Monday; a deadline on Wednesday the 31st.
const WEEKS_ALONE: WorkingCalendar = { off: new Set(), working: new Set() };
const registering: WaitingThing = {
  workflowId: 'cycle/office/2024/registration/team-1',
  year: 2024,
  what: 'register-unit',
  since: '2024-01-15T10:00:00+07:00',
  until: '2024-01-31',
  personIds: ['head-1'],
};
const numbering: WaitingThing = {
  workflowId: 'cycle/office/2024/paper/plan',
  year: 2024,
  what: 'number-paper',
  since: '2024-01-15T11:00:00+07:00',
  until: null,
  personIds: ['clerk', 'head-1'],
};

const told = (personId: string, { workflowId, what, since }: WaitingThing, ...rungs: Rung[]) =>
  rungs.map((rung): Told => ({ personId, workflowId, what, since, rung }));

const on = (
  today: LocalDate,
  {
    things = [registering],
    already = [],
    calendar = WEEKS_ALONE,
  }: {
    things?: readonly WaitingThing[];
    already?: readonly Told[];
    calendar?: WorkingCalendar;
  } = {},
): readonly Digest[] => digestsOf(things, ['coordinator'], { today, calendar, told: already });

const rungsFor = (personId: string, digests: readonly Digest[]) =>
  digests
    .find((digest) => digest.personId === personId)
    ?.items.map(({ what, rung }) => [what, rung]);

const TOLD_NEW = told('head-1', registering, 'new');

describe('what is new', () => {
  test('is told to whom it waits for, and to nobody else', () => {
    expect(on('2024-01-16')).toEqual([
      {
        personId: 'head-1',
        items: [
          {
            workflowId: registering.workflowId,
            year: 2024,
            what: 'register-unit',
            since: registering.since,
            until: '2024-01-31',
            rung: 'new',
            waitsFor: 'reader',
          },
        ],
      },
    ]);
  });

  test('is told once', () => {
    expect(on('2024-01-17', { already: TOLD_NEW })).toEqual([]);
  });

  test('is told again when it waits anew', () => {
    const anew = { ...registering, since: '2024-01-16T10:00:00+07:00' };
    expect(rungsFor('head-1', on('2024-01-17', { things: [anew], already: TOLD_NEW }))).toEqual([
      ['register-unit', 'new'],
    ]);
  });

  test('is told to each of several people by themselves', () => {
    const already = told('clerk', numbering, 'new');
    const digests = on('2024-01-16', { things: [numbering], already });
    expect(digests.map(({ personId }) => personId)).toEqual(['head-1']);
  });

  test('brings along what still waits, without a word about today', () => {
    const digests = on('2024-01-17', { things: [registering, numbering], already: TOLD_NEW });
    expect(rungsFor('head-1', digests)).toEqual([
      ['register-unit', null],
      ['number-paper', 'new'],
    ]);
    expect(rungsFor('clerk', digests)).toEqual([['number-paper', 'new']]);
  });
});

describe('a deadline that draws near', () => {
  test.each([
    ['2024-01-25', undefined],
    ['2024-01-26', 'three-days'],
    ['2024-01-29', undefined],
    ['2024-01-30', 'one-day'],
    ['2024-01-31', 'last-day'],
    ['2024-02-01', undefined],
  ] as const)(
    'is told three working days before, one before, and on the day: on %s %s',
    (day, rung) => {
      const found = rungsFor('head-1', on(day, { already: TOLD_NEW }));
      expect(found).toEqual(rung && [['register-unit', rung]]);
    },
  );

  test('is told once a day, whatever the digests', () => {
    const already = [...TOLD_NEW, ...told('head-1', registering, 'last-day')];
    expect(on('2024-01-31', { already })).toEqual([]);
  });

  test('is not told as new besides', () => {
    expect(rungsFor('head-1', on('2024-01-31'))).toEqual([['register-unit', 'last-day']]);
  });

  test('moves with the days off, as the deadline itself does', () => {
    const off = new Set(['2024-01-30', '2024-01-31', '2024-02-01']);
    const calendar = { off, working: new Set<string>() };
    const rung = (day: string) =>
      rungsFor('head-1', on(day, { already: TOLD_NEW, calendar }))?.[0]?.[1];
    expect(rung('2024-02-02')).toBe('last-day');
    expect(rung('2024-01-29')).toBe('one-day');
    expect(rung('2024-01-25')).toBe('three-days');
    expect(rung('2024-01-26')).toBeUndefined();
  });

  test('without a day is never told', () => {
    const already = told('clerk', numbering, 'new');
    const things = [{ ...numbering, personIds: ['clerk'] }];
    for (const day of ['2024-01-16', '2024-01-31', '2024-12-31']) {
      expect(on(day, { things, already })).toEqual([]);
    }
  });
});

describe('what is late', () => {
  const late = { already: TOLD_NEW };

  test('is told to the coordinator on the day after, not on the day itself', () => {
    expect(rungsFor('coordinator', on('2024-01-31', late))).toBeUndefined();
    expect(on('2024-02-01', late)).toMatchObject([
      { personId: 'coordinator', items: [{ rung: 'late', waitsFor: 'others' }] },
    ]);
  });

  test('is told once, and then only stands with what else there is to tell', () => {
    const already = [...TOLD_NEW, ...told('coordinator', registering, 'late')];
    expect(on('2024-02-02', { already })).toEqual([]);
    const other = { ...registering, workflowId: 'another', personIds: ['head-2'] };
    const digests = on('2024-02-02', {
      things: [registering, other],
      already: [...already, ...told('head-2', other, 'new')],
    });
    expect(rungsFor('coordinator', digests)).toEqual([
      ['register-unit', null],
      ['register-unit', 'late'],
    ]);
  });

  test('after a deadline on a day off is late only after the working day that takes its place', () => {
    const saturday = { ...registering, until: '2024-01-27' };
    const rung = (day: string) =>
      rungsFor('coordinator', on(day, { things: [saturday], already: TOLD_NEW }));
    expect(rung('2024-01-29')).toBeUndefined();
    expect(rung('2024-01-30')).toEqual([['register-unit', 'late']]);
  });

  test('is not told to the coordinator as of somebody else where the coordinator is waited for', () => {
    const things = [{ ...registering, personIds: ['coordinator'] }];
    const already = told('coordinator', registering, 'new');
    expect(on('2024-02-01', { things, already })).toEqual([]);
  });
});

test('nothing that waits, nothing to tell', () => {
  expect(on('2024-01-31', { things: [] })).toEqual([]);
});

describe('work that was given to a unit', () => {
  const [row] = waitingInAssignment(
    givenAssignment([[{ type: 'WorkGiven', by: COORDINATOR }, '2024-01-15T10:00:00+07:00']]).state,
  );
  const working: WaitingThing = {
    workflowId: 'cycle/office/2024/assignment/work-1',
    year: 2024,
    what: row?.what ?? 'confirm-work',
    since: row?.since ?? '',
    until: row?.until ?? null,
    personIds: ['head-1'],
  };

  test.each([
    ['2024-01-26', 'head-1', 'three-days'],
    ['2024-01-30', 'head-1', 'one-day'],
    ['2024-01-31', 'head-1', 'last-day'],
    ['2024-02-01', 'coordinator', 'late'],
  ] as const)('stands on %s in the mail of %s: %s', (today, personId, rung) => {
    const already = told('head-1', working, 'new');
    const digests = on(today, { things: [working], already });
    expect(rungsFor(personId, digests)).toEqual([['do-work', rung]]);
  });
});
