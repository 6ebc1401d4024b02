import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

const read = (name: string): HandlebarsTemplateDelegate => {
  const text = readFileSync(new URL(`../templates/emails/${name}.hbs`, import.meta.url), 'utf8');
  return Handlebars.compile(text, { strict: true, noEscape: name.endsWith('.txt') });
};

const templates = new Map<string, HandlebarsTemplateDelegate>();

/** Fills templates/emails/NAME.hbs; a field that is missing throws. */
export const fillTemplate = (name: string, values: Readonly<Record<string, unknown>>): string => {
  const template = templates.get(name) ?? read(name);
  templates.set(name, template);
  return template(values);
};
