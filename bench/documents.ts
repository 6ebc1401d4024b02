// `npm run bench:documents [papers]`: two papers drawn by us and by others, each engine in a process of its own;
// then as many commitments (1,000, or none with 0) in both formats as fast as may be.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PaperBlocks } from '../documents/blocks.ts';
import { writeDocx } from '../documents/docx.ts';
import { inspectPdf } from '../documents/pdf-scan.ts';
import { BENCH_PAPERS, benchPaper, type BenchPaper } from './documents/bench-papers.ts';
import { plainPaper } from './documents/plain-paper.ts';
import { taggedPaper } from './documents/tagged-paper.ts';
import { measureThousand } from './documents/thousand.ts';
import { convertByLibreOffice } from './paper-lines.ts';

interface Seen {
  readonly firstMs: number;
  readonly warmMs: number;
  /** Of all its threads for one paper, which other work on the machine lengthens less; null: not looked at. */
  readonly cpuMs: number | null;
  /** The most that the process held; null: not looked at. */
  readonly megabytes: number | null;
  readonly bytes: number;
}

const OFFICE_RUNS = 3;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const OTHERS = here('documents');
const PYTHON = here('../data/bench-python');

const run = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

const isThere = (command: string): boolean => {
  try {
    run(command, ['--version']);
    return true;
  } catch {
    return false;
  }
};

/** Packages of others are no part of the project: they come with the first run. */
const installOthers = (): void => {
  if (!existsSync(join(OTHERS, 'node_modules'))) run('npm', ['ci', '--prefix', OTHERS]);
  if (existsSync(PYTHON) || !isThere('python3')) return;
  run('python3', ['-m', 'venv', PYTHON]);
  run(join(PYTHON, 'bin/pip'), ['install', '-r', join(OTHERS, 'requirements.txt')]);
};

const byNode = (engine: string) => (file: string, out: string) => {
  const module = join(OTHERS, 'engines', engine);
  const loader = engine.endsWith('.ts') ? ['--import', 'tsx'] : [];
  return JSON.parse(
    run(process.execPath, [...loader, join(OTHERS, 'run-engine.mjs'), module, file, out]),
  ) as Seen;
};

const byPython = (file: string, out: string): Seen | null => {
  if (!existsSync(PYTHON)) return null;
  const script = join(OTHERS, 'engines/python_docx.py');
  return JSON.parse(run(join(PYTHON, 'bin/python'), [script, file, out])) as Seen;
};

// One start for each paper, as it would be on demand; the first one makes its profile too.
const byLibreOffice = async (file: string, out: string): Promise<Seen | null> => {
  if (!isThere('soffice')) return null;
  const { blocks } = JSON.parse(await readFile(file, 'utf8')) as { blocks: PaperBlocks };
  const docx = await writeDocx(blocks);
  const times: number[] = [];
  let pdf = new Uint8Array();
  const folder = await mkdtemp(join(tmpdir(), 'bench-office-'));
  for (let nth = 0; nth <= OFFICE_RUNS; nth += 1) {
    const from = performance.now();
    const written = await convertByLibreOffice({ [`paper-${String(nth)}`]: docx }, folder);
    times.push(performance.now() - from);
    pdf = new Uint8Array(await readFile(Object.values(written)[0] ?? ''));
  }
  await rm(folder, { recursive: true });
  await writeFile(out, pdf);
  const [firstMs = 0, ...warm] = times;
  const warmMs = warm.sort((one, other) => one - other)[Math.floor(warm.length / 2)] ?? 0;
  return { firstMs, warmMs, cpuMs: null, megabytes: null, bytes: pdf.length };
};

type Engine = (file: string, out: string) => Seen | null | Promise<Seen | null>;

const ENGINES: Readonly<Record<'pdf' | 'docx', Readonly<Record<string, Engine>>>> = {
  pdf: {
    ours: byNode('ours-pdf.ts'),
    pdfmake: byNode('pdfmake.mjs'),
    'pdf-lib': byNode('pdf-lib.mjs'),
    'react-pdf': byNode('react-pdf.mjs'),
    Typst: byNode('typst.mjs'),
    LibreOffice: byLibreOffice,
  },
  docx: {
    ours: byNode('ours-docx.ts'),
    docxtemplater: byNode('docxtemplater.mjs'),
    'easy-template-x': byNode('easy-template-x.mjs'),
    'python-docx': byPython,
  },
};

/** What every engine reads: our blocks, the same plainly, a template with its values. */
const writeInput = async (which: BenchPaper, folder: string): Promise<string> => {
  const blocks = benchPaper(which);
  const { paper, values } = taggedPaper(blocks);
  const template = Buffer.from(await writeDocx(paper)).toString('base64');
  const file = join(folder, `${which}.json`);
  await writeFile(file, JSON.stringify({ blocks, plain: plainPaper(blocks), template, values }));
  return file;
};

const pagesOf = async (file: string): Promise<string> =>
  String(inspectPdf(await readFile(file))?.pages ?? '');

const timesOf = (one: number | null, other: number | null | undefined): string =>
  one && other ? (one / other).toFixed(2) : '-';

const cellsOf = (seen: Seen, ours: Seen, pages: string): readonly string[] => [
  seen.warmMs.toFixed(1),
  timesOf(seen.warmMs, ours.warmMs),
  seen.cpuMs?.toFixed(1) ?? '-',
  timesOf(seen.cpuMs, ours.cpuMs),
  seen.firstMs.toFixed(0),
  seen.megabytes?.toFixed(0) ?? '-',
  (seen.bytes / 1024).toFixed(0),
  pages,
  loadavg()[0]?.toFixed(1) ?? '',
];

const compareEngines = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-documents-'));
  console.log(
    'paper | engine | warm, ms | as ours | CPU, ms | as ours | first, ms | MB | KB | pages | load',
  );
  for (const which of BENCH_PAPERS) {
    const file = await writeInput(which, folder);
    for (const format of ['pdf', 'docx'] as const) {
      let ours: Seen | null = null;
      for (const [name, engine] of Object.entries(ENGINES[format])) {
        const out = join(folder, `${which}-${name}.${format}`);
        const seen = await engine(file, out);
        ours ??= seen;
        const pages = seen && format === 'pdf' ? await pagesOf(out) : '-';
        const cells = seen && ours ? cellsOf(seen, ours, pages) : ['not installed'];
        console.log([`${which} ${format}`, name, ...cells].join(' | '));
      }
    }
  }
  await rm(folder, { recursive: true });
};

const [count = 1_000] = process.argv.slice(2).map(Number);
installOthers();
await compareEngines();
if (count > 0) measureThousand(count);
