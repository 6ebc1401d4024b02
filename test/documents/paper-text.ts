import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { strFromU8, unzipSync } from 'fflate';

import { untie } from '../../documents/no-break.ts';

const findsPdftotext = (): boolean => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** pdftotext reads what a search or a screen reader would; in CI it must be there. */
export const canReadPdf = findsPdftotext() || process.env.CI !== undefined;

/** The PDF's text in drawing order, one string for each page. */
export const readPdfPages = (pdf: Uint8Array): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], {
      encoding: 'utf8',
    });
    return text.split('\f').slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** One part of the DOCX as text, a line for each paragraph or break; what keeps a figure by its unit is a space. */
export const readDocxPart = (docx: Uint8Array, part: string): string => {
  const xml = strFromU8(unzipSync(docx)[part] ?? new Uint8Array());
  const text = xml
    .replace(/<w:br\/>/g, '\n')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');
  return untie(unescapeXml(text));
};

export const readDocx = (docx: Uint8Array): string => readDocxPart(docx, 'word/document.xml');

/** Without any space: where lines break doesn't matter then. */
export const letters = (text: string): string => text.replace(/\s+/gu, '');
