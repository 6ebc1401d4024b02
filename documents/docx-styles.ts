import { AlignmentType } from 'docx';
import type { IParagraphStyleOptions, IStylesOptions } from 'docx';

import { FONT_NAME, STYLES, toTwips } from './format.ts';
import type { ParagraphStyle, Role } from './format.ts';

const ALIGNMENTS = {
  justify: AlignmentType.BOTH,
  center: AlignmentType.CENTER,
  left: AlignmentType.LEFT,
} as const;

/** The two kinds of heading are Word's own, so that its navigation and tables of contents find them. */
export const STYLE_IDS: Readonly<Record<Role, string>> = {
  body: 'PaperBody',
  item: 'PaperItem',
  centred: 'PaperCentred',
  addressees: 'PaperAddressees',
  addressee: 'PaperAddressee',
  basis: 'PaperBasis',
  heading: 'Heading1',
  subheading: 'Heading2',
  kind: 'PaperKind',
  subject: 'PaperSubject',
  'annex-kind': 'PaperAnnexKind',
  'annex-title': 'PaperAnnexTitle',
  cell: 'PaperCell',
};

// A first line that begins before the others hangs, as Word calls it.
const indentOf = ({ firstLineIndent, leftIndent = 0 }: ParagraphStyle) =>
  firstLineIndent < 0
    ? { left: toTwips(leftIndent), hanging: toTwips(-firstLineIndent) }
    : {
        ...(leftIndent > 0 && { left: toTwips(leftIndent) }),
        firstLine: toTwips(firstLineIndent),
      };

export const paragraphLook = (style: ParagraphStyle) => ({
  alignment: ALIGNMENTS[style.align],
  keepNext: style.keepWithNext,
  spacing: { before: toTwips(style.gapBefore), after: 0 },
  indent: indentOf(style),
});

const toStyle = (role: Role): IParagraphStyleOptions & { readonly id: string } => {
  const id = STYLE_IDS[role];
  return {
    id,
    name: id.replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: STYLES[role].size * 2 },
    paragraph: paragraphLook(STYLES[role]),
  };
};

const headingStyle = (role: 'heading' | 'subheading') => ({
  run: { size: STYLES[role].size * 2, bold: true, color: '000000' },
  paragraph: paragraphLook(STYLES[role]),
});

const OWN: readonly Role[] = [
  'body',
  'item',
  'centred',
  'addressees',
  'addressee',
  'basis',
  'kind',
  'subject',
  'annex-kind',
  'annex-title',
  'cell',
];

/** Each role of a paragraph is a style, so that whoever edits the DOCX changes all of one role at once. */
export const DOCUMENT_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT_NAME, size: STYLES.body.size * 2, language: { value: 'vi-VN' } },
      paragraph: { spacing: { before: 0, after: 0 } },
    },
    heading1: headingStyle('heading'),
    heading2: headingStyle('subheading'),
  },
  paragraphStyles: OWN.map(toStyle),
};
