import {
  CONFERENCE_KINDS,
  type ConferenceContent,
} from '../../../domain/conference/conference-content.ts';
import type { Instant, LocalDate } from '../../../domain/local-date.ts';
import type { Words } from '../../../locale/words.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import {
  createFormReader,
  dateFields,
  typedChoices,
  typedOrNull,
  type FormReader,
} from '../plan/form-reading.ts';

/** Points and guests that the form has room for, beside those that are there. */
const SPARE_ROWS = 3;
const UNREAD = '1900-01-01';
const TIME = /^([01]?\d|2[0-3])[:.hH]([0-5]\d)$/;

const TEXTS = ['launchedBy', 'inResponseTo', 'context', 'witnesses', 'guestsText'] as const;
const CHOICES = ['invitedSuperiorIds', 'summonedUnitIds'] as const;

export const rowsOf = (fields: TypedFields, list: string, part: string): readonly number[] => {
  let count = 0;
  while (`${list}-${String(count)}-${part}` in fields) count += 1;
  return [...Array(count).keys()];
};

const numberField = (value: number | null): string => (value === null ? '' : String(value));

const rowFields = (
  list: string,
  rows: readonly Readonly<Record<string, string>>[],
  blank: Readonly<Record<string, string>>,
): TypedFields =>
  Object.fromEntries(
    [...rows, ...Array.from({ length: SPARE_ROWS }, () => blank)].flatMap((row, index) =>
      Object.entries(row).map(([name, value]) => [`${list}-${String(index)}-${name}`, value]),
    ),
  );

/** A conference as its form shows it. */
export const planFieldsOf = (conferenceId: string, content: ConferenceContent): TypedFields => ({
  ...content,
  conferenceId,
  closesYear: numberField(content.closesYear),
  opensYear: numberField(content.opensYear),
  link: content.link ?? '',
  ...Object.fromEntries(TEXTS.map((name) => [name, content[name] ?? ''])),
  ...dateFields('date', content.date),
  startAt: content.startAt.slice(11, 16),
  endAt: content.endAt.slice(11, 16),
  ...rowFields(
    'agenda',
    content.agenda.map(({ title, minutes, ownerId }) => ({
      title,
      minutes: String(minutes),
      ownerId,
    })),
    { title: '', minutes: '', ownerId: '' },
  ),
  ...rowFields(
    'guests',
    content.guests.map(({ name, mailbox }) => ({ name, mailbox: mailbox ?? '' })),
    { name: '', mailbox: '' },
  ),
});

/** "14:00" on that day; what is no time is refused at its field. */
export const readTime = (
  fields: TypedFields,
  name: string,
  { date, reader, t }: { date: LocalDate; reader: FormReader; t: Words },
): Instant => {
  const [, hours, minutes] = TIME.exec(typedText(fields, name)) ?? [];
  if (hours && minutes) return `${date}T${hours.padStart(2, '0')}:${minutes}:00+07:00`;
  reader.refuse(name, t('conference.time-wrong'));
  return `${date}T00:00:00+07:00`;
};

const readAgenda = (fields: TypedFields, reader: FormReader): ConferenceContent['agenda'] =>
  rowsOf(fields, 'agenda', 'title')
    .map((index) => `agenda-${String(index)}`)
    .filter((row) => typedText(fields, `${row}-title`) !== '')
    .map((row, index) => ({
      ordinal: index + 1,
      title: typedText(fields, `${row}-title`),
      minutes: reader.number(`${row}-minutes`),
      ownerId: typedText(fields, `${row}-ownerId`),
    }));

const readGuests = (fields: TypedFields): ConferenceContent['guests'] =>
  rowsOf(fields, 'guests', 'name')
    .map((index) => `guests-${String(index)}`)
    .filter((row) => typedText(fields, `${row}-name`) !== '')
    .map((row, index) => ({
      key: `khach-${String(index + 1)}`,
      name: typedText(fields, `${row}-name`),
      mailbox: typedOrNull(fields, `${row}-mailbox`),
    }));

/** What was typed, with the faults that only the form knows of. */
export const readPlanFields = (fields: TypedFields, t: Words) => {
  const reader = createFormReader(fields, t);
  const date = reader.date('date', UNREAD);
  const at = { date, reader, t };
  const startAt = readTime(fields, 'startAt', at);
  const kind = CONFERENCE_KINDS.find((one) => one === typedText(fields, 'kind'));
  if (!kind) reader.refuse('kind', t('conference.kind-missing'));
  const conference: ConferenceContent = {
    kind: kind ?? 'LAUNCH',
    name: typedText(fields, 'name'),
    closesYear: reader.numberOrNull('closesYear'),
    opensYear: reader.numberOrNull('opensYear'),
    date,
    session: startAt.slice(11, 13) < '12' ? 'morning' : 'afternoon',
    startAt,
    endAt: readTime(fields, 'endAt', at),
    place: typedText(fields, 'place'),
    link: typedOrNull(fields, 'link'),
    chairId: typedText(fields, 'chairId'),
    secretaryId: typedText(fields, 'secretaryId'),
    host: typedText(fields, 'host'),
    launchedBy: typedOrNull(fields, 'launchedBy'),
    inResponseTo: typedOrNull(fields, 'inResponseTo'),
    context: typedOrNull(fields, 'context'),
    witnesses: typedOrNull(fields, 'witnesses'),
    guestsText: typedOrNull(fields, 'guestsText'),
    agenda: readAgenda(fields, reader),
    guests: readGuests(fields),
    invitedSuperiorIds: typedChoices(fields, 'invitedSuperiorIds'),
    summonedUnitIds: typedChoices(fields, 'summonedUnitIds'),
  };
  return { conference, errors: reader.errors };
};

/** The field of the form that a place in the act's data belongs to. */
export const planFieldOf = (id: string): string | null => {
  const field = id.replace(/^conference-/, '');
  const list = CHOICES.find((name) => field.startsWith(name));
  return list ?? field;
};
