import type { SignaturePlace } from '../domain/final-files.ts';
import type { PrintedKind } from '../domain/paper-source.ts';
import { sampleBlocks } from './check-template.ts';
import { writeDocx } from './docx.ts';
import { buildPaper } from './paper-blocks.ts';
import type { Paper } from './paper-of.ts';
import { drawPdf } from './pdf.ts';
import { writePreview } from './preview.ts';
import { findSignaturePlace } from './signature-place.ts';

export { findLetterWithoutGlyph, normaliseText } from './fonts.ts';
export { localeText, localeVersion, templateText, templateVersion } from './paper-blocks.ts';

export interface RenderedPaper {
  readonly pdf: Uint8Array;
  readonly docx: Uint8Array;
}

/** The same paper gives the same bytes, in every process. */
export const renderPaper = async (paper: Paper): Promise<RenderedPaper> => {
  const blocks = buildPaper(paper);
  return { pdf: await drawPdf(blocks), docx: await writeDocx(blocks) };
};

/** `pinned`: the text of the template that the paper was approved with; null: today's. */
export const renderPdf = async (paper: Paper, pinned: string | null = null): Promise<Uint8Array> =>
  drawPdf(buildPaper(paper, pinned));

export const renderDocx = async (paper: Paper, pinned: string | null = null): Promise<Uint8Array> =>
  writeDocx(buildPaper(paper, pinned));

/** A safe HTML fragment: no styles or scripts of its own, classes of web/public/paper.css. */
export const previewPaper = (paper: Paper, pinned: string | null = null): string =>
  writePreview(buildPaper(paper, pinned));

/** A template with the names of its fields in place of values: a safe HTML fragment. */
export const previewTemplate = (kind: PrintedKind, text: string): string =>
  writePreview(sampleBlocks(kind, text));

/** The same as a PDF. */
export const renderTemplate = (kind: PrintedKind, text: string): Promise<Uint8Array> =>
  drawPdf(sampleBlocks(kind, text));

export interface PaperLayout {
  /** Where in its PDF the one who signs the paper does so; null where several sign it, or nobody. */
  readonly signaturePlace: SignaturePlace | null;
}

/** Fills and lays out the whole paper without drawing it: what can't be printed is refused here already. */
export const layOutPaper = (paper: Paper, pinned: string | null = null): PaperLayout => ({
  signaturePlace: findSignaturePlace(buildPaper(paper, pinned)),
});
