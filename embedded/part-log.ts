import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const LARGEST_LOG_BYTES = 5_000_000;

// Parts write straight into their files: nothing is lost or blocked when their parent dies.
export function openPartLog(path: string) {
  mkdirSync(dirname(path), { recursive: true });
  const isFull = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG_BYTES;
  if (isFull) renameSync(path, `${path}.old`);
  const descriptor = openSync(path, 'a', 0o600);
  const sizeBefore = statSync(path).size;
  return {
    descriptor,
    close: () => {
      closeSync(descriptor);
    },
    // What the part has said since this log was opened, cut to its last lines.
    readTail: (lines = 8): string =>
      readFileSync(path)
        .subarray(sizeBefore)
        .toString('utf8')
        .trimEnd()
        .split('\n')
        .slice(-lines)
        .join('\n'),
  };
}
