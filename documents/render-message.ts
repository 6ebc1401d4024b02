// What goes to a drawing thread and comes back. An error loses its class on the way, and with it the code,
// line and field by which people are told what to mend: ours cross as their parts.
import type { Conformity } from '../domain/conformity.ts';
import { DomainError } from '../domain/errors.ts';
import type { PrintedKind } from '../domain/paper-source.ts';
import { UnreadablePaper } from './conformity/read-paper.ts';
import type { Paper } from './paper-of.ts';
import type { PaperLayout } from './render.ts';
import { TemplateError } from './template-error.ts';

export type RenderRequest =
  | {
      readonly as: 'pdf' | 'docx' | 'layout';
      readonly paper: Paper;
      readonly pinned: string | null;
    }
  | { readonly as: 'template'; readonly kind: PrintedKind; readonly text: string }
  /** A finished DOCX or PDF, to be judged. */
  | { readonly as: 'verdict'; readonly bytes: Uint8Array };

export interface RenderResults {
  readonly pdf: Uint8Array;
  readonly docx: Uint8Array;
  readonly layout: PaperLayout;
  readonly template: Uint8Array;
  readonly verdict: Conformity;
}
export type RenderResult = RenderResults[keyof RenderResults];

type SentError =
  | { readonly of: 'template'; readonly from: ConstructorParameters<typeof TemplateError> }
  | { readonly of: 'domain'; readonly from: ConstructorParameters<typeof DomainError> }
  | { readonly of: 'unreadable'; readonly message: string }
  | { readonly of: 'other'; readonly error: unknown };

export type RenderAnswer =
  { readonly result: RenderResult } | { readonly failed: SentError; readonly stack: string | null };

const sendError = (error: unknown): SentError => {
  if (error instanceof TemplateError) {
    const { problem, template, line, field, expected } = error;
    return { of: 'template', from: [problem, { template, line, field }, expected] };
  }
  if (error instanceof DomainError) {
    const { code, message, details, place } = error;
    return { of: 'domain', from: [code, message, details, place] };
  }
  if (error instanceof UnreadablePaper) return { of: 'unreadable', message: error.message };
  return { of: 'other', error };
};

export const toFailure = (error: unknown): RenderAnswer => ({
  failed: sendError(error),
  stack: error instanceof Error ? (error.stack ?? null) : null,
});

const receiveError = (sent: SentError): unknown => {
  switch (sent.of) {
    case 'template':
      return new TemplateError(...sent.from);
    case 'domain':
      return new DomainError(...sent.from);
    case 'unreadable':
      return new UnreadablePaper(sent.message);
    case 'other':
      return sent.error;
  }
};

/** @throws what the thread has thrown, of the same class and from the same place */
export const resultOf = (answer: RenderAnswer): RenderResult => {
  if ('result' in answer) return answer.result;
  const error = receiveError(answer.failed);
  if (error instanceof Error && answer.stack !== null) error.stack = answer.stack;
  throw error;
};
