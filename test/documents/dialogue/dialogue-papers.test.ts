import { describe, expect, test } from 'vitest';
import { paperOf } from '../../../documents/paper-of.ts';
import { previewPaper, renderDocx, renderPdf } from '../../../documents/render.ts';
import { countQuestions } from '../../../domain/dialogue/question-end.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import type { PaperSource } from '../../../domain/paper-source.ts';
import { isComplaint } from '../../../locale/dialogue-papers.ts';
import { canReadPdf, readDocx, readPdfPages } from '../paper-text.ts';
import { facts, slip, submission, summary } from './dialogue-fixture.ts';

const make = (source: PaperSource) =>
  paperOf(source, facts, {
    stage: 'final',
    number: source.kind === 'dialogue-summary' ? null : 69,
    date: '2024-04-22',
    confirmedAt: null,
  });

const printed: readonly [string, PaperSource][] = [
  ['transfer-slip', slip],
  ['submission', submission],
  ['dialogue-summary', summary],
];
const blankSlip = (of: OfficeFacts) =>
  paperOf({ kind: 'question-slip', content: { year: 2024 } }, of, {
    stage: 'for-signature',
    number: null,
    date: '2024-04-10',
    confirmedAt: null,
  });

describe('the approved text', () => {
  test.each(printed)('the DOCX of %s reads as approved', async (kind, source) => {
    const text = readDocx(await renderDocx(make(source)));
    await expect(text).toMatchFileSnapshot(`../../approved/${kind}-final.docx.txt`);
  });

  test.runIf(canReadPdf).each(printed)('the PDF of %s reads as approved', async (kind, source) => {
    const pages = readPdfPages(await renderPdf(make(source)));
    const text = pages.map((page, at) => `=== page ${String(at + 1)}\n${page}`).join('');
    await expect(text).toMatchFileSnapshot(`../../approved/${kind}-final.pdf.txt`);
  });
});

describe('the blank slip for a question', () => {
  test('reads as approved, and says that no name is needed', async () => {
    const text = readDocx(await renderDocx(blankSlip(facts)));
    expect(text).toContain('phiếu không ghi tên vẫn được tiếp nhận');
    await expect(text).toMatchFileSnapshot('../../approved/question-slip-for-signature.docx.txt');
  });

  test.runIf(canReadPdf)('fits on one page', async () => {
    const pages = readPdfPages(await renderPdf(blankSlip(facts)));
    expect(pages).toHaveLength(1);
    const approved = '../../approved/question-slip-for-signature.pdf.txt';
    await expect(pages.join('\f')).toMatchFileSnapshot(approved);
  });

  test('of an office without fields has a line to write the field on', () => {
    const html = previewPaper(blankSlip({ ...facts, domains: [] }));
    expect(html).toMatch(/Lĩnh vực:<\/(?:b|strong)> \.{20}/);
  });
});

test('a paper upwards names each body to which it is addressed, and who asked only where named', () => {
  const html = previewPaper(make(slip));
  expect(html).toContain('Lãnh đạo Công an tỉnh;');
  expect(html).toContain('Phòng Hậu cần Công an tỉnh.');
  expect(html).toContain('không ghi tên');
  expect(previewPaper(make(submission))).toContain('Lãnh đạo Công an tỉnh');
});

test('of an asker who has left since, the unit alone is named', () => {
  const left = { ...facts, people: facts.people.filter(({ id }) => id !== 'P-06') };
  const paper = paperOf(slip, left, {
    stage: 'draft',
    number: null,
    date: null,
    confirmedAt: null,
  });
  expect(previewPaper(paper)).toContain('kiến nghị của Đội công tác số 2');
});

test('the table of a year without questions says so', () => {
  const empty = {
    year: 2024,
    day: '2024-06-03',
    questions: [],
    counts: countQuestions([], '2024-06-03'),
  };
  const html = previewPaper(make({ kind: 'dialogue-summary', content: empty }));
  expect(html).toContain('Chưa có ý kiến đối thoại');
});

test.each([
  ['Đơn khiếu nại về việc xếp loại thi đua', true],
  ['Tôi tố cáo đồng chí A', true],
  ['Đề nghị rút ngắn thời gian giải quyết khiếu nại, tố cáo', false],
])('"%s" is a complaint by its own words: %s', (text, is) => {
  expect(isComplaint(text)).toBe(is);
});
