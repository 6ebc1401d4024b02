import { strFromU8, unzipSync, unzlibSync } from 'fflate';
import { expect, test } from 'vitest';

import { judgePaper } from '../../documents/conformity/judge-paper.ts';
import { PROOF } from '../../documents/format.ts';
import type { Paper } from '../../documents/paper-of.ts';
import { proofMarkOf } from '../../documents/proof-mark.ts';
import { drawProofPicture } from '../../documents/proof-picture.ts';
import { renderDocx, renderPaper, renderPdf } from '../../documents/render.ts';
import { EVERY_KIND, paperWithUnits } from './every-kind.ts';
import { canReadPdf, readPdfPages } from './paper-text.ts';
import { plan2024 } from './plan-fixture.ts';

const ADDRESS = 'https://cchc.phong.example/verify/7K3QZ9XW2MPA4TBV';
const withMark = (paper: Paper, proofAddress = ADDRESS): Paper =>
  // The forms that a unit fills in have another head, and no number to be looked up by.
  'symbol' in paper.head ? ({ ...paper, head: { ...paper.head, proofAddress } } as Paper) : paper;
const textOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

test('the mark is the three corner squares of a QR code and what holds the address, the same each time', () => {
  const { size, bars } = proofMarkOf(ADDRESS);
  expect(size).toBe(33);
  const corner = bars.filter(({ x, y, width }) => x === 0 && width === 7 && (y === 0 || y === 6));
  expect(corner).toHaveLength(2);
  expect(bars).toContainEqual({ x: size - 7, y: 0, width: 7 });
  expect(bars).toContainEqual({ x: 0, y: size - 7, width: 7 });
  expect(proofMarkOf(ADDRESS)).toEqual(proofMarkOf(ADDRESS));
  expect(proofMarkOf(`${ADDRESS.slice(0, -1)}W`).bars).not.toEqual(bars);
});

test('the picture in the DOCX has the same dark areas, and a white rim of four modules', () => {
  const mark = proofMarkOf(ADDRESS);
  const png = Buffer.from(drawProofPicture(mark));
  const side = png.readUInt32BE(16);
  const modules = mark.size + 2 * PROOF.rim;
  const dots = side / modules;
  const start = png.indexOf('IDAT') + 4;
  const rows = unzlibSync(png.subarray(start, start + png.readUInt32BE(start - 8)));
  const stride = 1 + Math.ceil(side / 8);
  const isDark = (column: number, row: number): boolean => {
    const [x, y] = [(column + 0.5) * dots, (row + 0.5) * dots].map(Math.floor) as [number, number];
    return ((rows[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0;
  };
  const wanted = new Set(
    mark.bars.flatMap(({ x, y, width }) =>
      Array.from({ length: width }, (_, at) => `${String(x + at + 4)},${String(y + 4)}`),
    ),
  );
  for (let row = 0; row < modules; row += 1) {
    for (let column = 0; column < modules; column += 1) {
      const at = `${String(column)},${String(row)}`;
      expect([at, isDark(column, row)]).toEqual([at, wanted.has(at)]);
    }
  }
});

test.each(['final', 'working-copy'] as const)(
  'a paper at the stage %s bears the mark on its first page, and conforms to the decree as before',
  async (stage) => {
    const paper = withMark(plan2024(stage));
    const { pdf, docx } = await renderPaper(paper);
    expect(textOf(pdf).match(/\/URI \(/g)).toHaveLength(1);
    expect(textOf(pdf)).toContain(`/URI (${ADDRESS})`);
    const parts = unzipSync(docx);
    const heads = Object.keys(parts).filter(
      (name) =>
        /^word\/header\d+\.xml$/.test(name) &&
        strFromU8(parts[name] as Uint8Array).includes('pic:pic'),
    );
    expect(heads).toHaveLength(1);
    for (const file of [pdf, docx]) {
      const { results } = await judgePaper(file);
      expect(results.flatMap(({ findings }) => findings)).toEqual([]);
    }
  },
);

test('every kind that has a head with a number conforms with the mark as without it', async () => {
  for (const kind of EVERY_KIND) {
    const { results } = await judgePaper(await renderPdf(withMark(paperWithUnits(kind, 2))));
    expect([kind, results.flatMap(({ findings }) => findings)]).toEqual([kind, []]);
  }
});

test.each(['draft', 'for-signature'] as const)(
  'at the stage %s there is no mark: its number is not given yet',
  async (stage) => {
    expect(await renderPdf(withMark(plan2024(stage)))).toEqual(await renderPdf(plan2024(stage)));
  },
);

test.runIf(canReadPdf)('the mark moves no line and adds none', async () => {
  const paper = plan2024('final');
  const lines = async (one: Paper) => readPdfPages(await renderPdf(one));
  expect(await lines(withMark(paper))).toEqual(await lines(paper));
});

test('the same paper with the same address has the same bytes, also after others', async () => {
  const paper = withMark(plan2024('final'));
  const first = await renderPaper(paper);
  await renderDocx(withMark(paperWithUnits('letter', 2), `${ADDRESS}X`));
  expect(await renderPaper(paper)).toEqual(first);
});
