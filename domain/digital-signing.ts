import type { Authority } from './authority.ts';
import type { CycleClock } from './cycle-clock.ts';
import { DomainError } from './errors.ts';
import type { FinalFiles } from './final-files.ts';
import type { LocalDate } from './local-date.ts';
import type { PaperKind } from './paper-kind.ts';
import { WAY_OF_PAPER } from './paper-way.ts';
import type { Signer } from './plan.ts';

/** The paper with its signer's signature, and with the office's behind it (null: not set yet). */
export interface DigitalFiles {
  readonly signedSha256: string;
  readonly sealedSha256: string | null;
}

interface PaperToSign {
  readonly kind: PaperKind;
  readonly clock: CycleClock;
  readonly signer: Signer;
  readonly signed: { readonly how: string } | null;
  readonly number: { readonly documentDate: LocalDate } | null;
  readonly finalFiles: FinalFiles | null;
  readonly digital?: DigitalFiles | null;
}

/** `pdfSha256`: of the paper that was signed; `signedSha256`: of the same with its signature. */
export interface SignDigitally {
  readonly type: 'signDigitally';
  readonly pdfSha256: string;
  readonly signedSha256: string;
}

/** Why a digital signature is refused; the words stand in locale/. */
export const SIGNATURE_PROBLEMS = [
  'no-key',
  'no-seal',
  'other-name',
  'other-office',
  'expired',
  'unreadable',
  'other-digest',
  'other-certificate',
  'broken-signature',
  'no-signing-certificate',
] as const;
export type SignatureProblem = (typeof SIGNATURE_PROBLEMS)[number];

// Signed by secretary and chair, or by all parties: side by side with the pen.
const SIGNED_BY_SEVERAL: readonly PaperKind[] = ['minutes', 'pledge'];

/** What one person signs and the register numbers. */
export const maySignDigitally = (kind: PaperKind): boolean =>
  WAY_OF_PAPER[kind].isNumbered && !SIGNED_BY_SEVERAL.includes(kind);

/** @throws DomainError out-of-time, no-power */
export const checkDigitalWay = ({ kind, clock }: PaperToSign): void => {
  if (clock.mode === 'entered') {
    throw new DomainError('out-of-time', 'a past year is entered from what was signed then', {
      phase: clock.mode,
    });
  }
  if (!maySignDigitally(kind)) {
    throw new DomainError('no-power', 'what several sign, or none, is signed with the pen', {
      given: kind,
    });
  }
};

/** @throws DomainError no-power, not-ready, stale-version, out-of-time */
export const checkDigitalSigning = (
  state: PaperToSign,
  { pdfSha256, by }: Pick<SignDigitally, 'pdfSha256'> & { readonly by: Authority },
  today: LocalDate,
): void => {
  const { signer, finalFiles, number } = state;
  if (by.personId !== signer.personId) {
    const details = { signer: signer.personId };
    throw new DomainError('no-power', 'only the signer signs', details);
  }
  if (finalFiles === null) {
    throw new DomainError('not-ready', 'the paper with its number is still being made');
  }
  if (finalFiles.pdfSha256 !== pdfSha256) {
    throw new DomainError('stale-version', 'the paper is another than the one that was signed');
  }
  if (number?.documentDate !== today) {
    const documentDate = number?.documentDate ?? null;
    throw new DomainError(
      'out-of-time',
      'who signs digitally signs on the day that the paper bears',
      { given: today, earliest: documentDate, latest: documentDate },
    );
  }
};

/** @throws DomainError not-ready */
export const checkSealed = ({ signed, digital }: PaperToSign): void => {
  if (signed?.how !== 'digital' || (digital?.sealedSha256 ?? null) !== null) return;
  throw new DomainError('not-ready', "the office's signature is still being set");
};
