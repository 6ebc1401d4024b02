import type { Font } from 'fontkit';

// pdfkit 0.20 takes parsed fonts; its types are those of 0.17.
declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      registerFont(name: string, font: Font): this;
    }
  }
}
