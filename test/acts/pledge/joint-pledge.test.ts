import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/local-date.ts';
import { readPdfPages, canReadPdf } from '../../documents/paper-text.ts';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../../support/office-system.ts';
import { markOf, openPledgeWalk } from '../../support/pledge-life.ts';
import { scanOf } from '../../support/scan.ts';
import { todayHere, untilAllIsSent } from '../../support/walk.ts';

const TODAY = todayHere();
const CEREMONY = addDays(TODAY, -1);

describe('a joint pledge of teams and mass organisations, as in the second seed', () => {
  let system: OfficeSystem;
  let office: TestOffice;
  let walk: ReturnType<typeof openPledgeWalk>;
  let paperId = '';
  beforeAll(async () => {
    system = await openOfficeSystem();
    office = await system.startOffice();
    walk = openPledgeWalk(system, office);
  });
  afterAll(() => system.close());

  const waitingFor = async () =>
    (await system.stores.cycles.listWaiting(office.officeId))
      .filter(({ workflow_id }) => workflow_id === walk.workflowId)
      .map(({ what, role_id, unit_id }) => [what, role_id ?? unit_id])
      .toSorted((one, other) => (String(one) < String(other) ? -1 : 1));

  it('is opened for every unit of the office, with a line for each task, and waits for its ceremony', async () => {
    const state = await walk.open();
    expect(state.requiredUnitIds).toEqual(['T-TH', 'T-1', 'T-2', 'T-4', 'M-TN', 'M-PN']);
    const id = `pledge-${String(office.year)}-GU`;
    const row = await system.stores.versions.latest(office.officeId, 'pledge', id);
    const { points } = JSON.parse(row?.text ?? '') as { points: string[] };
    expect(points.length).toBeGreaterThan(3);
    expect(points[0]).toMatch(/^.+: .+ (đạt|tăng từ|giảm từ|giảm còn|giữ ở mức) \d/u);
    expect(await waitingFor()).toEqual([['hold-signing', 'cycleCoordinator']]);
  });

  it('is marked by the secretary with a substitute; who is missing is waited for, and the scan', async () => {
    const state = await walk.mark(
      [
        markOf('T-TH', COORDINATOR),
        markOf('T-2', TEAM_HEAD),
        markOf('M-TN', CLERK, 'Giấy ủy quyền ngày 16/4 của Bí thư Chi đoàn'),
      ],
      CEREMONY,
    );
    expect(state?.signatures.map((row) => [row.unitId, row.personId, row.signedOn])).toEqual([
      ['T-TH', COORDINATOR, CEREMONY],
      ['T-2', TEAM_HEAD, CEREMONY],
      ['M-TN', CLERK, CEREMONY],
    ]);
    expect(await waitingFor()).toEqual([
      ['scan-pledge', 'secretary'],
      ['sign-pledge', 'M-PN'],
      ['sign-pledge', 'T-1'],
      ['sign-pledge', 'T-4'],
    ]);
  });

  it('takes one scan for the sheet of the day', async () => {
    const bytes = await scanOf('sheet of the ceremony');
    await office.act(SECRETARY, 'attach-pledge-scan', {
      pledgeId: 'GU',
      signedOn: CEREMONY,
      bytes,
    });
    const { signatures = [] } = (await walk.state()) ?? {};
    const scans = new Set(signatures.map(({ scanSha256 }) => scanSha256));
    expect(scans.size).toBe(1);
    const [sha256] = scans;
    expect(await system.documents.get(sha256 ?? '')).toEqual(Buffer.from(bytes));
  });

  it('has a wrong mark taken back, and is not submitted while somebody is missing', async () => {
    await walk.mark([markOf('T-1', 'P-05'), markOf('T-4', 'P-08')], CEREMONY);
    const reason = 'Đội công tác số 1 vắng mặt tại lễ.';
    await office.act(SECRETARY, 'take-back-mark', { pledgeId: 'GU', unitId: 'T-1', reason });
    await expect(walk.submit()).rejects.toMatchObject({
      code: 'not-ready',
      details: { units: ['T-1', 'M-PN'] },
    });
  });

  it('is signed late with a day and a scan of its own, and confirmed by a head in the system', async () => {
    await walk.mark([markOf('T-1', 'P-05')], TODAY, { bytes: await scanOf('late sheet') });
    await office.act('P-10', 'confirm-commitment', { pledgeId: 'GU', unitId: 'M-PN' });
    const state = await walk.until('signed');
    expect(state.signatures.find(({ unitId }) => unitId === 'M-PN')?.how).toBe('confirmed');
    // The mark of T-4 came after the scan of its day.
    expect(await waitingFor()).toEqual([
      ['scan-pledge', 'secretary'],
      ['submit-pledge', 'cycleCoordinator'],
    ]);
  });

  it('goes straight to its signer, and what it says stands', async () => {
    paperId = await walk.submit();
    await system.until('the pledge knows', async () => (await walk.state())?.paper);
    const reason = 'Nhầm.';
    await expect(
      office.act(SECRETARY, 'take-back-mark', { pledgeId: 'GU', unitId: 'T-1', reason }),
    ).rejects.toMatchObject({ code: 'out-of-time' });
    await expect(walk.submit()).rejects.toMatchObject({ code: 'out-of-time' });
  });

  it('gets neither number nor stamp, and goes with its scan to each party', async () => {
    const mailsBefore = system.smtp.messages.length;
    await walk.issue(paperId);
    await untilAllIsSent(system, office, paperId);
    const paper = await system.stores.papers.find(office.officeId, paperId);
    expect(paper).toMatchObject({ kind: 'pledge', number: null, symbol: null, issued_on: TODAY });
    expect(paper?.document_date).toBe(TODAY);
    const deliveries = await system.stores.deliveries.list(office.officeId, paperId);
    expect(deliveries.map((row) => row.recipient_id).toSorted()).toEqual([
      'M-PN',
      'M-TN',
      'T-1',
      'T-2',
      'T-4',
      'T-TH',
    ]);
    const mails = system.smtp.messages.slice(mailsBefore);
    expect(mails).toHaveLength(5);
    for (const { parsed } of mails) {
      expect(parsed.subject).toMatch(/^Giao ước thi đua: Thực hiện phong trào/u);
    }
  });

  it('ends with its paper, whose final form says who signed how', async () => {
    const state = await walk.until('done');
    expect(state.paper).toMatchObject({ paperId, phase: 'issued', number: null });
    const cycle = await system.until('the cycle knows', async () => {
      const found = await office.cycleState();
      return found?.strands.every(({ ended }) => ended !== null) && found;
    });
    expect(cycle.strands[0]?.ended?.how).toBe('done');
    if (!canReadPdf) return;
    const sha256 = (await office.paperState(paperId))?.finalFiles?.pdfSha256 ?? '';
    const text = readPdfPages(await system.documents.get(sha256)).join('\n');
    expect(text).toContain('Ký thay theo Giấy ủy quyền');
    expect(text).toContain('Đã xác nhận trên hệ thống lúc');
    expect(text).not.toContain('Số:');
  });
});

describe('a pledge whose paper was dropped', () => {
  let system: OfficeSystem;
  beforeAll(async () => {
    system = await openOfficeSystem();
  });
  afterAll(() => system.close());

  it('is put right and submitted as another paper', async () => {
    const office = await system.startOffice();
    const walk = openPledgeWalk(system, office);
    await walk.open({ signatoryRule: 'named', unitIds: ['T-1', 'T-2'], points: ['Một việc.'] });
    const bytes = await scanOf('sheet');
    await walk.mark([markOf('T-1', 'P-05'), markOf('T-2', TEAM_HEAD)], TODAY, { bytes });
    await walk.submit();
    const draftId = `pledge-${String(office.year)}-GU`;
    await office.act(COORDINATOR, 'drop-draft', { draftId, reason: 'Ghi nhầm người ký.' });
    await system.until('the pledge knows', async () => {
      return (await walk.state())?.paper?.phase === 'dropped';
    });
    const reason = 'Người ký là đội phó.';
    await office.act(SECRETARY, 'take-back-mark', { pledgeId: 'GU', unitId: 'T-1', reason });
    await walk.mark([markOf('T-1', SECRETARY, 'Giấy ủy quyền 05')], TODAY, { bytes });
    const paperId = await walk.submit();
    expect(paperId).toBe(`pledge-${String(office.year)}-GU-2-v1`);
    await office.act(HEAD, 'confirm-signature', { paperId });
    await system.until('the final paper is there', async () => {
      return (await office.paperState(paperId))?.finalFiles;
    });
    await office.act(CLERK, 'issue-paper', { paperId });
    await walk.until('done');
  });
});
