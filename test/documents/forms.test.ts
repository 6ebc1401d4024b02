import { describe, expect, test } from 'vitest';
import { paperOf } from '../../documents/paper-of.ts';
import { renderDocx, renderPdf } from '../../documents/render.ts';
import type { PaperSource } from '../../domain/paper-source.ts';
import { approvalSlip, blankRegistration, handOver } from './form-fixture.ts';
import { canReadPdf, readDocx, readPdfPages } from './paper-text.ts';
import { office } from './registration-fixture.ts';

const make = (source: PaperSource, facts = office) =>
  paperOf(source, facts, {
    stage: 'for-signature',
    number: null,
    date: '2024-06-05',
    confirmedAt: null,
  });
const textOf = async (source: PaperSource, facts = office): Promise<string> =>
  readDocx(await renderDocx(make(source, facts)));

const printed: readonly [string, PaperSource][] = [
  ['hand-over-list', handOver()],
  ['approval-slip', approvalSlip()],
  ['blank-registration-form', blankRegistration],
];

describe('forms that are printed for the pen', () => {
  test.each(printed)('the DOCX of %s reads as approved', async (kind, source) => {
    await expect(await textOf(source)).toMatchFileSnapshot(
      `../approved/${kind}-for-signature.docx.txt`,
    );
  });

  test.runIf(canReadPdf).each(printed)('the PDF of %s reads as approved', async (kind, source) => {
    const pages = readPdfPages(await renderPdf(make(source)));
    await expect(pages.join('\f')).toMatchFileSnapshot(`../approved/${kind}-for-signature.pdf.txt`);
  });
});

test('a list of who gets a paper by hand names one without a number by its day', async () => {
  const text = await textOf(handOver(false));
  expect(text).toContain('Giấy mời ngày 10 tháng 4 năm 2024');
  expect(text).not.toContain('số 62');
});

test.runIf(canReadPdf)('an approval slip is one page', async () => {
  expect(readPdfPages(await renderPdf(make(approvalSlip())))).toHaveLength(1);
});

// Decree 30/2020, article 12: the drafting unit's head answers for the content, somebody else for the form.
test('an approval slip names the head of the unit that drafts, and leaves room where there is none', async () => {
  expect(await textOf(approvalSlip())).toContain('Kiểm tra nội dung');
  const people = office.people.filter(({ id }) => id !== 'P-03');
  const bare = await textOf(approvalSlip('P-03'), { ...office, people });
  expect(bare).not.toContain('Lê Thị Minh Họa');
  expect(bare).toContain('2. Đơn vị soạn thảo: Phòng An ninh nội địa.');
});

test('an approval slip says who initialled in the system, and when, and leaves the rest to the pen', async () => {
  const source = approvalSlip();
  const given = { part: 'content', name: 'Đại úy Lê Thị Minh Họa' } as const;
  const text = await textOf({
    ...source,
    content: { ...source.content, initials: [{ ...given, at: '2024-06-05T10:30:00+07:00' }] },
  } as PaperSource);
  expect(text).toContain('Đã ký nháy trên hệ thống');
  expect(text).toContain('lúc 10:30, 05/6/2024');
  expect(text).toContain('Đại úy Lê Thị Minh Họa');
  expect(text.match(/Ký nháy:/g)).toHaveLength(1);
});

test('a slip of somebody who is not in post is refused', () => {
  const source = approvalSlip();
  const people = office.people.filter(({ id }) => id !== 'P-01');
  expect(() => make(source, { ...office, people })).toThrow(
    expect.objectContaining({ code: 'unknown-reference', place: '/signer/personId' }),
  );
});
