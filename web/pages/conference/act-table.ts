import type { FC } from 'hono/jsx';
import {
  findLivePaper,
  missingCalls,
  wasAnnounced,
} from '../../../domain/conference/conference-papers.ts';
import type { ConferencePhase, ConferenceState } from '../../../domain/conference/conference.ts';
import type { TypedFields } from '../../layout/typed-values.ts';
import {
  attendanceFields,
  holdFields,
  minutesFields,
  postponeFields,
  readAttendance,
  readHolding,
  readLinesPaper,
  readMinutes,
  readPaper,
  readPoint,
  readPostponing,
  readReason,
  readSubject,
  type FormInput,
  type ReadForm,
} from './act-data.ts';
import {
  AttendanceFields,
  HoldFields,
  LinesPaperFields,
  MinutesFields,
  PaperFields,
  PointFields,
  PostponeFields,
  ReasonFields,
  SubjectFields,
  type ActFieldsProps,
} from './act-forms.tsx';
import type { ConferenceView, RecordedDay } from './conference-reading.ts';

export const ACT_FORMS = [
  'invitation',
  'summons',
  'attendance',
  'point',
  'hold',
  'minutes',
  'submit-minutes',
  'conclusion',
  'postpone',
  'cancel',
  'cancellation',
] as const;
export type ActFormName = (typeof ACT_FORMS)[number];

export interface ActFormSpec {
  readonly act: string;
  readonly Fields: FC<ActFieldsProps>;
  readonly read: (input: FormInput) => ReadForm;
  readonly fresh: (view: ConferenceView, day: RecordedDay) => TypedFields;
  readonly isOpen: (state: ConferenceState) => boolean;
}

const BEFORE: readonly ConferencePhase[] = ['planned', 'invited', 'postponed'];
const isBefore = ({ phase }: ConferenceState): boolean => BEFORE.includes(phase);
const isRecorded = (state: ConferenceState): boolean =>
  state.hasDayCome &&
  (isBefore(state) || state.phase === 'held' || state.phase === 'minutes') &&
  findLivePaper(state, 'minutes') === null;
const nothing = (): TypedFields => ({});

const call = (kind: 'invitation' | 'summons', lines: 'notes' | 'requirements'): ActFormSpec => ({
  act: `submit-${kind}`,
  Fields: LinesPaperFields(lines),
  read: readLinesPaper(lines),
  fresh: nothing,
  isOpen: (state) => isBefore(state) && missingCalls(state).includes(kind),
});

/** The forms of a conference's page: the act of each, when it is offered, and how it is read. */
export const ACT_FORM_SPECS: Readonly<Record<ActFormName, ActFormSpec>> = {
  invitation: call('invitation', 'notes'),
  summons: call('summons', 'requirements'),
  attendance: {
    act: 'record-attendance',
    Fields: AttendanceFields,
    read: readAttendance,
    fresh: (_, day) => attendanceFields(day),
    isOpen: isRecorded,
  },
  point: {
    act: 'close-agenda-point',
    Fields: PointFields,
    read: readPoint,
    fresh: nothing,
    isOpen: (state) => isRecorded(state) && state.agenda.length > 0,
  },
  hold: {
    act: 'hold-conference',
    Fields: HoldFields,
    read: readHolding,
    fresh: (view) => holdFields({ view }),
    isOpen: (state) => isBefore(state) && state.hasDayCome,
  },
  minutes: {
    act: 'write-minutes',
    Fields: MinutesFields,
    read: readMinutes,
    fresh: minutesFields,
    isOpen: (state) => isRecorded(state) && !isBefore(state),
  },
  'submit-minutes': {
    act: 'submit-minutes',
    Fields: SubjectFields,
    read: readSubject,
    fresh: (view) => ({ subject: view.content.name }),
    isOpen: (state) => state.phase === 'minutes' && findLivePaper(state, 'minutes') === null,
  },
  conclusion: {
    act: 'submit-conclusion',
    Fields: LinesPaperFields('points'),
    read: readLinesPaper('points'),
    fresh: (_, { minutes }) => ({ points: minutes?.text.conclusion ?? '' }),
    isOpen: (state) =>
      ['held', 'minutes', 'ended'].includes(state.phase) &&
      findLivePaper(state, 'conclusion') === null,
  },
  postpone: {
    act: 'postpone-conference',
    Fields: PostponeFields,
    read: readPostponing,
    fresh: (view) => postponeFields({ view }),
    isOpen: isBefore,
  },
  cancel: {
    act: 'cancel-conference',
    Fields: ReasonFields,
    read: readReason,
    fresh: nothing,
    isOpen: isBefore,
  },
  cancellation: {
    act: 'submit-cancellation',
    Fields: PaperFields,
    read: readPaper,
    fresh: nothing,
    isOpen: (state) =>
      state.phase === 'cancelled' &&
      wasAnnounced(state) &&
      findLivePaper(state, 'conference-cancellation') === null,
  },
};
