// veraPDF judges PDF/A: one start of Java for all files.
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { inheritedEnvironment, readConfig } from '../../config.ts';
import { copyJars } from '../../embedded/maven-jars.ts';
import { climb } from '../../embedded/program-ladder.ts';

const PROGRAM = 'verapdf';
const VERSION = '1.30.2';

const run = promisify(execFile);

const isGood = async (program: string): Promise<boolean> => {
  try {
    const { stdout } = await run(program, ['--version'], { timeout: 30_000 });
    return stdout.includes(VERSION);
  } catch {
    return false; // cut short, or without Java
  }
};

/** Its starter; null where neither a copy nor Java with Maven is there, which in CI is an error. */
export const findVeraPdf = async (): Promise<string | null> => {
  const environment = inheritedEnvironment();
  const { cacheDir } = readConfig(environment);
  try {
    return await climb(
      {
        program: PROGRAM,
        folder: `${PROGRAM}-${VERSION}`,
        version: VERSION,
        isGood,
        rungs: [
          (fetch) =>
            copyJars(fetch, {
              program: PROGRAM,
              title: 'veraPDF',
              groupId: 'org.verapdf.apps',
              artifactId: 'cli',
              mainClass: 'org.verapdf.apps.GreenfieldCliWrapper',
            }),
        ],
        explain: (program, [copy = '']) =>
          `No veraPDF could be had: copy one to ${program}, or install Java and Maven (Maven said: ${copy}).`,
      },
      {
        cacheDirs: [join(cacheDir, 'reform-cycle'), join(tmpdir(), 'reform-cycle-cache')],
        environment,
        note: (text) => process.stderr.write(`${text}\n`),
      },
    );
  } catch (error) {
    if (environment['CI']) throw error;
    return null;
  }
};

/** What it says of each file, by the file's name: PASS, or FAIL with the clauses that it breaks. */
export const judgeArchivePdfs = async (
  program: string,
  files: readonly string[],
): Promise<Readonly<Record<string, string>>> => {
  const { stdout } = await run(program, ['-f', '2b', '--format', 'text', '-v', ...files], {
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: unknown) => {
    // It ends with 1 where a file fails, which the text says better.
    if (error instanceof Error && 'stdout' in error) return { stdout: String(error.stdout) };
    throw error;
  });
  const verdicts: Record<string, string> = {};
  let name = '';
  for (const line of stdout.split('\n')) {
    const verdict = /^(PASS|FAIL) (.+\.pdf)/.exec(line);
    if (verdict) {
      name = basename(verdict[2] ?? '');
      verdicts[name] = verdict[1] ?? '';
    } else if (line.trim() !== '') {
      verdicts[name] = `${verdicts[name] ?? ''}\n${line.trim()}`;
    }
  }
  return verdicts;
};
