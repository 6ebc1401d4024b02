import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
} from '../support/office-system.ts';
import { takePaperThrough } from '../support/walk.ts';

const HEADS_MAILBOX = 'doitruong.d2@annd.test';

describe.each([
  ['in one run', 0],
  ['continuing as new after every event', 1],
])('a plan on its way to the recipients, %s', (_, continueAfterEvents) => {
  let system: OfficeSystem;
  beforeAll(async () => {
    system = await openOfficeSystem({ continueAfterEvents });
  });
  afterAll(() => system.close());

  it('is approved, signed in ink, numbered, stamped, scanned, issued, sent and handed over', async () => {
    const office = await system.startOffice();
    const paperId = await office.approve();
    await takePaperThrough(system, office, paperId, 15);
    await system.until('all mail is sent', async () => {
      const state = await office.paperState(paperId);
      return state?.deliveries?.every(({ status }) => ['sent', 'to-hand-over'].includes(status));
    });
    expect(system.smtp.messagesTo(HEADS_MAILBOX)).toHaveLength(1);
    await office.act(CLERK, 'hand-over-paper', { paperId, recipientId: 'M-PN' });
    await office.paper(paperId, 'closed');

    const trail = await system.stores.cycles.listTrail(office.officeId, office.year);
    const seqs = (id: string) =>
      trail.filter((row) => row.workflow_id === id).map((row) => row.seq);
    for (const id of new Set(trail.map((row) => row.workflow_id))) {
      expect(seqs(id)).toEqual(seqs(id).map((_seq, index) => index + 1));
    }
    await system.until('the cycle knows', async () => {
      const { plan } = (await office.cycleState()) ?? {};
      return plan?.phase === 'issued';
    });
  });

  it('answers a repeated act with the first outcome and does it once', async () => {
    const office = await system.startOffice();
    const paperId = await office.approve();
    const actId = 'press-of-one-button';
    const first = await office.act(CLERK, 'record-ink-signature', { paperId }, { actId });
    await system.db.deleteFrom('act').where('act_id', '=', actId).execute();
    const state = await office.paperState(paperId);
    const again = await system.acts.temporal.sendAct(
      `${office.cycle}/paper/${paperId}`,
      (await import('../../workflows/contract.ts')).actOnPaper,
      {
        type: 'confirmSigned',
        how: 'ink',
        actId,
        occurredAt: null,
        by: { personId: CLERK, roleId: 'registryClerk', delegationId: null, capacity: null },
      },
    );
    expect(again.seq).toBe(first.seq);
    expect((await office.paperState(paperId))?.last).toEqual(state?.last);
  });

  it('lets one of two opposite decisions win', async () => {
    const office = await system.startOffice();
    const waiting = await office.submit();
    const results = await Promise.allSettled([
      office.act(HEAD, 'approve-plan', waiting),
      office.act(HEAD, 'return-plan', { ...waiting, reason: 'Bổ sung chỉ tiêu.' }),
      office.act(COORDINATOR, 'withdraw-plan', { version: waiting.version }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = results.flatMap((row) => (row.status === 'rejected' ? [row.reason] : []));
    expect(refusals.map(({ code }) => code)).toEqual(['out-of-time', 'out-of-time']);
  });

  it('goes back with the reason, is corrected and submitted again as a new version', async () => {
    const office = await system.startOffice();
    const waiting = await office.submit();
    await office.act(HEAD, 'return-plan', { ...waiting, reason: 'Bổ sung chỉ tiêu.' });
    await system.until('the plan is being drafted', async () => {
      const { plan } = (await office.cycleState()) ?? {};
      return plan?.phase === 'drafting' && plan.returnedVersion === 1;
    });
    const draft = await system.stores.versions.latest(
      office.officeId,
      'plan',
      `plan-${String(office.year)}`,
    );
    const plan = { ...JSON.parse(draft?.text ?? ''), purpose: 'Làm tốt hơn năm trước.' };
    await office.act(COORDINATOR, 'save-plan', { basedOn: 1, plan });
    await expect(office.submit(1)).rejects.toMatchObject({ code: 'stale-version' });
    const paperId = await office.approve(2);
    expect(paperId).toBe(`plan-${String(office.year)}-v2`);
  });

  it('goes before the leader again after it was withdrawn, as a new version by the same author', async () => {
    const office = await system.startOffice();
    await office.submit();
    await office.act(COORDINATOR, 'withdraw-plan', { version: 1 });
    await system.until('the plan is being drafted', async () => {
      const { plan } = (await office.cycleState()) ?? {};
      return plan?.phase === 'drafting';
    });
    await office.act(HEAD, 'submit-plan', { version: 1 });
    const again = await system.until('version 2 waits', () => office.approvalState(2));
    expect(again.authorId).toBe(COORDINATOR);
    expect(again.submittedBy.personId).toBe(HEAD);
  });

  it('an act pressed again after its answer was lost is answered, though the rules would refuse it now', async () => {
    const office = await system.startOffice();
    const waiting = await office.submit();
    const actId = 'approve-once-and-again';
    const first = await office.act(HEAD, 'approve-plan', waiting, { actId });
    await system.db.deleteFrom('act').where('act_id', '=', actId).execute();
    const again = await office.act(HEAD, 'approve-plan', waiting, { actId });
    expect(again).toMatchObject({ workflowId: first.workflowId, seq: first.seq });
  });

  it('ends with its strands when the cycle is cancelled, and a given number stays void', async () => {
    const office = await system.startOffice();
    const paperId = await office.approve();
    const documentDate = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    await office.act(CLERK, 'record-ink-signature', { paperId });
    await office.act(CLERK, 'number-paper', { paperId, number: 20, documentDate });
    await office.act(HEAD, 'cancel-cycle', { reason: 'Đơn vị được sáp nhập.' });
    await office.paper(paperId, 'cancelled');
    const register = await system.stores.papers.listRegister(office.officeId);
    expect(register.map(({ number, status }) => [number, status])).toEqual([[20, 'void']]);
    await expect(office.act(CLERK, 'stamp-paper', { paperId })).rejects.toMatchObject({
      code: 'out-of-time',
    });
    const { waiting } = { waiting: await system.stores.cycles.listWaiting(office.officeId) };
    expect(waiting).toEqual([]);
  });
});
