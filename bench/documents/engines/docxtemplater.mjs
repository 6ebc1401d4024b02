// Fills a DOCX that we wrote in.
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { readInput } from './read-input.mjs';

export const openEngine = async (file) => {
  const { template, values } = await readInput(file);
  const bytes = Buffer.from(template, 'base64');
  const draw = (nth) => {
    const paper = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true });
    paper.render(values[nth]);
    return paper.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
  return { count: values.length, draw };
};
