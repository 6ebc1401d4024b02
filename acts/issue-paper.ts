import { createHash } from 'node:crypto';
import * as z from 'zod';
import { decideDocumentIssue } from '../domain/document-issue.ts';
import { DomainError } from '../domain/errors.ts';
import { defineAct } from './act.ts';
import { checkPaperScan, keepScan } from './keep-scan.ts';
import { commanded, pressOnPaper, readPaper, sendToPaper } from './on-strand.ts';
import { text } from './year-file/fields.ts';

const schema = z.strictObject({ paperId: text });

export const stampPaper = defineAct({
  name: 'stamp-paper',
  schema,
  power: 'handlePaper',
  async perform(deps, call) {
    const { paperId } = call.data;
    const command = { ...commanded(call), type: 'stamp' as const };
    return pressOnPaper(deps, call, paperId, command);
  },
});

/** The scan of the signed and stamped original, a PDF of at most 20 MB: this is what is mailed. */
export const attachScan = defineAct({
  name: 'attach-scan',
  schema: z.strictObject({ paperId: text, bytes: z.instanceof(Uint8Array) }),
  power: 'handlePaper',
  async perform(deps, call) {
    const { paperId, bytes } = call.data;
    const state = await readPaper(deps, call, paperId);
    const probe = { ...commanded(call), type: 'attachScan' as const, sha256: '' };
    decideDocumentIssue(state, probe, call.enteredAt);
    const notices = await checkPaperScan(deps, state, bytes);
    const ours = [state.preparedSha256, state.finalFiles?.pdfSha256];
    if (ours.includes(createHash('sha256').update(bytes).digest('hex'))) {
      throw new DomainError('unsigned-scan', 'our own print is no scan of it', {}, '/scan');
    }
    const sha256 = await keepScan(deps, call, paperId, bytes);
    const done = await sendToPaper(deps, call, paperId, { ...probe, sha256 });
    return { ...done, notices };
  },
});

export const issuePaper = defineAct({
  name: 'issue-paper',
  schema,
  power: 'handlePaper',
  async perform(deps, call) {
    const { paperId } = call.data;
    const command = { ...commanded(call), type: 'issue' as const };
    return pressOnPaper(deps, call, paperId, command);
  },
});
