import { afterAll, beforeAll, expect, test } from 'vitest';
import { paperCheck } from '../../documents/check-paper.ts';
import { inspectPdf } from '../../documents/pdf-scan.ts';
import { canReadPdf, letters, readDocx, readPdfPages } from '../documents/paper-text.ts';
import { openPostRoom, type PostRoom } from './open-post-room.ts';

let open: PostRoom;
beforeAll(async () => {
  open = await openPostRoom();
});
afterAll(() => open.close());

const APPROVED_AT = '2024-01-12T16:00:00+07:00';
const numberedRef = <R>(ref: R, number = 5) => ({
  ...ref,
  number,
  documentDate: '2024-01-15',
  confirmedAt: null,
});
const roles = async (officeId: string, paperId: string) =>
  (await open.stores.papers.listFiles(officeId, paperId)).map(({ role }) => role).sort();

test('a paper for the pen is made twice and kept once', async () => {
  const { officeId, ref } = await open.office();
  const make = () => open.run('preparePaper', { ...ref, approvedAt: APPROVED_AT });
  const first = await make();
  expect(await make()).toEqual(first);
  expect(await roles(officeId, ref.paperId)).toEqual(['for-signature']);
  expect(inspectPdf(await open.dependencies.documents.get(first.pdfSha256))?.pages).toBeGreaterThan(
    0,
  );
});

test('the final paper and its working copy are made twice and kept once', async () => {
  const { officeId, ref } = await open.office();
  const make = () => open.run('renderFinalPaper', numberedRef(ref));
  const first = await make();
  expect(await make()).toEqual(first);
  expect(await roles(officeId, ref.paperId)).toEqual(['final-pdf', 'working-copy']);
});

test('the same paper made by two workers at once is one paper', async () => {
  const { officeId, ref } = await open.office();
  const make = () => open.run('renderFinalPaper', numberedRef(ref));
  const [left, right] = await Promise.all([make(), make()]);
  expect(left).toEqual(right);
  expect(await roles(officeId, ref.paperId)).toEqual(['final-pdf', 'working-copy']);
});

test('another number makes another paper', async () => {
  const { ref } = await open.office();
  const five = await open.run('renderFinalPaper', numberedRef(ref, 5));
  const six = await open.run('renderFinalPaper', numberedRef(ref, 6));
  expect(six.pdfSha256).not.toBe(five.pdfSha256);
  expect(six.docxSha256).not.toBe(five.docxSha256);
});

test('the working copy says so, and the final paper does not', async () => {
  const { ref } = await open.office();
  const { docxSha256, pdfSha256 } = await open.run('renderFinalPaper', numberedRef(ref));
  const { documents } = open.dependencies;
  const copy = letters(readDocx(await documents.get(docxSha256)));
  expect(copy).toContain(letters('05/KH-PM'));
  expect(copy).toContain(letters('Lãnh đạo Cơ quan Mẫu (để báo cáo)'));
  if (!canReadPdf) return;
  const final = letters(readPdfPages(await documents.get(pdfSha256)).join(''));
  expect(final).toContain(letters('05/KH-PM'));
  expect(final).not.toContain(letters('BẢN LÀM VIỆC'));
});

test('a paper is made with the template that was approved, whatever the newest says', async () => {
  const { officeId, ref } = await open.office();
  const { template } = paperCheck.pins('plan');
  const older = template.text.replace('KẾ HOẠCH', 'KẾ HOẠCH CŨ');
  await open.stores.versions.pinWords(officeId, 'hash-of-older', older);
  const pins = { ...ref.pins, template: 'hash-of-older' };
  const { docxSha256 } = await open.run('renderFinalPaper', numberedRef({ ...ref, pins }));
  const copy = letters(readDocx(await open.dependencies.documents.get(docxSha256)));
  expect(copy).toContain(letters('KẾ HOẠCH CŨ'));
});

test('a paper is not made with other words than the approved ones, nor without its template', async () => {
  const { ref } = await open.office();
  const make = (pins: Partial<typeof ref.pins>) =>
    open.run('renderFinalPaper', numberedRef({ ...ref, pins: { ...ref.pins, ...pins } }));
  await expect(make({ locale: 'hash-of-other-words' })).rejects.toMatchObject({
    type: 'words-changed-since-approval',
    nonRetryable: false,
  });
  await expect(make({ template: 'hash-of-nothing' })).rejects.toMatchObject({ message: 'Error' });
});

test('a paper whose plan is missing is not made, and the fault holds no content', async () => {
  const { ref } = await open.office();
  await expect(
    open.run('preparePaper', {
      ...ref,
      contentVersion: 9,
      approvedAt: APPROVED_AT,
    }),
  ).rejects.toMatchObject({ name: 'ApplicationFailure', message: 'Error' });
});

test('a paper bears the code that was kept with its number, each time the same, and not that of a void one', async () => {
  const { officeId, ref } = await open.office();
  const make = (number: number) => open.run('renderFinalPaper', numberedRef(ref, number));
  const reserve = (number: number, proofCode: string | null) =>
    open.stores.papers.reserveNumber(
      {
        officeId,
        seriesYear: 2024,
        symbol: 'KH-PM',
        paperId: ref.paperId,
        actId: `act-${String(number)}`,
        proofCode,
      },
      number,
    );
  const printedIn = async ({ pdfSha256 }: { readonly pdfSha256: string }) => {
    const pdf = Buffer.from(await open.dependencies.documents.get(pdfSha256)).toString('latin1');
    return /\/URI \(([^)]*)\)/.exec(pdf)?.[1] ?? null;
  };
  const url = (code: string) => open.dependencies.decisionLinks.pageUrlOf(`/verify/${code}`);
  await reserve(5, '7K3QZ9XW2MPA4TB5');
  await reserve(6, '7K3QZ9XW2MPA4TB6');
  await reserve(7, null);
  const five = await make(5);
  expect(await make(5)).toEqual(five);
  expect(await printedIn(five)).toBe(url('7K3QZ9XW2MPA4TB5'));
  expect(await printedIn(await make(6))).toBe(url('7K3QZ9XW2MPA4TB6'));
  expect(await printedIn(await make(7))).toBeNull();
});
