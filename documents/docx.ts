import {
  AlignmentType,
  Document,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { FileChild } from 'docx';
import { TextWatermark } from 'docx/watermarks';

import type { Block, PageMarks, PaperBlocks, Section } from './blocks.ts';
import { closingTable, distributionTable, letterheadTable } from './docx-head.ts';
import { proofPicture } from './docx-proof.ts';
import { signingTable } from './docx-signing.ts';
import { signingGridTables } from './docx-signing-grid.ts';
import { packDocx } from './docx-pack.ts';
import { DOCUMENT_STYLES } from './docx-styles.ts';
import { gapParagraph, ruleParagraph, styledParagraph } from './docx-text.ts';
import { toDocxTable } from './docx-table.ts';
import { END_LINE, FONT_NAME, PAGE, SIGNING, STYLES, TABLE, toTwips, WATERMARK } from './format.ts';
import { ruleWidth } from './layout-boxes.ts';
import { keepsTextAbove } from './layout-head.ts';
import { layOutLines } from './layout-lines.ts';
import { sheetOf } from './layout-pages.ts';

export const toDocument = (paper: PaperBlocks): Document =>
  new Document({
    title: paper.title,
    creator: paper.author,
    lastModifiedBy: paper.author,
    styles: DOCUMENT_STYLES,
    // Otherwise Word stretches a line that a break ends as wide as the column.
    compatibility: { doNotExpandShiftReturn: true },
    sections: paper.sections.map((section, index) =>
      toSection(section, index === 0 ? paper.marks : { ...paper.marks, proof: null }),
    ),
  });

export const writeDocx = async (paper: PaperBlocks): Promise<Uint8Array> => {
  return packDocx(toDocument(paper), paper.madeOn);
};

const toSection = (section: Section, marks: PageMarks) => {
  const sheet = sheetOf(section);
  const width = sheet.width - PAGE.marginLeft - PAGE.marginRight;
  return {
    properties: {
      titlePage: true,
      page: {
        // The library turns width and height itself where the page lies across.
        size: {
          width: toTwips(PAGE.width),
          height: toTwips(PAGE.height),
          orientation:
            section.orientation === 'portrait'
              ? PageOrientation.PORTRAIT
              : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: toTwips(PAGE.marginTop),
          bottom: toTwips(PAGE.marginBottom),
          left: toTwips(PAGE.marginLeft),
          right: toTwips(PAGE.marginRight),
          header: toTwips(PAGE.noteTop),
          footer: toTwips(PAGE.noteTop),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: { first: toHeader(marks, false), default: toHeader(marks, true) },
    children: [
      ...section.blocks.flatMap((block, index) => {
        return toChildren(block, width, {
          before: section.blocks[index - 1],
          after: section.blocks[index + 1],
        });
      }),
      ...(section.blocks.at(-1)?.kind === 'paragraph' ? [] : [endParagraph()]),
    ],
  };
};

// Word wants a paragraph after a table that ends a section.
const endParagraph = (): Paragraph => gapParagraph(END_LINE);

const toHeader = (marks: PageMarks, hasNumber: boolean): Header => {
  const watermark = marks.watermark === null ? [] : [toWatermark(marks.watermark)];
  const proof = marks.proof === null || hasNumber ? [] : [proofPicture(marks.proof)];
  const note = new TextRun({ text: marks.note ?? '', size: PAGE.noteSize * 2 });
  const number = new TextRun({ children: [PageNumber.CURRENT], size: PAGE.numberSize * 2 });
  return new Header({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [...watermark, ...proof, note] }),
      ...(hasNumber
        ? [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })]
        : []),
    ],
  });
};

const toWatermark = (text: string): TextWatermark =>
  new TextWatermark({
    text,
    font: FONT_NAME,
    bold: true,
    color: WATERMARK.colour.replace('#', ''),
    opacity: 1,
    fontSize: WATERMARK.size,
  });

interface Neighbours {
  readonly before: Block | undefined;
  readonly after: Block | undefined;
}

// A table has no room above it of its own: the paragraph before it leaves it, or a flat one is put there.
const toChildren = (
  block: Block,
  width: number,
  { before, after }: Neighbours,
): readonly FileChild[] => {
  switch (block.kind) {
    case 'paragraph': {
      const gapAfter = after?.kind === 'table' && !block.hasRule ? TABLE.gapBefore : 0;
      const paragraph = styledParagraph(block, {
        keepWithNext: keepsTextAbove(after, width),
        gapAfter,
      });
      if (!block.hasRule) return [paragraph];
      const lines = layOutLines(block.lines, width, STYLES[block.role]);
      return [paragraph, ruleParagraph(width, ruleWidth(lines, width))];
    }
    case 'letterhead':
      return [letterheadTable(block, width)];
    case 'closing':
      return [closingTable(block, width)];
    case 'signing':
      return [
        gapParagraph(SIGNING.gapBefore),
        signingTable(block, width, after === undefined || keepsTextAbove(after, width)),
      ];
    case 'signing-grid':
      return signingGridTables(block, width, keepsTextAbove(after, width));
    case 'distribution':
      return [distributionTable(block, width)];
    case 'table':
      return before === undefined || (before.kind === 'paragraph' && !before.hasRule)
        ? [toDocxTable(block, width)]
        : [gapParagraph(TABLE.gapBefore), toDocxTable(block, width)];
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, children: [] })];
  }
};
