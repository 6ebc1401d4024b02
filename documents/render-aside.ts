// As render.ts, without holding up the process: for whatever answers others meanwhile.
import { availableParallelism } from 'node:os';
import type { Conformity } from '../domain/conformity.ts';
import type { PrintedKind } from '../domain/paper-source.ts';
import type { Paper } from './paper-of.ts';
import { createRenderPool, startRenderThread } from './render-pool.ts';
import type { PaperLayout } from './render.ts';

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

export const layOutPaper = (paper: Paper, pinned: string | null = null): Promise<PaperLayout> =>
  render({ as: 'layout', paper, pinned });

/** @throws UnreadablePaper */
export const judgePaper = (bytes: Uint8Array): Promise<Conformity> =>
  render({ as: 'verdict', bytes });

export const renderTemplate = (kind: PrintedKind, text: string): Promise<Uint8Array> =>
  render({ as: 'template', kind, text });
