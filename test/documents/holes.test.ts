import { describe, expect, test } from 'vitest';
import { printedKinds, templateText } from '../../documents/paper-blocks.ts';
import { readSections } from '../../documents/read-blocks.ts';
import { sampleOf } from '../../documents/sample-view.ts';
import { TemplateError } from '../../documents/template-error.ts';
import { readFields, type TemplateField } from '../../documents/template-fields.ts';
import { fillTemplate } from '../../documents/template-fill.ts';
import { readTemplate, type Template } from '../../documents/template-nodes.ts';

type Place = readonly (string | 0)[];
type View = Readonly<Record<string, unknown>>;

/** Where each field stands in a view that has one item in every list. */
const placesOf = (
  field: TemplateField,
  at: Place = [],
): readonly (readonly [TemplateField, Place])[] => [
  ...(at.length > 0 ? [[field, at] as const] : []),
  ...[...field.fields].flatMap(([name, below]) => placesOf(below, [...at, name])),
  ...(field.item ? placesOf(field.item, [...at, 0]) : []),
];

const put = (view: unknown, [first, ...rest]: Place, value: unknown): unknown => {
  if (first === undefined) return value;
  // Where the list is absent, so is what stands in it.
  if (view === null || (Array.isArray(view) && view.length === 0)) return view;
  if (Array.isArray(view)) return [put(view[0], rest, value)];
  const { [first]: inside, ...others } = view as View;
  if (rest.length === 0 && value === undefined) return others;
  return { ...others, [first]: put(inside, rest, value) };
};

const problemOf = (template: Template, view: unknown): string | null => {
  try {
    readSections(fillTemplate(template, view));
    return null;
  } catch (error) {
    if (error instanceof TemplateError) return error.problem;
    throw error;
  }
};

const HOLE = /^(?:unknown-field|missing-value|wrong-value)$/;

describe.each(printedKinds())('no %s is printed with a hole', (kind) => {
  const template = readTemplate(`${kind}.hbs`, templateText(kind).text);
  const { root, choices } = readFields(template);
  // With everything there, and without each thing that may be absent: between them they print every field.
  const views = [null, ...choices]
    .map((absent) => sampleOf(root, absent))
    .filter((view) => problemOf(template, view) === null);
  const fields = placesOf(root).filter(([{ item, isPrinted }]) => item !== null || isPrinted);
  /** With this in the field's place, a view that prints it can't be printed. */
  const isRefused = (place: Place, value: unknown): boolean =>
    views.some((view) => HOLE.test(problemOf(template, put(view, place, value)) ?? 'printed'));

  test('with every field there it is', () => {
    expect(views.length).toBeGreaterThan(0);
    expect(fields.length).toBeGreaterThan(0);
  });

  test('a field that it prints is missing: refused', () => {
    for (const [{ name }, place] of fields) {
      expect(isRefused(place, undefined), name).toBe(true);
    }
  });

  test('a field that must be there is null, or blank, or an empty list: refused', () => {
    for (const [{ name, item, isChoice }, place] of fields) {
      if (isChoice) continue;
      for (const hole of item ? [null, []] : [null, '', ' \u00a0']) {
        expect(isRefused(place, hole), name).toBe(true);
      }
    }
  });
});
