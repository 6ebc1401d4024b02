import type { TemplateField } from './template-fields.ts';

export const SAMPLE_DATE = '2026-04-17';
const SAMPLE_NUMBER = 3;
const NUMBERS = new Set(['number', 'count']);
const DATES = new Set(['date', 'shortDate']);

// A table's columns are narrow: of "groups[].tasks[].title" the last word.
const shortName = (name: string): string => name.replaceAll('[]', '').replace(/^.*\./, '');

const leafOf = ({ name, helpers, isSpan, isPrinted }: TemplateField): unknown => {
  if (!isPrinted) return true;
  if (isSpan) return '1';
  if ([...helpers].some((helper) => NUMBERS.has(helper))) return SAMPLE_NUMBER;
  if ([...helpers].some((helper) => DATES.has(helper))) return SAMPLE_DATE;
  return `\u00ab${shortName(name)}\u00bb`;
};

/**
 * A view that holds each field that a template uses, in place of its value the field's own name: it shows
 * what a template makes of a paper without anybody's paper. `absent`: the name of one that is not there.
 */
export const sampleOf = (field: TemplateField, absent: string | null): unknown => {
  const isAbsent = field.name === absent;
  // One item: a table's rows then span as many lines as there are.
  if (field.item) return isAbsent ? [] : [sampleOf(field.item, absent)];
  if (isAbsent) return null;
  if (field.fields.size === 0) return leafOf(field);
  return Object.fromEntries(
    [...field.fields].map(([name, below]) => [name, sampleOf(below, absent)]),
  );
};
