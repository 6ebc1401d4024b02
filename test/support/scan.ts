import PDFDocument from 'pdfkit';

// As many as no paper of the tests has: a scan with fewer pages than its paper is refused.
const PAGES = 40;

/** A PDF that stands for the scan of a signed paper; it has no pictures, so nothing is said of its dots. */
export const scanOf = (text: string, pages = PAGES): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const document = new PDFDocument({
      size: 'A4',
      pdfVersion: '1.4',
      info: { CreationDate: new Date(0) },
    });
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)));
    });
    document.text(text);
    for (let page = 2; page <= pages; page += 1) document.addPage().text(`${text} ${String(page)}`);
    document.end();
  });
