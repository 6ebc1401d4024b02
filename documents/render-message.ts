// What goes to a drawing thread and comes back. An error loses its class on the way, and with it the code,
// line and field by which people are told what to mend: ours cross as their parts.
import type { PrintedKind } from '../domain/paper-source.ts';
import { DomainError } from '../domain/errors.ts';
import type { Paper } from './paper-of.ts';
import { TemplateError } from './template-error.ts';

export type RenderRequest =
  | { readonly as: 'pdf' | 'docx'; readonly paper: Paper; readonly pinned: string | null }
  | { readonly as: 'template'; readonly kind: PrintedKind; readonly text: string };

type SentError =
  | { readonly of: 'template'; readonly from: ConstructorParameters<typeof TemplateError> }
  | { readonly of: 'domain'; readonly from: ConstructorParameters<typeof DomainError> }
  | { readonly of: 'other'; readonly error: unknown };

export type RenderAnswer =
  { readonly bytes: Uint8Array } | { readonly failed: SentError; readonly stack: string | null };

const sendError = (error: unknown): SentError => {
  if (error instanceof TemplateError) {
    const { problem, template, line, field, expected } = error;
    return { of: 'template', from: [problem, { template, line, field }, expected] };
  }
  if (error instanceof DomainError) {
    const { code, message, details, place } = error;
    return { of: 'domain', from: [code, message, details, place] };
  }
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
    case 'other':
      return sent.error;
  }
};

/** @throws what the thread has thrown, of the same class and from the same place */
export const bytesOf = (answer: RenderAnswer): Uint8Array => {
  if ('bytes' in answer) return answer.bytes;
  const error = receiveError(answer.failed);
  if (error instanceof Error && answer.stack !== null) error.stack = answer.stack;
  throw error;
};
