// Loaded into every child before its own code: a supervisor that was killed can't end its children.
// Plain JavaScript, since the worker's own threads load it too, and without the TypeScript loader.
import { setTimeout } from 'node:timers';

const ENDS_WITHIN_MS = 5_000;

function end() {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), ENDS_WITHIN_MS).unref();
}

if (process.connected) {
  process.once('disconnect', end);
  // Listening must not keep a child alive that has finished by itself.
  process.channel?.unref();
} else if (process.send !== undefined) {
  process.exit(1);
}
