// One office's registration by the acts that people press, from the opening to the paper of its result.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ActOutcome } from '../acts/act.ts';
import { performAct, waitUntilShown } from '../acts/perform-act.ts';
import { startFromFile } from '../acts/start-from-file.ts';
import { addDays } from '../domain/local-date.ts';
import {
  cycleId,
  listApprovalId,
  noticePaperId,
  officeDayId,
  paperWorkflowId,
  registrationId,
  type StrandKind,
  type StrandStates,
} from '../workflows/contract.ts';
import type { BenchSystem } from './bench-system.ts';
import { countHistory, since, type HistoryCounts } from './history-counts.ts';
import {
  COORDINATOR,
  createOfficeOf,
  HEAD,
  registrationOf,
  type BenchOffice,
  type BenchUnit,
} from './office-of-units.ts';
import { forEachAtOnce, timePhases, until, type Phases } from './pace.ts';

export interface OurCounts {
  readonly cycle: HistoryCounts;
  readonly units: readonly HistoryCounts[];
  readonly openingPaper: HistoryCounts;
  readonly listApproval: HistoryCounts;
  readonly resultPaper: HistoryCounts;
  readonly officeDay: HistoryCounts;
}

const SIGNER = { personId: HEAD, capacity: null };
const QUIET_MS = 1_000;

const createPresses = (system: BenchSystem, { officeId, year }: BenchOffice) => {
  const { stores } = system.acts;
  const stateOf = async <K extends StrandKind>(
    workflowId: string,
    kind: K,
  ): Promise<StrandStates[K] | undefined> =>
    (await stores.strands.find(officeId, workflowId, kind))?.state;
  return {
    stateOf,
    /** As a page does: it answers once the read model shows the act. */
    press: async (personId: string, name: string, data: unknown): Promise<ActOutcome> => {
      const done = await performAct(system.acts, name, {
        actId: randomUUID(),
        officeId,
        year,
        personId,
        channel: 'web',
        occurredAt: null,
        data,
      });
      while (!(await waitUntilShown(system.acts, officeId, done)));
      return done;
    },
    period: async () => (await stateOf(cycleId(officeId, year), 'reformCycle'))?.registration,
  };
};

const createPeriodOf = (system: BenchSystem, office: BenchOffice) => {
  const { officeId, year, today, units } = office;
  const { press, stateOf, period } = createPresses(system, office);
  const submitted = new Map<string, { version: number; sha256: string }>();

  const open = async () => {
    await press(COORDINATOR, 'open-registration', {
      subject: 'Registration of tasks',
      dueOn: addDays(today, 14),
      signer: SIGNER,
      requirements: [],
    });
    for (const { unitId } of units) {
      const id = registrationId(officeId, year, unitId, 1);
      await until(`${unitId} can register`, () => stateOf(id, 'unitRegistration'));
    }
  };

  const register = async (unit: BenchUnit) => {
    const { unitId, headId } = unit;
    const registration = registrationOf(year, unit);
    await press(headId, 'save-registration', { basedOn: null, registration });
    await press(headId, 'submit-registration', { unitId, version: 1 });
    const state = await stateOf(registrationId(officeId, year, unitId, 1), 'unitRegistration');
    submitted.set(unitId, { version: 1, sha256: state?.submitted?.sha256 ?? '' });
  };

  const accept = ({ unitId, acceptedBy }: BenchUnit) =>
    press(acceptedBy, 'accept-registration', { unitId, ...submitted.get(unitId) });

  const untilAllAccepted = () =>
    until('all are accepted', async () =>
      (await period())?.units.every(({ standing }) => standing === 'accepted'),
    );

  const approve = async () => {
    await press(COORDINATOR, 'close-list', { subject: 'Result of registration', signer: SIGNER });
    const approvalId = listApprovalId(officeId, year, 1);
    const list = await until('the list is before the leader', () =>
      stateOf(approvalId, 'approval'),
    );
    await press(HEAD, 'approve-list', { version: list.version, boundHash: list.boundHash });
    const paperId = noticePaperId('registration-result', year, 1);
    await until('the paper of the result can be signed', async () => {
      const paper = await stateOf(paperWorkflowId(officeId, year, paperId), 'documentIssue');
      return paper?.phase === 'awaiting-signature';
    });
  };

  return { open, register, accept, untilAllAccepted, approve };
};

// The office's day may still be mailing the leader when the paper is there; its events belong to the sum.
const untilQuiet = async ({ client }: BenchSystem, workflowId: string): Promise<void> => {
  for (let [before, now] = [-1, 0]; before !== now;) {
    before = now;
    await wait(QUIET_MS);
    now = (await countHistory(client, workflowId)).events;
  }
};

const countAll = async (
  { client }: BenchSystem,
  { officeId, year, units }: BenchOffice,
): Promise<OurCounts> => {
  const count = (workflowId: string) => countHistory(client, workflowId);
  const paperOf = (kind: 'registration-opening' | 'registration-result') =>
    count(paperWorkflowId(officeId, year, noticePaperId(kind, year, 1)));
  const ofUnits: HistoryCounts[] = [];
  for (const { unitId } of units) {
    ofUnits.push(await count(registrationId(officeId, year, unitId, 1)));
  }
  return {
    cycle: await count(cycleId(officeId, year)),
    units: ofUnits,
    openingPaper: await paperOf('registration-opening'),
    listApproval: await count(listApprovalId(officeId, year, 1)),
    resultPaper: await paperOf('registration-result'),
    officeDay: await count(officeDayId(officeId)),
  };
};

/** The start of the cycle and of its plan is not counted. */
export const runOurs = async (
  system: BenchSystem,
  size: number,
): Promise<{ phases: Phases; counts: OurCounts }> => {
  const office = createOfficeOf(size, `BENCH-${randomUUID().slice(0, 8)}`);
  await startFromFile(system.acts, {
    actId: randomUUID(),
    bytes: office.file,
    personId: COORDINATOR,
    channel: 'cli',
  });
  const { stateOf } = createPresses(system, office);
  await until('the cycle runs', () =>
    stateOf(cycleId(office.officeId, office.year), 'reformCycle'),
  );
  await untilQuiet(system, officeDayId(office.officeId));
  const before = await countAll(system, office);

  const { open, register, accept, untilAllAccepted, approve } = createPeriodOf(system, office);
  const phases = await timePhases({
    open,
    register: () => forEachAtOnce(office.units, register),
    accept: async () => {
      await forEachAtOnce(office.units, accept);
      await untilAllAccepted();
    },
    approve,
  });
  await untilQuiet(system, officeDayId(office.officeId));
  const counts = await countAll(system, office);
  return {
    phases,
    counts: {
      ...counts,
      cycle: since(before.cycle, counts.cycle),
      officeDay: since(before.officeDay, counts.officeDay),
    },
  };
};
