import { DomainError } from './errors.ts';
import type { PaperKind } from './paper-kind.ts';
import type { PrintedKind } from './paper-source.ts';
import { paperKinds } from './paper-way.ts';

/** What is printed and never issued by itself: forms for the pen, sheets to sign, what goes along with a paper. */
export type FormKind = Exclude<PrintedKind, PaperKind>;

const FORM_KINDS = [
  'registration-form',
  'commitment',
  'blank-registration-form',
  'pledge-sheet',
  'programme',
  'attendance-sheet',
  'question-slip',
  'dialogue-summary',
  'check-sheet',
  'approval-slip',
  'hand-over-list',
] as const satisfies readonly FormKind[];

/** Everything that is made from a template, which an office may change: its papers, then its forms. */
export const templateKinds = (): readonly PrintedKind[] => [...paperKinds(), ...FORM_KINDS];

/** @throws DomainError unknown-key at `/kind` */
export const requireTemplateKind = (given: string): PrintedKind => {
  const kind = templateKinds().find((one) => one === given);
  if (kind) return kind;
  const details = { given, expected: templateKinds().join(', ') };
  throw new DomainError(
    'unknown-key',
    'no paper or form of this kind is printed',
    details,
    '/kind',
  );
};
