import type { Authority } from './authority.ts';
import { DomainError } from './errors.ts';
import type { Instant, LocalDate } from './local-date.ts';
import type { SubmittedPaper } from './submitted-paper.ts';
import type { RegistrationListEntry, SharedTask, TaskKey } from './registration.ts';

/**
 * `open`: the unit's round is running. `supplement`: accepted after the list was closed, so that the
 * leader decides on it by itself. `supplement-approved`: and has.
 */
export type UnitStanding = 'open' | 'accepted' | 'declined' | 'supplement' | 'supplement-approved';

export interface RegisteredUnit {
  readonly unitId: string;
  readonly round: number;
  readonly standing: UnitStanding;
  readonly openedBy: Authority;
  readonly openedAt: Instant;
  /** Why the unit registers anew; null in the first round. */
  readonly reopenedReasonId: string | null;
  /** Of the round before: a reopened registration that was on time stays so. */
  readonly wasLate: boolean | null;
  /** The version that the round before submitted; 0: none. */
  readonly earlierVersion: number;
  readonly accepted: AcceptedRegistration | null;
  readonly declineReasonId: string | null;
}

export interface AcceptedRegistration {
  readonly version: number;
  readonly sha256: string;
  readonly tasks: readonly TaskKey[];
  readonly isLate: boolean;
  readonly authorId: string;
  readonly submittedBy: Authority;
  readonly at: Instant;
}

/** A notice of the period on its way to the units. */
export interface NoticePaper {
  readonly paperId: string;
  readonly kind: 'registration-opening' | 'registration-result';
  readonly submitted: SubmittedPaper;
  readonly readyAt: Instant;
  readonly issuedOn: LocalDate | null;
}

export interface RegistrationPeriod {
  /** `awaiting-approval`: the list is closed and before the leader. */
  readonly phase: 'open' | 'awaiting-approval' | 'approved';
  readonly planVersion: number;
  readonly openedAt: Instant;
  readonly dueOn: LocalDate;
  readonly coordinatingUnitId: string | null;
  /** The unit that the plan names for each of its tasks. */
  readonly planLeads: Readonly<Record<TaskKey, string>>;
  readonly units: readonly RegisteredUnit[];
  /** Whom the coordinator let lead a task of several units. */
  readonly leads: Readonly<Record<TaskKey, string>>;
  /** A unit's own task that is the same as another one. */
  readonly joined: Readonly<Record<TaskKey, TaskKey>>;
  readonly list: {
    readonly submitted: SubmittedPaper;
    readonly by: Authority;
    readonly at: Instant;
  } | null;
  readonly lastSubmitted: number;
  readonly returned: {
    readonly version: number;
    readonly reasonId: string;
    readonly at: Instant;
  } | null;
  readonly opening: NoticePaper;
  readonly result: NoticePaper | null;
}

/** What a unit registered counts: accepted by the coordinator, or by the leader as a supplement. */
const counts = ({ standing, accepted }: RegisteredUnit): boolean =>
  accepted !== null && standing !== 'open';

/** The task that a key stands for, after own tasks were joined with others. */
export const taskOf = ({ joined }: Pick<RegistrationPeriod, 'joined'>, key: TaskKey): TaskKey => {
  let found = key;
  // A chain of joins has at most as many links as there are joins.
  for (let links = Object.keys(joined).length; links > 0; links -= 1)
    found = joined[found] ?? found;
  return found;
};

/** The units with that task, in the order of the period's units. */
export const unitsWith = (period: RegistrationPeriod, key: TaskKey): readonly string[] =>
  period.units
    .filter(
      (unit) =>
        counts(unit) && unit.accepted?.tasks.some((own) => taskOf(period, own) === key) === true,
    )
    .map(({ unitId }) => unitId);

/**
 * Who leads a task of several units (office custom: one leads, the others take part): whom the
 * coordinator chose, else the unit that the plan names, else the one that was accepted first.
 */
export const leadOf = (period: RegistrationPeriod, key: TaskKey): string | null => {
  const units = unitsWith(period, key);
  const chosen = [period.leads[key], period.planLeads[key]].find(
    (unitId) => unitId !== undefined && units.includes(unitId),
  );
  if (chosen !== undefined) return chosen;
  const first = period.units
    .filter(({ unitId }) => units.includes(unitId))
    .toSorted((left, right) =>
      (left.accepted?.at ?? '').localeCompare(right.accepted?.at ?? ''),
    )[0];
  return first?.unitId ?? null;
};

/** Every task that more than one unit registered. */
export const sharedTasksOf = (period: RegistrationPeriod): readonly SharedTask[] => {
  const keys = new Set(
    period.units.filter(counts).flatMap(({ accepted }) => accepted?.tasks ?? []),
  );
  const tasks = new Set([...keys].map((key) => taskOf(period, key)));
  return [...tasks].flatMap((task) => {
    const unitIds = unitsWith(period, task);
    const leadUnitId = leadOf(period, task);
    if (unitIds.length < 2 || leadUnitId === null) return [];
    // Others may have been joined with a task that nobody has any more.
    const same = [...keys].filter((key) => taskOf(period, key) === task);
    const key = same.find((one) => one === task) ?? same[0] ?? task;
    return [{ key, joinedKeys: same.filter((one) => one !== key), leadUnitId, unitIds }];
  });
};

const standingOf = ({ standing }: RegisteredUnit): RegistrationListEntry['standing'] => {
  if (standing === 'open') return 'missing';
  return standing === 'declined' ? 'declined' : 'registered';
};

/** The list as it would be closed now: each unit once, also those that did not register. */
export const listEntriesOf = ({ units }: RegistrationPeriod): readonly RegistrationListEntry[] =>
  units.map((unit) => ({
    unitId: unit.unitId,
    round: unit.round,
    standing: standingOf(unit),
    version: unit.standing === 'open' ? null : (unit.accepted?.version ?? null),
    isLate: unit.accepted?.isLate ?? false,
    declineReasonId: unit.declineReasonId,
  }));

export type PeriodCommand =
  | {
      readonly type: 'openRegistration';
      readonly paperId: string;
      readonly opening: SubmittedPaper;
      readonly planVersion: number;
      readonly dueOn: LocalDate;
      readonly coordinatingUnitId: string | null;
      readonly unitIds: readonly string[];
      readonly planLeads: Readonly<Record<TaskKey, string>>;
    }
  | { readonly type: 'reopenUnit'; readonly unitId: string; readonly reasonId: string }
  | { readonly type: 'setLead'; readonly key: TaskKey; readonly unitId: string }
  | { readonly type: 'joinTasks'; readonly key: TaskKey; readonly into: TaskKey | null }
  | {
      readonly type: 'closeList';
      readonly submitted: SubmittedPaper;
      readonly entries: readonly RegistrationListEntry[];
      readonly sharedTasks: readonly SharedTask[];
    };

const outOfTime = (message: string, phase: string): DomainError =>
  new DomainError('out-of-time', message, { phase });

const notReady = (message: string, units: readonly string[]): DomainError =>
  new DomainError('not-ready', message, { units });

const checkReopening = (period: RegistrationPeriod, unitId: string): void => {
  if (period.phase === 'awaiting-approval') {
    throw outOfTime('the list is before the leader', period.phase);
  }
  const unit = period.units.find((row) => row.unitId === unitId);
  if (unit?.standing === 'open') throw outOfTime('the unit is registering', 'open');
  if (unit?.standing === 'supplement') {
    throw outOfTime('the supplement is before the leader', 'supplement');
  }
};

const unknownTask = (given: TaskKey, place: string): DomainError =>
  new DomainError('unknown-reference', 'no unit has that task', { given }, place);

const checkKey = (period: RegistrationPeriod, key: TaskKey, place: string): void => {
  if (unitsWith(period, taskOf(period, key)).length === 0) throw unknownTask(key, place);
};

const checkJoining = (period: RegistrationPeriod, key: TaskKey, into: TaskKey | null): void => {
  if (into === null) {
    if (period.joined[key] === undefined) throw unknownTask(key, '/key');
    return;
  }
  checkKey(period, key, '/key');
  checkKey(period, into, '/into');
  if (period.planLeads[key] === undefined && taskOf(period, into) !== taskOf(period, key)) return;
  throw new DomainError('not-ready', 'only a task of its own is joined with another', { key });
};

const checkLead = (period: RegistrationPeriod, key: TaskKey, unitId: string): void => {
  checkKey(period, key, '/key');
  const units = unitsWith(period, taskOf(period, key));
  if (units.includes(unitId)) return;
  throw new DomainError(
    'unknown-reference',
    'the unit does not have that task',
    { given: unitId, expected: units },
    '/unitId',
  );
};

const sayingOf = ({ key, leadUnitId, unitIds, joinedKeys }: SharedTask): string =>
  [key, leadUnitId, ...unitIds, ...joinedKeys].join(' ');

const isSameSharing = (left: readonly SharedTask[], right: readonly SharedTask[]): boolean =>
  left.map(sayingOf).toSorted().join('\n') === right.map(sayingOf).toSorted().join('\n');

const checkClosing = (
  period: RegistrationPeriod,
  command: PeriodCommand & { type: 'closeList' },
): void => {
  const entries = listEntriesOf(period);
  if (!entries.some(({ standing }) => standing === 'registered')) {
    throw notReady('no registration has been accepted', []);
  }
  const changed = entries.filter((entry) => {
    const given = command.entries.find(({ unitId }) => unitId === entry.unitId);
    return (
      given?.round !== entry.round ||
      given.standing !== entry.standing ||
      given.version !== entry.version
    );
  });
  if (changed.length > 0 || command.entries.length !== entries.length) {
    throw notReady(
      'the units have moved on since the list was read',
      changed.map(({ unitId }) => unitId),
    );
  }
  if (!isSameSharing(sharedTasksOf(period), command.sharedTasks)) {
    throw notReady('who leads has changed since the list was read', []);
  }
  if (command.submitted.version <= period.lastSubmitted) {
    throw new DomainError('stale-version', 'a version goes before the leader once', {
      given: command.submitted.version,
      current: period.lastSubmitted,
    });
  }
};

const requireOpen = (period: RegistrationPeriod): void => {
  if (period.phase !== 'open') throw outOfTime('the list has been closed', period.phase);
};

/** @throws DomainError out-of-time, not-ready, unknown-reference, stale-version */
export const decidePeriod = (period: RegistrationPeriod | null, command: PeriodCommand): void => {
  if (command.type === 'openRegistration') {
    if (period) throw outOfTime('registration has been opened', period.phase);
    return;
  }
  if (!period) throw outOfTime('registration has not been opened', 'not-open');
  switch (command.type) {
    case 'reopenUnit':
      checkReopening(period, command.unitId);
      return;
    case 'setLead':
      requireOpen(period);
      checkLead(period, command.key, command.unitId);
      return;
    case 'joinTasks':
      requireOpen(period);
      checkJoining(period, command.key, command.into);
      return;
    case 'closeList':
      requireOpen(period);
      checkClosing(period, command);
      return;
  }
};
