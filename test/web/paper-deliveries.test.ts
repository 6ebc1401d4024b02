import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, localDateOf } from '../../domain/local-date.ts';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
} from '../support/office-system.ts';
import { readerOf, wordsOf } from './office-reader.ts';

const TODAY = localDateOf(instantOf(Date.now()));
const TEAM_2_MAILBOX = 'doitruong.d2@annd.test';
const PAPER_RECIPIENT = 'M-PN';

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

/** An office whose plan was confirmed as signed, and issued. */
const openIssued = async () => {
  const office = await system.startOffice();
  const as = async (personId: string) =>
    readerOf(system, await system.cookieOf(office.officeId, personId));
  const clerk = await as(CLERK);
  const paperId = await office.approve();
  await office.act(HEAD, 'confirm-signature', { paperId });
  await office.act(CLERK, 'number-paper', { paperId, number: 15, documentDate: TODAY });
  await office.act(CLERK, 'stamp-paper', { paperId });
  await system.until('the final paper', async () => (await office.paperState(paperId))?.finalFiles);
  await office.act(CLERK, 'issue-paper', { paperId });
  const statusOf = async (recipientId: string) =>
    (await office.paperState(paperId))?.deliveries?.find((row) => row.recipientId === recipientId)
      ?.status;
  return {
    office,
    paperId,
    page: `/papers/${paperId}`,
    clerk,
    coordinator: await as(COORDINATOR),
    team: await as(TEAM_HEAD),
    statusOf,
    untilStatus: (recipientId: string, status: string) =>
      system.until(
        `${recipientId} is ${status}`,
        async () => (await statusOf(recipientId)) === status,
      ),
  };
};

describe('a mailbox that refuses for ever', () => {
  it('is shown with its code, and mended by a new address and "send again"', async () => {
    system.smtp.refuse(TEAM_2_MAILBOX);
    const { office, page, clerk, coordinator, team, untilStatus } = await openIssued();
    await untilStatus('T-2', 'undeliverable');
    system.smtp.accept(TEAM_2_MAILBOX);
    expect(wordsOf(await team.read(page))).toContain('Máy chủ thư từ chối (SMTP 550).');

    const person = `/office/people/${TEAM_HEAD}`;
    const changed = await coordinator.press(person, {
      fullName: 'Vũ Thử Nghiệm',
      rank: 'Trung tá',
      position: 'Đội trưởng Đội công tác số 2',
      unitId: 'T-2',
      email: 'doi2.moi@annd.test',
      roles: ['teamLead'],
    });
    expect(changed.status).toBe(303);
    const delivery = `${page}/deliveries/T-2`;
    expect((await team.press(delivery, { act: 'send-again' })).status).toBe(403);
    expect((await clerk.press(delivery, { act: 'send-again' })).status).toBe(303);
    await untilStatus('T-2', 'sent');
    expect(system.smtp.messagesTo('doi2.moi@annd.test')).toHaveLength(1);
    const words = wordsOf(await clerk.read(page));
    expect(words).toContain('bị từ chối (SMTP 550)');
    expect(words).toContain('Gửi thư đến Đội công tác số 2');
    expect((await office.paperState(page.slice(8)))?.phase).toBe('delivering');
  });

  it('can be given up, with a reason that stays in the trail, and never without', async () => {
    system.smtp.refuse(TEAM_2_MAILBOX);
    const { page, clerk, untilStatus } = await openIssued();
    await untilStatus('T-2', 'undeliverable');
    system.smtp.accept(TEAM_2_MAILBOX);
    const delivery = `${page}/deliveries/T-2`;
    const silent = await clerk.press(delivery, { act: 'give-up-delivery', reason: '' });
    expect([silent.status, /id="reason-error"/.test(await silent.text())]).toEqual([422, true]);
    await clerk.press(delivery, { act: 'give-up-delivery', reason: 'Đội đã giải thể' });
    expect(wordsOf(await clerk.read(delivery))).toMatch(
      /Thôi gửi .*Lý do thôi gửi Đội đã giải thể/,
    );
    expect(wordsOf(await clerk.read(page))).toContain(
      'Thôi gửi cho Đội công tác số 2: Đội đã giải thể',
    );
  });
});

describe('a mail server that can not be reached', () => {
  it('is waited for: the page says since when and how often, and the mail goes when it is back', async () => {
    await system.smtp.stop();
    const { office, paperId, page, clerk, untilStatus } = await openIssued();
    try {
      await system.until('a second try of each', async () => {
        const messages = await system.stores.deliveries.listMessages(office.officeId, paperId);
        return messages.length > 0 && messages.every(({ attempts }) => attempts >= 2);
      });
      expect(wordsOf(await clerk.read(page))).toMatch(
        /Chờ máy chủ thư Chờ gửi từ [\d/: ]+, hệ thống tự gửi lại\. Đã thử \d lần, lần cuối [\d/: ]+: ESOCKET/,
      );
    } finally {
      await system.smtp.start();
    }
    await untilStatus('T-2', 'sent');
    expect(wordsOf(await clerk.read(`${page}/deliveries/T-2`))).toContain('Đã gửi Lúc');
  });
});

describe('a recipient without an address', () => {
  it('stands on a list to print and sign, until the clerk has handed the paper over', async () => {
    const { paperId, office, page, clerk, team, untilStatus } = await openIssued();
    await untilStatus(PAPER_RECIPIENT, 'to-hand-over');
    const list = wordsOf(await clerk.read(`${page}/hand-over`));
    expect(list).toContain('STT Nơi nhận Người nhận Ngày nhận Ký nhận');
    expect(list).toMatch(/ 1 Hội Phụ nữ Phòng An ninh nội địa Đại úy Đỗ Thị Bản Nháp /);
    expect(list).not.toContain('Đội công tác số 2');

    expect(await clerk.read(`${page}/hand-over`)).toContain(`${page}/hand-over.pdf`);
    expect(await clerk.read(`${page}/hand-over.pdf`)).toMatch(/^%PDF/);

    const delivery = `${page}/deliveries/${PAPER_RECIPIENT}`;
    expect((await team.press(delivery, { act: 'hand-over-paper' })).status).toBe(403);
    expect((await clerk.press(delivery, { act: 'hand-over-paper' })).status).toBe(303);
    const [day, month, year] = [TODAY.slice(8), TODAY.slice(5, 7), TODAY.slice(0, 4)];
    expect(wordsOf(await clerk.read(delivery))).toContain(
      `Đã giao bản giấy Ngày ${day}/${month}/${year}`,
    );
    const twice = await clerk.press(delivery, { act: 'hand-over-paper' });
    expect(twice.status).toBe(409);
    await office.paper(paperId, 'closed');
    expect(wordsOf(await clerk.read('/papers'))).toContain('Đã gửi xong');
  });
});

describe('a delivery', () => {
  it('that the paper does not have is not found, nor an act that no form has', async () => {
    const { page, clerk } = await openIssued();
    expect((await clerk.get(`${page}/deliveries/T-99`)).status).toBe(404);
    expect((await clerk.press(`${page}/deliveries/T-2`, { act: 'issue-paper' })).status).toBe(404);
    expect((await clerk.press(page, { act: 'hand-over-paper' })).status).toBe(404);
    expect((await clerk.get(`${page}/files/secret`)).status).toBe(404);
    expect((await clerk.get(`${page}/files/final-pdf?sha256=${'0'.repeat(64)}`)).status).toBe(404);
  });

  it('is shown on the board of its year, with the register that it stands in', async () => {
    const { clerk } = await openIssued();
    const board = wordsOf(await clerk.read('/papers'));
    expect(board).toMatch(/Đã phát hành 1 Kế hoạch số 15\/KH-ANNĐ Người ký: Thượng tá/);
    expect(board).toContain(`Sổ đăng ký văn bản đi năm ${TODAY.slice(0, 4)}`);
    const earlier = wordsOf(await clerk.read('/papers?year=2020'));
    expect(earlier).toContain('Chưa có văn bản nào được cấp số trong năm này.');
    expect(earlier).toContain('Đã phát hành 0');
  });
});

describe('the papers in English', () => {
  it('say the same', async () => {
    const { page, clerk } = await openIssued();
    const words = wordsOf(await clerk.read(`${page}?lang=en`));
    expect(words).toContain('Confirmed as signed in the system');
    expect(words).toContain('Kế hoạch số 15/KH-ANNĐ');
  });
});
