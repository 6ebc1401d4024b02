import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, instantOf, localDateOf } from '../../domain/local-date.ts';
import { CLERK, HEAD, openOfficeSystem, type OfficeSystem } from '../support/office-system.ts';
import { readerOf, wordsOf } from './office-reader.ts';

const TODAY = localDateOf(instantOf(Date.now()));

let system: OfficeSystem;
let officeId: string;
let paperId: string;

beforeAll(async () => {
  system = await openOfficeSystem();
  const office = await system.startOffice();
  officeId = office.officeId;
  paperId = await office.approve();
  await office.act(HEAD, 'confirm-signature', { paperId });
  await office.act(CLERK, 'number-paper', { paperId, number: 15, documentDate: TODAY });
  await office.act(CLERK, 'stamp-paper', { paperId });
  await system.until('the final paper', async () => (await office.paperState(paperId))?.finalFiles);
  await office.act(CLERK, 'issue-paper', { paperId });
  await system.until('the mail is out', async () =>
    (await office.paperState(paperId))?.deliveries?.every(({ status }) =>
      ['sent', 'to-hand-over'].includes(status),
    ),
  );
});
afterAll(() => system.close());

const linkTo = (recipientId: string, expiresOn = addDays(TODAY, 180)): string =>
  `/r/${system.links.tokenOf({ officeId, paperId, recipientId, expiresOn })}`;
const deliveryOf = (recipientId: string) =>
  system.stores.deliveries.find(officeId, paperId, recipientId);
const recipient = () => readerOf(system, null);

describe('the link in the mail', () => {
  it('is the one that opens the page, for whoever has it', async () => {
    const mail = system.smtp.messagesTo('doitruong.d2@annd.test').at(-1);
    const [url = ''] = /http:\/\/reform\.test\/r\/\S+/.exec(mail?.parsed.text ?? '') ?? [];
    const answer = await recipient().get(new URL(url).pathname);
    const words = wordsOf(await answer.text());
    expect(answer.status).toBe(200);
    expect(words).toContain('Kế hoạch số 15/KH-ANNĐ');
    expect(words).toContain('Nơi nhận Đội công tác số 2');
    expect(words).toContain('Xác nhận đã nhận');
  });

  it('names nobody, and is kept by no cache, no index and no other site', async () => {
    const answer = await recipient().get(linkTo('T-1'));
    const html = await answer.text();
    for (const person of await system.stores.offices.listPeople(officeId)) {
      expect(html).not.toContain(person.full_name);
      expect(html).not.toContain(person.email ?? person.full_name);
    }
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    // 'no-referrer' would send the press as from nowhere, which is refused over plain HTTP.
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
  });

  it('opens the issued paper, and the working copy for units alone', async () => {
    const file = async (path: string) => {
      const answer = await recipient().get(path);
      return {
        status: answer.status,
        headers: answer.headers,
        bytes: Buffer.from(await answer.arrayBuffer()),
      };
    };
    const paper = await file(`${linkTo('T-1')}/paper`);
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(paper.headers.get('content-disposition')).toContain(
      'inline; filename="Ke hoach so 15-KH-ANND.pdf"; filename*=UTF-8',
    );
    const mail = system.smtp.messagesTo('doitruong.d2@annd.test').at(-1);
    expect(paper.bytes).toEqual(mail?.parsed.attachments[0]?.content);
    const copy = await file(`${linkTo('T-1')}/working-copy`);
    expect(copy.headers.get('content-disposition')).toContain('attachment; filename="Ke hoach');
    expect(copy.bytes.subarray(0, 2).toString()).toBe('PK');
    const above = linkTo('SUP-LDCAT');
    expect((await file(`${above}/paper`)).status).toBe(200);
    expect((await file(`${above}/working-copy`)).status).toBe(404);
    expect(wordsOf(await recipient().read(above))).not.toContain('bản làm việc');
  });
});

describe('the confirmation of receipt', () => {
  it('is made by a press alone: looking at the page or its files changes nothing', async () => {
    const link = linkTo('M-TN');
    for (const method of ['GET', 'HEAD']) {
      for (const path of [link, `${link}/paper`, `${link}/working-copy`]) {
        expect((await recipient().get(path, method)).status).toBe(200);
      }
    }
    expect((await deliveryOf('M-TN'))?.confirmed_at).toBeNull();
  });

  it('counts once, the first time stays, and concerns this delivery alone', async () => {
    const link = linkTo('T-4');
    const first = await recipient().send(link, {});
    expect([first.status, first.headers.get('location')]).toEqual([303, link]);
    const at = (await deliveryOf('T-4'))?.confirmed_at;
    expect(at).toBeInstanceOf(Date);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await recipient().send(link, {})).status).toBe(303);
    expect((await deliveryOf('T-4'))?.confirmed_at).toEqual(at);
    const page = await recipient().read(link);
    expect(wordsOf(page)).toContain('Đã xác nhận nhận văn bản lúc');
    expect(page).not.toContain('<form');
    expect((await deliveryOf('T-1'))?.confirmed_at).toBeNull();
    const clerk = readerOf(system, await system.cookieOf(officeId, CLERK));
    expect(wordsOf(await clerk.read(`/papers/${paperId}/deliveries/T-4`))).toMatch(
      /Xác nhận đã nhận \d\d\/\d\d\/\d{4}/,
    );
  });

  it('is not taken from another site', async () => {
    const answer = await system.app.request(linkTo('T-1'), {
      method: 'POST',
      headers: {
        origin: 'http://elsewhere.test',
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    expect(answer.status).toBe(403);
    expect((await deliveryOf('T-1'))?.confirmed_at).toBeNull();
  });
});

describe('a link that is not right', () => {
  it('opens nothing: of a delivery that is none, tampered with, cut off', async () => {
    const [payload = '', signature = ''] = linkTo('T-1').slice(3).split('.');
    const forged = Buffer.from(
      JSON.stringify([officeId, paperId, 'T-2', addDays(TODAY, 180)]),
    ).toString('base64url');
    for (const token of [
      `${forged}.${signature}`,
      `${payload}.${signature.slice(0, -2)}AA`,
      payload,
      `${payload}.`,
      'x',
      linkTo('T-99').slice(3),
    ]) {
      for (const path of [`/r/${token}`, `/r/${token}/paper`, `/r/${token}/working-copy`]) {
        expect((await recipient().get(path)).status).toBe(404);
      }
      expect((await recipient().send(`/r/${token}`, {})).status).toBe(404);
    }
  });

  it('says that it has expired from the day after its last, and confirms nothing then', async () => {
    expect((await recipient().get(linkTo('T-1', TODAY))).status).toBe(200);
    const late = linkTo('T-1', addDays(TODAY, -1));
    const answer = await recipient().get(late);
    const words = wordsOf(await answer.text());
    expect([answer.status, words]).toEqual([410, expect.stringContaining('Liên kết đã hết hạn')]);
    expect(words).not.toContain('15/KH-ANNĐ');
    expect((await recipient().get(`${late}/paper`)).status).toBe(410);
    expect((await recipient().send(late, {})).status).toBe(410);
    expect((await deliveryOf('T-1'))?.confirmed_at).toBeNull();
  });
});
