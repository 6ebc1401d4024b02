import { createPrivateKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import forge from 'node-forge';
import { toBytes } from './der.ts';

/** A key with its certificate, and those of who vouches for it. */
export interface Credential {
  readonly certificate: X509Certificate;
  /** The certificate's issuers, as far as the file has them. */
  readonly chain: readonly X509Certificate[];
  readonly isRsa: boolean;
  /** SHA-256 with RSA (PKCS 1, v1.5) or ECDSA over P-256, in DER. */
  readonly sign: (bytes: Uint8Array) => Buffer;
}

/** The file can't be opened as it is: a wrong password, no key, no certificate. */
export class UnusableKeyError extends Error {
  override name = 'UnusableKeyError';
}

// The two halves of such a file write a password with other letters in two ways, of which forge knows one.
const PLAIN = /^[\x20-\x7e]*$/;

const openP12 = (bytes: Uint8Array, password: string) => {
  if (!PLAIN.test(password)) throw new UnusableKeyError('its password has more than plain letters');
  try {
    const file = forge.asn1.fromDer(Buffer.from(bytes).toString('latin1'));
    return forge.pkcs12.pkcs12FromAsn1(file, password);
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const isPassword = /MAC could not be verified|password/i.test(said);
    throw new UnusableKeyError(isPassword ? 'its password is another' : 'it is no PKCS 12 file');
  }
};

type Bag = forge.pkcs12.Bag;

const bagsOf = (file: forge.pkcs12.Pkcs12Pfx, types: readonly string[]): readonly Bag[] =>
  types.flatMap((bagType) => file.getBags({ bagType })[bagType] ?? []);

const keyOf = (file: forge.pkcs12.Pkcs12Pfx): KeyObject => {
  const { keyBag, pkcs8ShroudedKeyBag } = forge.pki.oids;
  const [bag] = bagsOf(file, [pkcs8ShroudedKeyBag ?? '', keyBag ?? '']);
  if (!bag) throw new UnusableKeyError('it holds no key');
  // Keys of elliptic curves are left as they stand in the file.
  const der = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1;
  return createPrivateKey({ key: toBytes(der), format: 'der', type: 'pkcs8' });
};

const certificatesOf = (file: forge.pkcs12.Pkcs12Pfx): readonly X509Certificate[] =>
  bagsOf(file, [forge.pki.oids['certBag'] ?? '']).map(
    (bag) =>
      new X509Certificate(toBytes(bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1)),
  );

const issuersOf = (
  certificate: X509Certificate,
  all: readonly X509Certificate[],
): readonly X509Certificate[] => {
  const issuer = all.find((one) => one !== certificate && certificate.checkIssued(one));
  return issuer
    ? [
        issuer,
        ...issuersOf(
          issuer,
          all.filter((one) => one !== issuer),
        ),
      ]
    : [];
};

/** @throws UnusableKeyError */
export const readCredential = (bytes: Uint8Array, password: string): Credential => {
  const file = openP12(bytes, password);
  const key = keyOf(file);
  const all = certificatesOf(file);
  const certificate = all.find((one) => one.checkPrivateKey(key));
  if (!certificate) throw new UnusableKeyError('it holds no certificate of its key');
  return {
    certificate,
    chain: issuersOf(certificate, all),
    isRsa: requireKind(key) === 'rsa',
    sign: (message) => sign('sha256', message, key),
  };
};

const requireKind = (key: KeyObject): 'rsa' | 'ec' => {
  const { asymmetricKeyType, asymmetricKeyDetails } = key;
  if (asymmetricKeyType === 'rsa') return 'rsa';
  if (asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1') return 'ec';
  throw new UnusableKeyError('its key is neither RSA nor of the curve P-256');
};

/** The name that the certificate is made out to, composed; empty where it has none. */
export const nameOf = (certificate: X509Certificate): string => {
  const line = certificate.subject.split('\n').find((part) => part.startsWith('CN='));
  return (line?.slice(3) ?? '').normalize('NFC').trim();
};

export const isValidAt = ({ validFrom, validTo }: X509Certificate, moment: Date): boolean =>
  new Date(validFrom) <= moment && moment <= new Date(validTo);
