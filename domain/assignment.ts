import { isOwnSubmission, type Authority } from './authority.ts';
import type { Commanded } from './commanded.ts';
import { checkMoment, moveClock, type CycleClock, type LastStep } from './cycle-clock.ts';
import { DomainError } from './errors.ts';
import { isBefore, endOfDay, type Instant, type LocalDate } from './local-date.ts';
import type { WorkSource } from './year-strand.ts';

/** `given`: to be done. `reported`: the unit says it is done. `returned`: not yet, with the reason. */
export type AssignmentPhase = 'given' | 'reported' | 'returned' | 'done' | 'cancelled';

/** Work that an answer, a conclusion or a check gave to a unit. */
export interface AssignmentState {
  readonly year: number;
  readonly assignmentId: string;
  readonly source: WorkSource;
  readonly unitId: string;
  readonly dueOn: LocalDate;
  readonly contentVersion: number;
  readonly clock: CycleClock;
  readonly phase: AssignmentPhase;
  readonly report: {
    /** Version of the kind `work-report` that says what was done, with its evidence. */
    readonly version: number;
    readonly by: Authority;
    readonly at: Instant;
    readonly isLate: boolean;
  } | null;
  readonly returned: { readonly reasonId: string; readonly at: Instant } | null;
  readonly last: LastStep | null;
}

export type AssignmentCommand = Commanded &
  (
    | { readonly type: 'reportWork'; readonly version: number }
    | { readonly type: 'confirmWork'; readonly version: number }
    | { readonly type: 'returnWork'; readonly version: number; readonly reasonId: string }
    /** The unit has ended, or another one is better placed. */
    | {
        readonly type: 'moveWork';
        readonly unitId: string;
        readonly reasonId: string;
        /** The day as the office's calendar has it now; absent: as it was. */
        readonly dueOn?: LocalDate;
      }
    | { readonly type: 'dropWork'; readonly reasonId: string }
  );

export type AssignmentEvent =
  | { readonly type: 'WorkGiven'; readonly by: Authority }
  | { readonly type: 'WorkReported'; readonly version: number; readonly by: Authority }
  | { readonly type: 'WorkConfirmed'; readonly version: number; readonly by: Authority }
  | {
      readonly type: 'WorkReturned';
      readonly version: number;
      readonly reasonId: string;
      readonly by: Authority;
    }
  | {
      readonly type: 'WorkMoved';
      readonly unitId: string;
      readonly reasonId: string;
      /** Absent in what was recorded before a deadline could move. */
      readonly dueOn?: LocalDate;
      readonly by: Authority;
    }
  | { readonly type: 'WorkDropped'; readonly reasonId: string; readonly by: Authority }
  | { readonly type: 'WorkCancelled' }
  | { readonly type: 'ClockWentLive' };

const refuse = (state: AssignmentState, message: string): DomainError =>
  new DomainError('out-of-time', message, {
    phase: state.phase,
    lastEvent: state.last?.event ?? null,
    lastAt: state.last?.at ?? null,
    lastBy: state.last?.personId ?? null,
  });

const checkReported = (state: AssignmentState, version: number, by: Authority): void => {
  const { phase, report } = state;
  if (phase !== 'reported' || !report) throw refuse(state, 'nothing has been reported');
  if (report.version !== version) {
    throw new DomainError('stale-version', 'another report was read', {
      given: version,
      current: report.version,
    });
  }
  if (!isOwnSubmission(by, [report.by.personId])) return;
  throw new DomainError('own-submission', 'nobody decides on their own submission', {
    submittedBy: report.by.personId,
  });
};

/** @throws DomainError out-of-time, stale-version, own-submission, impossible-date */
export const decideAssignment = (
  state: AssignmentState,
  command: AssignmentCommand,
  now: Instant,
): void => {
  checkMoment(state.clock, state.last, command.occurredAt, now);
  if (isAssignmentOver(state)) throw refuse(state, `the work is ${state.phase}`);
  switch (command.type) {
    case 'reportWork':
      if (state.phase === 'reported') throw refuse(state, 'the report waits to be confirmed');
      return;
    case 'confirmWork':
    case 'returnWork':
      checkReported(state, command.version, command.by);
      return;
    case 'moveWork':
      if (command.unitId === state.unitId) throw refuse(state, 'the unit has the work already');
      return;
    case 'dropWork':
      return;
  }
};

export const applyAssignment = (command: AssignmentCommand): AssignmentEvent => {
  const { by } = command;
  switch (command.type) {
    case 'reportWork':
      return { type: 'WorkReported', version: command.version, by };
    case 'confirmWork':
      return { type: 'WorkConfirmed', version: command.version, by };
    case 'returnWork':
      return { type: 'WorkReturned', version: command.version, reasonId: command.reasonId, by };
    case 'moveWork': {
      const { unitId, reasonId, dueOn } = command;
      return { type: 'WorkMoved', unitId, reasonId, ...(dueOn && { dueOn }), by };
    }
    case 'dropWork':
      return { type: 'WorkDropped', reasonId: command.reasonId, by };
  }
};

const evolveStanding = (
  state: AssignmentState,
  event: AssignmentEvent,
  at: Instant,
): Partial<AssignmentState> => {
  switch (event.type) {
    case 'WorkReported': {
      const isLate = isBefore(endOfDay(state.dueOn), at);
      return { phase: 'reported', report: { version: event.version, by: event.by, at, isLate } };
    }
    case 'WorkConfirmed':
      return { phase: 'done' };
    case 'WorkReturned':
      return { phase: 'returned', returned: { reasonId: event.reasonId, at } };
    case 'WorkMoved':
      return {
        phase: 'given',
        unitId: event.unitId,
        dueOn: event.dueOn ?? state.dueOn,
        report: null,
        returned: null,
      };
    case 'WorkDropped':
    case 'WorkCancelled':
      return { phase: 'cancelled' };
    case 'WorkGiven':
    case 'ClockWentLive':
      return {};
  }
};

/** Total: refuses nothing, whatever the order. */
export const evolveAssignment = (
  state: AssignmentState,
  event: AssignmentEvent,
  at: Instant,
): AssignmentState => {
  if (event.type === 'ClockWentLive') return { ...state, clock: { mode: 'live' } };
  return {
    ...state,
    ...evolveStanding(state, event, at),
    clock: moveClock(state.clock, at),
    last: { at, event: event.type, personId: 'by' in event ? event.by.personId : null },
  };
};

export const isAssignmentOver = ({ phase }: Pick<AssignmentState, 'phase'>): boolean =>
  phase === 'done' || phase === 'cancelled';
