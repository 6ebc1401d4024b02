import type PDFDocument from 'pdfkit';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (letter) => ENTITIES[letter] ?? letter);

// pdfkit writes each entry twice: as it is into the file's dictionary, and by toString, not escaped, into
// the XMP packet, which an ampersand then breaks. This one is itself in the first and escaped in the second.
class XmpText extends String {
  override toString(): string {
    return escapeXml(this.valueOf());
  }
}

/** One line: neither a title bar nor XML has room for breaks and control characters. */
export const toMetadata = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** To be called before the document ends. */
export const escapeInXmp = (pdf: InstanceType<typeof PDFDocument>): void => {
  const { Title = '', Author = '' } = pdf.info;
  Object.assign(pdf.info, { Title: new XmpText(Title), Author: new XmpText(Author) });
};
