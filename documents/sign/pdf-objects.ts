/** What hangs on the end of a file that was written, or appended to, with a plain table of its objects. */
export interface OpenedPdf {
  readonly bytes: Uint8Array;
  /** One more than the highest object's number. */
  readonly size: number;
  readonly root: number;
  /** `/Info …` and `/ID …`, as the last trailer has them. */
  readonly kept: string;
  readonly startxref: number;
  readonly offsets: ReadonlyMap<number, number>;
}

class UnreadablePdfError extends Error {
  override name = 'UnreadablePdfError';
}

const asText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

const find = (pattern: RegExp, text: string): string => {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new UnreadablePdfError(`no ${pattern.source}`);
  return found;
};

// 20 bytes an entry, after "first count".
const readTable = (text: string, start: number, offsets: Map<number, number>): string => {
  if (!text.startsWith('xref', start)) throw new UnreadablePdfError('no plain table of objects');
  const end = text.indexOf('trailer', start);
  const lines = text.slice(start + 4, end).split(/\r?\n/);
  let number = 0;
  for (const line of lines) {
    const section = /^(\d+) (\d+)\s*$/.exec(line);
    if (section) number = Number(section[1]);
    const entry = /^(\d{10}) \d{5} ([nf])/.exec(line);
    if (!entry) continue;
    // The latest table is read first, and holds.
    if (entry[2] === 'n' && !offsets.has(number)) offsets.set(number, Number(entry[1]));
    number += 1;
  }
  return text.slice(end, text.indexOf('startxref', end));
};

/**
 * Reads a PDF as our own writer makes it, with whatever was appended to it.
 * @throws UnreadablePdfError for others, such as those whose tables of objects are compressed
 */
export const openPdf = (bytes: Uint8Array): OpenedPdf => {
  const text = asText(bytes);
  const startxref = Number(find(/startxref\s+(\d+)\s+%%EOF\s*$/, text.slice(-1024)));
  const offsets = new Map<number, number>();
  const seen = new Set<number>();
  let next: number | null = startxref;
  let trailer = '';
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const read = readTable(text, next, offsets);
    trailer ||= read;
    const previous = /\/Prev\s+(\d+)/.exec(read)?.[1];
    next = previous === undefined ? null : Number(previous);
  }
  return {
    bytes,
    size: Number(find(/\/Size\s+(\d+)/, trailer)),
    root: Number(find(/\/Root\s+(\d+)\s+0\s+R/, trailer)),
    kept: [/\/Info\s+\d+\s+0\s+R/, /\/ID\s*\[[^\]]*\]/]
      .map((pattern) => pattern.exec(trailer)?.[0] ?? '')
      .filter((entry) => entry !== '')
      .join('\n'),
    startxref,
    offsets,
  };
};

/** The body of an object that is a dictionary, `<<` to `>>`. */
export const dictionaryOf = (pdf: OpenedPdf, number: number): string => {
  const offset = pdf.offsets.get(number);
  if (offset === undefined) throw new UnreadablePdfError(`no object ${String(number)}`);
  const text = asText(pdf.bytes.subarray(offset));
  const body = text.slice(text.indexOf('<<'), text.indexOf('endobj'));
  return body.trimEnd();
};

/** The page's object, counted from 0. */
export const pageObject = (pdf: OpenedPdf, page: number): number => {
  const tree = Number(find(/\/Pages\s+(\d+)\s+0\s+R/, dictionaryOf(pdf, pdf.root)));
  const kids = find(/\/Kids\s*\[([^\]]*)\]/, dictionaryOf(pdf, tree));
  const references = [...kids.matchAll(/(\d+)\s+0\s+R/g)].map(([, number]) => Number(number));
  const found = references[page];
  if (found === undefined) throw new UnreadablePdfError(`no page ${String(page)}`);
  return found;
};

/** Puts one more entry at the end of a dictionary. */
export const withEntry = (dictionary: string, entry: string): string =>
  `${dictionary.slice(0, dictionary.lastIndexOf('>>'))}${entry}\n>>`;

export interface NewObject {
  readonly number: number;
  readonly body: Buffer;
}

const runsOf = (objects: readonly NewObject[]): readonly (readonly NewObject[])[] => {
  const runs: NewObject[][] = [];
  for (const object of objects) {
    const run = runs.at(-1);
    if (run?.at(-1)?.number === object.number - 1) run.push(object);
    else runs.push([object]);
  }
  return runs;
};

/** The file with objects added or replaced behind what was there, of which no byte is changed. */
export const appendObjects = (pdf: OpenedPdf, objects: readonly NewObject[]): Buffer => {
  const sorted = [...objects].sort((one, other) => one.number - other.number);
  const parts: Buffer[] = [Buffer.from(pdf.bytes), Buffer.from('\n')];
  let offset = pdf.bytes.length + 1;
  const offsets = new Map<number, number>();
  for (const { number, body } of sorted) {
    const whole = Buffer.concat([
      Buffer.from(`${String(number)} 0 obj\n`),
      body,
      Buffer.from('\nendobj\n'),
    ]);
    offsets.set(number, offset);
    offset += whole.length;
    parts.push(whole);
  }
  const sections = runsOf(sorted).map((run) => {
    const entries = run.map(
      ({ number }) => `${String(offsets.get(number) ?? 0).padStart(10, '0')} 00000 n \n`,
    );
    return `${String(run[0]?.number ?? 0)} ${String(run.length)}\n${entries.join('')}`;
  });
  const size = Math.max(pdf.size, (sorted.at(-1)?.number ?? 0) + 1);
  const trailer =
    `xref\n${sections.join('')}trailer\n<<\n/Size ${String(size)}\n/Root ${String(pdf.root)} 0 R\n` +
    `${pdf.kept}\n/Prev ${String(pdf.startxref)}\n>>\nstartxref\n${String(offset)}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(trailer, 'latin1')]);
};
