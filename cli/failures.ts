import { sentenceOfError } from '../locale/words.ts';

export const EXIT = { done: 0, refused: 1, usage: 2, unreachable: 3 } as const;

/** The command was not given as it has to be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The system, or a part of it, does not answer. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** A paper breaks rules of form, and its findings are printed already. */
export class BrokenFormError extends Error {
  override readonly name = 'BrokenFormError';
}

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly place: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A rule refused, here or in the system. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

export const refuseTooLarge = (limit: number): RefusedError =>
  new RefusedError({
    code: 'too-large',
    message: sentenceOfError('en', 'too-large'),
    place: '',
    details: { expected: `<= ${String(limit)} bytes` },
  });

const showing = (label: string, value: unknown, sentence: string): string[] => {
  const text = Array.isArray(value) ? value.join(', ') : value;
  if (typeof text !== 'string' || text === '' || sentence.includes(text)) return [];
  return [`  ${label}: ${text}`];
};

/** The sentence, then where it is, what is expected, and who was there before. */
export const describeRefusal = ({ message, place, details }: Refusal): readonly string[] => [
  `Refused: ${message}`,
  ...showing('place', place, message),
  ...showing('expected', details['expected'], message),
  ...showing('running', details['workflowId'], message),
  ...showing('by', details['who'], message),
  ...showing('at', details['when'], message),
];
