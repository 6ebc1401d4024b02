import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftPaperId } from '../../domain/draft.ts';
import { draftApprovalId } from '../../workflows/contract.ts';
import { CORRECTION, openDraftWalk } from '../support/drafts.ts';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { expectRefusal, type RefusalCase } from '../support/refusal.ts';
import { scanOf } from '../support/scan.ts';
import { takePaperThrough, todayHere, untilAllIsSent } from '../support/walk.ts';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openDraftWalk>;
let planPaper: string;
beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  walk = openDraftWalk(system, office);
  planPaper = await walk.issuePlan();
});
afterAll(() => system.close());

describe('a letter that corrects an issued paper', () => {
  it('is returned, submitted in a new version, signed, numbered, stamped, issued and mailed to who got the paper', async () => {
    const first = await walk.submitCorrection(planPaper);
    const reason = 'Nêu rõ dòng của trang 2.';
    await office.act(HEAD, 'return-draft', { ...first, reason });
    const returned = await walk.untilDraft(first.draftId, 'drafting');
    expect(
      await system.stores.paperSources.readReason(
        office.officeId,
        returned.returned?.reasonId ?? '',
      ),
    ).toBe(reason);

    const second = await walk.submitCorrection(planPaper, { subject: 'đính chính Kế hoạch số 15' });
    expect(second).toMatchObject({ draftId: first.draftId, version: 2 });
    const paperId = await walk.approve(second);
    expect(paperId).toBe(draftPaperId(first.draftId, 2));
    await takePaperThrough(system, office, paperId, 71);
    await untilAllIsSent(system, office, paperId);
    expect(await walk.untilDraft(first.draftId, 'issued')).toMatchObject({
      issued: { on: todayHere(), number: 71 },
    });

    const paper = await system.stores.papers.find(office.officeId, paperId);
    expect(paper).toMatchObject({ number: 71, symbol: 'ANNĐ-TH', kind: 'correction' });
    const receiversOf = async (id: string) =>
      (await system.stores.deliveries.list(office.officeId, id))
        .map(({ recipient_id }) => recipient_id)
        .toSorted();
    expect(await receiversOf(paperId)).toEqual(await receiversOf(planPaper));
    const mail = system.smtp.messagesTo('doitruong.d2@annd.test').at(-1)?.parsed;
    expect(mail?.subject).toContain('Công văn số 71/ANNĐ-TH');
    const scan = mail?.attachments.find(({ contentType }) => contentType === 'application/pdf');
    expect(scan?.filename).toBe('Công văn số 71-ANNĐ-TH.pdf');
  });

  it('may be followed by another one about the same paper', async () => {
    const again = await walk.submitCorrection(planPaper);
    expect(again.draftId).toMatch(/-2$/);
    await office.act(COORDINATOR, 'withdraw-draft', { draftId: again.draftId, version: 1 });
    await walk.untilDraft(again.draftId, 'drafting');
    const later = await walk.submitCorrection(planPaper);
    expect(later).toMatchObject({ draftId: again.draftId, version: 2 });
    await office.act(COORDINATOR, 'drop-draft', {
      draftId: again.draftId,
      reason: 'Không cần nữa.',
    });
    await walk.untilDraft(again.draftId, 'dropped');
    await system.until('its approval has ended', async () => {
      const id = draftApprovalId(office.officeId, office.year, again.draftId, 2);
      const strand = await system.stores.strands.find(office.officeId, id, 'approval');
      return strand?.state.decision?.kind === 'cancelled';
    });
    await expect(office.act(HEAD, 'approve-draft', later)).rejects.toMatchObject({
      code: 'out-of-time',
    });
  });

  it('pressed twice with one act is one draft, and decided twice at once is decided once', async () => {
    const actId = randomUUID();
    const press = () => walk.submitCorrection(planPaper, {}, { actId });
    const [one, other] = await Promise.all([press(), press()]);
    expect(other).toEqual(one);
    const decisions = await Promise.allSettled([
      office.act(HEAD, 'approve-draft', one),
      office.act(HEAD, 'return-draft', { ...one, reason: 'Chưa rõ.' }),
    ]);
    expect(decisions.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await office.act(COORDINATOR, 'drop-draft', { draftId: one.draftId, reason: 'Làm lại.' });
  });
});

describe('a recall', () => {
  it('goes to whoever got the paper, and the number of one that is dropped stays void', async () => {
    const recall = {
      paperId: planPaper,
      subject: 'thu hồi Kế hoạch số 15',
      signer: CORRECTION.signer,
      reason: 'ban hành nhầm phụ lục',
    };
    const { result } = await office.act(COORDINATOR, 'submit-recall', recall);
    const read = await walk.untilAwaited(String(result['draftId']), 1);
    const paperId = await walk.approve(read);
    await office.act(CLERK, 'record-ink-signature', { paperId });
    await office.act(CLERK, 'number-paper', { paperId, number: 72, documentDate: todayHere() });
    await office.act(COORDINATOR, 'drop-draft', { draftId: read.draftId, reason: 'Thôi thu hồi.' });
    await office.paper(paperId, 'cancelled');
    const row = (status: string) =>
      system.db
        .selectFrom('register')
        .select(['number', 'status'])
        .where('office_id', '=', office.officeId)
        .where('paper_id', '=', paperId)
        .where('status', '=', status as 'void')
        .executeTakeFirst();
    expect(await row('void')).toMatchObject({ number: 72 });
    await expect(office.act(CLERK, 'stamp-paper', { paperId })).rejects.toMatchObject({
      code: 'out-of-time',
    });

    const second = await office.act(COORDINATOR, 'submit-recall', recall);
    const again = await walk.approve(await walk.untilAwaited(String(second.result['draftId']), 1));
    await office.act(CLERK, 'record-ink-signature', { paperId: again });
    const voided = { paperId: again, number: 72, documentDate: todayHere() };
    await expect(office.act(CLERK, 'number-paper', voided)).rejects.toMatchObject({
      code: 'number-taken',
    });
    await office.act(CLERK, 'number-paper', { ...voided, number: 73 });
    await office.act(CLERK, 'stamp-paper', { paperId: again });
    await office.act(CLERK, 'attach-scan', { paperId: again, bytes: await scanOf('73') });
    await system.until(
      'the final paper is there',
      async () => (await office.paperState(again))?.finalFiles,
    );
    await office.act(CLERK, 'issue-paper', { paperId: again });
    await expect(
      office.act(COORDINATOR, 'drop-draft', {
        draftId: String(second.result['draftId']),
        reason: 'Quá muộn.',
      }),
    ).rejects.toMatchObject({ code: 'out-of-time' });
    await untilAllIsSent(system, office, again);
    const mail = system.smtp.messagesTo('doitruong.d2@annd.test').at(-1)?.parsed;
    expect(mail?.subject).toContain('Công văn số 73/ANNĐ-TH');
  });
});

describe('what is refused, and writes nothing', () => {
  // Events that earlier presses led to may still be on their way into the trail.
  const settled = async () => {
    let before = -1;
    await system.until('the trail is quiet', async () => {
      const now = (await system.stores.cycles.listTrail(office.officeId, office.year)).length;
      const isQuiet = now === before;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 200));
      return isQuiet;
    });
  };
  beforeAll(settled);
  const never = 'a'.repeat(64);
  const cases: readonly RefusalCase[] = [
    [
      'an unknown paper',
      COORDINATOR,
      'submit-correction',
      () => ({ paperId: 'plan-1999-v1', ...CORRECTION }),
      'unknown-reference',
      '/paperId',
    ],
    [
      'somebody without the power',
      TEAM_HEAD,
      'submit-correction',
      () => ({ paperId: planPaper, ...CORRECTION }),
      'no-power',
      null,
    ],
    [
      'a signer without the power',
      COORDINATOR,
      'submit-correction',
      () => ({
        paperId: planPaper,
        ...CORRECTION,
        signer: { personId: TEAM_HEAD, capacity: null },
      }),
      'no-power',
      '/signer',
    ],
    [
      'a letter that the papers’ font lacks',
      COORDINATOR,
      'submit-correction',
      () => ({ paperId: planPaper, ...CORRECTION, subject: 'đính chính 漢' }),
      'letter-without-glyph',
      '/subject',
    ],
    [
      'a secret paper',
      COORDINATOR,
      'submit-correction',
      () => ({ paperId: planPaper, ...CORRECTION, subject: 'TUYỆT MẬT' }),
      'secret-paper',
      '/subject',
    ],
    [
      'nothing to correct',
      COORDINATOR,
      'submit-correction',
      () => ({ paperId: planPaper, ...CORRECTION, places: [] }),
      'not-schema',
      '/places',
    ],
    [
      'a draft that is not there',
      HEAD,
      'approve-draft',
      () => ({ draftId: 'correction-x', version: 1, boundHash: never }),
      'unknown-reference',
      '/draftId',
    ],
    [
      'a draft that is not there, dropped',
      COORDINATOR,
      'drop-draft',
      () => ({ draftId: 'correction-x', reason: 'x' }),
      'unknown-reference',
      '/draftId',
    ],
  ];
  it.each(cases)('%s', (...one) => expectRefusal(system, office, one));

  it('a paper that is not issued yet', async () => {
    const other = await system.startOffice();
    const paperId = await other.approve();
    await expectRefusal(system, other, [
      'not issued',
      COORDINATOR,
      'submit-correction',
      () => ({ paperId, ...CORRECTION }),
      'not-ready',
      null,
    ]);
  });

  it('a decision by who submitted it, on another version, or on what was not read', async () => {
    const read = await walk.submitCorrection(planPaper);
    await settled();
    const refused = (personId: string, data: object, code: string): Promise<void> =>
      expectRefusal(system, office, ['x', personId, 'approve-draft', () => data, code, null]);
    await refused(COORDINATOR, read, 'no-power');
    await refused(HEAD, { ...read, boundHash: never }, 'stale-version');
    await refused(HEAD, { ...read, version: 9 }, 'stale-version');
    await expectRefusal(system, office, [
      'before it came back',
      COORDINATOR,
      'submit-correction',
      () => ({ paperId: planPaper, ...CORRECTION }),
      'out-of-time',
      null,
    ]);
    await office.act(HEAD, 'return-draft', { ...read, reason: 'Sửa lại.' });
    await walk.untilDraft(read.draftId, 'drafting');
    await expectRefusal(system, office, [
      'decided',
      HEAD,
      'return-draft',
      () => ({ ...read, reason: 'x' }),
      'out-of-time',
      null,
    ]);
  });
});

it('when the cycle is cancelled, drafts before the leader and papers on their way are stopped', async () => {
  const other = await system.startOffice();
  const there = openDraftWalk(system, other);
  const plan = await there.issuePlan();
  const waits = await there.submitCorrection(plan);
  const recall = await other.act(COORDINATOR, 'submit-recall', {
    paperId: plan,
    subject: 'thu hồi',
    signer: CORRECTION.signer,
    reason: 'nhầm',
  });
  const paperId = await there.approve(
    await there.untilAwaited(String(recall.result['draftId']), 1),
  );
  await other.act(HEAD, 'cancel-cycle', { reason: 'Sáp nhập đơn vị.' });
  await other.paper(paperId, 'cancelled');
  await system.until('the approval has ended', async () => {
    const id = draftApprovalId(other.officeId, other.year, waits.draftId, 1);
    return (await system.stores.strands.find(other.officeId, id, 'approval'))?.state.decision;
  });
  // But for the paper that was issued, which goes on to its recipients, nothing waits any more.
  const rows = await system.stores.cycles.listWaiting(other.officeId);
  expect(rows.map(({ what, workflow_id }) => [what, workflow_id.endsWith(plan)])).toEqual([
    ['hand-over-paper', true],
  ]);
});
