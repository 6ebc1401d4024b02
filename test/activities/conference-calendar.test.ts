import { expect, test } from 'vitest';
import { calendarOf } from '../../activities/conference-calendar.ts';
import { cancellation, invitation, minutes, replacing } from '../documents/conference-fixture.ts';

const mail = {
  officeId: 'annd',
  office: { name: 'Phòng An ninh nội địa', email: 'vanthu@annd.test' },
  mailbox: 'khach@ban.test',
  issuedOn: '2024-04-10',
};
const linesOf = (source: Parameters<typeof calendarOf>[0]) =>
  (calendarOf(source, mail) ?? '').split('\r\n');

test('an invitation asks for the hours of the conference, as moments that every calendar knows', () => {
  expect(linesOf(invitation())).toEqual(
    expect.arrayContaining([
      'METHOD:REQUEST',
      'UID:annd/2024/CONF-2024',
      'SEQUENCE:0',
      'DTSTAMP:20240409T170000Z',
      'DTSTART:20240417T070000Z',
      'DTEND:20240417T090000Z',
      'STATUS:CONFIRMED',
    ]),
  );
});

test('a conference that is put off is the same entry with a later sequence', () => {
  expect(linesOf(replacing)).toEqual(
    expect.arrayContaining(['UID:annd/2024/CONF-2024', 'SEQUENCE:1', 'METHOD:REQUEST']),
  );
});

test('one that is called off is taken out of the calendar', () => {
  expect(linesOf(cancellation)).toEqual(
    expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'UID:annd/2024/CONF-2024']),
  );
});

test('the same paper to the same mailbox gives the same entry', () => {
  expect(calendarOf(invitation(), mail)).toBe(calendarOf(invitation(), mail));
});

test('no other paper has an entry', () => {
  expect(calendarOf(minutes(), mail)).toBeNull();
});
