import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CODE = /\.(?:[cm]?[jt]sx?|json|html|css|scss|hbs|svg|ya?ml|sh|sql|toml)$/;

// What git knows and what it would take in, so that a new file is looked at before its first commit.
const listed = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
  {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  },
);

/** Every file of the project that holds code, with its text; never what is installed or built. */
export const sourceFiles = [...new Set(listed.split('\0'))]
  .filter((path) => CODE.test(path) && path !== 'package-lock.json' && existsSync(`${ROOT}${path}`))
  .map((path) => ({ path, text: readFileSync(`${ROOT}${path}`, 'utf8') }));

export const isIn = (path: string, ...places: readonly string[]): boolean =>
  places.some((place) => path === place || (place.endsWith('/') && path.startsWith(place)));

/** "path:line" for each line that the pattern finds. */
export const linesWith = (
  files: readonly { readonly path: string; readonly text: string }[],
  pattern: RegExp,
): string[] =>
  files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${String(at + 1)}`] : [])),
  );
