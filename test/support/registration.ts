// The way of a registration, told once for the tests that need a part of it.
import { randomUUID } from 'node:crypto';
import { performAct } from '../../acts/perform-act.ts';
import { DomainError } from '../../domain/errors.ts';
import { registrationContentId } from '../../domain/registration.ts';
import { CLERK, COORDINATOR, HEAD, type OfficeSystem, type TestOffice } from './office-system.ts';
import { takePaperThrough, todayHere } from './walk.ts';

/** Heads of units in the example's office. */
export const HEADS = { 'T-TH': 'P-03', 'T-1': 'P-05', 'T-2': 'P-06', 'T-4': 'P-08' } as const;

const SIGNER = { personId: HEAD, capacity: null };

/** A registration of one of the plan's tasks and one of the unit's own. */
export const registrationOf = (
  year: number,
  unitId: string,
  headId: string,
  change: Readonly<Record<string, unknown>> = {},
) => ({
  year,
  unitId,
  headId,
  tasks: [
    {
      id: 'D1',
      planTaskId: null,
      domain: 'D2',
      title: `Rút ngắn thời gian xử lý văn bản của ${unitId}`,
      product: 'Quy trình được ban hành',
      performer: null,
      note: null,
      indicators: [
        {
          id: 'C1',
          name: 'Thời gian xử lý bình quân',
          unit: 'ngày',
          direction: 'decrease',
          aggregation: 'latest',
          baseline: 3,
          target: 2,
          quarterTargets: { Q1: 3, Q2: 2.5, Q3: 2, Q4: 2 },
        },
      ],
    },
  ],
  ...change,
});

/** A press that does not wait until the read model shows it: the next one may come before that. */
export const pressOf =
  (system: OfficeSystem, { officeId, year }: Pick<TestOffice, 'officeId' | 'year'>) =>
  (personId: string, name: string, data: unknown, actId: string = randomUUID()) =>
    performAct(system.acts, name, {
      actId,
      officeId,
      year,
      personId,
      channel: 'web',
      occurredAt: null,
      data,
    });

const refusalIn = (reason: unknown): DomainError => {
  if (reason instanceof DomainError) return reason;
  throw reason;
};

/** How presses at one moment ended: those that were done, and why the others were not. */
export const endsOf = async (presses: readonly Promise<unknown>[]) => {
  const ends = await Promise.allSettled(presses);
  return {
    done: ends.flatMap((end, index) => (end.status === 'fulfilled' ? [index] : [])),
    refusals: ends.flatMap((end) => (end.status === 'rejected' ? [refusalIn(end.reason)] : [])),
  };
};

const headOfExample = (unitId: string): string => {
  const found = Object.entries(HEADS).find(([id]) => id === unitId);
  if (!found) throw new Error(`nobody is head of ${unitId}`);
  return found[1];
};

export const openRegistrationWalk = (
  system: OfficeSystem,
  office: TestOffice,
  headOf: (unitId: string) => string = headOfExample,
) => {
  const { officeId, year, act } = office;

  const unitState = async (unitId: string, round = 1) => {
    const id = `${office.cycle}/registration/${unitId}${round === 1 ? '' : `/${String(round)}`}`;
    return (await system.stores.strands.find(officeId, id, 'unitRegistration'))?.state;
  };
  const untilUnit = (unitId: string, phase: string, round = 1) =>
    system.until(`${unitId} is ${phase}`, async () => {
      const state = await unitState(unitId, round);
      return state?.phase === phase && state;
    });
  const period = async () => (await office.cycleState())?.registration ?? null;
  const untilPeriod = (phase: string) =>
    system.until(`the list is ${phase}`, async () => {
      const found = await period();
      return found?.phase === phase && found;
    });
  const untilStanding = (unitId: string, standing: string) =>
    system.until(`${unitId} stands as ${standing}`, async () => {
      const found = await period();
      return found?.units.some((unit) => unit.unitId === unitId && unit.standing === standing);
    });

  const closing = {
    subject: `Kết quả phê duyệt đăng ký nhiệm vụ cải cách hành chính năm ${String(year)}`,
    signer: SIGNER,
  };
  const save = async (unitId: string, change: Readonly<Record<string, unknown>> = {}) => {
    const personId = headOf(unitId);
    const id = registrationContentId(year, unitId);
    const last = await system.stores.versions.latest(officeId, 'registration', id);
    const saved = await act(personId, 'save-registration', {
      basedOn: last?.version ?? null,
      registration: registrationOf(year, unitId, personId, change),
    });
    return Number(saved.result['version']);
  };
  const untilSubmitted = async (unitId: string, version: number) => {
    const state = await system.until(`${unitId} is submitted`, async () => {
      const { units = [] } = (await period()) ?? {};
      const round = units.find((unit) => unit.unitId === unitId)?.round ?? 1;
      const found = await unitState(unitId, round);
      return found?.submitted?.version === version && found;
    });
    return { unitId, version, sha256: state.submitted?.sha256 ?? '' };
  };

  const listBeforeLeader = async (version: number) => {
    const id = `${office.cycle}/approval/registration-list/${String(version)}`;
    const strand = await system.until('the list is before the leader', () =>
      system.stores.strands.find(officeId, id, 'approval'),
    );
    return { version, boundHash: strand.state.boundHash };
  };

  return {
    unitState,
    untilUnit,
    period,
    untilPeriod,
    untilStanding,

    open: async (dueOn: string = todayHere()) => {
      await act(COORDINATOR, 'open-registration', {
        subject: `Về việc đăng ký nhiệm vụ cải cách hành chính năm ${String(year)}`,
        dueOn,
        signer: SIGNER,
        requirements: [],
      });
      const { units } = await untilPeriod('open');
      for (const { unitId } of units) await untilUnit(unitId, 'open');
      return units.map(({ unitId }) => unitId);
    },

    /** The unit's head writes; answers the new version. */
    save,

    /** The unit's head writes and submits. */
    submit: async (
      unitId: string,
      change: Readonly<Record<string, unknown>> = {},
      more: Readonly<Record<string, unknown>> = {},
    ) => {
      const version = await save(unitId, change);
      await act(headOf(unitId), 'submit-registration', { unitId, version, ...more });
      return untilSubmitted(unitId, version);
    },
    untilSubmitted,

    accept: async (read: { unitId: string; version: number; sha256: string }, by = COORDINATOR) => {
      await act(by, 'accept-registration', read);
      await untilStanding(read.unitId, 'accepted');
    },

    /** What is said when the list is closed. */
    closing,
    close: async () => {
      await act(COORDINATOR, 'close-list', closing);
      const { list } = await untilPeriod('awaiting-approval');
      return listBeforeLeader(list?.submitted.version ?? 0);
    },
    listBeforeLeader,

    approve: async (read: { version: number; boundHash: string }) => {
      await act(HEAD, 'approve-list', read);
      const { result } = await untilPeriod('approved');
      return result?.paperId ?? '';
    },

    issueNotice: async (paperId: string, number: number) => {
      await office.paper(paperId, 'awaiting-signature');
      await takePaperThrough(system, office, paperId, number);
    },
    clerk: CLERK,
  };
};
