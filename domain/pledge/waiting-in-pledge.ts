import type { Waiting } from '../waiting.ts';
import {
  daysWithoutScan,
  isPaperOnItsWay,
  isPledgeOver,
  missingUnits,
  type PledgeState,
} from './pledge.ts';

const base = { personId: null, unitId: null, until: null } as const;

// Before anybody has signed it is the coordinator's: the conference that owns a pledge waits for itself.
const waitingForSigners = (state: PledgeState): readonly Waiting[] => {
  const { signatures, ownerId, openedAt } = state;
  const [first] = signatures;
  if (!first) {
    return ownerId === null && openedAt !== null
      ? [{ ...base, what: 'hold-signing', role: 'cycleCoordinator', since: openedAt }]
      : [];
  }
  return missingUnits(state).map((unitId) => ({
    ...base,
    what: 'sign-pledge',
    role: null,
    unitId,
    since: first.at,
  }));
};

const waitingForScan = (state: PledgeState): readonly Waiting[] => {
  if (daysWithoutScan(state).length === 0 || isPaperOnItsWay(state)) return [];
  const row = state.signatures.find(({ how, scanSha256 }) => how === 'ink' && scanSha256 === null);
  return row ? [{ ...base, what: 'scan-pledge', role: 'secretary', since: row.at }] : [];
};

const waitingForPaper = (state: PledgeState): readonly Waiting[] =>
  state.form === 'joint' && state.phase === 'signed' && !isPaperOnItsWay(state) && state.last
    ? [{ ...base, what: 'submit-pledge', role: 'cycleCoordinator', since: state.last.at }]
    : [];

/** Units that have not signed after the others did, the sheet's scan, and then the paper. */
export const waitingInPledge = (state: PledgeState): readonly Waiting[] =>
  isPledgeOver(state)
    ? []
    : [...waitingForSigners(state), ...waitingForScan(state), ...waitingForPaper(state)];
