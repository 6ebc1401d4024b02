/** Every reason for which a rule refuses something. The words for people stand in locale/. */
export type ErrorCode =
  // the input itself
  | 'not-json'
  | 'not-schema'
  | 'unknown-reference'
  | 'unknown-role'
  | 'unknown-key'
  | 'duplicate-id'
  | 'impossible-date'
  | 'unreachable-target'
  | 'basis-ended'
  | 'unsigned-scan'
  | 'scan-encrypted'
  | 'scan-too-old'
  | 'scan-too-short'
  | 'scan-empty-page'
  | 'secret-paper'
  | 'letter-without-glyph'
  | 'too-large'
  | 'complaint'
  | 'missing-field'
  | 'bad-key'
  | 'bad-template'
  | 'bad-signature'
  // the cycle and its papers
  | 'cycle-exists'
  | 'cycle-unknown'
  | 'office-exists'
  | 'office-unknown'
  | 'stale-version'
  | 'out-of-time'
  | 'no-power'
  | 'own-submission'
  | 'bad-form'
  | 'number-taken'
  | 'not-ready'
  // parts that can't be reached
  | 'temporarily-unavailable';

/** JSON-safe facts for the message: ids, dates, numbers, never a person's name. */
export type ErrorDetails = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

/** A rule refused. `place` is a JSON pointer into the input (`/tasks/0/title`), or null. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly place: string | null;
  readonly details: ErrorDetails;

  constructor(
    code: ErrorCode,
    message: string,
    details: ErrorDetails = {},
    place: string | null = null,
  ) {
    super(message);
    this.code = code;
    this.details = details;
    this.place = place;
  }
}
