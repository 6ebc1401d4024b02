import type { CycleRow } from '../../adapters/database/cycles.ts';
import type { Stores } from '../../adapters/database/stores.ts';
import { localDateOf, type LocalDate } from '../../domain/local-date.ts';
import type { DueStep, ReformCycleState } from '../../domain/reform-cycle.ts';
import { cycleId } from '../../workflows/contract.ts';
import { readNames } from './people-names.ts';

type WaitingRow = Awaited<ReturnType<Stores['cycles']['listWaiting']>>[number];
type WhoIs = Awaited<ReturnType<typeof readNames>>;

const planOf = ({ plan }: ReformCycleState, whoIs: WhoIs) => {
  const nothing = {
    version: null,
    returnedVersion: null,
    submittedBy: null,
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
    paperId: null,
    issuedOn: null,
  };
  switch (plan.phase) {
    case 'drafting':
      return { ...nothing, phase: plan.phase, returnedVersion: plan.returnedVersion };
    case 'awaiting-approval':
      return {
        ...nothing,
        phase: plan.phase,
        version: plan.submitted.version,
        submittedBy: whoIs(plan.submittedBy.personId),
        submittedAt: plan.submittedAt,
      };
    default:
      return {
        ...nothing,
        phase: plan.phase,
        version: plan.submitted.version,
        approvedBy: whoIs(plan.approvedBy.personId),
        approvedAt: plan.approvedAt,
        paperId: plan.paperId,
        issuedOn: plan.issuedOn,
      };
  }
};

const isDone = ({ closed, plan, registration, strands }: ReformCycleState, { step }: DueStep) => {
  if (closed) return true;
  if (step === 'plan') return plan.phase === 'issued';
  if (step === 'registration') return registration?.phase === 'approved';
  return strands.some(
    ({ strand, ended }) =>
      strand.kind === 'check' && step === `check-${strand.id}` && ended !== null,
  );
};

const stateOfStep = (state: ReformCycleState, due: DueStep, today: LocalDate) => {
  if (isDone(state, due)) return 'done';
  if (state.cancelled) return 'cancelled';
  return due.dueOn < today ? 'late' : 'due';
};

// A year that is being entered has a day of its own, and nothing is late on ours.
const todayOf = (state: ReformCycleState | null, wallToday: LocalDate): LocalDate =>
  state?.clock.mode === 'entered' ? localDateOf(state.clock.at) : wallToday;

// Nothing yet for a cycle that started a moment ago and is not in the read model.
const progressOf = (state: ReformCycleState | null, whoIs: WhoIs, today: LocalDate) =>
  state
    ? {
        cancelledAt: state.cancelled?.at ?? null,
        closedAt: state.closed?.at ?? null,
        plan: planOf(state, whoIs),
        schedule: state.schedule.map((due) => ({ ...due, state: stateOfStep(state, due, today) })),
      }
    : { cancelledAt: null, closedAt: null, plan: null, schedule: [] };

// Whoever decides names what they read: from here the API's readers know it, as the page's do from it.
const aboutOf = async ({ strands }: Stores, row: WaitingRow) => {
  const approval = await strands.find(row.office_id, row.workflow_id, 'approval');
  if (approval) {
    const { subject, version, boundHash } = approval.state;
    return { ...subject, version, boundHash };
  }
  const registration = await strands.find(row.office_id, row.workflow_id, 'unitRegistration');
  if (!registration) return null;
  const { unitId, round, submitted, declined } = registration.state;
  return {
    kind: 'registration',
    unitId,
    round,
    version: submitted?.version ?? null,
    sha256: submitted?.sha256 ?? null,
    reasonId: declined?.reasonId ?? null,
  };
};

const waitingOf = async (stores: Stores, row: WaitingRow, whoIs: WhoIs, today: LocalDate) => ({
  what: row.what,
  role: row.role_id,
  person: whoIs(row.person_id),
  unit: row.unit_id,
  since: row.since,
  until: row.until_date,
  isLate: row.until_date !== null && row.until_date < today,
  workflowId: row.workflow_id,
  about: await aboutOf(stores, row),
});

/** A cycle as one object: its plan, its schedule, and who is waited for. */
export const readCycleStatus = async (stores: Stores, cycle: CycleRow, wallToday: LocalDate) => {
  const { office_id: officeId, year } = cycle;
  const [office, whoIs, strand, waiting] = await Promise.all([
    stores.offices.find(officeId),
    readNames(stores, officeId),
    stores.strands.find(officeId, cycleId(officeId, year), 'reformCycle'),
    stores.cycles.listWaiting(officeId),
  ]);
  const state = strand?.state ?? null;
  const today = todayOf(state, wallToday);
  return {
    office: { id: officeId, name: office?.name ?? officeId },
    year,
    origin: cycle.origin,
    workflowId: cycle.workflow_id,
    startedBy: whoIs(cycle.started_by),
    startedAt: cycle.started_at,
    enteredAt: cycle.entered_at,
    today,
    ...progressOf(state, whoIs, today),
    waiting: await Promise.all(
      waiting.filter((row) => row.year === year).map((row) => waitingOf(stores, row, whoIs, today)),
    ),
  };
};
