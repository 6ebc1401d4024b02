import { moveClock } from '../cycle-clock.ts';
import { localDateOf, type Instant } from '../local-date.ts';
import {
  daysWithoutScan,
  isPledgeOver,
  missingUnits,
  type PledgeEvent,
  type PledgePhase,
  type PledgeSignature,
  type PledgeState,
} from './pledge.ts';

const evolveSignatures = (
  signatures: readonly PledgeSignature[],
  event: PledgeEvent,
  at: Instant,
): readonly PledgeSignature[] => {
  switch (event.type) {
    case 'PledgeSigned': {
      const { signed, signedOn, scanSha256 } = event;
      return [
        ...signatures,
        ...signed.map((mark) => ({ ...mark, how: 'ink' as const, signedOn, scanSha256, at })),
      ];
    }
    case 'CommitmentConfirmed':
      return [
        ...signatures,
        {
          unitId: event.unitId,
          personId: event.by.personId,
          how: 'confirmed',
          signedOn: localDateOf(at),
          basisId: null,
          scanSha256: null,
          at,
        },
      ];
    case 'PledgeScanAttached':
      return signatures.map((row) =>
        row.how === 'ink' && row.signedOn === event.signedOn
          ? { ...row, scanSha256: event.scanSha256 }
          : row,
      );
    case 'PledgeMarkTakenBack':
      return signatures.filter(({ unitId }) => unitId !== event.unitId);
    default:
      return signatures;
  }
};

// A joint pledge ends with its paper. Of a past year the units' own sheets lie in the archive: whoever
// enters it need not have their scans.
const phaseOf = (state: PledgeState): PledgePhase => {
  if (missingUnits(state).length > 0) return 'open';
  if (state.form === 'joint') return state.paper?.phase === 'issued' ? 'done' : 'signed';
  const hasScans = daysWithoutScan(state).length === 0;
  return hasScans || state.clock.mode === 'entered' ? 'done' : 'signed';
};

const evolvePhase = (state: PledgeState, event: PledgeEvent): PledgePhase => {
  if (isPledgeOver(state)) return state.phase;
  if (event.type === 'PledgeDropped' || event.type === 'PledgeCancelled') return 'cancelled';
  return phaseOf(state);
};

/** Total: refuses nothing, whatever the order. */
export const evolvePledge = (state: PledgeState, event: PledgeEvent, at: Instant): PledgeState => {
  if (event.type === 'ClockWentLive') return { ...state, clock: { mode: 'live' } };
  const next: PledgeState = {
    ...state,
    clock: moveClock(state.clock, at),
    openedAt: event.type === 'PledgeOpened' ? at : state.openedAt,
    ...(event.type === 'SignatoriesChanged' && {
      requiredUnitIds: event.unitIds,
      witnessId: event.witnessId,
    }),
    signatures: evolveSignatures(state.signatures, event, at),
    paper: event.type === 'PledgePaperMoved' ? event.news : state.paper,
    last: { at, event: event.type, personId: 'by' in event ? event.by.personId : null },
  };
  return { ...next, phase: evolvePhase(next, event) };
};
