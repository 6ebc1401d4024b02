import { LEGAL_FORMAT, MM } from './legal-format.ts';

// What the layout prints: legal constants from their table, and what the decree leaves open. Points.
const { page, margins, pageNumber, components, rules, paragraph } = LEGAL_FORMAT;
const sizeOf = (component: keyof typeof components): number => components[component].size.printed;

export const PAGE = {
  width: page.width,
  height: page.height,
  marginTop: margins.top.printed,
  marginBottom: margins.bottom.printed,
  marginLeft: margins.left.printed,
  marginRight: margins.right.printed,
  numberSize: pageNumber.size.printed,
  numberTop: pageNumber.top,
  noteSize: 10,
  noteTop: 5.5 * MM,
} as const;

/** Font of the DOCX by its legal name; the PDF embeds Tinos, which has the same metrics. */
export const FONT_NAME = LEGAL_FORMAT.font.name;

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

const body = {
  size: sizeOf('body'),
  align: paragraph.align,
  firstLineIndent: paragraph.firstLineIndent.printed,
  gapBefore: paragraph.gap.printed,
} as const;
const centred = { size: sizeOf('body'), align: 'center', firstLineIndent: 0 } as const;

// Where the colon of box 9a stands: each of several addressees has a line of its own under it.
const ADDRESSEE_INDENT = 42 * MM;
const ADDRESSEE_TITLE = 18 * MM;
const addressee = {
  size: sizeOf('addressees'),
  align: 'left',
  leftIndent: ADDRESSEE_INDENT,
} as const;

export const STYLES: Readonly<Record<Role, ParagraphStyle>> = {
  body: { ...body, keepWithNext: false },
  item: { ...body, keepWithNext: false },
  basis: { ...body, size: sizeOf('basis'), keepWithNext: false },
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
  kind: { ...centred, size: sizeOf('kind'), gapBefore: 20, keepWithNext: true },
  subject: { ...centred, size: sizeOf('subject'), gapBefore: 0, keepWithNext: true },
  'annex-kind': { ...centred, size: sizeOf('annexMark'), gapBefore: 0, keepWithNext: true },
  'annex-title': { ...centred, size: sizeOf('annexTitle'), gapBefore: 0, keepWithNext: true },
  cell: { size: 12, align: 'left', firstLineIndent: 0, gapBefore: 0, keepWithNext: false },
};

/** Boxes 1-5b: two columns. */
export const LETTERHEAD = {
  leftShare: 0.4,
  parentSize: sizeOf('parent'),
  officeSize: sizeOf('office'),
  nationSize: sizeOf('nation'),
  mottoSize: sizeOf('motto'),
  numberSize: sizeOf('number'),
  subjectSize: sizeOf('letterSubject'),
  subjectGap: LEGAL_FORMAT.letterSubjectGap.printed,
  placeDateSize: sizeOf('placeDate'),
  officeRuleShare: rules.office.printed,
  numberGap: 8,
} as const;

export const SUBJECT_RULE_SHARE = rules.subject.printed;
/** `gapBelow`: the line that carries the rule in Word, as flat as it may be. */
export const RULE = { thickness: 0.75, gapAbove: 2, gapBelow: 2 } as const;

/** Boxes 7 and 9. */
export const CLOSING = {
  leftShare: 0.5,
  gapBefore: 14,
  recipientsHeadSize: sizeOf('recipientsHead'),
  recipientsSize: sizeOf('recipients'),
  postSize: sizeOf('post'),
  nameSize: sizeOf('signer'),
  confirmationSize: 12,
  /** Room for the pen and the seal. */
  signatureRoom: 76,
  /** A list of recipients that is higher goes on below the signature, and over the page. */
  longestList: 440,
} as const;

/** Two who sign side by side: boxes 7a and 7b twice, one of them perhaps framed. */
export const SIGNING = {
  gapBefore: 14,
  /** Above each row of a sheet that many sign. */
  rowGap: 7,
  gutter: 10,
  postSize: 13,
  nameSize: sizeOf('signer'),
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

/**
 * The square in the foot of the left margin that holds the mark with its white rim. No text may stand there
 * (the left margin is 30 mm, the lower one 20 mm), so it moves no line of the paper: see ADR 19.
 */
export const PROOF = { side: 20 * MM, left: 5 * MM, fromFoot: 5 * MM, rim: 4 } as const;

/** The line that Word wants behind a table that ends a section. */
export const END_LINE = 1;

export const WATERMARK = { size: 100, colour: '#e4e4e4', angle: -45 } as const;

export const toTwips = (points: number): number => Math.round(points * 20);
