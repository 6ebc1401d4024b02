import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, localDateOf } from '../../domain/local-date.ts';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { scanOf } from '../support/scan.ts';
import { dayIn, readerOf, wordsOf, type OfficeReader } from './office-reader.ts';

const TODAY = localDateOf(instantOf(Date.now()));
const PDF = { type: 'application/pdf' };

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const openOffice = async (example: '2024' | 'current-year' = 'current-year') => {
  const office = await system.startOffice(example);
  const as = async (personId: string) =>
    readerOf(system, await system.cookieOf(office.officeId, personId));
  return {
    office,
    clerk: await as(CLERK),
    head: await as(HEAD),
    coordinator: await as(COORDINATOR),
    team: await as(TEAM_HEAD),
  };
};

const scanFile = async (text: string) =>
  new File([Buffer.from(await scanOf(text))], 'scan.pdf', PDF);

const signAndNumber = async (clerk: OfficeReader, page: string, number = '15') => {
  await clerk.press(page, { act: 'record-ink-signature' });
  return clerk.press(page, { act: 'number-paper', number, ...dayIn('documentDate', TODAY) });
};

const untilFinal = (office: TestOffice, paperId: string) =>
  system.until('the final paper', async () => (await office.paperState(paperId))?.finalFiles);

const untilStamped = async (
  { office, clerk }: { office: TestOffice; clerk: OfficeReader },
  number = '15',
) => {
  const paperId = await office.approve();
  const page = `/papers/${paperId}`;
  await signAndNumber(clerk, page, number);
  await clerk.press(page, { act: 'stamp-paper' });
  await untilFinal(office, paperId);
  return { paperId, page };
};

describe('the way of a paper signed in ink', () => {
  it('leads the clerk from print to issue, one form at a time', async () => {
    const { office, clerk, team } = await openOffice();
    const paperId = await office.approve();
    const page = `/papers/${paperId}`;
    expect(wordsOf(await clerk.read(page))).toContain('In bản trình ký');
    const print = await clerk.get(`${page}/files/for-signature`);
    expect(print.headers.get('content-type')).toBe('application/pdf');
    expect(print.headers.get('cache-control')).toBe('private, no-store');
    expect(print.headers.get('content-disposition')).toBe(
      `inline; filename="Ke hoach nam ${String(office.year)} (ban trinh ky).pdf"; ` +
        `filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20n%C4%83m%20${String(office.year)}%20%28b%E1%BA%A3n%20tr%C3%ACnh%20k%C3%BD%29.pdf`,
    );

    const signed = await clerk.press(page, { act: 'record-ink-signature' });
    expect([signed.status, signed.headers.get('location')]).toEqual([303, `${page}?notice=done`]);
    expect(wordsOf(await clerk.read(page))).toContain('Số lấy từ sổ đăng ký văn bản đi');
    await clerk.press(page, {
      act: 'number-paper',
      number: '15',
      ...dayIn('documentDate', TODAY),
    });
    const numbered = wordsOf(await clerk.read(page));
    expect(numbered).toContain('Kế hoạch số 15/KH-ANNĐ');
    expect(numbered).toContain('Ghi số 15 và ngày');

    await clerk.press(page, { act: 'stamp-paper' });
    await untilFinal(office, paperId);
    const early = await clerk.press(page, { act: 'issue-paper' });
    expect(early.status).toBe(422);
    expect(await early.text()).toMatch(/id="scan-error"/);

    const scan = await scanFile('bản đã ký');
    await clerk.press(page, { act: 'attach-scan', scan });
    const ready = wordsOf(await clerk.read(page));
    expect(ready).toContain('Khi phát hành');
    expect(ready).toContain('Hội Phụ nữ Phòng An ninh nội địa (không có hộp thư)');
    const shown = await clerk.get(`${page}/files/scan`);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(Buffer.from(await scan.arrayBuffer()));

    await clerk.press(page, { act: 'issue-paper' });
    await system.until('the mail is out', async () =>
      (await office.paperState(paperId))?.deliveries?.every(({ status }) =>
        ['sent', 'to-hand-over'].includes(status),
      ),
    );
    const issued = wordsOf(await team.read(page));
    expect(issued).toContain('Đã gửi Lúc');
    expect(issued).toContain('Chờ giao bản giấy');
    expect(issued).toMatch(/Gửi thư đến [^.]*Đội công tác số 1/);
  });

  it('mails the scan that the page shows, also after it was replaced and put back', async () => {
    const opened = await openOffice();
    const { paperId, page } = await untilStamped(opened);
    const [first, second] = [await scanFile('bản một'), await scanFile('bản hai')];
    for (const scan of [first, second, first]) {
      await opened.clerk.press(page, { act: 'attach-scan', scan });
    }
    const shown = await opened.clerk.get(`${page}/files/scan`);
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(bytes);
    expect(wordsOf(await opened.clerk.read(page))).toContain('Bản quét (PDF) (bản cũ)');

    await opened.clerk.press(page, { act: 'issue-paper' });
    await system.until('the mail is out', async () =>
      (await opened.office.paperState(paperId))?.deliveries?.every(({ status }) =>
        ['sent', 'to-hand-over'].includes(status),
      ),
    );
    const mail = system.smtp.messagesTo('doitruong.d2@annd.test').at(-1);
    expect(mail?.parsed.attachments[0]?.content).toEqual(bytes);
  });

  it('tells apart a file that is no PDF, one that is missing, and one over 20 MB', async () => {
    const opened = await openOffice();
    const { paperId, page } = await untilStamped(opened);
    const refusedBy = async (scan: File) => {
      const answer = await opened.clerk.press(page, { act: 'attach-scan', scan });
      return [
        answer.status,
        /id="scan-error"[^>]*>.*?<\/span> ([^<]+)/s.exec(await answer.text())?.[1],
      ];
    };
    expect(await refusedBy(new File(['không phải PDF'], 'scan.pdf', PDF))).toEqual([
      422,
      'Tệp này không phải PDF đọc được. Quét lại hoặc lưu thành PDF, không đặt mật khẩu.',
    ]);
    expect(await refusedBy(new File([], '', PDF))).toEqual([422, 'Chọn tệp PDF của bản quét.']);
    const tooLarge = [413, 'Tệp vượt quá 20 MB, xin chọn tệp nhỏ hơn.'];
    const megabytes = (count: number) => new File([new Uint8Array(count * 1024 * 1024)], 'a.pdf');
    expect(await refusedBy(megabytes(21))).toEqual(tooLarge);
    const slightly = new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'a.pdf', PDF);
    expect(await refusedBy(slightly)).toEqual(tooLarge);
    expect(await system.stores.papers.listFiles(opened.office.officeId, paperId)).toHaveLength(3);
  });

  it('keeps a void number in the register, with its reason, and asks for another', async () => {
    const opened = await openOffice();
    const { office, clerk } = opened;
    const { paperId, page } = await untilStamped(opened, '15');
    const nameless = await clerk.press(page, { act: 'void-number', number: '15', reason: ' ' });
    expect([nameless.status, /id="reason-error"/.test(await nameless.text())]).toEqual([422, true]);
    await clerk.press(page, { act: 'void-number', number: '15', reason: 'Vào nhầm số' });
    expect((await office.paperState(paperId))?.phase).toBe('awaiting-number');
    expect(wordsOf(await clerk.read(page))).toContain('Hủy số 15: Vào nhầm số');
    expect(wordsOf(await clerk.read('/papers'))).toMatch(
      /01 đến 14 – – Số của văn bản khác trong sổ của đơn vị 15\/KH-ANNĐ [\d/]+ Kế hoạch năm \d+ Đã hủy số Vào nhầm số/,
    );

    const again = await clerk.press(page, {
      act: 'number-paper',
      number: '15',
      ...dayIn('documentDate', TODAY),
    });
    expect(again.status).toBe(409);
    expect(wordsOf(await again.text())).toContain('Số 15 đã được cấp cho văn bản khác trong năm');
  });
});

describe('a number', () => {
  const typedNumber = (html: string) => /name="number"[^>]*value="([^"]*)"/.exec(html)?.[1];

  it('that another paper bears is refused by name, what was typed stays, nothing changes', async () => {
    const { office, clerk } = await openOffice();
    const paperId = await office.approve();
    const page = `/papers/${paperId}`;
    await system.stores.papers.reserveNumber(
      {
        officeId: office.officeId,
        seriesYear: Number(TODAY.slice(0, 4)),
        symbol: 'KH-ANNĐ',
        paperId: 'another-paper',
        actId: 'another-act',
      },
      15,
    );
    const before = await signAndNumber(clerk, page, '15');
    const html = await before.text();
    expect([before.status, typedNumber(html)]).toEqual([409, '15']);
    expect(html).toMatch(/id="number-error".*?Số 15 đã được cấp/s);
    expect(await office.paperState(paperId)).toMatchObject({
      phase: 'awaiting-number',
      number: null,
    });
  });

  it('that is none is refused in words, at its field', async () => {
    const { office, clerk } = await openOffice();
    const page = `/papers/${await office.approve()}`;
    for (const [number, text] of [
      ['mười lăm', 'Nhập số nguyên từ 1 đến 99999'],
      ['1,5', 'Nhập số nguyên từ 1 đến 99999'],
      ['', 'Thiếu thông tin bắt buộc'],
    ] as const) {
      const answer = await signAndNumber(clerk, page, number);
      const html = await answer.text();
      expect([answer.status, typedNumber(html)]).toEqual([422, number]);
      expect(html).toMatch(new RegExp(`id="number-error".*?${text}`, 's'));
    }
  });

  it('is the next one where the office lets the system count', async () => {
    const { office, clerk, coordinator } = await openOffice();
    const page = `/papers/${await office.approve()}`;
    expect((await clerk.press('/papers', { series: 'owned' })).status).toBe(403);
    expect((await coordinator.press('/papers', { series: 'owned' })).status).toBe(303);
    await clerk.press(page, { act: 'record-ink-signature' });
    expect(await clerk.read(page)).not.toContain('name="number"');
    await clerk.press(page, { act: 'number-paper', ...dayIn('documentDate', TODAY) });
    expect(wordsOf(await clerk.read(page))).toContain('Kế hoạch số 01/KH-ANNĐ');
  });

  it('with a day that does not exist is refused at the day', async () => {
    const { office, clerk } = await openOffice();
    const page = `/papers/${await office.approve()}`;
    await clerk.press(page, { act: 'record-ink-signature' });
    const answer = await clerk.press(page, {
      act: 'number-paper',
      number: '15',
      ...dayIn('documentDate', '2024-02-31'),
    });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toMatch(/id="documentDate-error"/);
    expect(html).toMatch(/name="documentDate-day"[^>]*value="31"/);
  });
});

describe('who may do it', () => {
  it('is the clerk alone: for others the page has no form and a press is refused', async () => {
    const { office, clerk, team, head } = await openOffice();
    const page = `/papers/${await office.approve()}`;
    expect(await team.read(page)).not.toContain('value="record-ink-signature"');
    for (const person of [team, head]) {
      const answer = await person.press(page, { act: 'record-ink-signature' });
      expect([answer.status, wordsOf(await answer.text())]).toEqual([
        403,
        expect.stringContaining('không có thẩm quyền'),
      ]);
    }
    expect(await clerk.read(page)).toContain('value="record-ink-signature"');
    expect((await office.paperState(page.slice(8)))?.phase).toBe('awaiting-signature');
  });

  it('is the signer alone for a signature confirmed in the local example', async () => {
    const { office, clerk, head } = await openOffice();
    const paperId = await office.approve();
    const page = `/papers/${paperId}`;
    expect(await clerk.read(page)).not.toContain('value="confirm-signature"');
    expect((await clerk.press(page, { act: 'confirm-signature' })).status).toBe(403);
    expect((await head.press(page, { act: 'confirm-signature' })).status).toBe(303);
    await clerk.press(page, {
      act: 'number-paper',
      number: '7',
      ...dayIn('documentDate', TODAY),
    });
    await clerk.press(page, { act: 'stamp-paper' });
    await untilFinal(office, paperId);
    const ready = await clerk.read(page);
    expect(ready).not.toContain('name="scan"');
    expect(wordsOf(ready)).toContain('Bản được gửi Bản chính thức (PDF)');
    expect((await clerk.press(page, { act: 'issue-paper' })).status).toBe(303);
    expect(wordsOf(await clerk.read(page))).toContain('Xác nhận ký trên hệ thống');
  });

  it('shows nothing of another office, and leads whoever is not signed in to the sign-in', async () => {
    const first = await openOffice();
    const second = await openOffice();
    const page = `/papers/${await first.office.approve()}`;
    for (const path of [page, `${page}/files/for-signature`, `${page}/hand-over`]) {
      expect((await second.clerk.get(path)).status).toBe(404);
      const nobody = await readerOf(system, null).get(path);
      expect([nobody.status, nobody.headers.get('location')]).toEqual([
        303,
        `/sign-in?back=${encodeURIComponent(path)}`,
      ]);
    }
    expect((await second.clerk.send(page, { act: 'stamp-paper', actId: 'x' })).status).toBe(404);
  });
});

describe('an act that was done earlier', () => {
  it('is entered with its day and time, never half, never in the future', async () => {
    const { office, clerk } = await openOffice();
    const paperId = await office.approve();
    const page = `/papers/${paperId}`;
    const half = await clerk.press(page, {
      act: 'record-ink-signature',
      ...dayIn('occurredAt', TODAY),
    });
    const html = await half.text();
    expect(half.status).toBe(422);
    expect(html).toMatch(/id="occurredAt-error".*?Nhập đủ ngày/s);
    expect(html).toMatch(/name="occurredAt-year"[^>]*value="\d{4}"/);

    const future = await clerk.press(page, {
      act: 'record-ink-signature',
      ...dayIn('occurredAt', `${String(Number(TODAY.slice(0, 4)) + 1)}-01-05`),
      occurredAtTime: '8h30',
    });
    expect([future.status, /id="occurredAt-error"/.test(await future.text())]).toEqual([409, true]);
  });

  it('counts on its own day while a past year is being entered', async () => {
    const { office, clerk } = await openOffice('2024');
    const paperId = await office.approve();
    const page = `/papers/${paperId}`;
    await clerk.press(page, {
      act: 'record-ink-signature',
      ...dayIn('occurredAt', '2024-01-15'),
      occurredAtTime: '10h05',
    });
    expect((await office.paperState(paperId))?.signed).toEqual({
      on: '2024-01-15',
      at: '2024-01-15T10:05:00+07:00',
      how: 'ink',
    });
    const html = await clerk.read(page);
    expect(html).toMatch(/name="documentDate-day"[^>]*value="15"/);
    expect(html).toMatch(/name="documentDate-year"[^>]*value="2024"/);
    expect(wordsOf(html)).toMatch(/15\/01\/2024 10:05 \(nhập [\d/: ]+\) Ghi nhận đã ký tay/);
  });

  it('enters a paper from its original while its year is being entered, and never else', async () => {
    const past = await openOffice('2024');
    const paperId = await past.office.approve();
    const page = `/papers/${paperId}`;
    const button = 'Nhập theo bản gốc đã ký';
    expect(wordsOf(await past.clerk.read(page))).toContain(button);
    expect(wordsOf(await past.team.read(page))).not.toContain(button);
    expect((await past.team.press(page, { act: 'enter-original' })).status).toBe(403);
    const wrong = await past.clerk.press(page, {
      act: 'enter-original',
      ...dayIn('occurredAt', '2024-01-15'),
    });
    expect([wrong.status, /id="occurredAt-error"/.test(await wrong.text())]).toEqual([422, true]);
    await past.clerk.press(page, {
      act: 'enter-original',
      ...dayIn('occurredAt', '2024-01-15'),
      occurredAtTime: '10h05',
    });
    expect((await past.office.paperState(paperId))?.signed).toEqual({
      on: '2024-01-15',
      at: '2024-01-15T10:05:00+07:00',
      how: 'original',
    });
    await past.clerk.press(page, {
      act: 'number-paper',
      number: '15',
      ...dayIn('documentDate', '2024-01-15'),
    });
    await past.clerk.press(page, { act: 'stamp-paper' });
    await untilFinal(past.office, paperId);
    const ready = await past.clerk.read(page);
    expect(ready).toContain('name="scan"');
    expect(wordsOf(ready)).toContain('Khi phát hành');

    const live = await openOffice();
    const ofNow = `/papers/${await live.office.approve()}`;
    expect(wordsOf(await live.clerk.read(ofNow))).not.toContain(button);
    const refused = await live.clerk.press(ofNow, { act: 'enter-original' });
    expect(refused.status).toBe(409);
  });
});
