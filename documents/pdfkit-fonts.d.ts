import type { Font } from 'fontkit';

import type { GlyphSubset } from './font-subset.ts';

// pdfkit 0.20 takes parsed fonts, and the place that a bookmark leads to; its types are those of 0.17.
declare global {
  namespace PDFKit.Mixins {
    /** A face within one document: the letters that it has used so far. */
    interface EmbeddedFace {
      readonly id: string;
      readonly subset: GlyphSubset & { encode: () => Uint8Array };
      /** By the letter's number in the subset: thousandths of the size, and what is read out of it. */
      readonly widths: (number | undefined)[];
      readonly unicode: (readonly number[] | undefined)[];
      ref(): PDFKitReference;
    }
    interface PDFFont {
      /** The face that `font()` chose last. */
      readonly _font: EmbeddedFace;
      registerFont(name: string, font: Font): this;
    }
  }
  namespace PDFKit {
    interface PDFOutline {
      addItem(title: string, options: { readonly left: number; readonly top: number }): PDFOutline;
    }
  }
}
