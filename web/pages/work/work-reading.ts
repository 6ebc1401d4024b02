import * as z from 'zod';
import type { AssignmentState } from '../../../domain/assignment.ts';
import { isOwnSubmission } from '../../../domain/authority.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import { headOfUnit } from '../../../domain/office.ts';
import { strandsOfKind } from '../../../domain/year-strand.ts';
import { yearStrandId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import { findAuthority, hasPower } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';
import { pathOfCycle, readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { readTrail, type TrailStep } from '../cycle/trail-reading.ts';
import { readUnitNames } from '../registration/period-reading.ts';

export const pathOfWorks = (year: number): string => `${pathOfCycle(year)}/work`;
export const pathOfWork = (year: number, id: string): string => `${pathOfWorks(year)}/${id}`;

const taskSchema = z.object({ task: z.string() });
const reportSchema = z.object({ done: z.string(), evidence: z.array(z.string()) });

/** One piece of work as its strand and its contents have it. */
export interface Work {
  readonly state: AssignmentState;
  readonly task: string;
  readonly isOverdue: boolean;
}

/** The newest that the unit said of it; null: nothing yet. */
export interface WorkReportRead {
  readonly version: number;
  readonly done: string;
  readonly evidence: readonly string[];
}

export interface WorkView extends Work {
  readonly cycle: RunningCycle;
  readonly id: string;
  readonly unitName: (unitId: string) => string;
  readonly report: WorkReportRead | null;
  readonly returnReason: string | null;
  readonly steps: readonly TrailStep[];
  readonly mayReport: boolean;
  readonly mayConfirm: boolean;
  readonly isOwn: boolean;
  readonly mayGive: boolean;
}

const isOverdue = ({ dueOn, phase, report }: AssignmentState, day: LocalDate): boolean =>
  phase === 'given' || phase === 'returned' ? dueOn < day : (report?.isLate ?? false);

export const findWork = async (
  c: WebContext,
  cycle: RunningCycle,
  id: string,
): Promise<Work | null> => {
  const { strands, versions } = c.get('deps').acts.stores;
  const { office_id: officeId } = cycle.row;
  const strandId = yearStrandId(officeId, cycle.year, { kind: 'assignment', id });
  const strand = await strands.find(officeId, strandId, 'assignment');
  if (!strand) return null;
  const { state } = strand;
  const row = await versions.find(officeId, 'assignment', id, state.contentVersion);
  if (!row) throw new Error(`what is to be done as ${id} is missing`);
  const { task } = taskSchema.parse(JSON.parse(row.text));
  return { state, task, isOverdue: isOverdue(state, cycle.day) };
};

/** All work of the year, the first due on top. */
export const listWork = async (c: WebContext, cycle: RunningCycle): Promise<readonly Work[]> => {
  const ids = strandsOfKind(cycle.state.strands, 'assignment').map(({ strand }) => strand.id);
  const found = await Promise.all(ids.map((id) => findWork(c, cycle, id)));
  return found
    .flatMap((work) => work ?? [])
    .toSorted((left, right) => left.state.dueOn.localeCompare(right.state.dueOn));
};

const readReport = async (
  c: WebContext,
  { row }: RunningCycle,
  { assignmentId }: AssignmentState,
): Promise<WorkReportRead | null> => {
  const { versions } = c.get('deps').acts.stores;
  const latest = await versions.latest(row.office_id, 'work-report', assignmentId);
  if (!latest) return null;
  return { version: latest.version, ...reportSchema.parse(JSON.parse(latest.text)) };
};

const readPowers = async (c: WebContext, cycle: RunningCycle, state: AssignmentState) => {
  const [reporting, confirming, mayGive] = await Promise.all([
    findAuthority(c, 'reportWork', cycle.day),
    findAuthority(c, 'confirmWork', cycle.day),
    hasPower(c, 'giveWork', cycle.day),
  ]);
  const isHead = headOfUnit(cycle.facts, state.unitId)?.id === userOn(c).person.person_id;
  const helps = reporting?.roleId === 'cycleCoordinator' || reporting?.roleId === 'clerk';
  return {
    mayReport: reporting !== null && (isHead || helps),
    mayConfirm: confirming !== null,
    isOwn:
      confirming !== null &&
      state.report !== null &&
      isOwnSubmission(confirming, [state.report.by.personId]),
    mayGive,
  };
};

/** null: the year has no such work. */
export const readWork = async (c: WebContext): Promise<WorkView | null> => {
  const cycle = await readRunningCycle(c);
  const { stores } = c.get('deps').acts;
  const id = c.req.param('id') ?? '';
  const work = await findWork(c, cycle, id);
  if (!work) return null;
  const { state } = work;
  const strandId = yearStrandId(cycle.row.office_id, cycle.year, { kind: 'assignment', id });
  const [report, unitName, trail, powers] = await Promise.all([
    readReport(c, cycle, state),
    readUnitNames(c, cycle),
    readTrail(stores, cycle.row.office_id, cycle.year),
    readPowers(c, cycle, state),
  ]);
  return {
    ...work,
    ...powers,
    cycle,
    id,
    unitName,
    // What a unit said before the work moved on is not the next unit's.
    report: state.report?.version === report?.version ? report : null,
    returnReason: state.returned
      ? await stores.paperSources.readReason(cycle.row.office_id, state.returned.reasonId)
      : null,
    steps: trail.filter(({ workflowId }) => workflowId === strandId),
  };
};
