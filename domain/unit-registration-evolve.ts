import { moveClock } from './cycle-clock.ts';
import type { Instant } from './local-date.ts';
import { isLateAt } from './registration-lateness.ts';
import type { UnitRegistrationEvent, UnitRegistrationState } from './unit-registration.ts';

const evolveStanding = (
  state: UnitRegistrationState,
  event: UnitRegistrationEvent,
  at: Instant,
): Partial<UnitRegistrationState> => {
  switch (event.type) {
    case 'RegistrationOpened':
      return event.returnedReasonId === null
        ? {}
        : {
            phase: 'returned',
            returned: { reasonId: event.returnedReasonId, by: event.by, at, resubmitOn: null },
          };
    case 'RegistrationSubmitted': {
      const isLate = isLateAt(state, at);
      const lateReasonId = event.submitted.lateReasonId ?? state.lateReasonId;
      return {
        phase: 'submitted',
        submitted: { ...event.submitted, at, isLate, lateReasonId },
        declined: null,
        lastSubmitted: event.submitted.version,
        wasLate: isLate,
        lateReasonId,
      };
    }
    case 'RegistrationDeclined': {
      const { reasonId, fromPaper, by } = event;
      return {
        phase: 'declining',
        submitted: null,
        declined: { reasonId, fromPaper, by, at },
        wasLate: isLateAt(state, at),
      };
    }
    case 'RegistrationWithdrawn':
      return { phase: state.returned ? 'returned' : 'open', submitted: null, declined: null };
    case 'RegistrationReturned': {
      const { reasonId, resubmitOn, by } = event;
      return {
        phase: 'returned',
        submitted: null,
        declined: null,
        returned: { reasonId, resubmitOn, by, at },
      };
    }
    case 'RegistrationAccepted':
      return { phase: 'accepted', judgedBy: event.by };
    case 'DeclineConsented':
      return { phase: 'declined', judgedBy: event.by };
    case 'RegistrationCancelled':
      return { phase: 'cancelled' };
    case 'ClockWentLive':
      return {};
  }
};

/** Total: refuses nothing, whatever the order. */
export const evolveUnitRegistration = (
  state: UnitRegistrationState,
  event: UnitRegistrationEvent,
  at: Instant,
): UnitRegistrationState => {
  if (event.type === 'ClockWentLive') return { ...state, clock: { mode: 'live' } };
  return {
    ...state,
    ...evolveStanding(state, event, at),
    clock: moveClock(state.clock, at),
    last: { at, event: event.type, personId: 'by' in event ? event.by.personId : null },
  };
};
