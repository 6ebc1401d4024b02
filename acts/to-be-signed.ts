import { maySignDigitally } from '../domain/digital-signing.ts';
import type { DocumentIssueState } from '../domain/document-issue.ts';
import type { Instant } from '../domain/local-date.ts';
import type { ActDependencies } from './act.ts';
import { readToSign } from './sign-digitally.ts';

/** What the signer of a paper that waits for a digital signature signs. */
export interface ToSign {
  readonly pdfSha256: string;
  /** The moment that stands in what is signed. */
  readonly signedAt: Instant;
  /** Of the bytes to be signed: the whole file but the place of the signature. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** The key is on this machine: a press of a button signs. */
  readonly hasKey: boolean;
}

/** null: nothing is to be signed digitally now, or not by this person. */
export const readToBeSigned = async (
  acts: ActDependencies,
  { officeId, personId }: { readonly officeId: string; readonly personId: string },
  state: DocumentIssueState,
  signedAt: Instant,
): Promise<ToSign | null> => {
  const { phase, finalFiles, signer } = state;
  if (phase !== 'awaiting-digital-signature' || signer.personId !== personId) return null;
  if (!finalFiles?.signaturePlace) return null;
  const { pdf, signerName, place } = await readToSign(acts, officeId, state);
  const { bytes, sha256 } = acts.digitalSigning.toBeSigned(pdf, signerName, { place, signedAt });
  return {
    pdfSha256: finalFiles.pdfSha256,
    signedAt,
    sha256,
    bytes,
    hasKey: acts.digitalSigning.hasSigner(signerName),
  };
};

/** Whether the clerk may number it for a digital signature. */
export const mayNumberForDigital = (
  { digitalSigning }: Pick<ActDependencies, 'digitalSigning'>,
  state: DocumentIssueState,
): boolean => digitalSigning.hasSeal && state.clock.mode === 'live' && maySignDigitally(state.kind);
