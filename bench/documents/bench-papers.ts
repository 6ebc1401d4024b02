// The two papers that everybody draws: a commitment of two pages, and a report of 21 with a table of 300 rows.
import type { Block, PaperBlocks } from '../../documents/blocks.ts';
import { buildPaper } from '../../documents/paper-blocks.ts';
import { paperWithUnits } from '../../test/documents/every-kind.ts';

export const BENCH_PAPERS = ['form', 'report'] as const;
export type BenchPaper = (typeof BENCH_PAPERS)[number];

const UNITS_OF_TWO_PAGES = 8;
const ROWS = 300;
/** Their results make 21 pages with the table. */
const TASKS = 97;

const numbered = (block: Block, nth: number): Block =>
  block.kind === 'paragraph' && block.role === 'subject'
    ? {
        ...block,
        lines: block.lines.map((line) =>
          line.map((run) => ({ ...run, text: `${run.text} (${String(nth)})` })),
        ),
      }
    : block;

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

/** As many of them as asked for, each with a subject of its own. */
export const benchPapers = (which: BenchPaper, count: number): readonly PaperBlocks[] => {
  const paper = which === 'form' ? form() : report();
  return Array.from({ length: count }, (_, nth) => ({
    ...paper,
    sections: paper.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => numbered(block, nth)),
    })),
  }));
};
