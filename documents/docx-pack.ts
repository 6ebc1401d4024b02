import { Packer, type Document } from 'docx';
import { strFromU8, strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';

const CORE = 'docProps/core.xml';
const TYPES = '[Content_Types].xml';
const HEADER = /^word\/header\d+\.xml$/;
const WATERMARK_ID = /(id="PowerPlusWaterMarkObject)[^"]*/g;
// No other picture stands in a paper of ours.
const PICTURE_ID = /(?<=<wp:docPr id=")\d+/g;

// The docx library writes the time of making into core.xml and into every zip entry, and gives each
// watermark an id by chance, and each picture its count in the process. Fixed times, ids and order make equal
// papers equal files. Times in a zip are local ones, so the date is local too.
export const packDocx = (document: Document, madeOn: string): Uint8Array => {
  const parts = compile(document);
  const mtime = new Date(2000, 0, 1);
  const names = Object.keys(parts).sort(
    (one, other) => rank(one) - rank(other) || compare(one, other),
  );
  const entries: Zippable = {};
  for (const name of names) {
    const content = parts[name] ?? new Uint8Array();
    entries[name] = [fixPart(name, content, madeOn), { mtime, level: 6 }];
  }
  return zipSync(entries);
};

interface Compiler {
  compile(document: Document): ReadonlyMap<string, string | Uint8Array>;
}

const isCompiler = (value: unknown): value is Compiler =>
  typeof value === 'object' && value !== null && 'compile' in value;

// The library hides its parts and gives them zipped alone: to zip, unzip and zip again took a third of a short
// paper's time.
const compile = (document: Document): Readonly<Record<string, Uint8Array>> => {
  const compiler: unknown = Reflect.get(Packer, 'compiler');
  if (!isCompiler(compiler)) throw new Error('docx has its compiler elsewhere');
  const parts = [...compiler.compile(document)].map(([name, content]) => {
    return [name, typeof content === 'string' ? strToU8(content) : content] as const;
  });
  return Object.fromEntries(parts);
};

const rank = (name: string): number => (name === TYPES ? 0 : 1);

const compare = (one: string, other: string): number => (one < other ? -1 : 1);

const fixPart = (name: string, content: Uint8Array, madeOn: string): Uint8Array => {
  if (name === CORE) return strToU8(fixDates(strFromU8(content), madeOn));
  return HEADER.test(name) ? strToU8(fixIds(strFromU8(content))) : content;
};

const fixIds = (xml: string): string => xml.replace(WATERMARK_ID, '$1').replace(PICTURE_ID, '1');

const fixDates = (xml: string, madeOn: string): string =>
  xml.replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    (_, tag: string) => `${tag}${madeOn}T00:00:00Z`,
  );
