import { inflateSync } from 'node:zlib';

const MAX_INFLATED = 32 * 1_024 * 1_024;
const MAX_DICTIONARY = 1_024 * 1_024;

const OBJECT = /(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b/g;

/** Dictionaries and plain values by the number of their object; streams are left out. */
export type PdfObjects = ReadonlyMap<string, string>;

// The last writing of an object holds, as in a PDF that was changed by appending. Scanners often
// pack catalogue and pages into compressed object streams, so these are opened as well.
export const readObjects = (text: string): PdfObjects => {
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

const REFERENCE = /^\s*(\d{1,10})\s+\d{1,5}\s+R\b/;
const MAX_HOPS = 8;

/** What a value says, however often it points elsewhere. */
export const resolve = (objects: PdfObjects, value: string | null): string => {
  let text = value ?? '';
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    const reference = REFERENCE.exec(text);
    if (!reference) return text;
    text = objects.get(reference[1] ?? '') ?? '';
  }
  return '';
};

// Names, brackets of dictionaries and lists, strings, and whatever lies between them.
const TOKEN =
  /<<|>>|\[|\]|\((?:\\.|[^\\()])*\)|<[\dA-Fa-f\s]*>|\/[^\s/<>[\]()%]*|[^\s/<>[\]()]+|[<>()]/g;

// A page's dictionary is far shorter; thousands of pages may lead to one that is not.
const MAX_READ = 64 * 1_024;

const OPENS: readonly string[] = ['<<', '['];
const CLOSES: readonly string[] = ['>>', ']'];

/** The tokens of a dictionary itself, each with how deep it stands: 1 is the dictionary's own. */
const tokensOf = (dictionary: string): readonly (readonly [token: string, depth: number])[] => {
  const tokens: (readonly [string, number])[] = [];
  let depth = 0;
  for (const [token] of dictionary.slice(0, MAX_READ).matchAll(TOKEN)) {
    if (CLOSES.includes(token)) depth -= 1;
    if (depth < 1 && CLOSES.includes(token)) break;
    if (depth > 0) tokens.push([token, depth]);
    if (OPENS.includes(token)) depth += 1;
  }
  return tokens;
};

/** The entries of a dictionary itself, not of those in it. */
export const entriesOf = (dictionary: string): ReadonlyMap<string, string> => {
  const entries = new Map<string, string>();
  let key: string | null = null;
  for (const [token, depth] of tokensOf(dictionary)) {
    const value: string | undefined = key === null ? undefined : entries.get(key);
    // A name may be a value as well: then it follows its key at once.
    if (depth === 1 && token.startsWith('/') && value !== '') {
      key = token.slice(1);
      entries.set(key, '');
    } else if (key !== null) entries.set(key, value ? `${value} ${token}` : token);
  }
  return entries;
};

export const referencesIn = (value: string): readonly string[] =>
  [...value.matchAll(/(\d{1,10}) \d{1,5} R\b/g)].map((match) => match[0]);
