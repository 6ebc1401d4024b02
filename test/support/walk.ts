// The way of one plan, told once for the tests that need the whole of it.
import type proto from '@temporalio/proto';
import { officeDayId } from '../../workflows/contract.ts';
import { scanOf } from './scan.ts';
import { CLERK, COORDINATOR, HEAD, type OfficeSystem, type TestOffice } from './office-system.ts';

export const todayHere = (): string =>
  new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

const untilFinal = (system: OfficeSystem, office: TestOffice, paperId: string) =>
  system.until('the final paper is there', async () => {
    const state = await office.paperState(paperId);
    return state?.finalFiles;
  });

/** From the pen to the post: signed in ink, numbered, stamped, scanned, issued. */
export const takePaperThrough = async (
  system: OfficeSystem,
  office: TestOffice,
  paperId: string,
  number: number,
  documentDate = todayHere(),
) => {
  await office.act(CLERK, 'record-ink-signature', { paperId });
  await office.act(CLERK, 'number-paper', { paperId, number, documentDate });
  await office.act(CLERK, 'stamp-paper', { paperId });
  await office.act(CLERK, 'attach-scan', { paperId, bytes: await scanOf(`${paperId} signed`) });
  await untilFinal(system, office, paperId);
  await office.act(CLERK, 'issue-paper', { paperId });
};

export const untilAllIsSent = (system: OfficeSystem, office: TestOffice, paperId: string) =>
  system.until('all mail is sent', async () => {
    const state = await office.paperState(paperId);
    return state?.deliveries?.every(({ status }) => ['sent', 'to-hand-over'].includes(status));
  });

/** Returned with a reason, corrected, approved, a number made void with a reason, sent, handed over. */
export const walkWholeWay = async (system: OfficeSystem, office: TestOffice) => {
  const waiting = await office.submit();
  await office.act(HEAD, 'return-plan', { ...waiting, reason: 'Bổ sung chỉ tiêu họp không giấy.' });
  await system.until('the plan is being drafted', async () => {
    const { plan } = (await office.cycleState()) ?? {};
    return plan?.phase === 'drafting' && plan.returnedVersion === 1;
  });
  const planId = `plan-${String(office.year)}`;
  const draft = await system.stores.versions.latest(office.officeId, 'plan', planId);
  const plan = { ...JSON.parse(draft?.text ?? ''), purpose: 'Phục vụ Nhân dân tốt hơn năm trước.' };
  await office.act(COORDINATOR, 'save-plan', { basedOn: 1, plan });
  const paperId = await office.approve(2);
  await office.act(CLERK, 'record-ink-signature', { paperId });
  await office.act(CLERK, 'number-paper', { paperId, number: 7, documentDate: todayHere() });
  await office.act(CLERK, 'void-number', {
    paperId,
    number: 7,
    reason: 'Ghi nhầm số của sổ khác.',
  });
  await office.act(CLERK, 'number-paper', { paperId, number: 8, documentDate: todayHere() });
  await office.act(CLERK, 'stamp-paper', { paperId });
  await office.act(CLERK, 'attach-scan', { paperId, bytes: await scanOf(`${paperId} signed`) });
  await untilFinal(system, office, paperId);
  await office.act(CLERK, 'issue-paper', { paperId });
  await untilAllIsSent(system, office, paperId);
  await office.act(CLERK, 'hand-over-paper', { paperId, recipientId: 'M-PN' });
  await office.paper(paperId, 'closed');
  return paperId;
};

type History = proto.temporal.api.history.v1.IHistory;

export interface WorkflowHistory {
  readonly name: string;
  readonly workflowId: string;
  readonly history: History;
}

const previousRunOf = ({ events }: History): string | null =>
  events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || null;

// A run that has done nothing yet has nothing to replay: the replay would wait for it without end.
const hasBegun = ({ events }: History): boolean =>
  events?.some((event) => event.workflowTaskCompletedEventAttributes) === true;

/** Every run of every workflow of the office's cycle, and of its days, oldest first. */
export const historiesOf = async (system: OfficeSystem, office: TestOffice) => {
  const { client } = system.temporal;
  const found: WorkflowHistory[] = [];
  const strands = await system.db
    .selectFrom('strand')
    .select(['workflow_id', 'kind'])
    .where('office_id', '=', office.officeId)
    .execute();
  const day = { workflow_id: officeDayId(office.officeId), kind: 'officeDay' };
  const hasDay = await client.workflow
    .getHandle(day.workflow_id)
    .describe()
    .then(
      () => true,
      () => false,
    );
  for (const { workflow_id, kind } of [...strands, ...(hasDay ? [day] : [])]) {
    const runs: WorkflowHistory[] = [];
    let runId: string | null = (await client.workflow.getHandle(workflow_id).describe()).runId;
    while (runId !== null) {
      const history: History = await client.workflow.getHandle(workflow_id, runId).fetchHistory();
      if (hasBegun(history)) runs.unshift({ name: kind, workflowId: workflow_id, history });
      runId = previousRunOf(history);
    }
    found.push(...runs);
  }
  return found;
};
