// The docx library lays its documents out as Word does, from measurements of Word: the nearest thing to it
// that runs here.
import { expect, test } from 'vitest';
import { countEqual, ourPages, wordPages } from '../../bench/paper-lines.ts';
import { paginate, type PlacedBox } from '../../documents/layout-pages.ts';
import { buildPaper } from '../../documents/paper-blocks.ts';
import { EVERY_KIND, paperWithUnits } from './every-kind.ts';

const linesIn = ({ box }: PlacedBox): readonly string[] =>
  box.cells.flatMap(({ lines }) =>
    lines.map(({ segments }) => segments.map(({ text }) => text).join('')),
  );

test.each(EVERY_KIND)('%s has the pages and the lines that Word makes of the DOCX', (kind) => {
  const paper = buildPaper(paperWithUnits(kind, 1));
  const ours = ourPages(paper);
  const { pages, stoppedAt } = wordPages(paper);
  expect(stoppedAt).toBeNull();
  expect(ours).toHaveLength(pages.length);
  const { equal, all } = countEqual(ours, pages);
  expect(all).toBeGreaterThan(2);
  expect(equal).toBe(all);
});

test('recipients that fill a page below two signatures part from them where Word parts them', () => {
  const recipients = Array.from({ length: 80 }, (_, at) => `Đội nghiệp vụ số ${String(at + 1)}`);
  const minutes = buildPaper(paperWithUnits('minutes', 8));
  const paper = {
    ...minutes,
    sections: minutes.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'distribution' ? { ...block, recipients } : block,
      ),
    })),
  };
  const ours = ourPages(paper);
  expect(ours).toHaveLength(wordPages(paper).pages.length);
  const pages = paper.sections.flatMap(paginate).map((page) => page.flatMap(linesIn));
  const ending = ours.findIndex(({ lines }) => lines.some((line) => line.endsWith('./.')));
  expect(pages[ending]).toContain('Trung tá Lê Thị Minh Họa');
  expect(pages.flat().filter((line) => line.startsWith('- Đội nghiệp vụ số'))).toHaveLength(80);
});
