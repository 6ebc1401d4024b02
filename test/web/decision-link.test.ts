import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actIdOf } from '../../acts/decision-link.ts';
import { performAct } from '../../acts/perform-act.ts';
import { createTemporalClient } from '../../adapters/temporal-client.ts';
import { createApp } from '../../web/app.ts';
import {
  COORDINATOR,
  DEPUTY,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { connectToTemporal } from '../support/temporal.ts';
import { todayHere } from '../support/walk.ts';
import { actsByMail, linkRow, linkTo, readTables } from './mailed-links.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
/** Whoever has the mail: nobody is signed in. */
let holder: Reader;

beforeAll(async () => {
  system = await openOfficeSystem({ hasOfficeDay: true });
  holder = createReader(system, null);
});
afterAll(() => system.close());

const planBeforeLeader = async (): Promise<{ office: TestOffice; link: string }> => {
  const office = await system.startOffice();
  await office.submit();
  return { office, link: await linkTo(system, office, 'approve-plan') };
};

const press = (link: string, how: 'approve' | 'return', reason = '') =>
  holder.send(`${link}/${how}`, how === 'return' ? { reason } : {});

const decisionsIn = async ({ officeId, year }: TestOffice) =>
  (await system.stores.cycles.listTrail(officeId, year)).filter(({ type }) =>
    ['Approved', 'Returned', 'Withdrawn'].includes(type),
  );

const saveAgain = async (office: TestOffice, basedOn: number, purpose: string) => {
  const id = `plan-${String(office.year)}`;
  const draft = await system.stores.versions.latest(office.officeId, 'plan', id);
  const plan = { ...JSON.parse(draft?.text ?? ''), purpose };
  await office.act(COORDINATOR, 'save-plan', { basedOn, plan });
};

const untilDrafting = (office: TestOffice) =>
  system.until('the plan is back', async () => {
    const state = await office.cycleState();
    return state?.plan.phase === 'drafting';
  });

describe("the link in a leader's mail", () => {
  it('stands in the mail that goes out at once, and decides without a sign-in', async () => {
    const { office, link } = await planBeforeLeader();
    const mail = system.smtp
      .messagesTo('truongphong@annd.test')
      .find(({ parsed }) => parsed.text?.includes(link));
    expect(mail?.parsed.html).toContain(`href="http://reform.test${link}"`);

    const page = await holder.open(link);
    expect(page.status).toBe(200);
    expect(page.title).toBe(`Kế hoạch cải cách hành chính năm ${String(office.year)}`);
    expect(page.text).toContain('Nguyễn Văn Mẫu, Trưởng phòng');
    expect(page.text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(page.actions).toEqual([`${link}/approve`, `${link}/return`]);

    const pressed = await holder.press(page, `${link}/approve`);
    expect([pressed.status, pressed.location]).toEqual([303, link]);
    const after = await holder.open(link);
    expect(after.title).toBe('Đã phê duyệt');
    expect(after.text).toContain('Nguyễn Văn Mẫu đã phê duyệt lúc');
    expect(after.text).toContain('Mỗi đường dẫn chỉ dùng một lần.');
    expect(after.actions).toEqual([]);
    const state = await office.approvalState(1);
    expect(state?.decision).toMatchObject({ kind: 'approved', by: { personId: HEAD } });
    await office.paper(`plan-${String(office.year)}-v1`, 'awaiting-signature');

    const reader = createReader(system, await system.cookieOf(office.officeId, COORDINATOR));
    const cycle = await reader.open(`/cycles/${String(office.year)}`);
    expect(cycle.text).toContain('thủ trưởng đơn vị (qua đường dẫn trong thư)');
  });

  it('is kept by no cache, no index and no other site, and says whom it is for', async () => {
    const { link } = await planBeforeLeader();
    for (const path of [link, '/d/none-of-ours']) {
      const answer = await system.app.request(path);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('x-robots-tag')).toContain('noindex');
      // 'no-referrer' would send the press as from nowhere, which is refused over plain HTTP.
      expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    }
    const page = await holder.open(`${link}?lang=en`);
    expect(page.text).toContain('ForNguyễn Văn Mẫu, Trưởng phòng');
    expect(page.text).toContain('Opening this page has changed nothing.');
  });

  it('decides for its own person, whoever is signed in on that machine', async () => {
    const { office, link } = await planBeforeLeader();
    const cookie = await system.cookieOf(office.officeId, COORDINATOR);
    const pressed = await createReader(system, cookie).send(`${link}/approve`, {});
    expect(pressed.status).toBe(303);
    expect((await office.approvalState(1))?.decision?.by?.personId).toBe(HEAD);
  });

  it('changes no row when it is opened, by GET or HEAD, however often, as mail scanners do', async () => {
    const { office, link } = await planBeforeLeader();
    const before = await readTables(system, office.officeId);
    expect(before['decision_link']).toHaveLength(1);
    for (let times = 0; times < 25; times += 1) {
      expect((await system.app.request(link)).status).toBe(200);
      const head = await system.app.request(link, { method: 'HEAD' });
      expect([head.status, await head.text()]).toEqual([200, '']);
    }
    for (const path of [`${link}/approve`, `${link}/return`]) {
      for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
        const { status } = await system.app.request(path, { method });
        expect([403, 404]).toContain(status);
      }
    }
    expect(await readTables(system, office.officeId)).toEqual(before);
  });

  it('is pressed from its own page alone, not from another site', async () => {
    const { office, link } = await planBeforeLeader();
    const answer = await system.app.request(`${link}/approve`, {
      method: 'POST',
      headers: {
        origin: 'http://elsewhere.test',
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    expect(answer.status).toBe(403);
    expect((await office.approvalState(1))?.decision).toBeNull();
  });

  it('returns with a reason, and keeps what was typed where that is refused', async () => {
    const { office, link } = await planBeforeLeader();
    const empty = await press(link, 'return', '  ');
    expect(empty.status).toBe(422);
    expect(empty.errors).toEqual([{ field: 'reason', text: 'Thiếu thông tin bắt buộc.' }]);
    const wrong = await press(link, 'return', 'Bổ sung kinh phí 𝄞');
    expect([wrong.status, wrong.errors[0]?.field]).toEqual([422, 'reason']);
    expect(wrong.form(`${link}/return`).get('reason')).toEqual(['Bổ sung kinh phí 𝄞']);
    expect(await actsByMail(system, office.officeId)).toEqual([]);

    expect((await press(link, 'return', 'Bổ sung kinh phí.')).status).toBe(303);
    const page = await holder.open(link);
    expect(page.title).toBe('Đã trả lại');
    expect(page.text).toContain('Lý do: Bổ sung kinh phí.');
    await untilDrafting(office);
    expect((await holder.open(link)).text).toContain('Hiện đang chờ: Lê Thị Minh Họa.');
  });

  it('goes to nobody without a mailbox', async () => {
    const office = await system.startOffice();
    const people = await system.stores.offices.listPeople(office.officeId);
    const head = people.find(({ person_id }) => person_id === HEAD);
    await system.stores.offices.save({ people: [{ ...head!, delivery_mode: 'paper' }] });
    await office.submit();
    // The deputy's own notice, which is written in the same turn, says that the turn is over.
    await office.act(HEAD, 'delegate', {
      toPersonId: DEPUTY,
      capacity: 'KT.',
      validFrom: todayHere(),
      validTo: todayHere(),
      basis: 'Phân công trực lãnh đạo',
    });
    await system.acts.temporal.wakeOfficeDay(office.officeId);
    await linkTo(system, office, 'approve-plan', { personId: DEPUTY });
    const notices = await system.stores.notices.list(office.officeId);
    expect(notices.map(({ person_id }) => person_id)).toEqual([DEPUTY]);
  });
});

describe('a link that is pressed twice', () => {
  it('at once, to approve, from two machines, approves once', async () => {
    const { office, link } = await planBeforeLeader();
    const answers = await Promise.all([press(link, 'approve'), press(link, 'approve')]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await decisionsIn(office)).toHaveLength(1);
    expect(await actsByMail(system, office.officeId)).toMatchObject([{ command: 'approve-plan' }]);
  });

  it('at once, to approve and to return, does one of them and tells the other machine which', async () => {
    const { office, link } = await planBeforeLeader();
    const answers = await Promise.all([
      press(link, 'approve'),
      press(link, 'return', 'Bổ sung kinh phí.'),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const decisions = await decisionsIn(office);
    expect(decisions).toHaveLength(1);
    const acts = await actsByMail(system, office.officeId);
    expect(acts.map(({ act_id }) => act_id)).toEqual([decisions[0]?.act_id]);
    expect((await linkRow(system, link)).used_act_id).toBe(decisions[0]?.act_id);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.actions).toEqual([]);
    expect(refused?.title).toMatch(/^Đã (phê duyệt|trả lại)$/);
    expect(refused?.text).toContain('Nguyễn Văn Mẫu đã');
    expect(refused?.errors[0]?.text).toContain('Lần bấm này không được ghi nhận');
  });

  it('after it was used, says who used it, when and for what, and decides nothing more', async () => {
    const { office, link } = await planBeforeLeader();
    await press(link, 'approve');
    const at = (await linkRow(system, link)).used_at;
    // The same press again is the same act, and answered so; the other one comes too late.
    expect((await press(link, 'approve')).status).toBe(303);
    const other = await press(link, 'return', 'Đổi ý.');
    expect(other.status).toBe(409);
    expect(other.text).toContain('Kế hoạch cải cách hành chính năm');
    expect(other.text).toMatch(/Nguyễn Văn Mẫu đã phê duyệt lúc \d\d\/\d\d\/\d{4} \d\d:\d\d/);
    expect(await decisionsIn(office)).toHaveLength(1);
    expect((await linkRow(system, link)).used_at).toBe(at);
  });

  it('with the machine dead after the act and before the mark, is used all the same', async () => {
    const { office, link } = await planBeforeLeader();
    const row = await linkRow(system, link);
    // What a press does first; the mark that follows it never came.
    await performAct(system.acts, 'approve-plan', {
      actId: actIdOf(row, { kind: 'approve' }),
      officeId: office.officeId,
      year: office.year,
      personId: HEAD,
      channel: 'mail',
      occurredAt: null,
      data: { version: row.version, boundHash: row.bound_hash },
    });
    await system.until('the approval shows', async () => (await office.approvalState(1))?.decision);
    expect((await linkRow(system, link)).used_at).toBeNull();
    expect((await holder.open(link)).text).toContain('Mỗi đường dẫn chỉ dùng một lần.');
    expect((await press(link, 'return', 'Đổi ý.')).status).toBe(409);
    expect((await press(link, 'approve')).status).toBe(303);
    expect((await linkRow(system, link)).used_at).not.toBeNull();
    expect(await decisionsIn(office)).toHaveLength(1);
  });

  it('once marked and not yet shown, says that it was recorded and has no button', async () => {
    const { office, link } = await planBeforeLeader();
    const { token_sha256 } = await linkRow(system, link);
    await system.stores.notices.useLink(
      office.officeId,
      token_sha256,
      'an-act-under-way',
      `${todayHere()}T08:00:00+07:00`,
    );
    const page = await holder.open(link);
    expect([page.title, page.actions]).toEqual(['Đã ghi nhận, đang xử lý', []]);
  });
});

describe('a link whose thing has moved on', () => {
  it('says who decided it on the web', async () => {
    const { office, link } = await planBeforeLeader();
    const { boundHash } = (await office.approvalState(1))!;
    await office.act(HEAD, 'return-plan', { version: 1, boundHash, reason: 'Nêu rõ mục đích.' });
    await untilDrafting(office);
    const page = await holder.open(link);
    expect([page.status, page.title]).toEqual([200, 'Đã trả lại']);
    expect(page.text).toContain('Lý do: Nêu rõ mục đích.');
    expect(page.text).toContain('Đường dẫn này chưa được dùng và không dùng được nữa.');
    expect((await press(link, 'approve')).status).toBe(409);
    expect(await decisionsIn(office)).toHaveLength(1);
  });

  it('says that the plan was taken back', async () => {
    const { office, link } = await planBeforeLeader();
    await office.act(COORDINATOR, 'withdraw-plan', { version: 1 });
    await untilDrafting(office);
    const page = await holder.open(link);
    expect(page.title).toBe('Đã được rút về');
    expect(page.text).toContain('Lê Thị Minh Họa đã rút về lúc');
    expect(page.text).toContain('Hiện đang chờ: Lê Thị Minh Họa. Việc: Hoàn thiện và trình');
    expect((await press(link, 'approve')).status).toBe(409);
  });

  it('shows the newer version, leads to it, and never decides on it', async () => {
    const { office, link } = await planBeforeLeader();
    await office.act(COORDINATOR, 'withdraw-plan', { version: 1 });
    await untilDrafting(office);
    await saveAgain(office, 1, 'Phục vụ Nhân dân tốt hơn năm trước.');
    await office.submit(2);
    const page = await holder.open(link);
    expect(page.text).toContain('Đã có nội dung mới chờ quyết định');
    expect(page.text).toContain('Phục vụ Nhân dân tốt hơn năm trước.');
    expect(page.links).toContain(`/cycles/${String(office.year)}/plan/approval/2`);
    expect(page.actions).toEqual([]);
    for (const how of ['approve', 'return'] as const) {
      expect((await press(link, how, 'Bổ sung.')).status).toBe(409);
    }
    expect((await office.approvalState(2))?.decision).toBeNull();
    const newest = await linkTo(system, office, 'approve-plan', { before: link });
    expect(newest).not.toBe(link);
    expect((await press(newest, 'approve')).status).toBe(303);
    expect((await office.approvalState(2))?.decision?.kind).toBe('approved');
  });

  it('says that the cycle was cancelled', async () => {
    const { office, link } = await planBeforeLeader();
    await office.act(HEAD, 'cancel-cycle', { reason: 'Nhập nhầm năm.' });
    await system.until(
      'the approval stopped',
      async () => (await office.approvalState(1))?.decision,
    );
    const page = await holder.open(link);
    expect(page.title).toBe('Chu trình đã bị hủy');
    expect(page.text).toContain(`Chu trình năm ${String(office.year)} bị Nguyễn Văn Mẫu hủy lúc`);
    expect((await press(link, 'approve')).status).toBe(409);
  });
});

describe('a link that is of no use', () => {
  it('that has expired says to whom it went and for whom the thing waits', async () => {
    const { office, link } = await planBeforeLeader();
    await system.db
      .updateTable('decision_link')
      .set({ expires_at: '2025-01-15T23:59:59+07:00' })
      .where('office_id', '=', office.officeId)
      .execute();
    const page = await holder.open(link);
    expect([page.status, page.title]).toEqual([410, 'Đường dẫn đã hết hạn']);
    expect(page.text).toContain('được gửi cho Nguyễn Văn Mẫu, dùng được đến hết ngày 15/01/2025.');
    expect(page.text).toContain('Hiện đang chờ: Nguyễn Văn Mẫu.');
    expect(page.text).not.toContain('CỘNG HÒA');
    expect((await press(link, 'approve')).status).toBe(409);
    expect((await office.approvalState(1))?.decision).toBeNull();
  });

  it('that is none of ours is not found, whatever it looks like', async () => {
    const { link } = await planBeforeLeader();
    for (const path of [`${link}x`, link.slice(0, -1), '/d/x', `/d/${'A'.repeat(43)}`]) {
      expect((await holder.open(path)).status).toBe(404);
      expect((await holder.send(`${path}/approve`, {})).status).toBe(404);
    }
  });

  it('guessed at without end is answered with "later", while a right one still opens', async () => {
    const fresh = await openFresh();
    const { link } = await planBeforeLeader();
    const statuses: number[] = [];
    for (let times = 0; times < 32; times += 1) {
      statuses.push((await fresh.open(`/d/guess-${String(times)}`)).status);
    }
    expect(statuses.slice(0, 30).every((status) => status === 404)).toBe(true);
    expect(statuses.slice(30)).toEqual([429, 429]);
    expect((await fresh.open(link)).status).toBe(200);
  });
});

const appWith = (acts: OfficeSystem['acts']) =>
  createApp({
    acts,
    links: system.links,
    decisionLinks: system.decisionLinks,
    isExample: true,
    isHttps: false,
    mailInboxUrl: null,
    apiToken: null,
    logFault: (error) => system.faults.push(error),
  });

const openFresh = async () => createReader({ app: appWith(system.acts) }, null);

describe('while Temporal is away', () => {
  it('a press says so and keeps what was typed, and pressing again is safe, with other words as well', async () => {
    const { office, link } = await planBeforeLeader();
    const away = await connectToTemporal();
    const temporal = createTemporalClient(away.connection, away.namespace, system.taskQueue);
    await away.close();
    const cut = createReader({ app: appWith({ ...system.acts, temporal }) }, null);
    const refused = await cut.send(`${link}/return`, { reason: 'Bổ sung kinh phí.' });
    expect(refused.status).toBe(503);
    expect(refused.errors[0]?.text).toContain('Xin bấm lại sau ít phút');
    expect(refused.form(`${link}/return`).get('reason')).toEqual(['Bổ sung kinh phí.']);
    expect((await linkRow(system, link)).used_at).toBeNull();

    expect((await press(link, 'return', 'Bổ sung kinh phí và thời hạn.')).status).toBe(303);
    expect((await press(link, 'return', 'Bổ sung kinh phí và thời hạn.')).status).toBe(303);
    expect(await decisionsIn(office)).toHaveLength(1);
    expect((await holder.open(link)).text).toContain('Lý do: Bổ sung kinh phí và thời hạn.');
  });
});
