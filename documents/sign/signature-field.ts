import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Instant } from '../../domain/local-date.ts';
import type { SignaturePlace } from '../../domain/final-files.ts';
import {
  appendObjects,
  dictionaryOf,
  openPdf,
  pageObject,
  withEntry,
  type NewObject,
  type OpenedPdf,
} from './pdf-objects.ts';

/** One signature as it is to stand in the paper. */
export interface SignatureField {
  /** Of the field in the file's form, Latin letters: unique in the file. */
  readonly name: string;
  /** Read out for who can't see it. */
  readonly description: string;
  readonly place: SignaturePlace;
  /** The drawing in the frame, in points from its lower left corner. */
  readonly drawing: string;
  readonly signedAt: Instant;
}

/** A file that waits for its signature: what is signed is all but the gap. */
export interface PreparedPdf {
  readonly bytes: Buffer;
  readonly gap: { readonly start: number; readonly end: number };
}

// Room for a chain of certificates and a time stamp; pdfsig and Acrobat read up to any length.
const SIGNATURE_ROOM = 16_384;
const RANGE_ROOM = '*'.repeat(10);
const PRINT_AND_LOCKED = 132;

const toPdfText = (text: string): string =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

/** `2024-04-17T16:32:05+07:00` as PDF writes it. */
const toPdfDate = (at: Instant): string => {
  const [day, time = ''] = at.split('T');
  const [clock] = time.split('+');
  return `(D:${(day ?? '').replaceAll('-', '')}${(clock ?? '').slice(0, 8).replaceAll(':', '')}+07'00')`;
};

const round = (value: number): string => String(Math.round(value * 1000) / 1000);

const drawingObject = ({ drawing, place }: SignatureField): Buffer => {
  const stream = deflateSync(Buffer.from(drawing, 'latin1'));
  const head =
    `<<\n/Type /XObject\n/Subtype /Form\n/BBox [0 0 ${round(place.width)} ${round(place.height)}]\n` +
    `/Resources << >>\n/Filter /FlateDecode\n/Length ${String(stream.length)}\n>>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), stream, Buffer.from('\nendstream')]);
};

const signatureObject = ({ signedAt }: SignatureField): string =>
  '<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n' +
  `/M ${toPdfDate(signedAt)}\n` +
  `/ByteRange [0 ${RANGE_ROOM} ${RANGE_ROOM} ${RANGE_ROOM}]\n` +
  `/Contents <${'0'.repeat(SIGNATURE_ROOM * 2)}>\n>>`;

const heightOfPage = (page: string): number =>
  Number(/\/MediaBox\s*\[\s*\S+\s+\S+\s+\S+\s+([\d.]+)/.exec(page)?.[1] ?? 0);

interface Numbers {
  readonly widget: number;
  readonly signature: number;
  readonly drawing: number;
  readonly page: number;
}

const widgetObject = (field: SignatureField, numbers: Numbers, pageHeight: number): string => {
  const { x, y, width, height } = field.place;
  const corners = [x, pageHeight - y - height, x + width, pageHeight - y].map(round).join(' ');
  return (
    '<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n' +
    `/T (${field.name})\n/TU ${toPdfText(field.description)}\n/F ${String(PRINT_AND_LOCKED)}\n` +
    `/Rect [${corners}]\n/P ${String(numbers.page)} 0 R\n/V ${String(numbers.signature)} 0 R\n` +
    `/AP << /N ${String(numbers.drawing)} 0 R >>\n>>`
  );
};

const withReference = (dictionary: string, list: RegExp, widget: number): string =>
  dictionary.replace(list, (_, head: string) => `${head} ${String(widget)} 0 R]`);

const withAnnotation = (page: string, widget: number): string =>
  page.includes('/Annots')
    ? withReference(page, /(\/Annots\s*\[[^\]]*)\]/, widget)
    : withEntry(page, `/Annots [${String(widget)} 0 R]`);

const FIELDS = /(\/Fields\s*\[[^\]]*)\]/;

// The first signature brings the form along; the second adds its field to it.
const formObjects = (pdf: OpenedPdf, widget: number, free: number): readonly NewObject[] => {
  const catalogue = dictionaryOf(pdf, pdf.root);
  const form = /\/AcroForm\s+(\d+)\s+0\s+R/.exec(catalogue)?.[1];
  if (form === undefined) {
    const fresh = `<<\n/Fields [${String(widget)} 0 R]\n/SigFlags 3\n>>`;
    const rewritten = withEntry(catalogue, `/AcroForm ${String(free)} 0 R`);
    return [objectOf(free, fresh), objectOf(pdf.root, rewritten)];
  }
  const fields = withReference(dictionaryOf(pdf, Number(form)), FIELDS, widget);
  return [objectOf(Number(form), fields)];
};

const objectOf = (number: number, body: string): NewObject => ({
  number,
  body: Buffer.from(body, 'latin1'),
});

/**
 * Appends the field and leaves room for its signature. Nothing that was there is changed, so a signature
 * before it stays valid, and the drawing has no letters of its own: PDF/A holds.
 */
export const prepareSignature = (bytes: Uint8Array, field: SignatureField): PreparedPdf => {
  const pdf = openPdf(bytes);
  const page = pageObject(pdf, field.place.page);
  const [widget, signature, drawing] = [pdf.size, pdf.size + 1, pdf.size + 2];
  const pageDictionary = dictionaryOf(pdf, page);
  const numbers = { widget, signature, drawing, page };
  const whole = appendObjects(pdf, [
    objectOf(widget, widgetObject(field, numbers, heightOfPage(pageDictionary))),
    objectOf(signature, signatureObject(field)),
    { number: drawing, body: drawingObject(field) },
    objectOf(page, withAnnotation(pageDictionary, widget)),
    ...formObjects(pdf, widget, pdf.size + 3),
  ]);
  return measureGap(whole, bytes.length);
};

const measureGap = (whole: Buffer, from: number): PreparedPdf => {
  const start = whole.indexOf('/Contents <0', from) + '/Contents '.length;
  const end = start + SIGNATURE_ROOM * 2 + 2;
  const range = [0, start, end, whole.length - end].map(String);
  const room = whole.indexOf('/ByteRange [', from);
  const roomLength = whole.indexOf(']', room) + 1 - room;
  const text = `/ByteRange [${range.join(' ')}]`.padEnd(roomLength);
  whole.write(text, room, 'latin1');
  return { bytes: whole, gap: { start, end } };
};

/** The bytes that are signed. */
export const toBeSigned = ({ bytes, gap }: PreparedPdf): Buffer =>
  Buffer.concat([bytes.subarray(0, gap.start), bytes.subarray(gap.end)]);

export const digestOf = (prepared: PreparedPdf): Buffer =>
  createHash('sha256').update(toBeSigned(prepared)).digest();

/** @throws Error where the signature, with its certificates and time stamp, has no room */
export const insertSignature = ({ bytes, gap }: PreparedPdf, cms: Uint8Array): Buffer => {
  if (cms.length > SIGNATURE_ROOM) throw new Error('the signature is too long for its place');
  const signed = Buffer.from(bytes);
  signed.write(Buffer.from(cms).toString('hex'), gap.start + 1, 'latin1');
  return signed;
};
