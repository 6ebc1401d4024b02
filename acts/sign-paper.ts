import * as z from 'zod';
import type { SignedHow } from '../domain/document-issue.ts';
import { defineAct, type ActDependencies, type ActOutcome, type CheckedCall } from './act.ts';
import { commanded, pressOnPaper } from './on-strand.ts';
import { text } from './year-file/fields.ts';

const schema = z.strictObject({ paperId: text });

const sign = (
  deps: ActDependencies,
  call: CheckedCall<{ paperId: string }>,
  how: Exclude<SignedHow, 'digital'>,
): Promise<ActOutcome> => {
  const { paperId } = call.data;
  const command = { ...commanded(call), type: 'confirmSigned' as const, how };
  return pressOnPaper(deps, call, paperId, command);
};

/** The clerk has the paper back with the signer's pen on it. */
export const recordInkSignature = defineAct({
  name: 'record-ink-signature',
  schema,
  power: 'handlePaper',
  perform: (deps, call) => sign(deps, call, 'ink'),
});

/** A past year's paper, entered from the original that was signed then. */
export const enterOriginal = defineAct({
  name: 'enter-original',
  schema,
  power: 'handlePaper',
  perform: (deps, call) => sign(deps, call, 'original'),
});

/** The signer confirms in the system; only where all parts are embedded (the local example). */
export const confirmSignature = defineAct({
  name: 'confirm-signature',
  schema,
  power: null,
  perform: (deps, call) => sign(deps, call, 'confirmed'),
});
