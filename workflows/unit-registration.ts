import { condition, continueAsNew, setCurrentDetails, setHandler } from '@temporalio/workflow';
import type { StrandReport } from '../domain/reform-cycle.ts';
import { evolveUnitRegistration } from '../domain/unit-registration-evolve.ts';
import {
  applyUnitRegistration,
  decideUnitRegistration,
  type UnitRegistrationCommand,
  type UnitRegistrationState,
} from '../domain/unit-registration.ts';
import {
  actOnRegistration,
  clockWentLive,
  cycleCancelled,
  registrationState,
  type UnitRegistrationInput,
} from './contract.ts';
import { reportToCycle } from './strand-starter.ts';
import { now, openStrand } from './strand.ts';

/** One unit's round: it registers or declines, is returned and corrected, until it is settled. */
export async function unitRegistration(input: UnitRegistrationInput): Promise<void> {
  const strand = openStrand<'unitRegistration', UnitRegistrationState, UnitRegistrationCommand>(
    { ...input, kind: 'unitRegistration', fresh: openedRegistration(input) },
    {
      decide: decideUnitRegistration,
      apply: applyUnitRegistration,
      evolve: evolveUnitRegistration,
    },
  );
  strand.answer(actOnRegistration);
  setHandler(registrationState, strand.state);
  setHandler(cycleCancelled, (at = now()) => {
    if (!isSettled(strand.state())) strand.record({ type: 'RegistrationCancelled' }, at);
  });
  setHandler(clockWentLive, () => {
    strand.record({ type: 'ClockWentLive' }, now());
  });
  if (input.carried === null) {
    const { dueOn, openedBy: by, returnedReasonId } = input;
    strand.record({ type: 'RegistrationOpened', dueOn, by, returnedReasonId }, input.openedAt);
  }

  for (;;) {
    await strand.project();
    setCurrentDetails(`registration of ${input.unitId}: ${strand.state().phase}`);
    if (isSettled(strand.state())) break;
    if (strand.shouldContinueAsNew()) {
      await continueAsNew<typeof unitRegistration>({ ...input, carried: await strand.carry() });
    }
    await condition(strand.hasUnprojected);
  }
  const state = strand.state();
  const report = reportOf(state);
  if (report) await reportToCycle(input.officeId, input.year, report, strand.moment());
}

const openedRegistration = (input: UnitRegistrationInput): UnitRegistrationState => ({
  year: input.year,
  unitId: input.unitId,
  round: input.round,
  isCoordinators: input.isCoordinators,
  dueOn: input.dueOn,
  clock: input.clock,
  phase: 'open',
  submitted: null,
  declined: null,
  returned: null,
  lastSubmitted: input.lastSubmitted,
  wasLate: input.wasLate,
  lateReasonId: null,
  judgedBy: null,
  last: null,
});

const isSettled = ({ phase }: UnitRegistrationState): boolean =>
  phase === 'accepted' || phase === 'declined' || phase === 'cancelled';

const reportOf = (state: UnitRegistrationState): StrandReport | null => {
  const { phase, unitId, round, submitted, declined, judgedBy: by, last } = state;
  if (!by) return null;
  if (phase === 'accepted' && submitted) {
    const { version, sha256, tasks, isLate, authorId } = submitted;
    const accepted = {
      version,
      sha256,
      tasks,
      isLate,
      authorId,
      submittedBy: submitted.by,
      at: last?.at ?? submitted.at,
    };
    return { type: 'UnitAccepted', unitId, round, accepted, by };
  }
  return phase === 'declined' && declined
    ? { type: 'UnitDeclined', unitId, round, reasonId: declined.reasonId, by }
    : null;
};
