import type { Font } from 'fontkit';

/** The letters of a face that a paper uses, by their glyphs in the order in which they came up. */
export interface GlyphSubset {
  readonly glyphs: readonly number[];
  /** Its number in the subset, to which it is added where it is new. */
  includeGlyph(glyph: number): number;
}

const HEADER = 12;
const ENTRY = 16;
const OFFSET = 4;
const METRIC = 4;

/** The tables of a TrueType file, in the order of its directory. */
const tablesOf = (file: Buffer): ReadonlyMap<string, Buffer> => {
  const tables = new Map<string, Buffer>();
  for (let entry = HEADER; entry < HEADER + ENTRY * file.readUInt16BE(4); entry += ENTRY) {
    const [start, length] = [file.readUInt32BE(entry + 8), file.readUInt32BE(entry + 12)];
    tables.set(file.toString('latin1', entry, entry + 4), file.subarray(start, start + length));
  }
  return tables;
};

// Flags of a part of a composed letter (OpenType, table glyf).
const WORDS = 0x01;
const MORE_PARTS = 0x20;
const SCALES: readonly (readonly [flag: number, bytes: number])[] = [
  [0x08, 2],
  [0x40, 4],
  [0x80, 8],
];

/** A composed letter names its parts by their numbers: these are now those in the subset. */
const renumberParts = (outline: Buffer, subset: GlyphSubset): Buffer => {
  const renumbered = Buffer.from(outline);
  let flags = MORE_PARTS;
  for (let at = 10; (flags & MORE_PARTS) !== 0;) {
    flags = outline.readUInt16BE(at);
    renumbered.writeUInt16BE(subset.includeGlyph(outline.readUInt16BE(at + 2)), at + 2);
    const scale = SCALES.find(([flag]) => (flags & flag) !== 0)?.[1] ?? 0;
    at += 4 + ((flags & WORDS) === 0 ? 2 : 4) + scale;
  }
  return renumbered;
};

/**
 * Cuts a face down to the letters of a paper, byte for byte as fontkit does, which reads and writes each
 * outline and table anew for each paper: that took half of a short PDF's time.
 */
export const createSubsetEncoder = (file: Buffer, font: Font) => {
  const source = tablesOf(file);
  // Of a paper without letters: what does not depend on them is taken from it.
  const empty = Buffer.from(font.createSubset().encode());
  const frame = tablesOf(empty);
  const tableOf = (tables: ReadonlyMap<string, Buffer>, name: string): Buffer => {
    const table = tables.get(name);
    if (!table) throw new Error(`the font has no table ${name}`);
    return table;
  };
  const [outlines, metrics, offsets] = [
    tableOf(source, 'glyf'),
    tableOf(source, 'hmtx'),
    tableOf(source, 'loca'),
  ];
  const glyphCount = tableOf(source, 'maxp').readUInt16BE(4);
  if (offsets.length !== OFFSET * (glyphCount + 1) || metrics.length !== METRIC * glyphCount) {
    throw new Error('the font has short offsets, or letters without a width of their own');
  }

  const outlineOf = (glyph: number, subset: GlyphSubset): Buffer => {
    const [start, end] = [glyph, glyph + 1].map((at) => offsets.readUInt32BE(OFFSET * at));
    const outline = outlines.subarray(start, end);
    const isComposed = outline.length > 0 && outline.readInt16BE(0) < 0;
    return isComposed ? renumberParts(outline, subset) : outline;
  };

  return (subset: GlyphSubset): Uint8Array => {
    const [cut, starts]: [Buffer[], number[]] = [[], [0]];
    // The parts of composed letters join while it runs.
    for (let nth = 0; nth < subset.glyphs.length; nth += 1) {
      const outline = outlineOf(subset.glyphs[nth] ?? 0, subset);
      cut.push(outline);
      starts.push((starts[nth] ?? 0) + outline.length);
    }
    const loca = Buffer.alloc(OFFSET * starts.length);
    starts.forEach((start, nth) => loca.writeUInt32BE(start, OFFSET * nth));
    const hmtx = subset.glyphs.map((at) => metrics.subarray(METRIC * at, METRIC * (at + 1)));
    const hhea = Buffer.from(tableOf(frame, 'hhea'));
    hhea.writeUInt16BE(cut.length, hhea.length - 2);
    const maxp = Buffer.from(tableOf(frame, 'maxp'));
    maxp.writeUInt16BE(cut.length, 4);
    const own = { loca, glyf: Buffer.concat(cut), hmtx: Buffer.concat(hmtx), hhea, maxp };
    return joinTables(empty, new Map([...frame, ...Object.entries(own)]));
  };
};

const joinTables = (frame: Buffer, tables: ReadonlyMap<string, Buffer>): Uint8Array => {
  const directory = Buffer.from(frame.subarray(0, HEADER + ENTRY * tables.size));
  let [entry, at] = [HEADER, directory.length];
  for (const { length } of tables.values()) {
    directory.writeUInt32BE(at, entry + 8);
    directory.writeUInt32BE(length, entry + 12);
    entry += ENTRY;
    at += length;
  }
  return Buffer.concat([directory, ...tables.values()]);
};
