// `npm run measure:papers [units…]`: every kind of paper in an office of 1, 8 and 80 units, laid out by us,
// by the docx library as Word would, and by LibreOffice from the DOCX. Writes docs/papers-measured.md.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDocx } from '../documents/docx.ts';
import { buildPaper } from '../documents/paper-blocks.ts';
import { drawPdf } from '../documents/pdf.ts';
import type { PrintedKind } from '../domain/paper-source.ts';
import { EVERY_KIND, paperWithUnits } from '../test/documents/every-kind.ts';
import {
  convertByLibreOffice,
  countEqual,
  ourPages,
  pdfPages,
  wordPages,
  type EqualLines,
} from './paper-lines.ts';

const asked = process.argv.slice(2).map(Number);
const SIZES = asked.length > 0 ? asked : [1, 8, 80];

interface Measured {
  readonly kind: PrintedKind;
  readonly units: number;
  readonly pages: number;
  readonly wordPages: number;
  readonly word: EqualLines;
  readonly officePages: number;
  readonly office: EqualLines;
}

const shareOf = ({ equal, all }: EqualLines): string =>
  all === 0 ? '–' : `${((100 * equal) / all).toFixed(1)} %`;

const sum = (rows: readonly EqualLines[]): EqualLines => ({
  equal: rows.reduce((total, { equal }) => total + equal, 0),
  all: rows.reduce((total, { all }) => total + all, 0),
});

const measureAll = async (folder: string): Promise<readonly Measured[]> => {
  const papers = [];
  const docx: Record<string, Uint8Array> = {};
  for (const kind of EVERY_KIND) {
    for (const units of SIZES) {
      const paper = buildPaper(paperWithUnits(kind, units));
      const name = `${kind}-${String(units)}`;
      docx[name] = await writeDocx(paper);
      const file = join(folder, `${name}.pdf`);
      await writeFile(file, await drawPdf(paper));
      papers.push({ kind, units, paper, name, file });
    }
  }
  const converted = await convertByLibreOffice(docx, folder);
  const rows = [];
  for (const { kind, units, paper, name, file } of papers) {
    const ours = ourPages(paper);
    const { pages, stoppedAt } = wordPages(paper);
    if (stoppedAt !== null) throw new Error(`${name}: Word's layout stopped at ${stoppedAt}`);
    const office = await pdfPages(converted[name] ?? '');
    rows.push({
      kind,
      units,
      pages: ours.length,
      wordPages: pages.length,
      word: countEqual(ours, pages),
      officePages: office.length,
      office: countEqual(await pdfPages(file), office),
    });
    process.stdout.write(`${name}\n`);
  }
  return rows;
};

const pagesCell = (other: number, ours: number): string =>
  other === ours ? String(other) : `**${String(other)}**`;

const toTable = (rows: readonly Measured[]): string =>
  [
    '| Paper | Units | Pages | Word | LibreOffice | Lines as Word | Lines as LibreOffice |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...rows.map(
      ({ kind, units, pages, word, office, ...others }) =>
        `| ${kind} | ${String(units)} | ${String(pages)} | ${pagesCell(others.wordPages, pages)} | ` +
        `${pagesCell(others.officePages, pages)} | ${shareOf(word)} | ${shareOf(office)} |`,
    ),
  ].join('\n');

const writeReport = (rows: readonly Measured[]): string => {
  const asWord = rows.filter((row) => row.wordPages === row.pages).length;
  const asOffice = rows.filter((row) => row.officePages === row.pages).length;
  const count = String(rows.length);
  return `# Papers, measured

Made by \`npm run measure:papers\` (LibreOffice and poppler must be installed); do not edit. Every kind of
paper, with data that grows with the office: ${SIZES.map(String).join(', ')} units. "Word" is the model of
Word that the docx library brings (\`docx/layout\`), which gives the lines of paragraphs and no others;
LibreOffice's lines are read from the PDF that it makes of our DOCX, cells too. A line is equal where the
same text stands in one line on the same page. Pages that differ from ours are bold.

- Pages equal to Word's: ${String(asWord)} of ${count}; to LibreOffice's: ${String(asOffice)} of ${count}.
- Lines equal to Word's: ${shareOf(sum(rows.map(({ word }) => word)))}; to LibreOffice's:
  ${shareOf(sum(rows.map(({ office }) => office)))}. LibreOffice squeezes no words into justified lines, as
  Word does and we do.

${toTable(rows)}
`;
};

const folder = await mkdtemp(join(tmpdir(), 'paper-measure-'));
try {
  const file = new URL('../docs/papers-measured.md', import.meta.url);
  await writeFile(file, writeReport(await measureAll(folder)));
} finally {
  await rm(folder, { recursive: true });
}
