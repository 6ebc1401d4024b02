import { isRecord, pointerOf } from './json-pointer.ts';
import type { YearFile } from './year-file.ts';

export interface PlacedText {
  readonly pointer: string;
  readonly text: string;
}

type Path = readonly PropertyKey[];

function* textsIn(value: unknown, path: Path): Iterable<PlacedText> {
  if (typeof value === 'string') yield { pointer: pointerOf(path), text: value };
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    for (const [index, item] of items.entries()) yield* textsIn(item, [...path, index]);
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, [...path, key]);
  }
}

/** Every text of a year with its place, for checks of letters; the article it came from is not printed. */
export function* textsOfYearFile(file: YearFile): Iterable<PlacedText> {
  for (const [key, part] of Object.entries(file)) {
    if (key !== 'seed') yield* textsIn(part, [key]);
  }
}

/** Every text of any content with its place. */
export const placedTexts = (content: unknown): Iterable<PlacedText> => textsIn(content, []);
