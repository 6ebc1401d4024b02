// As render.ts, without holding up the process: for whatever answers others meanwhile.
import { availableParallelism } from 'node:os';
import type { PrintedKind } from '../domain/paper-source.ts';
import type { Paper } from './paper-of.ts';
import { createRenderPool, startRenderThread } from './render-pool.ts';

// Web server and worker have a pool each, and a thread takes 100 MB: two are for machines with cores to spare.
const render = createRenderPool({
  threads: availableParallelism() > 2 ? 2 : 1,
  startThread: startRenderThread,
});

/** `signal`: whoever asked has gone; what still waits is then not drawn. */
export const renderPdf = (
  paper: Paper,
  pinned: string | null = null,
  signal: AbortSignal | null = null,
): Promise<Uint8Array> => render({ as: 'pdf', paper, pinned }, signal);

export const renderDocx = (
  paper: Paper,
  pinned: string | null = null,
  signal: AbortSignal | null = null,
): Promise<Uint8Array> => render({ as: 'docx', paper, pinned }, signal);

export const renderTemplate = (kind: PrintedKind, text: string): Promise<Uint8Array> =>
  render({ as: 'template', kind, text });
