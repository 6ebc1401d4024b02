// Fills a DOCX that we wrote in.
import { Buffer } from 'node:buffer';
import { TemplateHandler } from 'easy-template-x';

const handler = new TemplateHandler();

export const draw = ({ template, values }) =>
  handler.process(Buffer.from(template, 'base64'), values);
