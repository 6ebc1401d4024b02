import { expect, test } from 'vitest';
import { displayNumber } from '../../domain/recipients.ts';
import { CLERK } from '../support/actors.ts';
import { givenPaper } from '../support/given.ts';
import {
  numbered,
  opened,
  prepared,
  rendered,
  scanned,
  signedInInk,
  stamped,
  UNTIL,
  voided,
} from '../support/paper-life.ts';

const give = (number = 15, documentDate = '2024-01-15') =>
  ({ type: 'giveNumber', number, documentDate }) as const;
const voidIt = (number = 15) =>
  ({ type: 'voidNumber', number, reasonId: 'act-of-reason' }) as const;

const signedAt = (at: string) => givenPaper([opened, prepared, [signedInInk, at]]);

test('a paper gets its number after it was signed', () => {
  const { number } = givenPaper(UNTIL.number).when(give(), { by: CLERK }).then([numbered()]);
  expect(number).toEqual({ value: 15, documentDate: '2024-01-15' });
});

test('a paper without a signature gets no number', () => {
  givenPaper(UNTIL.signature)
    .when(give(), { by: CLERK })
    .thenRefuses('out-of-time', { phase: 'awaiting-signature' });
});

test('a paper gets one number', () => {
  givenPaper(UNTIL.stamp)
    .when(give(16), { by: CLERK })
    .thenRefuses('out-of-time', { phase: 'awaiting-stamp', lastEvent: 'NumberGiven' });
});

test('a number is whole, from 1 to 99 999', () => {
  for (const number of [0, -1, 1.5, 100_000, Number.NaN]) {
    givenPaper(UNTIL.number)
      .when(give(number), { by: CLERK })
      .thenRefuses('not-schema', {}, '/number');
  }
  givenPaper(UNTIL.number)
    .when(give(99_999), { by: CLERK })
    .then([numbered(99_999)]);
});

test('the date of a paper lies between its signature and today, both days included', () => {
  const now = '2024-01-17T09:00:00+07:00';
  const story = signedAt('2024-01-15T16:00:00+07:00');
  const dated = (date: string) => story.when(give(15, date), { by: CLERK, now });
  dated('2024-01-15').then([numbered(15, '2024-01-15')]);
  dated('2024-01-17').then([numbered(15, '2024-01-17')]);
  for (const date of ['2024-01-14', '2024-01-18']) {
    dated(date).thenRefuses(
      'out-of-time',
      { given: date, earliest: '2024-01-15', latest: '2024-01-17' },
      '/documentDate',
    );
  }
});

test('a paper signed on 31 December and numbered on 2 January may bear either year', () => {
  const now = '2024-01-02T08:00:00+07:00';
  const story = signedAt('2023-12-31T23:30:00+07:00');
  for (const date of ['2023-12-31', '2024-01-01', '2024-01-02']) {
    story.when(give(1, date), { by: CLERK, now }).then([numbered(1, date)]);
  }
  story.when(give(1, '2023-12-30'), { by: CLERK, now }).thenRefuses('out-of-time');
});

test('a paper is dated 29 February in a leap year, and never else', () => {
  const leap = { by: CLERK, now: '2024-03-01T08:00:00+07:00' };
  signedAt('2024-02-29T08:00:00+07:00')
    .when(give(15, '2024-02-29'), leap)
    .then([numbered(15, '2024-02-29')]);
  const common = { by: CLERK, now: '2025-03-01T08:00:00+07:00' };
  signedAt('2025-02-28T08:00:00+07:00')
    .when(give(15, '2025-02-29'), common)
    .thenRefuses('impossible-date', { given: '2025-02-29' }, '/documentDate');
});

test('a number given by mistake is made void, and the paper waits for another', () => {
  const state = givenPaper(UNTIL.issue).when(voidIt(), { by: CLERK }).then([voided()]);
  expect(state).toMatchObject({
    phase: 'awaiting-number',
    number: null,
    voidNumbers: [{ value: 15, year: 2024 }],
  });
  givenPaper([...UNTIL.stamp, voided()])
    .when(give(16), { by: CLERK })
    .then([numbered(16)]);
});

test('with a void number go the stamp, the final paper and the scan that bear it', () => {
  const { state } = givenPaper([...UNTIL.issue, scanned, voided(), numbered(16)]);
  expect(state).toMatchObject({ stampedOn: null, finalFiles: null, scanSha256: null });
  givenPaper([...UNTIL.issue, scanned, voided(), numbered(16), rendered, stamped])
    .when({ type: 'issue' }, { by: CLERK })
    .thenRefuses('not-ready');
});

test('the signature stays when a number is void', () => {
  expect(givenPaper([...UNTIL.stamp, voided()]).state.signed).toMatchObject({ how: 'ink' });
});

test('only the number that the paper bears is made void', () => {
  givenPaper(UNTIL.stamp).when(voidIt(14), { by: CLERK }).thenRefuses('out-of-time');
});

test('without a number, or once issued, there is nothing to make void', () => {
  for (const events of [UNTIL.number, UNTIL.delivering]) {
    givenPaper(events).when(voidIt(), { by: CLERK }).thenRefuses('out-of-time');
  }
});

test('a number that was made void is not given to the paper again', () => {
  givenPaper([...UNTIL.stamp, voided()])
    .when(give(15), { by: CLERK })
    .thenRefuses('number-taken', { number: 15 }, '/number');
});

test('a number below ten is written with a leading zero', () => {
  expect([1, 9, 10, 123].map(displayNumber)).toEqual(['01', '09', '10', '123']);
});
