import { endOfDay, isBefore, localDateOf, type Instant } from '../../domain/local-date.ts';
import type { UnitRegistrationState } from '../../domain/unit-registration.ts';
import { REPLAY_WORDS } from '../../locale/replay.ts';
import { registrationId, supplementApprovalId } from '../../workflows/contract.ts';
import type { Assumption } from '../year-file/papers-of-year-file.ts';
import { decideSteps, decisionsOnRegistration } from './decision-steps.ts';
import { assumedOfTasks, registrationOf } from './registered-tasks.ts';
import { atOnce, onceStrand, type ReadyActs, type ReplayStep } from './replay-step.ts';
import { turnsOf, type FileRegistration, type Turn } from './unit-turns.ts';
import type { YearToEnter } from './year-to-enter.ts';

/** What happened to one registration, and what the file does not say of it. */
interface UnitSteps {
  readonly steps: readonly ReplayStep[];
  readonly assumed: readonly Assumption[];
}

const phaseIs = (strand: string, phase: UnitRegistrationState['phase']): ReadyActs =>
  onceStrand(strand, 'unitRegistration', (state) => (state.phase === phase ? {} : null));

const planned = (
  year: YearToEnter,
  registration: FileRegistration,
  place: string,
  round: number,
) => {
  const { id, orgUnitId: unitId, status, submittedAt, submittedById } = registration;
  const strand = registrationId(year.officeId, year.year, unitId, round);
  const isDecline = status === 'DECLINED';
  const headOn = (at: Instant): string =>
    year.headOfUnitOn(unitId, localDateOf(at)) ?? submittedById;
  const deadline = endOfDay(year.file.plan.registrationDeadline);
  const isLate = registration.lateReason !== undefined || isBefore(deadline, submittedAt);
  const reasonOfLateness = registration.lateReason ?? REPLAY_WORDS.noReason;
  const coordinator = (at: Instant): string => year.coordinatorOn(localDateOf(at));

  const step = (
    name: string,
    act: string,
    turn: Pick<Turn, 'at' | 'place'>,
    personId: string,
    data: Readonly<Record<string, unknown>>,
    ready: ReadyActs,
  ): ReplayStep => ({
    id: `${id}-${name}`,
    at: turn.at,
    personId,
    act,
    data: { unitId, ...data },
    place: turn.place,
    ready,
  });

  return { id, unitId, strand, isDecline, headOn, isLate, reasonOfLateness, coordinator, step };
};

type Planned = ReturnType<typeof planned>;

const submitTurn = (
  { isDecline, headOn, isLate, reasonOfLateness, strand, step }: Planned,
  registration: FileRegistration,
  turn: Turn,
  submissions: number,
): ReplayStep => {
  const name = `submit-${String(submissions + 1)}`;
  const ready = phaseIs(strand, submissions === 0 ? 'open' : 'returned');
  if (isDecline) {
    const reason = registration.reason ?? REPLAY_WORDS.noReason;
    return step(name, 'decline-registration', turn, headOn(turn.at), { reason }, ready);
  }
  const version = Math.max(1, submissions);
  const lateReason = isLate && submissions === 0 ? reasonOfLateness : null;
  const data = { version, lateReason };
  return step(name, 'submit-registration', turn, headOn(turn.at), data, ready);
};

const returnTurn = (
  { isDecline, strand, coordinator, step }: Planned,
  turn: Turn,
  returns: number,
): ReplayStep => {
  const byId = turn.byId ?? coordinator(turn.at);
  const reason = turn.reason ?? REPLAY_WORDS.noReason;
  const ready = onceStrand(strand, 'unitRegistration', (state) => {
    if (isDecline) return state.phase === 'declining' ? { version: null } : null;
    return state.phase === 'submitted' ? { version: state.submitted?.version ?? null } : null;
  });
  return step(
    `return-${String(returns + 1)}`,
    'return-registration',
    turn,
    byId,
    { reason },
    ready,
  );
};

/** How it ended: accepted, or the leader consented that the unit has no task. */
const endSteps = (
  year: YearToEnter,
  { id, unitId, isDecline, strand, coordinator, step }: Planned,
  lastTurn: Turn,
  round: 1 | 2,
): UnitSteps => {
  const day = localDateOf(lastTurn.at);
  const said =
    round === 1
      ? decisionsOnRegistration(year, id).find(
          ({ decision, at }) => decision === 'APPROVED' && !isBefore(at, lastTurn.at),
        )
      : undefined;
  const isCoordinators = year.file.people.some(
    (person) => person.id === coordinator(lastTurn.at) && person.orgUnitId === unitId,
  );
  const byLeader = isDecline || isCoordinators;
  const byId = byLeader ? year.leaderOn(day) : coordinator(lastTurn.at);
  const ready = onceStrand(strand, 'unitRegistration', ({ phase, submitted, declined }) => {
    if (isDecline)
      return phase === 'declining' && declined ? { reasonId: declined.reasonId } : null;
    return phase === 'submitted' && submitted
      ? { version: submitted.version, sha256: submitted.sha256 }
      : null;
  });
  const act = isDecline ? 'consent-decline' : 'accept-registration';
  if (said) return decideSteps(year, said, { id: `${id}-accept`, act, data: { unitId }, ready });
  return {
    steps: [step('accept', act, lastTurn, byId, {}, ready)],
    assumed: [
      {
        path: lastTurn.place,
        assumed: isDecline ? `consented to by ${byId} on ${day}` : `accepted by ${byId} on ${day}`,
        because: 'the file says how it ended and not when; it was judged when it came',
      },
    ],
  };
};

const supplementSteps = (
  year: YearToEnter,
  { id, unitId, step, coordinator, isDecline }: Planned,
  first: Pick<Turn, 'at' | 'place'>,
  last: Pick<Turn, 'at' | 'place'>,
  isAccepted: boolean,
): { readonly before: readonly ReplayStep[]; readonly after: UnitSteps } => {
  const reopen = step(
    'reopen',
    'reopen-registration',
    first,
    coordinator(first.at),
    { reason: REPLAY_WORDS.reopened },
    atOnce,
  );
  if (!isAccepted || isDecline) return { before: [reopen], after: { steps: [], assumed: [] } };
  const said = decisionsOnRegistration(year, id).find(({ decision }) => decision === 'APPROVED');
  const byId = year.leaderOn(localDateOf(last.at));
  const decision = said ?? {
    decision: 'APPROVED' as const,
    byId,
    at: last.at,
    reason: null,
    place: last.place,
  };
  const ready = onceStrand(
    supplementApprovalId(year.officeId, year.year, unitId, 2),
    'approval',
    ({ version, boundHash }) => ({ version, boundHash }),
  );
  const data = { unitId, round: 2 };
  const decided = decideSteps(year, decision, {
    id: `${id}-approve`,
    act: 'approve-supplement',
    data,
    ready,
  });
  const because = 'it came after the list was approved, so it was approved by itself';
  return {
    before: [reopen],
    after: {
      steps: decided.steps,
      assumed: [
        ...decided.assumed,
        ...(said ? [] : [{ path: last.place, assumed: `approved by ${byId}`, because }]),
      ],
    },
  };
};

/** One unit's registration: `round` 2 where it came after the list had been approved. */
export const unitSteps = (
  year: YearToEnter,
  registration: FileRegistration,
  place: string,
  round: 1 | 2,
): UnitSteps => {
  const { turns, assumed } = turnsOf(year, registration, place);
  const unit = planned(year, registration, place, round);
  const [first, last] = [turns[0], turns.at(-1)];
  if (!first || !last) return { steps: [], assumed };
  const { isDecline, headOn, step, strand } = unit;
  const headId = headOn(first.at);
  const save: ReplayStep = {
    ...step('save', 'save-registration', first, headId, {}, phaseIs(strand, 'open')),
    data: { basedOn: null, registration: registrationOf(year.file, registration, headId) },
  };
  const during = turns.map((turn, index) => {
    const before = turns.slice(0, index);
    const submissions = before.filter((one) => one.turn === 'submit').length;
    return turn.turn === 'submit'
      ? submitTurn(unit, registration, turn, submissions)
      : returnTurn(unit, turn, before.length - submissions);
  });
  const isAccepted = registration.status !== 'RETURNED';
  const supplement = supplementSteps(year, unit, first, last, isAccepted);
  const end = isAccepted ? endSteps(year, unit, last, round) : { steps: [], assumed: [] };
  const byOther = registration.submittedById === headId ? [] : [headId];
  return {
    steps: [
      ...(round === 2 ? supplement.before : []),
      ...(isDecline ? [] : [save]),
      ...during,
      ...end.steps,
      ...(round === 2 ? supplement.after.steps : []),
    ],
    assumed: [
      ...assumedOfTasks(registration, place),
      ...byOther.map((id) => ({
        path: `${place}/submittedById`,
        assumed: `submitted by ${id}, who headed the unit`,
        because: 'what is entered for a unit from its paper needs a scan, and the file has none',
      })),
      ...(registration.channel === 'paper'
        ? [
            {
              path: `${place}/channel`,
              assumed: `submitted by ${headId} as on a page`,
              because: 'the file has no scan of the paper that it came on',
            },
          ]
        : []),
      ...assumed,
      ...end.assumed,
      ...(round === 2 ? supplement.after.assumed : []),
    ],
  };
};
