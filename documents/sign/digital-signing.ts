import type { SignaturePlace } from '../../domain/final-files.ts';
import type { Instant } from '../../domain/local-date.ts';
import { formatSigningTime, signatureWords } from '../../locale/digital-signature.ts';
import { BLUE, drawAppearance, RED, SEAL_SHARE, sealPlaceOf } from './appearance.ts';
import { buildSignature, type TimeStamper } from './cms.ts';
import { nameOf, type Credential } from './credential.ts';
import {
  digestOf,
  insertSignature,
  prepareSignature,
  type PreparedPdf,
} from './signature-field.ts';

export interface SigningMoment {
  readonly place: SignaturePlace;
  readonly signedAt: Instant;
}

/**
 * The paper with room for its signer's signature. The same paper, name and moment give the same bytes, so
 * that a signature that is made elsewhere fits in later.
 */
export const prepareForSigner = (
  pdf: Uint8Array,
  signerName: string,
  { place, signedAt }: SigningMoment,
): PreparedPdf => {
  const lines = [
    { text: signatureWords.signedBy, face: 'regular' },
    { text: signerName, face: 'bold' },
    { text: signatureWords.signedAt, face: 'regular' },
    { text: formatSigningTime(signedAt), face: 'regular' },
  ] as const;
  const look = { size: 9, colour: BLUE, leftShare: SEAL_SHARE, hasFrame: false };
  return prepareSignature(pdf, {
    name: 'Signer',
    description: signatureWords.ofPerson(signerName),
    place,
    drawing: drawAppearance({ ...look, lines }, place),
    signedAt,
  });
};

const prepareForSeal = (
  pdf: Uint8Array,
  officeName: string,
  { place: signer, signedAt }: SigningMoment,
): PreparedPdf => {
  const place = sealPlaceOf(signer);
  const lines = [
    { text: officeName, face: 'bold' },
    { text: formatSigningTime(signedAt), face: 'regular' },
  ] as const;
  const look = { size: 8, colour: RED, leftShare: 0, hasFrame: true };
  return prepareSignature(pdf, {
    name: 'Seal',
    description: signatureWords.ofOffice(officeName),
    place,
    drawing: drawAppearance({ ...look, lines }, place),
    signedAt,
  });
};

const signPrepared = async (
  prepared: PreparedPdf,
  credential: Credential,
  stamp: TimeStamper | null,
): Promise<Uint8Array> =>
  insertSignature(prepared, await buildSignature(digestOf(prepared), credential, stamp));

/** The signer's signature in the paper. */
export const signPdf = (
  pdf: Uint8Array,
  credential: Credential,
  moment: SigningMoment,
  stamp: TimeStamper | null = null,
): Promise<Uint8Array> =>
  signPrepared(prepareForSigner(pdf, nameOf(credential.certificate), moment), credential, stamp);

/** The office's signature behind the signer's, which stays as it is. */
export const sealPdf = (
  pdf: Uint8Array,
  credential: Credential,
  { officeName, ...moment }: SigningMoment & { readonly officeName: string },
  stamp: TimeStamper | null = null,
): Promise<Uint8Array> => signPrepared(prepareForSeal(pdf, officeName, moment), credential, stamp);
