import { checkMoment, momentOf } from '../cycle-clock.ts';
import { DomainError } from '../errors.ts';
import { localDateOf, yearOf, type Instant, type LocalDate } from '../local-date.ts';
import {
  isPaperOnItsWay,
  isPledgeOver,
  signatureOfUnit,
  type PledgeCommand,
  type PledgeEvent,
  type PledgeState,
} from './pledge.ts';

const refuse = (state: PledgeState, message: string): DomainError =>
  new DomainError('out-of-time', message, {
    phase: state.phase,
    lastEvent: state.last?.event ?? null,
    lastAt: state.last?.at ?? null,
    lastBy: state.last?.personId ?? null,
  });

const requireUnit = (state: PledgeState, unitId: string, place: string): void => {
  if (state.requiredUnitIds.includes(unitId)) return;
  throw new DomainError(
    'unknown-reference',
    'the unit is no party of this pledge',
    { given: unitId, expected: state.requiredUnitIds },
    place,
  );
};

const requireUnsigned = (state: PledgeState, unitId: string, place: string): void => {
  requireUnit(state, unitId, place);
  const earlier = signatureOfUnit(state, unitId);
  if (!earlier) return;
  throw new DomainError(
    'duplicate-id',
    'the unit has signed already',
    { id: unitId, signedOn: earlier.signedOn, signedBy: earlier.personId },
    place,
  );
};

// The conference that opens a year may sit in the year before (the office's custom).
const checkSigningDay = ({ year }: PledgeState, signedOn: LocalDate, today: LocalDate): void => {
  if (signedOn <= today && yearOf(signedOn) >= year - 1) return;
  throw new DomainError(
    'impossible-date',
    'nobody signs after today, or before the year was prepared',
    { given: signedOn, expected: `${String(year - 1)}-01-01 .. ${today}` },
    '/signedOn',
  );
};

const checkMarks = (
  state: PledgeState,
  { signed, signedOn }: PledgeCommand & { type: 'markSigned' },
  today: LocalDate,
): void => {
  if (signed.length === 0) {
    throw new DomainError('missing-field', 'somebody has signed', {}, '/signed');
  }
  checkSigningDay(state, signedOn, today);
  signed.forEach(({ unitId }, index) => {
    const place = `/signed/${String(index)}/unitId`;
    requireUnsigned(state, unitId, place);
    if (signed.findIndex((row) => row.unitId === unitId) === index) return;
    throw new DomainError('duplicate-id', 'a unit signs once', { id: unitId }, place);
  });
};

const checkScanDay = (state: PledgeState, signedOn: LocalDate): void => {
  if (state.signatures.some((row) => row.how === 'ink' && row.signedOn === signedOn)) return;
  throw new DomainError(
    'unknown-reference',
    'nobody signed with the pen on that day',
    { given: signedOn },
    '/signedOn',
  );
};

const checkSignatories = (state: PledgeState, unitIds: readonly string[]): void => {
  if (unitIds.length === 0) {
    throw new DomainError('missing-field', 'a pledge has parties', {}, '/unitIds');
  }
  const left = state.signatures.find(({ unitId }) => !unitIds.includes(unitId));
  if (!left) return;
  throw new DomainError(
    'not-ready',
    'the unit has signed: its mark is taken back first',
    { units: [left.unitId] },
    '/unitIds',
  );
};

/** @throws DomainError out-of-time, unknown-reference, duplicate-id, impossible-date, not-ready */
export const decidePledge = (state: PledgeState, command: PledgeCommand, now: Instant): void => {
  checkMoment(state.clock, state.last, command.occurredAt, now);
  if (isPledgeOver(state)) throw refuse(state, `the pledge is ${state.phase}`);
  if (command.type === 'attachPledgeScan') {
    checkScanDay(state, command.signedOn);
    return;
  }
  if (isPaperOnItsWay(state)) throw refuse(state, 'the paper of the pledge is on its way');
  switch (command.type) {
    case 'markSigned':
      checkMarks(state, command, localDateOf(momentOf(state.clock, command.occurredAt, now)));
      return;
    case 'confirmCommitment':
      requireUnsigned(state, command.unitId, '/unitId');
      return;
    case 'takeBackMark':
      requireUnit(state, command.unitId, '/unitId');
      if (signatureOfUnit(state, command.unitId)) return;
      throw refuse(state, 'the unit has not signed');
    case 'changeSignatories':
      checkSignatories(state, command.unitIds);
      return;
    case 'dropPledge':
      return;
  }
};

export const applyPledge = (command: PledgeCommand): PledgeEvent => {
  const { by } = command;
  switch (command.type) {
    case 'markSigned': {
      const { signed, signedOn, scanSha256 } = command;
      return { type: 'PledgeSigned', signed, signedOn, scanSha256, by };
    }
    case 'confirmCommitment':
      return { type: 'CommitmentConfirmed', unitId: command.unitId, by };
    case 'attachPledgeScan': {
      const { signedOn, scanSha256 } = command;
      return { type: 'PledgeScanAttached', signedOn, scanSha256, by };
    }
    case 'takeBackMark':
      return {
        type: 'PledgeMarkTakenBack',
        unitId: command.unitId,
        reasonId: command.reasonId,
        by,
      };
    case 'changeSignatories':
      return {
        type: 'SignatoriesChanged',
        unitIds: command.unitIds,
        witnessId: command.witnessId,
        reasonId: command.reasonId,
        by,
      };
    case 'dropPledge':
      return { type: 'PledgeDropped', reasonId: command.reasonId, by };
  }
};
