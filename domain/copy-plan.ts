import { sameDayLater, type LocalDate } from './local-date.ts';
import type { OfficeFacts } from './office.ts';
import {
  QUARTERS,
  type PlanContent,
  type PlanSchedule,
  type PlanTask,
  type Quarter,
} from './plan.ts';
import {
  carriedTasks,
  countRaised,
  fromResult,
  resultOf,
  type ResultsOfYear,
} from './summary/results-of-year.ts';
import { nextWorkingDay, workingDayFrom, type WorkingCalendar } from './working-days.ts';
import { citesPaper, namesYear, withYear } from './year-in-text.ts';

/** The office that takes its old plan over: as it is now, and which unit took over which. */
export interface CopyingOffice {
  readonly facts: OfficeFacts;
  readonly successors: ReadonlyMap<string, string>;
  /** null: the year is not summed up, and nobody knows what it came to. */
  readonly results: ResultsOfYear | null;
}

/** What a copy could not take over as it was, for whoever goes on writing it. Ids, and places in the plan. */
export interface CopyNotes {
  /** Legal bases that have ended, or are on the office's list no more. */
  readonly droppedBases: readonly string[];
  /** Units that are gone, wherever a task named them. */
  readonly goneUnits: readonly string[];
  /** Tasks led by the unit that took over their old one. */
  readonly succeededTasks: readonly string[];
  /** Tasks whose unit is gone without a successor: for now the coordinator's unit leads them. */
  readonly unledTasks: readonly string[];
  /** The signer, where they may not sign any more; the head stands there now. */
  readonly replacedSigner: string | null;
  readonly clearedBaselines: number;
  /** Indicators whose baseline is what the old year came to. */
  readonly knownBaselines: number;
  /** Of these, those whose old target had been passed: they aim at holding what was reached. */
  readonly raisedTargets: number;
  /** Tasks that the old year decided to carry on. */
  readonly carriedTasks: readonly string[];
  /** Days of the schedule that would have been days off, or have no such day in the year. */
  readonly movedDays: number;
  /** Places where the old year was left: days, numbers of papers, periods. */
  readonly keptYears: readonly string[];
}

const isUnique = <T>(value: T, index: number, all: readonly T[]): boolean =>
  all.indexOf(value) === index;

const copySchedule = (
  { registrationOpensOn, registrationDeadline, checks }: PlanSchedule,
  years: number,
  calendar: WorkingCalendar,
): PlanSchedule => {
  const move = (date: LocalDate): LocalDate => workingDayFrom(calendar, sameDayLater(date, years));
  const after = (date: LocalDate, before: LocalDate): LocalDate =>
    date > before ? date : nextWorkingDay(calendar, before);
  // Two checks may have come onto one working day.
  const Q1 = move(checks.Q1);
  const Q2 = after(move(checks.Q2), Q1);
  const Q3 = after(move(checks.Q3), Q2);
  const Q4 = after(move(checks.Q4), Q3);
  return {
    registrationOpensOn: move(registrationOpensOn),
    registrationDeadline: move(registrationDeadline),
    checks: { Q1, Q2, Q3, Q4 },
  };
};

const daysOf = ({ registrationOpensOn, registrationDeadline, checks }: PlanSchedule) => [
  registrationOpensOn,
  registrationDeadline,
  ...QUARTERS.map((quarter: Quarter) => checks[quarter]),
];

const countMoved = (before: PlanSchedule, after: PlanSchedule): number => {
  const days = daysOf(after);
  return daysOf(before).filter((date, index) => date.slice(4) !== days[index]?.slice(4)).length;
};

// Whoever has taken over a unit may have been taken over in turn.
const findUnit = ({ facts, successors }: CopyingOffice, unitId: string): string | null => {
  const seen = new Set<string>();
  for (let id: string | undefined = unitId; id !== undefined && !seen.has(id);) {
    if (facts.units.some((unit) => unit.id === id)) return id;
    seen.add(id);
    id = successors.get(id);
  }
  return null;
};

const standInUnit = ({ facts }: CopyingOffice): string | null => {
  const coordinator = facts.people.find(
    ({ roles, unitId }) => roles.includes('cycleCoordinator') && unitId !== null,
  );
  return coordinator?.unitId ?? facts.units[0]?.id ?? null;
};

const copyTask = (
  task: PlanTask,
  office: CopyingOffice,
  inNewYear: (text: string) => string,
): PlanTask => {
  // In an office without any unit the old one stays, and is refused at its place.
  const leadUnitId = findUnit(office, task.leadUnitId) ?? standInUnit(office) ?? task.leadUnitId;
  return {
    ...task,
    title: inNewYear(task.title),
    product: inNewYear(task.product),
    leadUnitId,
    coordinatingUnitIds: task.coordinatingUnitIds
      .map((id) => findUnit(office, id))
      .filter((id) => id !== null)
      .filter((id) => id !== leadUnitId)
      .filter(isUnique),
    // A baseline is what the year before came to, and that is not known while it runs: a plan's old
    // baseline is a year too old, and its target only what was hoped for.
    indicators: task.indicators.map((indicator) => {
      const named = { ...indicator, name: inNewYear(indicator.name) };
      const result = office.results && resultOf(office.results, task.id, indicator.id);
      return fromResult(named, result);
    }),
  };
};

const maySign = (facts: OfficeFacts, { personId, capacity }: PlanContent['signer']): boolean => {
  const person = facts.people.find(({ id }) => id === personId);
  return person !== undefined && (capacity !== null || person.roles.includes('leader'));
};

const copySigner = (
  { facts }: CopyingOffice,
  signer: PlanContent['signer'],
): PlanContent['signer'] => {
  if (maySign(facts, signer)) return signer;
  const head = facts.people.find(({ roles }) => roles.includes('leader'));
  if (head) return { personId: head.id, capacity: null };
  const deputy = facts.people.find(({ roles }) => roles.includes('deputyLeader'));
  return deputy ? { personId: deputy.id, capacity: 'KT.' } : signer;
};

const placedTexts = (plan: PlanContent): readonly (readonly [place: string, text: string])[] => {
  const listed = (name: 'otherBases' | 'requirements' | 'solutions') =>
    plan[name].map((text, index) => [`/${name}/${String(index)}`, text] as const);
  const single = (name: 'purpose' | 'priorityStatement' | 'qualityGoal' | 'funding') =>
    [`/${name}`, plan[name] ?? ''] as const;
  return [
    ['/subject', plan.subject],
    ...listed('otherBases'),
    ...(['purpose', 'priorityStatement', 'qualityGoal', 'funding'] as const).map(single),
    ...listed('requirements'),
    ...listed('solutions'),
    ...plan.tasks.flatMap((task, at) => [
      [`/tasks/${String(at)}/title`, task.title] as const,
      [`/tasks/${String(at)}/product`, task.product] as const,
      ...task.indicators.map(
        ({ name }, index) =>
          [`/tasks/${String(at)}/indicators/${String(index)}/name`, name] as const,
      ),
    ]),
  ];
};

const notesOf = (before: PlanContent, after: PlanContent, office: CopyingOffice): CopyNotes => {
  const named = before.tasks.flatMap((task) => [task.leadUnitId, ...task.coordinatingUnitIds]);
  const isThere = (id: string): boolean => office.facts.units.some((unit) => unit.id === id);
  const moved = before.tasks.filter(({ leadUnitId }) => !isThere(leadUnitId));
  const hasSuccessor = (task: PlanTask): boolean => findUnit(office, task.leadUnitId) !== null;
  const indicators = before.tasks.flatMap((task) => task.indicators);
  const known = after.tasks
    .flatMap((task) => task.indicators)
    .filter(({ baseline }) => baseline !== null).length;
  return {
    droppedBases: before.legalBasisIds.filter((id) => !after.legalBasisIds.includes(id)),
    goneUnits: named.filter((id) => !isThere(id)).filter(isUnique),
    succeededTasks: moved.filter(hasSuccessor).map(({ id }) => id),
    unledTasks: moved.filter((task) => !hasSuccessor(task)).map(({ id }) => id),
    replacedSigner:
      before.signer.personId === after.signer.personId ? null : before.signer.personId,
    clearedBaselines:
      office.results === null ? indicators.filter(({ baseline }) => baseline !== null).length : 0,
    knownBaselines: known,
    raisedTargets: countRaised(before.tasks, after.tasks),
    carriedTasks: office.results === null ? [] : carriedTasks(office.results),
    movedDays: countMoved(before.schedule, after.schedule),
    keptYears: placedTexts(after)
      .filter(([, text]) => namesYear(text, before.year))
      .map(([place]) => place),
  };
};

/**
 * An earlier year's plan as the first draft of another: same tasks, targets and ids, the days a whole
 * number of years later on working days. `notes` says what the office has to look at.
 */
export const copyOfPlan = (
  plan: PlanContent,
  year: number,
  calendar: WorkingCalendar,
  office: CopyingOffice,
): { readonly plan: PlanContent; readonly notes: CopyNotes } => {
  const inNewYear = (text: string): string => withYear(text, plan.year, year);
  const orNull = (text: string | null): string | null => (text === null ? null : inNewYear(text));
  const bases = office.facts.legalBases.filter(({ hasEnded }) => !hasEnded).map(({ id }) => id);
  const copy: PlanContent = {
    ...plan,
    year,
    subject: inNewYear(plan.subject),
    signer: copySigner(office, plan.signer),
    legalBasisIds: plan.legalBasisIds.filter((id) => bases.includes(id)),
    // With another year in it, a basis that is cited by number or day would name a paper that is none.
    otherBases: plan.otherBases.map((text) => (citesPaper(text) ? text : inNewYear(text))),
    purpose: orNull(plan.purpose),
    priorityStatement: orNull(plan.priorityStatement),
    qualityGoal: orNull(plan.qualityGoal),
    requirements: plan.requirements.map(inNewYear),
    solutions: plan.solutions.map(inNewYear),
    funding: orNull(plan.funding),
    schedule: copySchedule(plan.schedule, year - plan.year, calendar),
    tasks: plan.tasks.map((task) => copyTask(task, office, inNewYear)),
  };
  return { plan: copy, notes: notesOf(plan, copy, office) };
};
