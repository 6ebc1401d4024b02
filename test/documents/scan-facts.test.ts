import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';

import { readScan } from '../../documents/pdf-scan.ts';
import { renderPdf } from '../../documents/render.ts';
import { plan2024 } from './plan-fixture.ts';

const A4 = [595.28, 841.89] as const;

/** The head of a JPEG, by which a PDF knows it; nobody decodes it here. */
const jpeg = (width: number, height: number, channels: 1 | 3): Buffer => {
  const frame = Buffer.alloc(8 + 3 * channels);
  frame.writeUInt16BE(8 + 3 * channels, 0);
  frame.writeUInt8(8, 2);
  frame.writeUInt16BE(height, 3);
  frame.writeUInt16BE(width, 5);
  frame.writeUInt8(channels, 7);
  return Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xc0), frame, Buffer.of(0xff, 0xd9)]);
};

type Draw = (document: PDFKit.PDFDocument) => void;

const pdfOf = (
  pages: readonly Draw[],
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const document = new PDFDocument({
      size: 'A4',
      pdfVersion: '1.4',
      margin: 0,
      autoFirstPage: false,
      ...options,
    });
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)));
    });
    for (const draw of pages) {
      document.addPage();
      draw(document);
    }
    document.end();
  });

const scanned =
  (width: number, height: number, channels: 1 | 3 = 3): Draw =>
  (document) => {
    document.image(jpeg(width, height, channels), 0, 0, { width: A4[0], height: A4[1] });
  };
const text: Draw = (document) => {
  document.text('Biên bản');
};
const nothing: Draw = () => undefined;

const pagesOf = async (pdf: Promise<Uint8Array>) => {
  const facts = readScan(await pdf);
  if (facts === null || facts === 'encrypted') throw new Error('this file is to be read');
  return facts.pages;
};

test('our own paper has its pages, of A4, some lying across, without pictures', async () => {
  const facts = readScan(await renderPdf(plan2024('final')));
  expect(facts).toMatchObject({ version: 1.7, count: 5 });
  const pages = await pagesOf(renderPdf(plan2024('final')));
  expect(pages).toHaveLength(5);
  expect(pages.map(({ width, height }) => [width, height].map(Math.round))).toContainEqual([
    842, 595,
  ]);
  expect(pages.every(({ isEmpty, dotsPerInch }) => !isEmpty && dotsPerInch === null)).toBe(true);
});

test('dots and colour of each page are known without looking at its picture', async () => {
  const pages = await pagesOf(pdfOf([scanned(1654, 2339), scanned(1240, 1754, 1), text]));
  expect(pages.map(({ dotsPerInch, isInColour }) => [dotsPerInch, isInColour])).toEqual([
    [200, true],
    [150, false],
    [null, null],
  ]);
});

test('a page that a scanner cut into strips has the dots of all of them', async () => {
  const strips: Draw = (document) => {
    for (const part of [0, 1, 2]) {
      const height = A4[1] / 3;
      // A picture of its own each, as a scanner writes it.
      const strip = jpeg(1654, 780 - part, 3);
      document.image(strip, 0, part * height, { width: A4[0], height });
    }
  };
  const [page] = await pagesOf(pdfOf([strips]));
  expect(page?.dotsPerInch).toBeGreaterThan(195);
  expect(page?.dotsPerInch).toBeLessThan(205);
});

test('a page on which nothing is drawn is empty, and one with lines alone is not', async () => {
  const lines: Draw = (document) => {
    for (let at = 0; at < 400; at += 1) {
      document.moveTo(at, (at * 7) % 500).lineTo((at * 13) % 600, at);
    }
    document.stroke();
  };
  const pages = await pagesOf(pdfOf([text, nothing, lines, scanned(1654, 2339)]));
  expect(pages.map(({ isEmpty }) => isEmpty)).toEqual([false, true, false, false]);
});

test('the version is that of the head, or a later one in the catalogue', async () => {
  const old = await pdfOf([text], { pdfVersion: '1.3' });
  expect(readScan(old)).toMatchObject({ version: 1.3 });
  const changed = Buffer.from(old)
    .toString('latin1')
    .replace('/Type /Catalog', '/Version /1.6 /Type /Catalog');
  expect(readScan(Buffer.from(changed, 'latin1'))).toMatchObject({ version: 1.6 });
});

test('what a password guards is said to be so, and what is no whole PDF is nothing', async () => {
  const guarded = await pdfOf([text], { userPassword: 'x' });
  expect(readScan(guarded)).toBe('encrypted');
  const whole = await pdfOf([text]);
  expect(readScan(whole.slice(0, whole.length - 20))).toBeNull();
  expect(readScan(new TextEncoder().encode('no PDF'))).toBeNull();
  expect(readScan(new Uint8Array())).toBeNull();
});

test('a tree of pages that goes round in a ring ends', () => {
  const ring = [
    '%PDF-1.4',
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    '2 0 obj << /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >> endobj',
    '3 0 obj << /Type /Pages /Kids [2 0 R 3 0 R] /Count 1 >> endobj',
    'trailer << /Root 1 0 R >>',
    '%%EOF',
  ].join('\n');
  expect(readScan(Buffer.from(ring, 'latin1'))).toMatchObject({ count: 2, pages: [] });
});
