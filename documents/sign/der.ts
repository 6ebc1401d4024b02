import forge from 'node-forge';

const { asn1 } = forge;
export type Der = forge.asn1.Asn1;

const { Class, Type } = asn1;

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStamp: '1.2.840.113549.1.9.16.1.4',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

export const toBytes = (der: Der): Buffer => Buffer.from(asn1.toDer(der).getBytes(), 'latin1');

/** @throws Error where the bytes are no DER */
export const fromBytes = (bytes: Uint8Array): Der =>
  asn1.fromDer(Buffer.from(bytes).toString('latin1'), true);

const universal = (type: forge.asn1.Type, isConstructed: boolean, value: Der[] | string): Der =>
  asn1.create(Class.UNIVERSAL, type, isConstructed, value);

export const sequence = (...parts: Der[]): Der => universal(Type.SEQUENCE, true, parts);

/** In the order that DER asks of a set: by the bytes of its parts. */
export const setOf = (...parts: Der[]): Der => universal(Type.SET, true, sorted(parts));

const sorted = (parts: readonly Der[]): Der[] =>
  parts
    .map((part) => ({ part, bytes: toBytes(part) }))
    .sort((one, other) => Buffer.compare(one.bytes, other.bytes))
    .map(({ part }) => part);

export const objectId = (oid: string): Der =>
  universal(Type.OID, false, asn1.oidToDer(oid).getBytes());

export const octets = (bytes: Uint8Array): Der =>
  universal(Type.OCTETSTRING, false, Buffer.from(bytes).toString('latin1'));

export const integer = (value: number): Der =>
  universal(Type.INTEGER, false, asn1.integerToDer(value).getBytes());

export const nothing = (): Der => universal(Type.NULL, false, '');

export const truth = (value: boolean): Der =>
  universal(Type.BOOLEAN, false, value ? '\u00ff' : '\u0000');

export const tagged = (tag: number, parts: readonly Der[]): Der =>
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- of this class any number is a tag
  asn1.create(Class.CONTEXT_SPECIFIC, tag, true, [...parts]);

/** The parts of a sequence or set; none of anything else. */
export const partsOf = (der: Der | undefined): readonly Der[] =>
  Array.isArray(der?.value) ? der.value : [];

/** What a string of bytes holds. */
export const contentOf = (der: Der | undefined): Buffer =>
  Buffer.from(typeof der?.value === 'string' ? der.value : '', 'latin1');

export const oidOf = (der: Der | undefined): string =>
  der?.type === Type.OID && typeof der.value === 'string'
    ? asn1.derToOid(forge.util.createBuffer(der.value))
    : '';

export const isTagged = (der: Der | undefined, tag: number): boolean =>
  der?.tagClass === Class.CONTEXT_SPECIFIC && String(der.type) === String(tag);

/** Follows part after part: `at(certificate, 0, 3)` is the issuer's place. */
export const at = (der: Der, ...path: readonly number[]): Der | undefined =>
  path.reduce<Der | undefined>((inner, index) => partsOf(inner)[index], der);
