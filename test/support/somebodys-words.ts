import type { Database } from '../../adapters/database/connect.ts';

const leaves = (value: unknown): string[] => {
  if (typeof value === 'string') {
    try {
      const parsed: unknown = JSON.parse(value);
      return typeof parsed === 'object' && parsed !== null ? leaves(parsed) : [value];
    } catch {
      return [value];
    }
  }
  return value !== null && typeof value === 'object' && !(value instanceof Date)
    ? Object.values(value).flatMap(leaves)
    : [];
};

// What a person wrote or is called: it has a space, a letter beyond ASCII, or is an address. Message
// ids say no address; keys, hashes, dates and step names are what histories are made of.
const isSomebodysWords = (text: string): boolean =>
  text.length >= 4 &&
  !text.endsWith('@reform-cycle') &&
  (/[^\x20-\x7e]/.test(text) || /\s/.test(text) || text.includes('@'));

/** Every name, address and text that the database holds, in whatever table. */
export const readAllWords = async (db: Database): Promise<Set<string>> => {
  const tables = await db.introspection.getTables();
  const words = new Set<string>();
  for (const { name } of tables) {
    const rows = await db
      .selectFrom(name as 'office')
      .selectAll()
      .execute();
    for (const text of rows.flatMap(leaves)) if (isSomebodysWords(text)) words.add(text);
  }
  return words;
};
