// The lines of a paper, page by page, as three layouters set them: ours, Word's as the docx library
// knows it, and LibreOffice's.
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { layoutDocument, type BlockLayout } from 'docx/layout';
import type { PaperBlocks } from '../documents/blocks.ts';
import { toDocument } from '../documents/docx.ts';
import { paginate } from '../documents/layout-pages.ts';
import { inheritedEnvironment } from '../config.ts';

const run = promisify(execFile);

export interface MeasuredPage {
  readonly lines: readonly string[];
}

const tidy = (line: string): string => line.replace(/\s+/gu, ' ').trim();
const filled = (lines: readonly string[]): readonly string[] => lines.map(tidy).filter(Boolean);

/** Paragraphs alone, to be held against Word's. */
export const ourPages = (paper: PaperBlocks): readonly MeasuredPage[] =>
  paper.sections.flatMap((section) =>
    paginate(section).map((page) => ({
      lines: filled(
        page.flatMap(({ box }) =>
          box.cells.length === 1
            ? box.cells.flatMap(({ lines }) =>
                lines.map(({ segments }) => segments.map(({ text }) => text).join('')),
              )
            : [],
        ),
      ),
    })),
  );

const linesOf = (block: BlockLayout): readonly string[] =>
  block.type === 'paragraph' ? block.lines.map(({ text }) => text) : [];

/** What Word would do, and what it stopped at where the library does not know. */
export const wordPages = (
  paper: PaperBlocks,
): { readonly pages: readonly MeasuredPage[]; readonly stoppedAt: string | null } => {
  const { pages, stoppedAt } = layoutDocument(toDocument(paper));
  return {
    pages: pages.map(({ body }) => ({ lines: filled(body.flatMap(linesOf)) })),
    stoppedAt: stoppedAt ?? null,
  };
};

/** The lines of a finished PDF, those in cells too. */
export const pdfPages = async (file: string): Promise<readonly MeasuredPage[]> => {
  const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const pages = stdout.split('\f').slice(0, -1);
  return pages.map((page) => ({ lines: filled(page.split('\n')) }));
};

const TINOS = dirname(
  fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')),
);

// Debian's older Liberation fonts lack most Vietnamese letters; only Tinos may stand for Times here.
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${dirname(TINOS)}</dir>
  <cachedir>CACHE</cachedir>
  <match target="pattern">
    <edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit>
  </match>
</fontconfig>
`;

/** One start of LibreOffice for all DOCX files, in a folder of the caller's; answers with the PDFs by name. */
export const convertByLibreOffice = async (
  docx: Readonly<Record<string, Uint8Array>>,
  folder: string,
): Promise<Readonly<Record<string, string>>> => {
  const out = join(folder, 'libreoffice');
  await mkdir(out, { recursive: true });
  const fonts = join(folder, 'fonts.conf');
  await writeFile(fonts, FONTS.replace('CACHE', join(folder, 'cache')));
  const sources = [];
  for (const [name, bytes] of Object.entries(docx)) {
    const file = join(folder, `${name}.docx`);
    await writeFile(file, bytes);
    sources.push(file);
  }
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const convert = ['--headless', '--convert-to', 'pdf', '--outdir', out];
  await run('soffice', [profile, ...convert, ...sources], {
    env: { ...inheritedEnvironment(), FONTCONFIG_FILE: fonts },
    maxBuffer: 16 * 1024 * 1024,
  });
  return Object.fromEntries(
    Object.keys(docx).map((name) => [name, join(out, `${name}.pdf`)] as const),
  );
};

export interface EqualLines {
  readonly equal: number;
  readonly all: number;
}

/** How many lines of the other stand on the same page of ours, each counted once. */
export const countEqual = (
  ours: readonly MeasuredPage[],
  others: readonly MeasuredPage[],
): EqualLines => {
  let [equal, all] = [0, 0];
  others.forEach((page, at) => {
    const left = [...(ours[at]?.lines ?? [])];
    for (const line of page.lines) {
      all += 1;
      const found = left.indexOf(line);
      if (found < 0) continue;
      left.splice(found, 1);
      equal += 1;
    }
  });
  return { equal, all };
};
