// The two papers that everybody draws: a commitment of two pages, and a report of 21 with a table of 300 rows.
import type { Block, Cell, Line, PaperBlocks } from '../../documents/blocks.ts';
import { buildPaper } from '../../documents/paper-blocks.ts';
import { paperWithUnits } from '../../test/documents/every-kind.ts';

export const BENCH_PAPERS = ['form', 'report'] as const;
export type BenchPaper = (typeof BENCH_PAPERS)[number];

const UNITS_OF_TWO_PAGES = 8;
const ROWS = 300;
/** Their results make 21 pages with the table. */
const TASKS = 97;

/** Stands for the number of the paper, so that each has words of its own in every paragraph and row. */
const NUMBER = '@@';

const numberLines = (lines: readonly Line[]): readonly Line[] => {
  const [first = [], ...rest] = lines;
  const [run, ...runs] = first;
  return run ? [[{ ...run, text: `${NUMBER}. ${run.text}` }, ...runs], ...rest] : lines;
};

const numberBlock = (block: Block): Block => {
  if (block.kind === 'paragraph') return { ...block, lines: numberLines(block.lines) };
  if (block.kind !== 'table') return block;
  const numberCell = (cell: Cell, at: number): Cell =>
    at === 1 ? { ...cell, lines: numberLines(cell.lines) } : cell;
  return { ...block, body: block.body.map((row) => row.map(numberCell)) };
};

const form = (): PaperBlocks => buildPaper(paperWithUnits('commitment', UNITS_OF_TWO_PAGES));

// The report of a year, with the table of a correction in place of its annex: ours has fewer, broader rows.
const report = (): PaperBlocks => {
  const paper = buildPaper(paperWithUnits('year-report', TASKS));
  const [table] = buildPaper(paperWithUnits('correction', ROWS))
    .sections.flatMap(({ blocks }) => blocks)
    .filter(({ kind }) => kind === 'table');
  const [section] = paper.sections;
  const closing = section?.blocks.at(-1);
  if (!section || !table || !closing) throw new Error('report or table are not as they were');
  const text = section.blocks.slice(0, -1).filter(({ kind }) => kind !== 'table');
  const blocks = [...text, table, closing];
  return { ...paper, sections: [{ ...section, blocks }] };
};

export const benchPaper = (which: BenchPaper): PaperBlocks => {
  const paper = which === 'form' ? form() : report();
  const sections = paper.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map(numberBlock),
  }));
  return { ...paper, sections };
};
