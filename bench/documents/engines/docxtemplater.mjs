// Fills a DOCX that we wrote in.
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';

export const draw = ({ template, values }) => {
  const paper = new Docxtemplater(new PizZip(template, { base64: true }), { paragraphLoop: true });
  paper.render(values);
  return paper.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
};
