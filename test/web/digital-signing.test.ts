import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/create-activities.ts';
import { readSignedPdf } from '../../documents/sign/read-signed-pdf.ts';
import { MockActivityEnvironment } from '@temporalio/testing';
import { instantOf, localDateOf } from '../../domain/local-date.ts';
import type { SignedPaperRef } from '../../workflows/activity-contract.ts';
import { recordIfAsked, replayAll } from '../support/histories.ts';
import {
  CLERK,
  COORDINATOR,
  DEPUTY,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
} from '../support/office-system.ts';
import { canSign, makeKeyFile, signElsewhere, signingWith } from '../support/signing-keys.ts';
import { historiesOf, untilAllIsSent } from '../support/walk.ts';
import { dayIn, readerOf, wordsOf } from './office-reader.ts';

const TODAY = localDateOf(instantOf(Date.now()));
const SIGNER = 'Nguyễn Văn Mẫu';
const OFFICE = 'Phòng An ninh nội địa';
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';

describe.runIf(canSign)('a paper signed digitally', () => {
  const keys = canSign ? { signer: makeKeyFile(SIGNER), seal: makeKeyFile(OFFICE) } : null;
  let system: OfficeSystem;
  beforeAll(async () => {
    if (!keys) return;
    system = await openOfficeSystem({
      digitalSigning: signingWith(keys.signer, keys.seal),
      apiToken: 'a token of the programs',
    });
  });
  afterAll(() => system.close());

  const open = async () => {
    const office = await system.startOffice();
    const as = async (personId: string) =>
      readerOf(system, await system.cookieOf(office.officeId, personId));
    return { office, clerk: await as(CLERK), head: await as(HEAD), deputy: await as(DEPUTY) };
  };
  type Open = Awaited<ReturnType<typeof open>>;

  const untilNumbered = async ({ office, clerk }: Open, number = '15') => {
    const paperId = await office.approve();
    const page = `/papers/${paperId}`;
    const act = 'number-for-digital-signature';
    const done = await clerk.press(page, { act, number, ...dayIn('documentDate', TODAY) });
    expect(done.status).toBe(303);
    await system.until(
      'the final paper',
      async () => (await office.paperState(paperId))?.finalFiles,
    );
    return { paperId, page };
  };
  const untilSealed = ({ office }: Open, paperId: string) =>
    system.until('the seal', async () => {
      const state = await office.paperState(paperId);
      return state?.digital?.sealedSha256 ? state : null;
    });

  it('is numbered, signed by its signer, sealed, and mailed as it was sealed: no scan, no stamp', async () => {
    const one = await open();
    const { office, clerk, head, deputy } = one;
    const { paperId, page } = await untilNumbered(one);
    expect(wordsOf(await deputy.read(page))).toContain('Đang chờ Thượng tá Nguyễn Văn Mẫu ký số');
    const html = await head.read(page);
    expect(wordsOf(html)).toContain('Kế hoạch số 15/KH-ANNĐ');
    const steps = /Cấp số +Đã xong .* Ký +Đang chờ .* Đóng chữ ký số của cơ quan +Sắp tới/;
    expect(wordsOf(html)).toMatch(steps);
    const pdfSha256 = hidden(html, 'pdfSha256');
    const byOther = await deputy.send(page, {
      actId: crypto.randomUUID(),
      act: 'sign-digitally',
      pdfSha256,
    });
    expect(byOther.status).toBe(403);
    const signed = await head.press(page, { act: 'sign-digitally', pdfSha256 });
    expect(signed.status).toBe(303);
    const state = await untilSealed(one, paperId);
    expect([state.phase, state.signed?.how, state.scanSha256]).toEqual([
      'awaiting-issue',
      'digital',
      null,
    ]);
    expect(wordsOf(await clerk.read(page))).not.toContain('Tải bản quét lên');
    expect(wordsOf(await clerk.read(page))).toMatch(/cơ quan +Đã xong +Phát hành +Đang chờ/);
    expect(wordsOf(await clerk.read(`${page}/form`))).toMatch(
      /Bản có chữ ký số của người ký và của cơ quan \(PDF\) : +Đúng thể thức/,
    );

    await clerk.press(page, { act: 'issue-paper' });
    await untilAllIsSent(system, office, paperId);
    const [mail] = system.smtp.messages.filter(({ parsed }) =>
      parsed.subject?.includes('15/KH-ANNĐ'),
    );
    const pdf = mail?.parsed.attachments.find(
      ({ contentType }) => contentType === 'application/pdf',
    );
    expect(readSignedPdf(pdf?.content ?? Buffer.alloc(0))).toMatchObject([
      { name: SIGNER, fault: null },
      { name: OFFICE, fault: null, signedLength: pdf?.content.length },
    ]);
    const histories = await historiesOf(system, office);
    recordIfAsked(
      'digital',
      histories.filter(({ name }) => name === 'documentIssue'),
    );
    expect(await replayAll(histories)).toEqual([]);
  });

  it('is sealed once: the seal set again is the one that is there', async () => {
    const one = await open();
    const { office, head } = one;
    const { paperId, page } = await untilNumbered(one);
    await head.press(page, {
      act: 'sign-digitally',
      pdfSha256: hidden(await head.read(page), 'pdfSha256'),
    });
    const { digital, finalFiles, signed, kind, contentVersion, pins } = await untilSealed(
      one,
      paperId,
    );
    const activities = createActivities(system.activityDependencies);
    const again = await new MockActivityEnvironment().run(
      (ref: SignedPaperRef) => activities.sealPaper(ref),
      {
        officeId: office.officeId,
        year: office.year,
        paperId,
        kind,
        contentVersion,
        pins,
        signedSha256: digital?.signedSha256 ?? '',
        signaturePlace: finalFiles?.signaturePlace ?? { page: 0, x: 0, y: 0, width: 1, height: 1 },
        signedAt: signed?.at ?? '',
      },
    );
    expect(again).toEqual({ sha256: digital?.sealedSha256 });
    const files = await system.stores.papers.listFiles(office.officeId, paperId);
    expect(files.filter(({ role }) => role === 'sealed-pdf')).toHaveLength(1);
  });

  it('takes another number, and another signature, once its number is made void', async () => {
    const one = await open();
    const { office, clerk, head } = one;
    const { paperId, page } = await untilNumbered(one);
    const before = hidden(await head.read(page), 'pdfSha256');
    await clerk.press(page, { act: 'void-number', number: '15', reason: 'Nhầm số.' });
    expect(await office.paper(paperId, 'awaiting-signature')).toMatchObject({
      number: null,
      digital: null,
    });
    const act = 'number-for-digital-signature';
    await clerk.press(page, { act, number: '16', ...dayIn('documentDate', TODAY) });
    await system.until(
      'the final paper',
      async () => (await office.paperState(paperId))?.finalFiles,
    );
    await expect(
      office.act(HEAD, 'sign-digitally', { paperId, pdfSha256: before }),
    ).rejects.toMatchObject({
      code: 'stale-version',
    });
    const pdfSha256 = hidden(await head.read(page), 'pdfSha256');
    expect((await head.press(page, { act: 'sign-digitally', pdfSha256 })).status).toBe(303);
  });

  it('bears the mark before it is signed, and is known by it and by its file once issued', async () => {
    const one = await open();
    const { office, clerk, head } = one;
    await office.act(COORDINATOR, 'change-proof-mark', { isPrinted: true });
    const { paperId, page } = await untilNumbered(one);
    const pdfSha256 = hidden(await head.read(page), 'pdfSha256');
    await head.press(page, { act: 'sign-digitally', pdfSha256 });
    const { digital } = await untilSealed(one, paperId);
    const sha256 = digital?.sealedSha256 ?? '';
    const pdf = await system.documents.get(sha256);
    const printed = /\/URI \(([^)]+\/verify\/[^)]+)\)/.exec(Buffer.from(pdf).toString('latin1'));
    const code = new URL(printed?.[1] ?? '').pathname;
    expect(readSignedPdf(pdf)).toMatchObject([{ fault: null }, { fault: null }]);

    const anybody = readerOf(system, null);
    const answer = async () =>
      wordsOf(await (await anybody.send('/verify/file', { sha256, code })).text());
    expect(await answer()).not.toContain('Đúng tệp đã phát hành');
    await clerk.press(page, { act: 'issue-paper' });
    expect(wordsOf(await anybody.read(code))).toContain('Văn bản thật, do cơ quan phát hành');
    expect(await answer()).toContain('Đúng tệp đã phát hành');
  });

  it('is signed by a key elsewhere, over the page and over the API', async () => {
    if (!keys) return;
    const one = await open();
    const { paperId, page } = await untilNumbered(one);
    const html = await one.head.read(page);
    const link = /href="([^"]+to-be-signed[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const bytes = new Uint8Array(await (await one.head.get(link)).arrayBuffer());
    const typed = {
      act: 'take-digital-signature',
      pdfSha256: hidden(html, 'pdfSha256'),
      signedAt: hidden(html, 'signedAt'),
    };
    const upload = (cms: Uint8Array) => new File([Buffer.from(cms)], 'signature.p7s');
    const wrong = signElsewhere(bytes.subarray(1), keys.signer);
    const refused = await one.head.send(page, {
      ...typed,
      actId: crypto.randomUUID(),
      signature: upload(wrong),
    });
    expect(refused.status).toBe(422);
    expect(wordsOf(await refused.text())).toContain('chữ ký của một nội dung khác');
    const right = upload(signElsewhere(bytes, keys.signer));
    const taken = await one.head.send(page, {
      ...typed,
      actId: crypto.randomUUID(),
      signature: right,
    });
    expect(taken.status).toBe(303);
    await untilSealed(one, paperId);

    const other = await open();
    const { paperId: second } = await untilNumbered(other);
    const { officeId, year } = other.office;
    const address = `/api/offices/${officeId}/cycles/${String(year)}`;
    const authorization = { authorization: 'Bearer a token of the programs' };
    const outside = { isLocalSocket: false };
    const asked = await system.app.request(
      `${address}/papers/${second}/to-be-signed?as=${HEAD}`,
      { headers: authorization },
      outside,
    );
    expect(asked.status).toBe(200);
    const toSign = (await asked.json()) as Readonly<
      Record<'bytes' | 'pdfSha256' | 'signedAt', string>
    >;
    const cms = signElsewhere(Buffer.from(toSign.bytes, 'base64'), keys.signer);
    const { pdfSha256, signedAt } = toSign;
    const data = {
      paperId: second,
      pdfSha256,
      signedAt,
      bytes: Buffer.from(cms).toString('base64'),
    };
    const body = { actId: crypto.randomUUID(), as: HEAD, data };
    const post = {
      method: 'POST',
      headers: { ...authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    // With the key on this machine no program signs for anybody.
    const here = {
      ...post,
      body: JSON.stringify({ ...body, data: { paperId: second, pdfSha256 } }),
    };
    const refusedHere = await system.app.request(`${address}/acts/sign-digitally`, here, outside);
    expect(refusedHere.status).toBe(403);
    const sent = await system.app.request(`${address}/acts/take-digital-signature`, post, outside);
    expect(sent.status).toBe(200);
    await untilSealed(other, second);
  });
});
