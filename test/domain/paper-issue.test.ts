import { expect, test } from 'vitest';
import { CLERK } from '../support/actors.ts';
import { givenPaper } from '../support/given.ts';
import {
  confirmed,
  issued,
  numbered,
  opened,
  prepared,
  rendered,
  scanned,
  signedInInk,
  stamped,
  UNTIL,
} from '../support/paper-life.ts';

const stamp = { type: 'stamp' } as const;
const attachScan = { type: 'attachScan', sha256: 'sha-scan' } as const;
const issue = { type: 'issue' } as const;
const by = { by: CLERK };

test('a paper is stamped after it got its number, and once', () => {
  givenPaper(UNTIL.stamp).when(stamp, by).then([stamped]);
  givenPaper(UNTIL.number).when(stamp, by).thenRefuses('out-of-time', { phase: 'awaiting-number' });
  givenPaper(UNTIL.issue).when(stamp, by).thenRefuses('out-of-time', { lastEvent: 'PaperStamped' });
});

test('the scan of a paper signed in ink is added once it is stamped', () => {
  givenPaper(UNTIL.issue).when(attachScan, by).then([scanned]);
  givenPaper(UNTIL.stamp).when(attachScan, by).thenRefuses('out-of-time');
});

test('a better scan replaces the first until the paper is issued', () => {
  const { scanSha256 } = givenPaper([...UNTIL.issue, scanned])
    .when({ ...attachScan, sha256: 'sha-better' }, by)
    .then([{ ...scanned, sha256: 'sha-better' }]);
  expect(scanSha256).toBe('sha-better');
  givenPaper(UNTIL.delivering).when(attachScan, by).thenRefuses('out-of-time');
});

test('a paper confirmed in the system has no scan', () => {
  givenPaper([opened, prepared, confirmed, numbered(), rendered, stamped])
    .when(attachScan, by)
    .thenRefuses('out-of-time');
});

test('a paper signed in ink is issued with its scan', () => {
  const { issuedOn } = givenPaper([...UNTIL.issue, scanned])
    .when(issue, by)
    .then([issued()]);
  expect(issuedOn).toBe('2024-01-15');
});

test('a paper signed in ink is not issued without its scan', () => {
  givenPaper(UNTIL.issue).when(issue, by).thenRefuses('not-ready', {}, '/scan');
});

test('a paper confirmed in the system is issued without a scan', () => {
  givenPaper([opened, prepared, confirmed, numbered(), rendered, stamped])
    .when(issue, by)
    .then([issued()]);
});

test('a paper is not issued before its final form is made', () => {
  givenPaper([opened, prepared, signedInInk, numbered(), stamped, scanned])
    .when(issue, by)
    .thenRefuses('not-ready');
});

test.each([
  ['signed', UNTIL.signature],
  ['numbered', UNTIL.number],
  ['stamped', UNTIL.stamp],
] as const)('a paper that is yet to be %s is not issued', (_step, events) => {
  givenPaper(events).when(issue, by).thenRefuses('out-of-time');
});

test('a paper is issued once', () => {
  givenPaper(UNTIL.delivering)
    .when(issue, by)
    .thenRefuses('out-of-time', { lastEvent: 'PaperIssued', lastBy: 'clerk' });
});

test('a paper is issued on the day on which the clerk says that it went out', () => {
  const { issuedOn } = givenPaper([
    opened,
    prepared,
    signedInInk,
    numbered(),
    rendered,
    stamped,
    scanned,
  ])
    .when(issue, {
      ...by,
      occurredAt: '2024-01-16T23:30:00+07:00',
      now: '2024-01-18T08:00:00+07:00',
    })
    .then([issued('2024-01-16')]);
  expect(issuedOn).toBe('2024-01-16');
});

test('a paper is not issued before the date that it bears', () => {
  const now = '2024-01-18T08:00:00+07:00';
  givenPaper([
    opened,
    prepared,
    signedInInk,
    [numbered(15, '2024-01-18'), '2024-01-16T08:00:00+07:00'],
    rendered,
    stamped,
    scanned,
  ])
    .when(issue, { ...by, occurredAt: '2024-01-17T08:00:00+07:00', now })
    .thenRefuses('out-of-time', { earliest: '2024-01-18' });
});
