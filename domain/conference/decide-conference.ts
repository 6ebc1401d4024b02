import { checkMoment, momentOf } from '../cycle-clock.ts';
import { DomainError } from '../errors.ts';
import { isBefore, localDateOf, type Instant, type LocalDate } from '../local-date.ts';
import { findLivePaper } from './conference-papers.ts';
import type {
  ConferenceCommand,
  ConferenceEvent,
  ConferencePhase,
  ConferenceState,
} from './conference.ts';
import type { ConferenceFacts } from './conference-facts.ts';

const refuse = (state: ConferenceState, message: string): DomainError =>
  new DomainError('out-of-time', message, {
    phase: state.phase,
    lastEvent: state.last?.event ?? null,
    lastAt: state.last?.at ?? null,
    lastBy: state.last?.personId ?? null,
  });

const BEFORE: readonly ConferencePhase[] = ['planned', 'invited', 'postponed'];
const FROM_ITS_DAY: readonly ConferencePhase[] = [...BEFORE, 'held', 'minutes'];

const requirePhase = (state: ConferenceState, phases: readonly ConferencePhase[]): void => {
  if (!phases.includes(state.phase)) throw refuse(state, `the conference is ${state.phase}`);
};

// What the minutes tell does not change while they are being signed.
const requireNoMinutes = (state: ConferenceState): void => {
  if (findLivePaper(state, 'minutes')) throw refuse(state, 'the minutes are on their way');
};

const notBeforeItsDay = (state: ConferenceState, day: LocalDate, place: string): void => {
  if (day >= state.date) return;
  throw new DomainError(
    'impossible-date',
    'what happened at the conference is recorded from its day on',
    { given: day, expected: `>= ${state.date}` },
    place,
  );
};

const checkRecording = (state: ConferenceState, today: LocalDate): void => {
  requirePhase(state, FROM_ITS_DAY);
  requireNoMinutes(state);
  notBeforeItsDay(state, today, '');
};

const checkHeld = (
  state: ConferenceState,
  { startedAt, endedAt }: { startedAt: Instant; endedAt: Instant },
  moment: Instant,
): void => {
  requirePhase(state, BEFORE);
  notBeforeItsDay(state, localDateOf(startedAt), '/startedAt');
  if (localDateOf(startedAt) !== state.date) {
    throw new DomainError(
      'impossible-date',
      'a conference on another day than the one announced was put off',
      { given: localDateOf(startedAt), expected: `<= ${state.date}` },
      '/startedAt',
    );
  }
  if (!isBefore(startedAt, endedAt)) {
    throw new DomainError(
      'impossible-date',
      'a conference ends after it has begun',
      { given: endedAt, expected: `> ${startedAt}` },
      '/endedAt',
    );
  }
  if (!isBefore(moment, endedAt)) return;
  throw new DomainError(
    'impossible-date',
    'a conference is recorded as held when it is over',
    { given: endedAt, expected: `<= ${moment}` },
    '/endedAt',
  );
};

// Whoever was told the day hears of another one: it is put off, not changed.
const checkChange = (state: ConferenceState, { date }: ConferenceFacts): void => {
  requirePhase(state, BEFORE);
  const isCalled = state.wants.some((kind) => findLivePaper(state, kind));
  if (isCalled && date !== state.date) throw refuse(state, 'invitations name another day');
};

const requirePoint = ({ agenda }: ConferenceState, ordinal: number): void => {
  if (agenda.includes(ordinal)) return;
  throw new DomainError(
    'unknown-reference',
    'the programme has no such point',
    { given: ordinal, expected: agenda.map(String) },
    '/ordinal',
  );
};

/** @throws DomainError out-of-time, impossible-date, unknown-reference */
export const decideConference = (
  state: ConferenceState,
  command: ConferenceCommand,
  now: Instant,
): void => {
  checkMoment(state.clock, state.last, command.occurredAt, now);
  const moment = momentOf(state.clock, command.occurredAt, now);
  switch (command.type) {
    case 'changeConference':
      checkChange(state, command.facts);
      return;
    case 'postponeConference':
    case 'cancelConference':
      requirePhase(state, BEFORE);
      return;
    case 'recordAttendance':
      checkRecording(state, localDateOf(moment));
      return;
    case 'closeAgendaPoint':
      requirePoint(state, command.ordinal);
      checkRecording(state, localDateOf(moment));
      return;
    case 'holdConference':
      checkHeld(state, command, moment);
      return;
    case 'writeMinutes':
      requirePhase(state, ['held', 'minutes']);
      requireNoMinutes(state);
      return;
  }
};

export const applyConference = (command: ConferenceCommand): ConferenceEvent => {
  const { by } = command;
  switch (command.type) {
    case 'changeConference': {
      const { contentVersion, facts } = command;
      return { type: 'ConferenceChanged', contentVersion, facts, by };
    }
    case 'postponeConference': {
      const { contentVersion, facts, reasonId, draftIds } = command;
      return { type: 'ConferencePostponed', contentVersion, facts, reasonId, draftIds, by };
    }
    case 'cancelConference': {
      const { reasonId, draftIds } = command;
      return { type: 'ConferenceCancelled', reasonId, draftIds, by };
    }
    case 'recordAttendance':
      return { type: 'AttendanceRecorded', version: command.version, by };
    case 'closeAgendaPoint': {
      const { ordinal, outcomeVersion } = command;
      return { type: 'AgendaPointClosed', ordinal, outcomeVersion, by };
    }
    case 'holdConference': {
      const { startedAt, endedAt } = command;
      return { type: 'ConferenceHeld', startedAt, endedAt, by };
    }
    case 'writeMinutes': {
      const { version, work, awaited } = command;
      return { type: 'MinutesWritten', version, work, awaited, by };
    }
  }
};
