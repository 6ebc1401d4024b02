import { describe, expect, test } from 'vitest';

import type { PaperSource } from '../../domain/paper-source.ts';
import type { PaperStage } from '../../documents/paper.ts';
import { paginate } from '../../documents/layout-pages.ts';
import type { Page } from '../../documents/layout-pages.ts';
import { buildPaper } from '../../documents/paper-blocks.ts';
import { paperOf } from '../../documents/paper-of.ts';
import { previewPaper, renderDocx, renderPdf } from '../../documents/render.ts';
import { splitPledgeTitle } from '../../locale/pledge-papers.ts';
import { canReadPdf, readDocx, readPdfPages } from './paper-text.ts';
import { manyParties, pledge, SEVEN, sheet, WITNESS } from './pledge-fixture.ts';
import { dating, office } from './registration-fixture.ts';

const make = (source: PaperSource, stage: PaperStage) => paperOf(source, office, dating(stage));
const textOf = async (source: PaperSource, stage: PaperStage = 'final'): Promise<string> =>
  readDocx(await renderDocx(make(source, stage)));

const printed: readonly [string, PaperSource, PaperStage][] = [
  ['pledge', pledge(), 'final'],
  ['pledge-sheet', sheet(), 'for-signature'],
];

describe('the approved text', () => {
  test.each(printed)('the DOCX of %s reads as approved', async (kind, source, stage) => {
    await expect(await textOf(source, stage)).toMatchFileSnapshot(
      `../approved/${kind}-${stage}.docx.txt`,
    );
  });

  test.runIf(canReadPdf).each(printed)(
    'the PDF of %s reads as approved',
    async (kind, source, stage) => {
      const pages = readPdfPages(await renderPdf(make(source, stage)));
      const text = pages.map((page, at) => `=== page ${String(at + 1)}\n${page}`).join('');
      await expect(text).toMatchFileSnapshot(`../approved/${kind}-${stage}.pdf.txt`);
    },
  );

  test('the preview of the pledge is the approved fragment', async () => {
    const html = previewPaper(make(pledge(), 'draft')).replaceAll('><', '>\n<');
    await expect(html).toMatchFileSnapshot('../approved/pledge-draft.preview.txt');
  });
});

describe('a pledge', () => {
  test('bears no number at any stage, and the day of the ceremony once it was signed', async () => {
    for (const stage of ['draft', 'for-signature', 'final', 'working-copy'] as const) {
      const text = await textOf(pledge(), stage);
      expect(text).not.toContain('Số:');
      expect(text).toContain('Nghệ An, ngày 17 tháng 4 năm 2024');
      expect(text).toContain('hôm nay, ngày 17 tháng 4 năm 2024, tại Hội trường');
    }
  });

  test('leaves room for the day and all signatures on the sheet that is still to be signed', async () => {
    const text = await textOf(sheet(), 'for-signature');
    expect(text).toMatch(/hôm nay, ngày\u00a0? \u00a0+ tháng \u00a0+ năm/u);
    expect(text).not.toContain('Đã ký');
    expect(text).not.toContain('Đã xác nhận');
    for (const { name } of [...SEVEN, WITNESS]) expect(text).toContain(name);
  });

  test('says how and when each party signed, for whom by delegation, and draws no signature', async () => {
    const text = await textOf(pledge());
    expect(text).toContain('Đã ký ngày 22/4/2024');
    expect(text).toContain('Ký thay theo Giấy ủy quyền số 03/GUQ-Đ2 ngày 16/4/2024');
    expect(text).toContain('Đã xác nhận trên hệ thống lúc 08:05, 18/4/2024');
  });

  test('is made in a copy for each party and one for the archive', async () => {
    expect(await textOf(pledge())).toContain('được làm thành 08 bản');
    expect(await textOf(pledge(manyParties(40)))).toContain('được làm thành 41 bản');
  });

  test('without a witness has no cell for one', async () => {
    const text = await textOf(pledge(SEVEN, { witness: null }));
    expect(text).not.toContain('CHỨNG KIẾN');
    expect(text).not.toContain('chứng kiến');
  });

  test('answers the yearly movement of the office and names its place where nothing else is said', async () => {
    const text = await textOf(pledge(SEVEN, { inResponseTo: null, place: null }));
    expect(text).toContain(
      'Hưởng ứng phong trào thi đua đẩy mạnh cải cách hành chính năm 2024 của Phòng An ninh nội địa, hôm nay, ngày 17 tháng 4 năm 2024, tại Nghệ An',
    );
  });

  test('is called as it calls itself: a pledge of the second seed, a commitment of the first', () => {
    expect(splitPledgeTitle('Giao ước thi đua thực hiện phong trào thi đua')).toEqual({
      name: 'Giao ước thi đua',
      about: 'Thực hiện phong trào thi đua',
    });
    expect(splitPledgeTitle('Bản cam kết thực hiện nhiệm vụ CCHC năm 2022')).toEqual({
      name: 'Bản cam kết',
      about: 'Thực hiện nhiệm vụ CCHC năm 2022',
    });
    expect(splitPledgeTitle('Lời hứa')).toEqual({ name: 'Lời hứa', about: null });
  });
});

const linesOf = (page: Page): readonly string[] =>
  page.flatMap(({ box }) =>
    box.cells.flatMap((cell) =>
      cell.lines.map((line) => line.segments.map((segment) => segment.text).join('')),
    ),
  );

const pagesOf = (source: PaperSource, stage: PaperStage): readonly Page[] => {
  const [section] = buildPaper(make(source, stage)).sections;
  return section ? paginate(section) : [];
};

describe.each([1, 2, 7, 40])('the grid of %i who sign', (count) => {
  test('has a cell for each, with the name under the post, and the witness never alone on a page', async () => {
    for (const source of [sheet(manyParties(count)), pledge(manyParties(count))]) {
      const pages = pagesOf(source, 'for-signature');
      for (let at = 1; at <= count; at += 1) {
        const name = `Thiếu tá Người Ký ${String(at)}`;
        expect(pages.flatMap(linesOf).filter((line) => line === name)).toHaveLength(1);
      }
      const last = linesOf(pages.at(-1) ?? []);
      expect(last).toContain(WITNESS.name);
      expect(last).toContain(`Thiếu tá Người Ký ${String(count)}`);
    }
    const docx = await textOf(sheet(manyParties(count)));
    expect(docx.match(/^Thiếu tá Người Ký \d+$/gmu)).toHaveLength(count);
  });

  test('shows the names of a row at one height and nothing beside the page', () => {
    for (const { box, y } of pagesOf(pledge(manyParties(count)), 'final').flat()) {
      expect(y).toBeGreaterThanOrEqual(0);
      const ends = box.cells.map((cell) => cell.y + cell.height);
      expect(new Set(ends).size).toBeLessThanOrEqual(1);
      for (const cell of box.cells) expect(cell.x).toBeGreaterThanOrEqual(-0.1);
    }
  });
});
