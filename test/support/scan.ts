import PDFDocument from 'pdfkit';

/** A small PDF that stands for the scan of a signed paper. */
export const scanOf = (text: string): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const document = new PDFDocument({ info: { CreationDate: new Date(0) } });
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)));
    });
    document.text(text);
    document.end();
  });
