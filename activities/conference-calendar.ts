import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { ConferenceContent } from '../domain/conference/conference-content.ts';
import { epochMsOf, type LocalDate } from '../domain/local-date.ts';
import type { PaperSource } from '../domain/paper-source.ts';

interface CalendarMail {
  readonly officeId: string;
  readonly office: { readonly name: string; readonly email: string };
  readonly mailbox: string;
  readonly issuedOn: LocalDate;
}

const dateAt = (instant: string): Date => new Date(epochMsOf(instant));

const placeOf = ({ place, link }: ConferenceContent): string =>
  link === null ? place : `${place}; ${link}`;

/**
 * The entry for the recipient's calendar that goes with an invitation, a summons or the notice that calls
 * them off; null for every other paper. One conference is one entry: a later sequence replaces it. Times
 * are moments in UTC, which every calendar shows as its reader's wall time: 14:00 here.
 */
export const calendarOf = (source: PaperSource, mail: CalendarMail): string | null => {
  switch (source.kind) {
    case 'invitation':
    case 'summons':
    case 'conference-cancellation':
      break;
    default:
      return null;
  }
  const { year, conferenceId, conference, sequence } = source.content;
  const isCancelled = source.kind === 'conference-cancellation';
  const calendar = ical({
    prodId: { company: 'reform-cycle', product: 'conference' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: `${mail.officeId}/${String(year)}/${conferenceId}`,
    sequence,
    stamp: dateAt(`${mail.issuedOn}T00:00:00+07:00`),
    start: dateAt(conference.startAt),
    end: dateAt(conference.endAt),
    summary: conference.name,
    location: placeOf(conference),
    ...(conference.link === null ? {} : { url: conference.link }),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: mail.office.name, email: mail.office.email },
    attendees: [{ email: mail.mailbox, rsvp: !isCancelled }],
  });
  return `${calendar.toString()}\r\n`;
};
