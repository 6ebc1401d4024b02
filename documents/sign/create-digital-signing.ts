import type { SignatureProblem } from '../../domain/digital-signing.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/local-date.ts';
import type { X509Certificate } from 'node:crypto';
import type { TimeStamper } from './cms.ts';
import { isValidAt, nameOf, type Credential } from './credential.ts';
import { prepareForSigner, sealPdf, signPdf, type SigningMoment } from './digital-signing.ts';
import { readSignature } from './read-cms.ts';
import { digestOf, insertSignature, toBeSigned } from './signature-field.ts';
import { upperCase } from '../../locale/vietnamese.ts';

/** The keys that this machine holds, as the entry point has read them. */
export interface SigningKeys {
  readonly signer: Credential | null;
  readonly seal: Credential | null;
  readonly stamp: TimeStamper | null;
}

const refuse = (
  problem: SignatureProblem,
  details: Readonly<Record<string, string>> = {},
): never => {
  throw new DomainError('bad-signature', `the signature is refused: ${problem}`, {
    problem,
    ...details,
  });
};

const plain = (name: string): string => name.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

const checkValid = (certificate: X509Certificate, at: Instant): void => {
  if (!isValidAt(certificate, new Date(at))) refuse('expired', { until: dayOf(certificate) });
};

const dayOf = ({ validTo }: X509Certificate): string =>
  new Date(validTo).toISOString().slice(0, 10);

// No paper bears another's name than the one who signs it.
const checkSigner = (certificate: X509Certificate, fullName: string, at: Instant): void => {
  if (plain(nameOf(certificate)) !== plain(fullName)) refuse('other-name');
  checkValid(certificate, at);
};

/** What acts and activities need of digital signing. Names are full names, without rank. */
export const createDigitalSigning = ({ signer, seal, stamp }: SigningKeys) => {
  const requireSeal = (officeName: string, at: Instant): Credential => {
    if (!seal) return refuse('no-seal');
    const [onSeal, asked] = [nameOf(seal.certificate), officeName].map((name) =>
      upperCase(plain(name)),
    );
    if (onSeal !== asked) refuse('other-office');
    checkValid(seal.certificate, at);
    return seal;
  };

  return {
    hasSeal: seal !== null,
    hasSigner: (fullName: string): boolean =>
      signer !== null && plain(nameOf(signer.certificate)) === plain(fullName),

    /** @throws DomainError bad-signature where the office can't seal what is signed */
    checkSeal: (officeName: string, at: Instant): void => {
      requireSeal(officeName, at);
    },

    /** Signed with the key on this machine. @throws DomainError bad-signature */
    sign: async (pdf: Uint8Array, fullName: string, moment: SigningMoment): Promise<Uint8Array> => {
      if (!signer) return refuse('no-key');
      checkSigner(signer.certificate, fullName, moment.signedAt);
      return signPdf(pdf, signer, moment, stamp);
    },

    /** What a key elsewhere signs: these bytes, or their SHA-256. */
    toBeSigned: (pdf: Uint8Array, fullName: string, moment: SigningMoment) => {
      const prepared = prepareForSigner(pdf, plain(fullName), moment);
      return { bytes: toBeSigned(prepared), sha256: digestOf(prepared).toString('hex') };
    },

    /**
     * Puts in what a key elsewhere made of `toBeSigned`: a detached signature (CMS, DER).
     * @throws DomainError bad-signature
     */
    insert: (
      pdf: Uint8Array,
      cms: Uint8Array,
      fullName: string,
      moment: SigningMoment,
    ): Uint8Array => {
      const prepared = prepareForSigner(pdf, plain(fullName), moment);
      const read = readSignature(cms, digestOf(prepared));
      if (!read) return refuse('unreadable');
      if (read.fault) refuse(read.fault);
      checkSigner(read.certificate, fullName, moment.signedAt);
      return insertSignature(prepared, cms);
    },

    /** The office's seal on what its signer has signed. @throws DomainError bad-signature */
    seal: (pdf: Uint8Array, officeName: string, moment: SigningMoment): Promise<Uint8Array> =>
      sealPdf(pdf, requireSeal(officeName, moment.signedAt), { ...moment, officeName }, stamp),
  };
};

/** Where no keys are set up: signed with the pen alone. */
export const NO_SIGNING = createDigitalSigning({ signer: null, seal: null, stamp: null });

export type DigitalSigning = ReturnType<typeof createDigitalSigning>;
