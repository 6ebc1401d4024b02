import type { Font } from 'fontkit';

// pdfkit 0.20 takes parsed fonts, and the place that a bookmark leads to; its types are those of 0.17.
declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      registerFont(name: string, font: Font): this;
    }
  }
  namespace PDFKit {
    interface PDFOutline {
      addItem(title: string, options: { readonly left: number; readonly top: number }): PDFOutline;
    }
  }
}
