import { expect, test } from 'vitest';

import { fonts, measureText } from '../../documents/fonts.ts';
import { layOutBlocks } from '../../documents/layout-boxes.ts';
import { layOutLines } from '../../documents/layout-lines.ts';
import { breakPages, paginate } from '../../documents/layout-pages.ts';
import type { Page } from '../../documents/layout-pages.ts';
import { tieFigures, untie } from '../../documents/no-break.ts';
import { buildPaper } from '../../documents/paper-blocks.ts';
import type { PlanPaper, PlanPaperTask } from '../../documents/plan-paper.ts';
import { paperWithUnits } from './every-kind.ts';
import { plan2024 } from './plan-fixture.ts';

const linesOf = (page: Page): readonly string[] =>
  page.flatMap(({ box }) =>
    box.cells.flatMap((cell) =>
      cell.lines.map((line) => line.segments.map((segment) => segment.text).join('')),
    ),
  );

const withTasks = (
  tasks: readonly PlanPaperTask[],
  change: Partial<PlanPaper> = {},
): PlanPaper => ({
  ...plan2024('final'),
  taskGroups: [{ domainName: 'Cải cách thể chế', tasks }],
  ...change,
});

const task = (ordinal: number, change: Partial<PlanPaperTask> = {}): PlanPaperTask => ({
  ordinal,
  title: `Nhiệm vụ mẫu số ${String(ordinal)}`,
  product: 'Báo cáo mẫu',
  lead: 'Đội công tác số 1',
  coordinating: [],
  indicators: [],
  ...change,
});

const eighty = Array.from({ length: 80 }, (_, at) => task(at + 1));

const pagesOf = (paper: PlanPaper) => buildPaper(paper).sections.map(paginate);

test('a table of 80 tasks shows its head on every page and each task once, in order', () => {
  const annex = pagesOf(withTasks(eighty))[1] ?? [];
  expect(annex.length).toBeGreaterThan(3);
  for (const page of annex) expect(linesOf(page)).toContain('STT');
  const numbers = annex.flatMap((page) => linesOf(page).filter((line) => /^\d+$/.test(line)));
  expect(numbers).toEqual(eighty.map(({ ordinal }) => String(ordinal)));
});

test('nothing is placed below the foot of a page', () => {
  const paper = withTasks(eighty.map((one) => ({ ...one, title: `${one.title} `.repeat(25) })));
  for (const section of buildPaper(paper).sections) {
    const room = (section.orientation === 'portrait' ? 297 - 40 : 210 - 40) * (72 / 25.4);
    for (const page of paginate(section)) {
      for (const { box, y } of page) expect(y + box.height).toBeLessThanOrEqual(room + 0.1);
    }
  }
});

test('a row is not parted while it fits on a page', () => {
  const long = eighty.map((one) => task(one.ordinal, { title: 'cải cách hành chính '.repeat(25) }));
  const annex = pagesOf(withTasks(long))[1] ?? [];
  for (const page of annex) {
    for (const { box } of page) {
      const title = box.cells.find((cell) => cell.lines[0]?.segments[0]?.text.startsWith('cải'));
      if (title) {
        const text = title.lines.flatMap((line) => line.segments.map(({ text: part }) => part));
        expect(text.join(' ')).toBe('cải cách hành chính '.repeat(25).trim());
      }
    }
  }
});

test('a row higher than a page goes on over the next pages, and no line is lost or doubled', () => {
  const words = Array.from({ length: 1200 }, (_, at) => `chữ${String(at)}`);
  const annex = pagesOf(withTasks([task(1, { title: words.join(' ') })]))[1] ?? [];
  expect(annex.length).toBeGreaterThan(2);
  const found = annex.flatMap(
    (page) =>
      linesOf(page)
        .join(' ')
        .match(/chữ\d+/g) ?? [],
  );
  expect(found).toEqual(words);
});

test('wherever the text ends, the signature has text above it on its page', () => {
  for (let count = 1; count <= 40; count += 1) {
    const paper = {
      ...plan2024('final'),
      solutions: Array.from({ length: count }, () => 'Một dòng.'),
    };
    const last = pagesOf(paper)[0]?.at(-1) ?? [];
    const lines = linesOf(last);
    const signature = lines.indexOf('Nơi nhận:');
    expect(signature).toBeGreaterThanOrEqual(2);
    expect(lines).toContain('Thượng tá Nguyễn Văn Mẫu');
  }
});

test('no heading stands last on a page', () => {
  for (let count = 1; count <= 40; count += 1) {
    const paper = {
      ...plan2024('final'),
      requirements: Array.from({ length: count }, () => 'Một dòng.'),
    };
    for (const page of pagesOf(paper)[0] ?? []) {
      expect(linesOf(page).at(-1)).not.toMatch(/^([IVX]+|\d)\. \p{Lu}/u);
    }
  }
});

test('every line is as wide as its column at most, and justified ones are exactly as wide', () => {
  const run = { bold: false, italic: false, underline: false };
  const text = 'Đẩy mạnh cải cách hành chính, nâng cao chất lượng công tác của đơn vị '.repeat(8);
  const width = 400;
  const look = { size: 14, align: 'justify', firstLineIndent: 28, gapBefore: 0 } as const;
  const lines = layOutLines([[{ ...run, text: text.trim() }]], width, look);
  lines.forEach((line, at) => {
    const [segment] = line.segments;
    const words = segment?.text.split(' ') ?? [];
    const natural = words.reduce((sum, word) => sum + measureText(word, 'regular', 14), 0);
    const gaps = (words.length - 1) * (measureText(' ', 'regular', 14) + line.wordSpacing);
    const end = (segment?.x ?? 0) + natural + gaps;
    if (at < lines.length - 1) expect(end).toBeCloseTo(width, 3);
    else expect(end).toBeLessThanOrEqual(width);
  });
  expect(lines[0]?.segments[0]?.x).toBe(28);
});

test('a word wider than the line is cut, and every letter of it is printed', () => {
  const run = { bold: true, italic: false, underline: false, text: 'x'.repeat(300) };
  const look = { size: 14, align: 'justify', firstLineIndent: 0, gapBefore: 0 } as const;
  const lines = layOutLines([[run]], 200, look);
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.map((line) => line.segments.map(({ text }) => text).join('')).join('')).toBe(
    run.text,
  );
});

test('no line ends between a figure and its unit, or the word that it stands behind', () => {
  const tied = (text: string): string => tieFigures(text).replaceAll('\u00a0', '~');
  expect(tied('Ngày 17 tháng 4 năm 2024, Quý II, đạt 94,5 % và 05 chỉ tiêu, trong 15 ngày.')).toBe(
    'Ngày~17 tháng~4 năm~2024, Quý~II, đạt 94,5~% và 05~chỉ tiêu, trong 15~ngày.',
  );
  expect(tied('Kế hoạch số 15/KH-ANNĐ')).toBe('Kế hoạch số~15/KH-ANNĐ');
  expect(tied('hằng năm và 5 điểmX')).toBe('hằng năm và 5 điểmX');
  expect(untie(tieFigures('ngày 17 tháng 4'))).toBe('ngày 17 tháng 4');
});

test('a page break in the template begins a page, and not an empty one', () => {
  const line = [{ bold: false, italic: false, underline: false, text: 'một' }];
  const paragraph = { kind: 'paragraph', role: 'body', lines: [line], hasRule: false } as const;
  const turn = { kind: 'page-break' } as const;
  const pages = breakPages(layOutBlocks([turn, paragraph, turn, turn, paragraph], 400), 700);
  expect(pages.map(linesOf)).toEqual([['một'], ['một']]);
});

test('the four faces print every letter of Vietnamese', () => {
  const marks = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const vowels = Array.from('aăâeêioôơuưyAĂÂEÊIOÔƠUƯY');
  const all = vowels.flatMap((vowel) => marks.map((mark) => (vowel + mark).normalize('NFC')));
  for (const font of Object.values(fonts)) {
    for (const letter of [...all, 'đ', 'Đ']) {
      expect(Array.from(letter)).toHaveLength(1);
      expect(font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)).toBe(true);
    }
  }
});

test('a list of recipients longer than a page leaves the signature with its text, and loses nobody', () => {
  const recipients = Array.from({ length: 80 }, (_, at) => `Đội nghiệp vụ số ${String(at + 1)}`);
  const [section] = buildPaper(paperWithUnits('conference-cancellation', 80)).sections;
  if (!section) throw new Error('the paper has no section');
  const [first, ...others] = paginate({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'closing' ? { ...block, recipients } : block,
    ),
  }).map(linesOf);
  expect(first).toContain('Thượng tá Nguyễn Văn Mẫu');
  expect(first?.some((line) => line.endsWith('./.'))).toBe(true);
  const listed = [...(first ?? []), ...others.flat()].filter((line) =>
    line.startsWith('- Đội nghiệp vụ'),
  );
  expect(listed).toHaveLength(80);
});
