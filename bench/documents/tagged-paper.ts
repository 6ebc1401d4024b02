// For those that fill a DOCX in: the paper with a tag in place of each text, and what goes into the tags.
import type { Block, Line, PaperBlocks, Row } from '../../documents/blocks.ts';

interface Tagged {
  readonly paper: PaperBlocks;
  readonly values: Readonly<Record<string, unknown>>;
}

const textOf = (lines: readonly Line[]): string =>
  lines.flatMap((line) => line.map(({ text }) => text)).join('');

/** One row for all of a table: its first cell opens the loop, its last one closes it. */
const tagRow = (row: Row): Row =>
  row.map((cell, at) => {
    const run = cell.lines[0]?.[0];
    if (!run) throw new Error('an empty cell has nothing to put a tag in');
    const opens = at === 0 ? '{#rows}' : '';
    const closes = at === row.length - 1 ? '{/rows}' : '';
    return { ...cell, lines: [[{ ...run, text: `${opens}{c${String(at)}}${closes}` }]] };
  });

export const taggedPaper = (paper: PaperBlocks): Tagged => {
  const values: Record<string, unknown> = {};
  const tagRuns = (lines: readonly Line[]): readonly Line[] =>
    lines.map((line) =>
      line.map((run) => {
        const tag = `t${String(Object.keys(values).length)}`;
        values[tag] = run.text;
        return { ...run, text: `{${tag}}` };
      }),
    );
  const tagBlock = (block: Block): Block => {
    if (block.kind === 'paragraph') return { ...block, lines: tagRuns(block.lines) };
    const [first] = block.kind === 'table' ? block.body : [];
    if (block.kind !== 'table' || !first) return block;
    values['rows'] = block.body.map((row) =>
      Object.fromEntries(row.map(({ lines }, at) => [`c${String(at)}`, textOf(lines)])),
    );
    return { ...block, body: [tagRow(first)] };
  };
  const sections = paper.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map(tagBlock),
  }));
  return { paper: { ...paper, sections }, values };
};
