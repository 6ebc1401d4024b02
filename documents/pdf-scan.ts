import { inflateSync } from 'node:zlib';

const HEAD_ROOM = 1_024;
const TAIL_ROOM = 4_096;
const MAX_INFLATED = 32 * 1_024 * 1_024;
const MAX_PAGES = 10_000;
const MAX_DICTIONARY = 1_024 * 1_024;

const OBJECT = /(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b/g;
const ROOT = /\/Root\s+(\d+)\s+\d+\s+R/g;
const ENCRYPTED = /\/Encrypt\s+(?:\d+\s+\d+\s+R|<<)/;

/** Number of pages of an uploaded scan; null where it is no readable, unencrypted PDF with a page. */
export const inspectPdf = (bytes: Uint8Array): { pages: number } | null => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!isWholePdf(text) || ENCRYPTED.test(text)) return null;
  const pages = countPages(text);
  return pages >= 1 && pages <= MAX_PAGES ? { pages } : null;
};

const isWholePdf = (text: string): boolean =>
  text.slice(0, HEAD_ROOM).includes('%PDF-') && text.slice(-TAIL_ROOM).includes('%%EOF');

const countPages = (text: string): number => {
  const objects = readObjects(text);
  const bodyOf = (reference: string | undefined): string => objects.get(reference ?? '') ?? '';
  const catalogue = bodyOf([...text.matchAll(ROOT)].at(-1)?.[1]);
  const tree = bodyOf(/\/Pages\s+(\d+)\s+\d+\s+R/.exec(catalogue)?.[1]);
  return Number(/\/Count\s+(\d+)/.exec(tree)?.[1] ?? 0);
};

// The last writing of an object holds, as in a PDF that was changed by appending. Scanners often
// pack catalogue and pages into compressed object streams, so these are opened as well.
const readObjects = (text: string): ReadonlyMap<string, string> => {
  const objects = new Map<string, string>();
  let room = MAX_INFLATED;
  OBJECT.lastIndex = 0;
  for (let match = OBJECT.exec(text); match; match = OBJECT.exec(text)) {
    const start = OBJECT.lastIndex;
    const end = text.indexOf('endobj', start);
    if (end < 0) break;
    // Each byte is read once: an object that never ends, or thousands inside one, cost no more.
    OBJECT.lastIndex = end;
    const body = text.slice(start, end);
    const stream = body.indexOf('stream');
    const dictionary = body.slice(0, stream < 0 ? MAX_DICTIONARY : stream);
    objects.set(match[1] ?? '', dictionary);
    if (!/\/Type\s*\/ObjStm\b/.test(dictionary)) continue;
    const packed = inflateStream(body, room);
    room -= packed.length;
    for (const [id, object] of unpack(dictionary, packed)) objects.set(id, object);
  }
  return objects;
};

const inflateStream = (body: string, room: number): string => {
  const start = /stream\r?\n/.exec(body);
  if (!start || room <= 0) return '';
  const stream = body.slice(start.index + start[0].length, body.lastIndexOf('endstream'));
  try {
    return inflateSync(Buffer.from(stream, 'latin1'), { maxOutputLength: room }).toString('latin1');
  } catch {
    // A broken or oversized stream holds no object: the file is then refused for want of pages.
    return '';
  }
};

const unpack = (dictionary: string, packed: string): readonly (readonly [string, string])[] => {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const numbers = packed.slice(0, first).trim().split(/\s+/);
  const offsets = numbers.filter((_, index) => index % 2 === 1).map(Number);
  return offsets.map((offset, index) => [
    numbers[index * 2] ?? '',
    packed.slice(first + offset, first + (offsets[index + 1] ?? packed.length)),
  ]);
};
