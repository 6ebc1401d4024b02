import { createHash } from 'node:crypto';
import type { Credential } from './credential.ts';
import {
  at,
  fromBytes,
  integer,
  isTagged,
  nothing,
  objectId,
  octets,
  OID,
  partsOf,
  sequence,
  setOf,
  tagged,
  toBytes,
  type Der,
} from './der.ts';

/** Asks a time-stamp server to vouch for when these bytes, a signature, were there; its token in DER. */
export type TimeStamper = (signature: Uint8Array) => Promise<Uint8Array>;

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const digestAlgorithm = (): Der => sequence(objectId(OID.sha256), nothing());

const attribute = (oid: string, value: Der): Der => sequence(objectId(oid), setOf(value));

// Which certificate it is, so that no other of the same key takes its place (RFC 5035). SHA-256 goes
// without saying.
const signingCertificate = (certificate: Uint8Array): Der =>
  sequence(sequence(sequence(octets(sha256(certificate)))));

// No time of signing among them: in a PDF it stands beside the signature (EN 319 142-1).
const signedAttributes = (digest: Uint8Array, certificate: Uint8Array): readonly Der[] => [
  attribute(OID.contentType, objectId(OID.data)),
  attribute(OID.messageDigest, octets(digest)),
  attribute(OID.signingCertificateV2, signingCertificate(certificate)),
];

/** Issuer and serial number of a certificate, as its own bytes have them. */
export const issuerAndSerial = (certificate: Uint8Array): Der => {
  const fields = partsOf(at(fromBytes(certificate), 0));
  // Version 1 has no version.
  const first = isTagged(fields[0], 0) ? 1 : 0;
  const [serial, issuer] = [fields[first], fields[first + 2]];
  if (!serial || !issuer) throw new Error('no certificate');
  return sequence(issuer, serial);
};

const signatureAlgorithm = (isRsa: boolean): Der =>
  isRsa
    ? sequence(objectId(OID.sha256WithRsa), nothing())
    : sequence(objectId(OID.ecdsaWithSha256));

/**
 * The signature of a PDF as PAdES wants it, level B-B (EN 319 142-1): detached, with the digest and the
 * certificate signed along; B-T where `stamp` is given.
 * @param digest SHA-256 of the bytes that are signed
 */
export const buildSignature = async (
  digest: Uint8Array,
  credential: Credential,
  stamp: TimeStamper | null,
): Promise<Buffer> => {
  const certificate = credential.certificate.raw;
  const attributes = signedAttributes(digest, certificate);
  const signed = setOf(...attributes);
  const signature = credential.sign(toBytes(signed));
  const stamped = stamp
    ? [tagged(1, [attribute(OID.timeStampToken, fromBytes(await stamp(signature)))])]
    : [];
  const signerInfo = sequence(
    integer(1),
    issuerAndSerial(certificate),
    digestAlgorithm(),
    tagged(0, partsOf(signed)),
    signatureAlgorithm(credential.isRsa),
    octets(signature),
    ...stamped,
  );
  const certificates = [certificate, ...credential.chain.map(({ raw }) => raw)].map(fromBytes);
  const signedData = sequence(
    integer(1),
    setOf(digestAlgorithm()),
    sequence(objectId(OID.data)),
    tagged(0, partsOf(setOf(...certificates))),
    setOf(signerInfo),
  );
  return toBytes(sequence(objectId(OID.signedData), tagged(0, [signedData])));
};
