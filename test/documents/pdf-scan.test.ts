import { deflateSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { inspectPdf } from '../../documents/pdf-scan.ts';
import { renderPdf } from '../../documents/render.ts';
import { plan2024 } from './plan-fixture.ts';

// As scanners write it: catalogue and page tree packed into a compressed object stream.
const packedPdf = (pages: number, trailer = ''): Uint8Array => {
  const catalogue = '<< /Type /Catalog /Pages 3 0 R >>';
  const tree = `<< /Type /Pages /Kids [] /Count ${String(pages)} >>`;
  const index = `2 0 3 ${String(catalogue.length + 1)} `;
  const stream = deflateSync(Buffer.from(`${index}${catalogue} ${tree}`));
  return Buffer.concat([
    Buffer.from('%PDF-1.5\n1 0 obj\n'),
    Buffer.from(`<< /Type /ObjStm /N 2 /First ${String(index.length)} /Filter /FlateDecode >>\n`),
    Buffer.from('stream\n'),
    stream,
    Buffer.from('\nendstream\nendobj\n4 0 obj\n'),
    Buffer.from(`<< /Type /XRef /Root 2 0 R ${trailer} >>\nstream\n\nendstream\nendobj\n`),
    Buffer.from('startxref\n0\n%%EOF\n'),
  ]);
};

test('a PDF of ours has the pages that it was drawn with', async () => {
  expect(inspectPdf(await renderPdf(plan2024('final')))).toEqual({ pages: 5 });
});

test('a PDF with packed objects is read', () => {
  expect(inspectPdf(packedPdf(3))).toEqual({ pages: 3 });
});

test('a PDF without a page is refused', () => {
  expect(inspectPdf(packedPdf(0))).toBeNull();
});

test('an encrypted PDF is refused', () => {
  expect(inspectPdf(packedPdf(3, '/Encrypt 9 0 R'))).toBeNull();
});

test('a file that is cut off, or no PDF at all, is refused', () => {
  const whole = packedPdf(3);
  expect(inspectPdf(whole.slice(0, whole.length - 20))).toBeNull();
  expect(inspectPdf(whole.slice(20))).toBeNull();
  expect(inspectPdf(new TextEncoder().encode('%PDF-1.7 nothing %%EOF'))).toBeNull();
  expect(inspectPdf(new Uint8Array())).toBeNull();
});
