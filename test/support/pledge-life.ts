// The way of a pledge, told once for the tests that need a part of it.
import type { ActCall } from '../../acts/act.ts';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  SECRETARY,
  type OfficeSystem,
  type TestOffice,
} from './office-system.ts';
import { scanOf } from './scan.ts';

/** Heads of the units of the example's office today, and in spring 2024. */
const HEADS_TODAY = {
  'T-TH': 'P-03',
  'T-1': 'P-05',
  'T-2': 'P-06',
  'T-4': 'P-08',
  'M-TN': 'P-09',
  'M-PN': 'P-10',
} as const;
export const HEADS_OF_SPRING = { ...HEADS_TODAY, 'T-1': 'P-04', 'T-3': 'P-07' } as const;

type More = Partial<ActCall>;

export const markOf = (unitId: string, personId: string, basis: string | null = null) => ({
  unitId,
  personId,
  substitute: basis === null ? null : { basis },
});

export const openPledgeWalk = (system: OfficeSystem, office: TestOffice, pledgeId = 'GU') => {
  const workflowId = `${office.cycle}/pledge/${pledgeId}`;
  const state = async () =>
    (await system.stores.strands.find(office.officeId, workflowId, 'pledge'))?.state;
  const until = (phase: string) =>
    system.until(`the pledge is ${phase}`, async () => {
      const found = await state();
      return found?.phase === phase && found;
    });
  return {
    workflowId,
    state,
    until,

    open: async (change: Readonly<Record<string, unknown>> = {}, more: More = {}) => {
      await office.act(
        COORDINATOR,
        'open-pledge',
        {
          pledgeId,
          form: 'joint',
          title: `Giao ước thi đua thực hiện phong trào cải cách hành chính năm ${String(office.year)}`,
          signatoryRule: 'teams-and-mass-organisations',
          witnessId: HEAD,
          ...change,
        },
        more,
      );
      return until('open');
    },

    mark: async (
      signed: readonly ReturnType<typeof markOf>[],
      signedOn: string,
      { bytes = null, more = {} }: { bytes?: Uint8Array | null; more?: More } = {},
    ) => {
      await office.act(SECRETARY, 'mark-signed', { pledgeId, signed, signedOn, bytes }, more);
      return state();
    },

    submit: async (more: More = {}) => {
      const { result } = await office.act(
        COORDINATOR,
        'submit-pledge',
        {
          pledgeId,
          subject: `Thực hiện phong trào cải cách hành chính năm ${String(office.year)}`,
          signer: { personId: HEAD, capacity: null },
        },
        more,
      );
      const paperId = `${String(result['draftId'])}-v${String(result['version'])}`;
      await office.paper(paperId, 'awaiting-signature');
      return paperId;
    },

    /** From the witness's pen to the post, without number and stamp. */
    issue: async (paperId: string, moreOf: (step: number) => More = () => ({})) => {
      await office.act(CLERK, 'record-ink-signature', { paperId }, moreOf(1));
      await system.until('the final paper is there', async () => {
        return (await office.paperState(paperId))?.finalFiles;
      });
      const bytes = await scanOf(`${paperId} signed`);
      await office.act(CLERK, 'attach-scan', { paperId, bytes }, moreOf(2));
      await office.act(CLERK, 'issue-paper', { paperId }, moreOf(3));
    },
  };
};
