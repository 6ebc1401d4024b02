import type { ConferenceContent } from '../../domain/conference/conference-content.ts';
import { epochMsOf, instantOf, weekday } from '../../domain/local-date.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import { formatConferenceTime } from '../../locale/conference-papers.ts';
import type { NamedPerson } from '../paper.ts';
import { nameOf, personOf } from '../paper-parts.ts';

export interface ProgrammeLine {
  /** From when to when, "14:00 - 14:10". */
  readonly time: string;
  readonly title: string;
  readonly owner: NamedPerson;
}

/** A conference as its papers name it: people by name and post on the day of the facts. */
export interface ConferenceOnPaper {
  readonly name: string;
  readonly host: string;
  readonly time: string;
  readonly place: string;
  readonly link: string | null;
  readonly chair: NamedPerson;
  readonly secretary: NamedPerson;
  readonly launchedBy: string | null;
  readonly inResponseTo: string | null;
  readonly context: string | null;
  readonly witnesses: string | null;
  readonly guestsText: string | null;
  readonly hasProgramme: boolean;
}

const MINUTE_MS = 60_000;

const clockAt = (startMs: number): string => instantOf(startMs).slice(11, 16);

/** Each point follows the one before it, from the hour at which the conference begins. */
export const programmeOf = (
  { agenda, startAt }: ConferenceContent,
  facts: OfficeFacts,
): readonly ProgrammeLine[] => {
  let fromMs = epochMsOf(startAt);
  return agenda
    .toSorted((left, right) => left.ordinal - right.ordinal)
    .map(({ title, minutes, ownerId }, index) => {
      const toMs = fromMs + minutes * MINUTE_MS;
      const time = `${clockAt(fromMs)} - ${clockAt(toMs)}`;
      fromMs = toMs;
      const place = `/conference/agenda/${String(index)}/ownerId`;
      return { time, title, owner: nameOf(personOf(facts, ownerId, place)) };
    });
};

/** @throws DomainError unknown-reference where chair or secretary is not in post */
export const conferenceOnPaper = (
  conference: ConferenceContent,
  facts: OfficeFacts,
): ConferenceOnPaper => ({
  name: conference.name,
  host: conference.host,
  time: formatConferenceTime(
    conference.startAt,
    conference.session,
    conference.date,
    weekday(conference.date),
  ),
  place: conference.place,
  link: conference.link,
  chair: nameOf(personOf(facts, conference.chairId, '/conference/chairId')),
  secretary: nameOf(personOf(facts, conference.secretaryId, '/conference/secretaryId')),
  launchedBy: conference.launchedBy,
  inResponseTo: conference.inResponseTo,
  context: conference.context,
  witnesses: conference.witnesses,
  guestsText: conference.guestsText,
  hasProgramme: conference.agenda.length > 0,
});
