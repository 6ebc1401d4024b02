import { createHash, verify, X509Certificate } from 'node:crypto';
import { issuerAndSerial } from './cms.ts';
import {
  at,
  contentOf,
  fromBytes,
  isTagged,
  oidOf,
  OID,
  partsOf,
  setOf,
  toBytes,
  type Der,
} from './der.ts';

/** What is wrong with a signature. */
export type SignatureFault =
  | 'unreadable'
  | 'other-digest'
  | 'other-certificate'
  | 'broken-signature'
  | 'no-signing-certificate';

export interface ReadSignature {
  readonly certificate: X509Certificate;
  /** null: all is well with it. */
  readonly fault: SignatureFault | null;
  readonly hasTimeStamp: boolean;
}

interface SignerInfo {
  readonly certificate: X509Certificate;
  readonly attributes: readonly Der[];
  readonly unsigned: readonly Der[];
  readonly signature: Buffer;
}

const certificatesIn = (signedData: Der): readonly X509Certificate[] => {
  const held = partsOf(signedData).find((part) => isTagged(part, 0));
  return partsOf(held).map((one) => new X509Certificate(toBytes(one)));
};

const signerIn = (cms: Uint8Array): SignerInfo | null => {
  const whole = fromBytes(cms);
  const signedData = at(whole, 1, 0);
  if (oidOf(at(whole, 0)) !== OID.signedData || !signedData) return null;
  const signers = partsOf(partsOf(signedData).at(-1));
  const [signer] = signers;
  if (!signer || signers.length > 1) return null;
  const parts = partsOf(signer);
  const identified = parts[1];
  const certificate = certificatesIn(signedData).find(
    ({ raw }) => identified && toBytes(issuerAndSerial(raw)).equals(toBytes(identified)),
  );
  const attributes = parts.find((part) => isTagged(part, 0));
  if (!certificate || !attributes) return null;
  return {
    certificate,
    attributes: partsOf(attributes),
    unsigned: partsOf(parts.find((part) => isTagged(part, 1))),
    signature: contentOf(parts[parts.indexOf(attributes) + 2]),
  };
};

const valueOf = (attributes: readonly Der[], oid: string): Der | undefined =>
  at(attributes.find((one) => oidOf(at(one, 0)) === oid) ?? setOf(), 1, 0);

const certificateFault = ({ attributes, certificate }: SignerInfo): SignatureFault | null => {
  const value = valueOf(attributes, OID.signingCertificateV2);
  if (!value) return 'no-signing-certificate';
  // Its first may name another algorithm than SHA-256, which then stands before the hash.
  const parts = partsOf(at(value, 0, 0));
  const hash = contentOf(parts.find((part) => contentOf(part).length === 32));
  const expected = createHash('sha256').update(certificate.raw).digest();
  return hash.equals(expected) ? null : 'other-certificate';
};

const faultOf = (signer: SignerInfo, digest: Uint8Array): SignatureFault | null => {
  const { attributes, certificate, signature } = signer;
  if (!contentOf(valueOf(attributes, OID.messageDigest)).equals(digest)) return 'other-digest';
  const signed = toBytes(setOf(...attributes));
  if (!verify('sha256', signed, certificate.publicKey, signature)) return 'broken-signature';
  return certificateFault(signer);
};

/**
 * Reads a detached signature (CMS, DER) and checks it against what was to be signed, by its SHA-256.
 * Whether the certificate is to be trusted is not asked here.
 */
export const readSignature = (cms: Uint8Array, digest: Uint8Array): ReadSignature | null => {
  try {
    const signer = signerIn(cms);
    if (!signer) return null;
    return {
      certificate: signer.certificate,
      fault: faultOf(signer, digest),
      hasTimeStamp: valueOf(signer.unsigned, OID.timeStampToken) !== undefined,
    };
  } catch {
    // Bytes from outside: whatever can't be read is no signature.
    return null;
  }
};
