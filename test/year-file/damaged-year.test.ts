import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYearText } from '../../acts/year-file/read-year-file.ts';
import { DomainError } from '../../domain/errors.ts';
import { YEARS } from './reference-year.ts';

type Path = readonly (string | number)[];
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a walk over whatever a damaged file holds
type Node = any;

const pathsIn = (value: Node, path: Path = []): Path[] =>
  value === null || typeof value !== 'object'
    ? [path]
    : [path, ...Object.keys(value).flatMap((key) => pathsIn(value[key], [...path, key]))];

interface Place {
  readonly freshYear: () => Node;
  readonly path: Path;
}

const PLACES: readonly Place[] = Object.values(YEARS).flatMap((freshYear) =>
  pathsIn(freshYear())
    .filter((path) => path.length > 0)
    .map((path) => ({ freshYear, path })),
);

const damage = (
  { freshYear, path }: Place,
  act: (holder: Node, key: string | number) => void,
): Node => {
  const year = freshYear();
  const holder = path.slice(0, -1).reduce((node: Node, key) => node[key], year);
  act(holder, path.at(-1) ?? '');
  return year;
};

const stands = (root: Node, pointer: string): boolean => {
  const tokens = pointer.split('/').slice(1);
  let node = root;
  for (const token of tokens) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (node === null || typeof node !== 'object' || !Object.hasOwn(node, key)) return false;
    node = node[key];
  }
  return true;
};

const parentOf = (pointer: string): string =>
  pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));

const readsOrIsRefusedClearly = (year: Node): void => {
  try {
    readYearText(JSON.stringify(year));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const place = error.place ?? 'none';
    expect([place, stands(year, place) || stands(year, parentOf(place))]).toEqual([place, true]);
    expect(error.details['expected']).toBeTruthy();
  }
};

const REPLACEMENTS: Node[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  'x',
  '2024-02-30',
  '__proto__',
  'P-01',
  [],
  {},
  [null],
  [[]],
  [{}],
  { a: 1 },
  { '': 1 },
  { toString: 1 },
  { 'a/b~': [] },
];

const anyPlace = fc.constantFrom(...PLACES);

describe('a year damaged anywhere reads or is refused at a place that can be found', () => {
  it('when something is deleted', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        readsOrIsRefusedClearly(
          damage(place, (holder, key) => {
            if (Array.isArray(holder)) holder.splice(Number(key), 1);
            else delete holder[key];
          }),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('when something is renamed', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('constructor', 'id', 'tên', 'toString', 'a/b'),
    );
    fc.assert(
      fc.property(anyPlace, name, (place, newName) => {
        readsOrIsRefusedClearly(
          damage(place, (holder, key) => {
            if (Array.isArray(holder)) return;
            const value = holder[key];
            delete holder[key];
            holder[newName] = value;
          }),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('when something becomes something else', () => {
    fc.assert(
      fc.property(anyPlace, fc.constantFrom(...REPLACEMENTS), (place, value) => {
        readsOrIsRefusedClearly(
          damage(place, (holder, key) => {
            holder[key] = value;
          }),
        );
      }),
      { numRuns: 600 },
    );
  });

  it('when something takes the place of something else', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, (place, source) => {
        const value = source.path.reduce((node: Node, key) => node[key], source.freshYear());
        readsOrIsRefusedClearly(
          damage(place, (holder, key) => {
            holder[key] = value;
          }),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('when it is anything but a year', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readsOrIsRefusedClearly(value);
      }),
    );
  });
});
