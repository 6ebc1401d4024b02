import { createHash } from 'node:crypto';
import { nameOf } from './credential.ts';
import { fromBytes, toBytes } from './der.ts';
import { readSignature, type SignatureFault } from './read-cms.ts';

export interface PdfSignature {
  /** Of the certificate; empty where the signature can't be read. */
  readonly name: string;
  readonly fault: SignatureFault | null;
  readonly hasTimeStamp: boolean;
  /** Where the signed part ends: the file's length when it was signed. */
  readonly signedLength: number;
}

const RANGE = /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g;

// The gap is filled up with zeros behind the signature.
const withoutPadding = (hex: string): Buffer => {
  const filled = Buffer.from(hex, 'hex');
  const long = (filled[1] ?? 0) & 0x80 ? (filled[1] ?? 0) & 0x7f : 0;
  const length = long === 0 ? (filled[1] ?? 0) : filled.readUIntBE(2, long);
  return filled.subarray(0, 2 + long + length);
};

/** The signatures in a PDF, in their order. Read back from the file alone. */
export const readSignedPdf = (bytes: Uint8Array): readonly PdfSignature[] => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = file.toString('latin1');
  return [...text.matchAll(RANGE)].map(([, first, second, length]) => {
    const [gapStart, gapEnd] = [Number(first), Number(second)];
    const signedLength = gapEnd + Number(length);
    const digest = createHash('sha256')
      .update(file.subarray(0, gapStart))
      .update(file.subarray(gapEnd, signedLength))
      .digest();
    const cms = readGap(text.slice(gapStart + 1, gapEnd - 1));
    const read = cms && readSignature(cms, digest);
    if (!read) return { name: '', fault: 'unreadable', hasTimeStamp: false, signedLength };
    const { certificate, fault, hasTimeStamp } = read;
    return { name: nameOf(certificate), fault, hasTimeStamp, signedLength };
  });
};

const readGap = (hex: string): Buffer | null => {
  try {
    const cms = withoutPadding(hex);
    return toBytes(fromBytes(cms)).length > 0 ? cms : null;
  } catch {
    return null;
  }
};
