// Fills a DOCX that we wrote in.
import { TemplateHandler } from 'easy-template-x';
import { readInput } from './read-input.mjs';

export const openEngine = async (file) => {
  const { template, values } = await readInput(file);
  const bytes = Buffer.from(template, 'base64');
  const handler = new TemplateHandler();
  return { count: values.length, draw: (nth) => handler.process(bytes, values[nth]) };
};
