// Decree 30/2020/ND-CP, Appendix I. Lengths in points unless the name says otherwise.
const MM = 72 / 25.4;

/** Section I.1-I.3: A4, margins 20-25, 20-25, 30-35 and 15-20 mm. */
export const PAGE = {
  width: 210 * MM,
  height: 297 * MM,
  marginTop: 20 * MM,
  marginBottom: 20 * MM,
  marginLeft: 30 * MM,
  marginRight: 15 * MM,
  /** Section I.7: page number 13-14, upright, centred in the top margin, not on page 1. */
  numberSize: 13,
  numberTop: 10.5 * MM,
  noteSize: 10,
  noteTop: 5.5 * MM,
} as const;

/** Font of the DOCX by its legal name; the PDF embeds Tinos, which has the same metrics. */
export const FONT_NAME = 'Times New Roman';

export type Role =
  | 'body'
  | 'item'
  | 'centred'
  | 'addressees'
  | 'addressee'
  | 'basis'
  | 'heading'
  | 'subheading'
  | 'kind'
  | 'subject'
  | 'annex-kind'
  | 'annex-title'
  | 'cell';

export interface ParagraphStyle {
  readonly size: number;
  readonly align: 'justify' | 'center' | 'left';
  readonly firstLineIndent: number;
  /** Of every line; the first one's indent is counted from it. */
  readonly leftIndent?: number;
  readonly gapBefore: number;
  readonly keepWithNext: boolean;
}

const CM = 10 * MM;
const body = { size: 14, align: 'justify', firstLineIndent: CM, gapBefore: 6 } as const;
const centred = { size: 14, align: 'center', firstLineIndent: 0 } as const;

// Where the colon of box 9a stands: each of several addressees has a line of its own under it.
const ADDRESSEE_INDENT = 42 * MM;
const ADDRESSEE_TITLE = 18 * MM;
const addressee = { size: 14, align: 'left', leftIndent: ADDRESSEE_INDENT } as const;

/** Section II.5, II.6 and Appendix I, III: 13-14 pt, indent 1 or 1.27 cm, at least 6 pt between. */
export const STYLES: Readonly<Record<Role, ParagraphStyle>> = {
  body: { ...body, keepWithNext: false },
  item: { ...body, keepWithNext: false },
  basis: { ...body, keepWithNext: false },
  centred: { ...centred, gapBefore: 3, keepWithNext: true },
  addressees: {
    ...addressee,
    firstLineIndent: -ADDRESSEE_TITLE,
    gapBefore: 16,
    keepWithNext: true,
  },
  addressee: { ...addressee, firstLineIndent: 0, gapBefore: 0, keepWithNext: false },
  heading: { ...body, gapBefore: 9, keepWithNext: true },
  subheading: { ...body, keepWithNext: true },
  kind: { ...centred, gapBefore: 20, keepWithNext: true },
  subject: { ...centred, gapBefore: 0, keepWithNext: true },
  'annex-kind': { ...centred, gapBefore: 0, keepWithNext: true },
  'annex-title': { ...centred, gapBefore: 0, keepWithNext: true },
  cell: { size: 12, align: 'left', firstLineIndent: 0, gapBefore: 0, keepWithNext: false },
};

/** Boxes 1-4 of section II: two columns, sizes 12-13 and 13-14. */
export const LETTERHEAD = {
  leftShare: 0.4,
  parentSize: 13,
  officeSize: 13,
  nationSize: 13,
  mottoSize: 14,
  numberSize: 13,
  /** Box 5b: under the number, 6 pt below it. */
  subjectSize: 12,
  subjectGap: 6,
  placeDateSize: 14,
  /** The rule under the office is a third to a half of its line. */
  officeRuleShare: 0.4,
  numberGap: 8,
} as const;

/** Section II.5: the rule under the subject is a third to a half of the line. */
export const SUBJECT_RULE_SHARE = 0.4;
/** `gapBelow`: the line that carries the rule in Word, as flat as it may be. */
export const RULE = { thickness: 0.75, gapAbove: 2, gapBelow: 2 } as const;

/** Boxes 7 and 9 of section II. */
export const CLOSING = {
  leftShare: 0.5,
  gapBefore: 14,
  recipientsHeadSize: 12,
  recipientsSize: 11,
  postSize: 14,
  nameSize: 14,
  confirmationSize: 12,
  /** Room for the pen and the seal. */
  signatureRoom: 76,
} as const;

/** Two who sign side by side: boxes 7a and 7b twice, one of them perhaps framed. */
export const SIGNING = {
  gapBefore: 14,
  /** Above each row of a sheet that many sign. */
  rowGap: 7,
  gutter: 10,
  postSize: 13,
  nameSize: 14,
  opinionSize: 13,
  opinionGap: 6,
  /** Room for the pen. */
  signatureRoom: 68,
  markSize: 11,
  markGap: 8,
  paddingX: 4,
  paddingY: 4,
} as const;

export const TABLE = { border: 0.5, paddingX: 3.5, paddingY: 2.5, gapBefore: 8 } as const;

/** The line that Word wants behind a table that ends a section. */
export const END_LINE = 1;

export const WATERMARK = { size: 100, colour: '#e4e4e4', angle: -45 } as const;

export const toTwips = (points: number): number => Math.round(points * 20);
