// What is to go with this process is removed even where it was killed: a shell waits at a pipe to it, which
// closes for whatever reason it ends.
import { spawn } from 'node:child_process';

const ONCE_WE_ARE_GONE =
  'read -r _; for pid in $1; do kill -9 "$pid" 2>/dev/null; done; sleep 1; rm -rf "$0"';

/** Answers how to call it off, for whoever has cleared up in order. */
export function leaveNothing(folder: string, pids: readonly number[]): () => void {
  const keeper = spawn('sh', ['-c', ONCE_WE_ARE_GONE, folder, pids.join(' ')], {
    // Ctrl-C in the terminal is for us alone.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keeper.unref();
  return () => {
    keeper.kill('SIGKILL');
  };
}
