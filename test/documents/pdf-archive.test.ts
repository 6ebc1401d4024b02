import { describe, expect, test } from 'vitest';

import { renderPdf } from '../../documents/render.ts';
import { EVERY_KIND, paperWithUnits } from './every-kind.ts';
import { canReadPdf, readPdfPages } from './paper-text.ts';

const textOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

// pdfkit writes strings with other letters than ASCII as UTF-16 with a byte order mark.
const bookmarksOf = (pdf: Uint8Array): readonly string[] =>
  [...textOf(pdf).matchAll(/\/Dest \[[^\]]*\][^]*?\/Title \(((?:\\.|[^\\)])*)\)/g)].map(
    ([, title = '']) => {
      const bytes = title.replace(/\\(.)/gs, (_, letter: string) => unescape[letter] ?? letter);
      if (!bytes.startsWith('\xfe\xff')) return bytes;
      return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
    },
  );
const unescape: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
};

describe('a PDF for the archive', () => {
  test('says that it is PDF/A-2b, in Vietnamese, with its title and a colour profile', async () => {
    const text = textOf(await renderPdf(paperWithUnits('letter', 1)));
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(text).toMatch(/\/Lang \(vi-VN\)/);
    expect(text).toMatch(/\/S \/GTS_PDFA1/);
    expect(text).toMatch(/\/DisplayDocTitle true/);
  });

  test('escapes marks of XML in its packet, and keeps them as they are in the dictionary', async () => {
    const paper = { ...paperWithUnits('attendance-sheet', 1), subject: 'A & B <x>\n"y"' };
    const text = textOf(await renderPdf(paper));
    expect(text).toContain('<rdf:li xml:lang="x-default">A &amp; B &lt;x&gt; "y"</rdf:li>');
    expect(text).toContain('(A & B <x> "y")');
  });
});

describe('bookmarks', () => {
  test('lead to the headings and annexes of a long report', async () => {
    const titles = bookmarksOf(await renderPdf(paperWithUnits('year-report', 8)));
    expect(titles.filter((title) => /^[IVX]+\. \p{Lu}/u.test(title)).length).toBeGreaterThan(3);
    expect(titles.at(-1)).toMatch(/^PHỤ LỤC/i);
  });

  test('are left out of a short paper', async () => {
    expect(bookmarksOf(await renderPdf(paperWithUnits('letter', 8)))).toEqual([]);
  });
});

test.runIf(canReadPdf)(
  'the hundredth paper of a process has the bytes and the text of the first',
  { timeout: 60_000 },
  async () => {
    const first = await renderPdf(paperWithUnits('year-report', 8));
    for (let count = 1; count < 99; count += 1) {
      const kind = EVERY_KIND[count % EVERY_KIND.length] ?? 'plan';
      await renderPdf(paperWithUnits(kind, (count % 3) + 1));
    }
    const hundredth = await renderPdf(paperWithUnits('year-report', 8));
    expect(Buffer.compare(hundredth, first)).toBe(0);
    expect(readPdfPages(hundredth).join('')).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(readPdfPages(hundredth)).toEqual(readPdfPages(first));
  },
);
