import type { Waiting } from '../waiting.ts';
import {
  isCheckOver,
  isReported,
  type CheckedUnit,
  type QuarterlyCheckState,
} from './quarterly-check.ts';

const forUnit = (
  { plannedOn }: QuarterlyCheckState,
  { unitId, standing, isCoordinators, at }: CheckedUnit,
): readonly Waiting[] => {
  const base = { personId: null, unitId, since: at } as const;
  switch (standing) {
    case 'awaited':
      return [{ ...base, what: 'report-figures', role: null, until: plannedOn }];
    case 'returned':
      return [{ ...base, what: 'correct-figures', role: null, until: plannedOn }];
    case 'reported':
      return [
        {
          ...base,
          what: 'confirm-figures',
          role: isCoordinators ? 'leader' : 'cycleCoordinator',
          until: null,
        },
      ];
    case 'confirmed':
      return [];
  }
};

const whileReporting = (state: QuarterlyCheckState): readonly Waiting[] => {
  const { units, plannedOn, overdue, openedAt } = state;
  if (units === null) return [];
  const isSettled = units.every(({ standing }) => standing === 'confirmed');
  const settledAt =
    units
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? openedAt;
  const base = { personId: null, unitId: null, until: plannedOn } as const;
  const toHold: Waiting = {
    ...base,
    what: 'hold-check',
    role: 'cycleCoordinator',
    since: isSettled ? settledAt : openedAt,
  };
  // Without a day: else the coordinator would hear that the leader is late with it.
  const late: Waiting = {
    ...base,
    what: 'late-check',
    role: 'leader',
    since: openedAt,
    until: null,
  };
  return [
    ...(isSettled || overdue !== 'no' ? [toHold] : []),
    ...(overdue === 'escalated' ? [late] : []),
  ];
};

// The report is written, or what the leader gave back is; an approved one waits as a paper.
const whileHeld = ({ held, report }: QuarterlyCheckState): readonly Waiting[] => {
  if (held === null || isReported({ report }) || report?.phase === 'drafting') return [];
  const base = { personId: null, unitId: null, since: held.at, until: null } as const;
  return [{ ...base, what: 'write-quarter-report', role: 'cycleCoordinator' }];
};

/** Each unit reports, the coordinator judges it, holds the check and writes its report; late, the leader hears. */
export const waitingInCheck = (state: QuarterlyCheckState): readonly Waiting[] => {
  if (isCheckOver(state) || !state.last) return [];
  const units = isReported(state) ? [] : (state.units ?? []);
  const ofUnits = units.flatMap((unit) =>
    state.phase === 'held' && unit.standing === 'awaited' ? [] : forUnit(state, unit),
  );
  return [...ofUnits, ...(state.phase === 'held' ? whileHeld(state) : whileReporting(state))];
};
