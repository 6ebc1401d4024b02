import type {
  AttendanceContent,
  MinutesText,
} from '../../../domain/conference/conference-content.ts';
import { localDateOf } from '../../../domain/local-date.ts';
import type { Words } from '../../../locale/words.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import type { FormError } from '../../refusal.ts';
import {
  createFormReader,
  dateFields,
  typedChoices,
  typedLines,
  typedOrNull,
  type FormReader,
} from '../plan/form-reading.ts';
import { readSigner } from '../plan/general-fields.ts';
import type { ConferenceView, RecordedDay } from './conference-reading.ts';
import { planFieldsOf, readTime, rowsOf } from './plan-fields.ts';

export interface ReadForm {
  readonly data: object;
  readonly errors: readonly FormError[];
}
export interface FormInput {
  readonly fields: TypedFields;
  readonly view: ConferenceView;
  readonly t: Words;
}

const SPARE_ROWS = 3;
const UNREAD = '1900-01-01';

export const readPaper = ({ fields }: FormInput): ReadForm => ({
  data: { subject: typedText(fields, 'subject'), signer: readSigner(fields) },
  errors: [],
});

export const readLinesPaper =
  (name: 'notes' | 'requirements' | 'points') =>
  (input: FormInput): ReadForm => ({
    data: { ...readPaper(input).data, [name]: typedLines(input.fields, name) },
    errors: [],
  });

export const readSubject = ({ fields }: FormInput): ReadForm => ({
  data: { subject: typedText(fields, 'subject') },
  errors: [],
});

export const readReason = ({ fields }: FormInput): ReadForm => ({
  data: { reason: typedText(fields, 'reason') },
  errors: [],
});

export const postponeFields = ({ view }: Pick<FormInput, 'view'>): TypedFields =>
  planFieldsOf(view.id, view.content);

export const readPostponing = ({ fields, t }: FormInput): ReadForm => {
  const reader = createFormReader(fields, t);
  const at = { date: reader.date('date', UNREAD), reader, t };
  const data = {
    startAt: readTime(fields, 'startAt', at),
    endAt: readTime(fields, 'endAt', at),
    place: typedText(fields, 'place'),
    link: typedOrNull(fields, 'link'),
    reason: typedText(fields, 'reason'),
  };
  return { data, errors: reader.errors };
};

export const holdFields = ({ view }: Pick<FormInput, 'view'>): TypedFields => ({
  startedAt: view.content.startAt.slice(11, 16),
  endedAt: view.content.endAt.slice(11, 16),
});

/** On its day: another day would have been announced. */
export const readHolding = ({ fields, view, t }: FormInput): ReadForm => {
  const reader = createFormReader(fields, t);
  const at = { date: localDateOf(view.content.startAt), reader, t };
  const data = {
    startedAt: readTime(fields, 'startedAt', at),
    endedAt: readTime(fields, 'endedAt', at),
  };
  return { data, errors: reader.errors };
};

export const readPoint = ({ fields }: FormInput): ReadForm => ({
  data: { ordinal: Number(typedText(fields, 'ordinal')), outcome: typedOrNull(fields, 'outcome') },
  errors: [],
});

const COUNTS = ['summoned', 'present', 'absentWithReason', 'absentWithoutReason'] as const;

const countFields = (
  at: string,
  counts: Readonly<Record<(typeof COUNTS)[number], number>> | null,
): TypedFields =>
  Object.fromEntries(COUNTS.map((name) => [`${at}${name}`, counts ? String(counts[name]) : '']));

const joinFields = (all: readonly TypedFields[]): TypedFields =>
  Object.fromEntries(all.flatMap((fields) => Object.entries(fields)));

const groupFields = (index: number, group: AttendanceContent['groups'][number] | null) => ({
  [`groups-${String(index)}-name`]: group?.name ?? '',
  ...countFields(`groups-${String(index)}-`, group),
});

export const attendanceFields = ({ attendance }: RecordedDay): TypedFields => {
  const groups = [...(attendance?.groups ?? []), ...Array.from({ length: SPARE_ROWS }, () => null)];
  return joinFields([
    { ...countFields('', attendance), guests: attendance?.guests ?? '' },
    ...groups.map((group, index) => groupFields(index, group)),
  ]);
};

const readCounts = (reader: FormReader, at: string) => ({
  summoned: reader.number(`${at}summoned`),
  present: reader.number(`${at}present`),
  absentWithReason: reader.numberOrNull(`${at}absentWithReason`) ?? 0,
  absentWithoutReason: reader.numberOrNull(`${at}absentWithoutReason`) ?? 0,
});

export const readAttendance = ({ fields, t }: FormInput): ReadForm => {
  const reader = createFormReader(fields, t);
  const attendance: AttendanceContent = {
    ...readCounts(reader, ''),
    groups: rowsOf(fields, 'groups', 'name')
      .map((index) => `groups-${String(index)}-`)
      .filter((row) => typedText(fields, `${row}name`) !== '')
      .map((row) => ({ name: typedText(fields, `${row}name`), ...readCounts(reader, row) })),
    guests: typedOrNull(fields, 'guests'),
  };
  return { data: { attendance }, errors: reader.errors };
};

const courseOf = ({ content }: ConferenceView, { minutes, outcomes }: RecordedDay) =>
  minutes?.text.course ??
  content.agenda.flatMap(({ ordinal, title }) => {
    const text = outcomes.get(ordinal);
    return text === undefined ? [] : [{ title, text }];
  });

const workRow = (
  view: ConferenceView,
  index: number,
  work: MinutesText['conclusionWork'][number] | null,
): TypedFields => {
  const row = `conclusionWork-${String(index)}`;
  return {
    [`${row}-assignmentId`]: work?.assignmentId ?? `${view.id}-KL-${String(index + 1)}`,
    [`${row}-task`]: work?.task ?? '',
    [`${row}-unitId`]: work?.unitId ?? '',
    ...(work ? dateFields(`${row}-dueOn`, work.dueOn) : {}),
  };
};

const NOTHING: MinutesText = {
  opening: '',
  course: [],
  questions: null,
  signing: null,
  conclusion: '',
  conclusionWork: [],
  readBack: false,
};

const courseRow = (index: number, { title, text }: MinutesText['course'][number]): TypedFields => ({
  [`course-${String(index)}-title`]: title,
  [`course-${String(index)}-text`]: text,
});

/** The minutes as they stand, or what was recorded of the day to begin with. */
export const minutesFields = (view: ConferenceView, day: RecordedDay): TypedFields => {
  const { text, version } = day.minutes ?? { text: NOTHING, version: null };
  const blanks = Array.from({ length: SPARE_ROWS }, () => null);
  const course = [...courseOf(view, day), ...blanks.map(() => ({ title: '', text: '' }))];
  const head = {
    basedOn: version === null ? '' : String(version),
    opening: text.opening,
    signing: text.signing ?? '',
    questions: text.questions ?? '',
    conclusion: text.conclusion,
    readBack: text.readBack ? 'yes' : '',
  };
  return joinFields([
    head,
    ...course.map((part, index) => courseRow(index, part)),
    ...[...text.conclusionWork, ...blanks].map((one, index) => workRow(view, index, one)),
  ]);
};

const readWork = (fields: TypedFields, reader: FormReader): MinutesText['conclusionWork'] =>
  rowsOf(fields, 'conclusionWork', 'task')
    .map((index) => `conclusionWork-${String(index)}`)
    .filter((row) => typedText(fields, `${row}-task`) !== '')
    .map((row) => ({
      assignmentId: typedText(fields, `${row}-assignmentId`),
      unitId: typedText(fields, `${row}-unitId`),
      dueOn: reader.date(`${row}-dueOn`, UNREAD),
      task: typedText(fields, `${row}-task`),
    }));

export const readMinutes = ({ fields, t }: FormInput): ReadForm => {
  const reader = createFormReader(fields, t);
  const minutes: MinutesText = {
    opening: typedText(fields, 'opening'),
    course: rowsOf(fields, 'course', 'title')
      .map((index) => `course-${String(index)}`)
      .filter((row) => typedText(fields, `${row}-title`) !== '')
      .map((row) => ({
        title: typedText(fields, `${row}-title`),
        text: typedText(fields, `${row}-text`),
      })),
    questions: typedOrNull(fields, 'questions'),
    signing: typedOrNull(fields, 'signing'),
    conclusion: typedText(fields, 'conclusion'),
    conclusionWork: readWork(fields, reader),
    readBack: typedChoices(fields, 'readBack').includes('yes'),
  };
  const basedOn = Number(typedText(fields, 'basedOn')) || null;
  return { data: { basedOn, minutes }, errors: reader.errors };
};
