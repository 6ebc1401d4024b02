import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

export interface CanonicalText {
  readonly text: string;
  readonly sha256: string;
}

export const sha256Of = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex');

/** RFC 8785: the same content has the same bytes, and so the same hash, wherever it is written. */
export const canonicalText = (content: object): CanonicalText => {
  const text = canonicalize(content);
  if (text === undefined) throw new Error('content that JSON can not say');
  return { text, sha256: sha256Of(text) };
};
