// The way of one paper, from the start of its year to the last recipient, with a kill at every
// boundary that an activity or an act has.
import { connectDatabase } from '../../adapters/database/connect.ts';
import { createStores } from '../../adapters/database/stores.ts';
import { cycleId, paperWorkflowId, planApprovalId, planPaperId } from '../../workflows/contract.ts';
import { CLERK, COORDINATOR, HEAD, readExample } from '../support/office-system.ts';
import { scanOf } from '../support/scan.ts';
import type { Histories } from './history-watch.ts';
import type { Press, Presses } from './presses.ts';
import type { Strikes } from './strikes.ts';
import { until } from './whole-system.ts';

const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

export const openReading = (databaseUrl: string) => {
  const db = connectDatabase(databaseUrl);
  return { db, stores: createStores(db), close: () => db.destroy() };
};
export type Reading = ReturnType<typeof openReading>;

export interface WalkDependencies {
  readonly reading: Reading;
  readonly histories: Histories;
  readonly presses: Presses;
}

export const openWalk = (deps: WalkDependencies, officeId: string) => {
  const { presses } = deps;
  const { stores } = deps.reading;
  const { bytes, year } = readExample('current-year', officeId);
  const ids = {
    cycle: cycleId(officeId, year),
    approval: planApprovalId(officeId, year, 1),
    paperId: planPaperId(year, 1),
    paper: paperWorkflowId(officeId, year, planPaperId(year, 1)),
  };

  // The database may be the part that is away.
  const shown = <T>(what: string, read: () => Promise<T | null | undefined | false>) =>
    until(what, () => read().catch(() => null));

  const paperState = async () =>
    (await stores.strands.find(officeId, ids.paper, 'documentIssue'))?.state;
  const act = (personId: string, name: string, data: object): Promise<Press> =>
    presses.act(officeId, year, personId, name, data);

  return {
    officeId,
    year,
    ids,
    stores,
    act,
    clerk: (name: string, data: object = {}) => act(CLERK, name, { paperId: ids.paperId, ...data }),
    start: () => presses.startFromFile(bytes(), COORDINATOR),
    submit: () => act(COORDINATOR, 'submit-plan', { version: 1 }),
    approve: async () => {
      const { boundHash } = await shown(
        'the plan is before the leader',
        async () => (await stores.strands.find(officeId, ids.approval, 'approval'))?.state,
      );
      return { press: () => act(HEAD, 'approve-plan', { version: 1, boundHash }) };
    },
    /** null: the next that we count. */
    number: (number: number | null) =>
      act(CLERK, 'number-paper', { paperId: ids.paperId, number, documentDate: today() }),
    scan: async () => Buffer.from(await scanOf(`${officeId} signed`)).toString('base64'),
    untilCycleShown: () =>
      shown('the cycle started', () => stores.strands.find(officeId, ids.cycle, 'reformCycle')),
    untilPhase: (phase: string) =>
      shown(`the paper is ${phase}`, async () => (await paperState())?.phase === phase),
    untilFinalReady: () =>
      shown('the final paper is there', async () => (await paperState())?.finalFiles),
    untilPlanned: () =>
      shown(
        'the deliveries are planned',
        async () => (await stores.deliveries.list(officeId, ids.paperId)).length > 0,
      ),
    untilSent: () =>
      shown('all mail is sent', async () => {
        const deliveries = (await paperState())?.deliveries;
        return deliveries?.every(({ status }) => status !== 'due') === true && { deliveries };
      }),
    untilCycleKnows: () =>
      shown('the cycle knows that the paper is closed', async () => {
        const trail = await stores.cycles.listTrail(officeId, year);
        return trail.some(
          ({ workflow_id, type }) => workflow_id === ids.cycle && type === 'PaperClosed',
        );
      }),
    listToHandOver: () =>
      shown('who gets it by hand', async () =>
        (await paperState())?.deliveries
          ?.filter(({ status }) => status === 'to-hand-over')
          .map(({ recipientId }) => recipientId),
      ),
    countMessages: () =>
      shown(
        'the messages are planned',
        async () => (await stores.deliveries.listMessages(officeId, ids.paperId)).length,
      ),
  };
};

export type Walk = ReturnType<typeof openWalk>;

/** As far as the issue, with nothing in the way. */
export const walkUndisturbed = async (walk: Walk, number: number): Promise<void> => {
  await walk.start();
  await walk.untilCycleShown();
  await walk.submit();
  await (await walk.approve()).press();
  await walk.untilPhase('awaiting-signature');
  await walk.clerk('record-ink-signature');
  await walk.untilPhase('awaiting-number');
  await walk.number(number);
  await walk.untilFinalReady();
  await walk.clerk('stamp-paper');
  await walk.untilPhase('awaiting-issue');
  await walk.clerk('attach-scan', { bytes: await walk.scan() });
};

// As many as surely go side by side, and no more: the worker limits them.
export const SENDS_AT_ONCE = 2;

const answeredAfter = ({ before }: Press): string =>
  before.length === 0 ? 'answered at once' : `answered after ${summarise(before)}`;

const summarise = (before: readonly string[]): string =>
  [...new Set(before)]
    .map((fault) => `${String(before.filter((each) => each === fault).length)}x ${fault}`)
    .join(', ');

export const walkThroughFaults = async (
  walk: Walk,
  { histories }: Pick<WalkDependencies, 'histories'>,
  { hold, strike, wentOn }: Strikes,
  number: number | null,
): Promise<void> => {
  const { ids } = walk;
  const answered = async (pressing: Promise<Press>) => {
    wentOn(answeredAfter(await pressing));
  };
  const done = async (workflowId: string, activity: string, atLeast = 1) => {
    await histories.untilCompleted(workflowId, activity, atLeast);
    wentOn();
  };

  const acts = await hold(['act', 'writes']);
  const starting = walk.start();
  await acts.untilReached();
  await strike('start-cycle: done, not answered', [acts]);
  await answered(starting);
  await walk.untilCycleShown();
  wentOn();
  if (number === null) await walk.act(COORDINATOR, 'change-number-series', { series: 'owned' });

  const trail = await hold(['audit', 'writes']);
  const submitting = walk.submit();
  await trail.untilReached();
  await strike('projectEvents: in the middle (cycle)', [trail]);
  await answered(submitting);
  await done(ids.approval, 'projectEvents');
  await strike('projectEvents: completed (approval)');

  const approval = await walk.approve();
  wentOn();
  const holds = [await hold(['act', 'writes']), await hold(['paper_file', 'writes'])];
  const approving = approval.press();
  await Promise.all(holds.map((each) => each.untilReached()));
  await strike('approve-plan: done, not answered; preparePaper: in the middle', holds);
  await answered(approving);
  await done(ids.paper, 'preparePaper');
  await strike('preparePaper: completed');
  await walk.untilPhase('awaiting-signature');
  wentOn();

  await signAndNumber(walk, { hold, strike, wentOn, answered, done }, number);
  await stampAndIssue(walk, { hold, strike, wentOn, answered, done });
  await handOver(walk, { hold, strike, wentOn, answered, done });
};

type Crossing = Pick<Strikes, 'hold' | 'strike' | 'wentOn'> & {
  readonly answered: (pressing: Promise<Press>) => Promise<void>;
  readonly done: (workflowId: string, activity: string, atLeast?: number) => Promise<void>;
};

const signAndNumber = async (
  walk: Walk,
  { hold, strike, wentOn, answered, done }: Crossing,
  number: number | null,
): Promise<void> => {
  const { ids } = walk;
  const holds = [await hold(['act', 'writes']), await hold(['audit', 'writes'])];
  const signing = walk.clerk('record-ink-signature');
  await Promise.all(holds.map((each) => each.untilReached()));
  await strike('record-ink-signature: done, not answered; projectEvents: in the middle', holds);
  await answered(signing);
  await walk.untilPhase('awaiting-number');
  wentOn();

  const papers = await hold(['paper', 'everything']);
  const numbering = walk.number(number);
  await papers.untilReached();
  const [files] = await strike(
    'number-paper: reserved, not given',
    [papers],
    [['paper_file', 'writes']],
  );
  await answered(numbering);
  await files?.untilReached();
  await strike('renderFinalPaper: in the middle', files ? [files] : []);
  await done(ids.paper, 'renderFinalPaper');
  await strike('renderFinalPaper: completed');
  await walk.untilFinalReady();
  wentOn();
};

const stampAndIssue = async (
  walk: Walk,
  { hold, strike, wentOn, answered, done }: Crossing,
): Promise<void> => {
  const { ids } = walk;
  const striking = strike('stamp-paper: pressed while the part is away');
  const stamping = walk.clerk('stamp-paper');
  await striking;
  await answered(stamping);
  await walk.untilPhase('awaiting-issue');

  const files = await hold(['paper_file', 'writes']);
  const attaching = walk.clerk('attach-scan', { bytes: await walk.scan() });
  await files.untilReached();
  await strike('attach-scan: file kept, act not done', [files]);
  await answered(attaching);

  const deliveries = await hold(['delivery', 'writes']);
  const issuing = walk.clerk('issue-paper');
  await deliveries.untilReached();
  const trail = await strike('planDeliveries: in the middle', [deliveries], [['audit', 'writes']]);
  await answered(issuing);
  await done(ids.paper, 'planDeliveries');
  const sends = await strike('planDeliveries: completed', trail, [['message', 'rows']]);
  await sends[0]?.untilReached(SENDS_AT_ONCE);
  wentOn();
  const [noting] = await strike('sendMessage: before the mail', sends, [['message', 'writes']]);
  await noting?.untilReached(SENDS_AT_ONCE);
  wentOn();
  await strike('sendMessage: mail taken, not noted', noting ? [noting] : []);
  await done(ids.paper, 'sendMessage');
  await strike('sendMessage: completed');
  await walk.untilSent();
  wentOn();
};

const handOver = async (
  walk: Walk,
  { hold, strike, wentOn, answered }: Crossing,
): Promise<void> => {
  const recipients = await walk.listToHandOver();
  for (const recipientId of recipients.slice(1)) {
    await walk.clerk('hand-over-paper', { recipientId });
  }
  const holds = [await hold(['act', 'writes']), await hold(['audit', 'writes'])];
  const handing = walk.clerk('hand-over-paper', { recipientId: recipients[0] });
  await Promise.all(holds.map((each) => each.untilReached()));
  await strike('hand-over-paper: done, not answered; projectEvents: in the middle', holds);
  await answered(handing);
  await walk.untilPhase('closed');
  wentOn();
  await walk.untilCycleKnows();
};
