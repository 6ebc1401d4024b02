import type { PrintedKind } from '../domain/paper-source.ts';
import type { PaperBlocks } from './blocks.ts';
import { paginate } from './layout-pages.ts';
import { DRAFT_MARKS, templateText } from './paper-blocks.ts';
import { readSections } from './read-blocks.ts';
import { SAMPLE_DATE, sampleOf } from './sample-view.ts';
import { TemplateError } from './template-error.ts';
import { readFields, type TemplateField, type TemplateFields } from './template-fields.ts';
import { fillTemplate } from './template-fill.ts';
import { readTemplate, type Template } from './template-nodes.ts';

const MAX_LETTERS = 100_000;

interface Shipped {
  readonly fields: TemplateFields;
  /** Every field that a paper of this kind has. */
  readonly names: ReadonlySet<string>;
  /** A paper in which everything is there, and one without each thing that may be absent. */
  readonly views: readonly unknown[];
}

const layOut = (template: Template, view: unknown): void => {
  for (const section of readSections(fillTemplate(template, view))) paginate(section);
};

const canLayOut = (template: Template, view: unknown): boolean => {
  try {
    layOut(template, view);
    return true;
  } catch (error) {
    if (error instanceof TemplateError) return false;
    throw error;
  }
};

const namesOf = (field: TemplateField): readonly string[] => [
  field.name,
  ...[...field.fields.values()].flatMap(namesOf),
  ...(field.item ? namesOf(field.item) : []),
];

const known = new Map<PrintedKind, Shipped>();

const shippedOf = (kind: PrintedKind): Shipped => {
  const earlier = known.get(kind);
  if (earlier) return earlier;
  const template = readTemplate(`${kind}.hbs`, templateText(kind).text);
  const fields = readFields(template);
  const shipped = {
    fields,
    names: new Set(namesOf(fields.root)),
    // Some things can't be absent alone: what the shipped template can't print is no paper of its kind.
    views: [null, ...fields.choices]
      .map((absent) => sampleOf(fields.root, absent))
      .filter((view) => canLayOut(template, view)),
  };
  known.set(kind, shipped);
  return shipped;
};

const refuseUnknownFields = (name: string, { used }: TemplateFields, { names }: Shipped): void => {
  for (const { field, line } of used) {
    if (names.has(field)) continue;
    const place = { template: name, line, field };
    throw new TemplateError('unknown-field', place, 'no such field in this paper');
  }
};

const refuseMissingParts = (
  name: string,
  text: string,
  { parts, printedIn }: TemplateFields,
  { fields }: Shipped,
): void => {
  const line = text.trimEnd().split('\n').length;
  const refuse = (field: string): never => {
    throw new TemplateError('missing-part', { template: name, line, field }, 'it must be there');
  };
  for (const part of fields.parts) if (!parts.has(part)) refuse(`<${part}>`);
  for (const { part, field } of fields.printedIn) {
    if (!printedIn.some((one) => one.part === part && one.field === field)) {
      refuse(`<${part}> ${field}`);
    }
  }
};

/**
 * That every paper of the kind can be printed from an office's own template as from the shipped one: known
 * tags, helpers and fields, no raw output, nothing printed that may be absent, and head, signatures and
 * recipients with all that the shipped template prints in them (Decree 30/2020, article 8).
 * @throws TemplateError at the first line that is not so; the last line where something is missing
 */
export const checkTemplate = (kind: PrintedKind, text: string): void => {
  const name = `${kind}.hbs`;
  if (text.length > MAX_LETTERS) {
    const place = { template: name, line: 1, field: String(text.length) };
    throw new TemplateError('too-long', place, `at most ${String(MAX_LETTERS)} letters`);
  }
  const template = readTemplate(name, text);
  const fields = readFields(template);
  const shipped = shippedOf(kind);
  refuseUnknownFields(name, fields, shipped);
  refuseMissingParts(name, text, fields, shipped);
  for (const view of shipped.views) layOut(template, view);
};

/**
 * What a template makes of a paper, with the names of its fields in place of their values.
 * @throws TemplateError where it can't: checkTemplate says whether every paper can be printed from it
 */
export const sampleBlocks = (kind: PrintedKind, text: string): PaperBlocks => {
  const template = readTemplate(`${kind}.hbs`, text);
  const view = sampleOf(shippedOf(kind).fields.root, null);
  return {
    sections: readSections(fillTemplate(template, view)),
    marks: DRAFT_MARKS,
    title: kind,
    author: '',
    madeOn: SAMPLE_DATE,
  };
};
