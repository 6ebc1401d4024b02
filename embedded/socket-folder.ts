import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The kernel cuts the path of a unix socket at 108 bytes (104 on macOS), its closing zero included.
const LONGEST_SOCKET_PATH = 103;

// A private folder for sockets: the one asked for, or where its path is too long, one in the
// temporary folder whose name depends on the path alone, so that a restart finds it again.
export function prepareSocketFolder(
  folder: string,
  longestName: string,
  owner: number | null,
): string {
  const fits = (candidate: string) =>
    Buffer.byteLength(join(candidate, longestName)) <= LONGEST_SOCKET_PATH;
  const owners = [process.getuid?.(), owner];
  const isOurs = (candidate: string) => {
    mkdirSync(candidate, { recursive: true, mode: 0o700 });
    const stat = lstatSync(candidate);
    return stat.isDirectory() && (stat.mode & 0o077) === 0 && owners.includes(stat.uid);
  };
  if (fits(folder)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  for (const base of [realpathSync(tmpdir()), '/tmp']) {
    // Someone else may have made a folder of that name in a place that all may write to.
    for (const suffix of ['', '-1', '-2', '-3']) {
      const candidate = join(base, `reform-${hash}${suffix}`);
      if (fits(candidate) && isOurs(candidate)) return candidate;
    }
  }
  throw new Error(
    `no folder for a socket of ${folder}: its path is too long, and so is ${tmpdir()}`,
  );
}

// One beside the data goes with the data; one in the temporary folder would stay for ever.
export function removeSocketFolder(folder: string, wished: string): void {
  if (folder !== wished) rmSync(folder, { recursive: true, force: true });
}
