import * as z from 'zod';
import { copyOfPlan, type CopyingOffice, type CopyNotes } from '../domain/copy-plan.ts';
import { DomainError } from '../domain/errors.ts';
import { localDateOf, type LocalDate } from '../domain/local-date.ts';
import type { PlanContent } from '../domain/plan.ts';
import { planContentId } from '../domain/registration.ts';
import type { ResultsOfYear } from '../domain/summary/results-of-year.ts';
import { cycleId } from '../workflows/contract.ts';
import { defineAct, type ActDependencies, type ActOutcome, type CheckedCall } from './act.ts';
import { readPlanInForce } from './amendment/amendments-of-year.ts';
import { checkPlan } from './check-plan.ts';
import { yearOf } from './on-strand.ts';
import { openCycle } from './open-cycle.ts';
import { planContentSchema } from './plan-content-schema.ts';
import { readFiguresOfYear } from './summary/figures-of-year.ts';
import { findSummary } from './summary/on-summary.ts';
import { readSummaryContents } from './summary/summary-contents.ts';
import { wholeNumber } from './year-file/fields.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const checkYears = (call: Call, from: number): number => {
  const year = yearOf(call);
  const thisYear = call.at.slice(0, 4);
  if (year < Number(thisYear)) {
    throw new DomainError(
      'impossible-date',
      'a year that is over is entered from a file',
      { given: String(year), expected: `>= ${thisYear}` },
      '/year',
    );
  }
  if (from < year) return year;
  throw new DomainError(
    'impossible-date',
    'a plan is copied from an earlier year',
    { given: String(from), expected: `< ${String(year)}` },
    '/from',
  );
};

// What was approved and amended is what the office worked by; a draft on top of it was never meant to be.
const readPlanOf = async (
  deps: ActDependencies,
  officeId: string,
  year: number,
): Promise<{ readonly plan: PlanContent; readonly version: number }> => {
  const { strands, versions } = deps.stores;
  if (await strands.find(officeId, cycleId(officeId, year), 'reformCycle')) {
    const on = `${String(year)}-12-31`;
    const { plan, version, tasks } = await readPlanInForce(deps, { officeId, year }, on);
    return { plan: { ...plan, tasks }, version };
  }
  const row = await versions.latest(officeId, 'plan', planContentId(year));
  if (row) return { plan: planContentSchema.parse(JSON.parse(row.text)), version: row.version };
  throw new DomainError('cycle-unknown', 'that year has no plan', { year }, '/from');
};

// Before its report is issued a year's results are not the office's word yet.
const readResultsOf = async (
  deps: ActDependencies,
  officeId: string,
  year: number,
): Promise<ResultsOfYear | null> => {
  const summary = await findSummary(deps, officeId, year);
  if (summary?.phase !== 'done') return null;
  const { outcomes } = await readSummaryContents(deps, officeId, summary);
  const { tasks } = await readFiguresOfYear(deps, officeId, year, outcomes);
  return { tasks };
};

const readOffice = async (
  deps: ActDependencies,
  officeId: string,
  date: LocalDate,
  from: number,
): Promise<CopyingOffice> => {
  const [facts, units, results] = await Promise.all([
    deps.stores.factsOn(officeId, date),
    deps.stores.offices.listUnits(officeId),
    readResultsOf(deps, officeId, from),
  ]);
  const successors = units.flatMap(({ unit_id, successor_id }) =>
    successor_id === null ? [] : [[unit_id, successor_id] as const],
  );
  return { facts, successors: new Map(successors), results };
};

// An outcome holds plain values; none of these ids and places has a comma.
const ids = z.string().transform((text) => text.split(',').filter((id) => id !== ''));

const resultSchema = z.object({
  from: z.number(),
  fromVersion: z.number(),
  droppedBases: ids,
  goneUnits: ids,
  succeededTasks: ids,
  unledTasks: ids,
  replacedSigner: z.string().nullable(),
  clearedBaselines: z.number(),
  // Acts of 0.2.0 and before have none of these.
  knownBaselines: z.number().default(0),
  raisedTargets: z.number().default(0),
  carriedTasks: ids.default([]),
  movedDays: z.number(),
  keptYears: ids,
});
export type CopiedPlan = CopyNotes & { readonly from: number; readonly fromVersion: number };

const resultOf = (copied: CopiedPlan): ActOutcome['result'] => ({
  ...copied,
  droppedBases: copied.droppedBases.join(','),
  goneUnits: copied.goneUnits.join(','),
  succeededTasks: copied.succeededTasks.join(','),
  unledTasks: copied.unledTasks.join(','),
  keptYears: copied.keptYears.join(','),
  carriedTasks: copied.carriedTasks.join(','),
});

/** What a cycle's plan was copied from, and what that left to look at; null: it was not copied. */
export const findCopiedPlan = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  { office_id, act_id }: { readonly office_id: string; readonly act_id: string },
): Promise<CopiedPlan | null> => {
  const act = await stores.acts.find(office_id, act_id);
  if (act?.command !== copyCycle.name) return null;
  return z.object({ result: resultSchema }).parse(act.outcome).result;
};

/** Opens a year with an earlier year's plan as the first draft of its own. */
export const copyCycle = defineAct({
  name: 'copy-cycle',
  schema: z.strictObject({ from: wholeNumber(2000, 2100) }),
  power: 'startCycle',
  async perform(deps, call) {
    const { officeId, data } = call;
    const year = checkYears(call, data.from);
    const source = await readPlanOf(deps, officeId, data.from);
    const office = await readOffice(deps, officeId, localDateOf(call.at), data.from);
    const calendar = await deps.stores.calendars.calendarOf(officeId);
    const { plan, notes } = copyOfPlan(source.plan, year, calendar, office);
    checkPlan(deps, plan, office.facts);
    const opened = await openCycle(deps, call, { plan, clock: { mode: 'live' } });
    const copied = { from: data.from, fromVersion: source.version, ...notes };
    return { ...opened, result: { ...opened.result, ...resultOf(copied) } };
  },
});
