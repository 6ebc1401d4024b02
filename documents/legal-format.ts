import type { FormRange, LegalSource } from '../domain/conformity.ts';

// Decree 30/2020/ND-CP. Each constant stands once, with what is allowed beside what we print: the
// layout prints `printed`, the check of a finished paper judges by the rest. Lengths in points.
export const MM = 72 / 25.4;
const CM = 10 * MM;

/** A length or share that may be chosen. */
export interface Choice extends FormRange {
  readonly printed: number;
}

/** One of a few values. */
export interface OneOf {
  readonly allowed: readonly number[];
  readonly printed: number;
}

export interface Look {
  readonly source: LegalSource;
  readonly size: Choice;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** null: both stand in it, as in a number with its symbol. */
  readonly isUpper: boolean | null;
}

export type Component =
  | 'nation'
  | 'motto'
  | 'parent'
  | 'office'
  | 'number'
  | 'placeDate'
  | 'letterSubject'
  | 'kind'
  | 'subject'
  | 'addressees'
  | 'basis'
  | 'body'
  | 'partHeading'
  | 'sectionHeading'
  | 'articleHeading'
  | 'post'
  | 'signer'
  | 'recipientsHead'
  | 'recipients'
  | 'annexMark'
  | 'annexTitle'
  | 'annexReference'
  | 'urgency'
  | 'circulation'
  | 'drafterMark';

export interface LegalFormat {
  readonly page: {
    readonly source: LegalSource;
    readonly width: number;
    readonly height: number;
  };
  readonly margins: {
    readonly source: LegalSource;
    readonly top: Choice;
    readonly bottom: Choice;
    readonly left: Choice;
    readonly right: Choice;
  };
  readonly font: {
    readonly source: LegalSource;
    readonly name: string;
    /** Drawn to the same widths, and embedded in a PDF in its place. */
    readonly twins: readonly string[];
  };
  readonly pageNumber: Look & { readonly top: number };
  readonly components: Readonly<Record<Component, Look>>;
  readonly rules: Readonly<
    Record<'motto' | 'office' | 'subject', Choice & { readonly source: LegalSource }>
  >;
  readonly paragraph: {
    readonly source: LegalSource;
    readonly align: 'justify';
    readonly firstLineIndent: OneOf;
    readonly gap: Choice;
    /** In single lines. */
    readonly spacing: Choice;
  };
  readonly letterSubjectGap: Choice;
  /** Widths and heights of the stamps of box 10a and 10b, in points. */
  readonly urgencyBoxes: Readonly<Record<string, readonly [number, number]>>;
  readonly sources: Readonly<
    Record<'number' | 'date' | 'endMark' | 'signingPower' | 'recipients' | 'annex', LegalSource>
  >;
}

const appendixI = (section: string): LegalSource => ({ appendix: 'I', section });

const between = (from: number, to: number, printed: number): Choice => ({ from, to, printed });
const exactly = (value: number): Choice => between(value, value, value);

type Style = 'upright' | 'bold' | 'italic' | 'bold italic';
const look = (
  section: string,
  size: Choice,
  style: Style,
  letters: 'upper' | 'lower' | 'mixed',
): Look => ({
  source: appendixI(section),
  size,
  isBold: style.startsWith('bold'),
  isItalic: style.endsWith('italic'),
  isUpper: letters === 'mixed' ? null : letters === 'upper',
});

export const LEGAL_FORMAT: LegalFormat = {
  page: { source: appendixI('I.I.1'), width: 210 * MM, height: 297 * MM },
  margins: {
    source: appendixI('I.I.3'),
    top: between(20 * MM, 25 * MM, 20 * MM),
    bottom: between(20 * MM, 25 * MM, 20 * MM),
    left: between(30 * MM, 35 * MM, 30 * MM),
    right: between(15 * MM, 20 * MM, 15 * MM),
  },
  font: {
    source: appendixI('I.I.4'),
    name: 'Times New Roman',
    twins: ['Tinos', 'Liberation Serif'],
  },
  // Arabic, centred in the top margin, not on page 1.
  pageNumber: {
    ...look('I.I.7', between(13, 14, 13), 'upright', 'lower'),
    top: 10.5 * MM,
  },
  components: {
    // Box 1.
    nation: look('I.II.1', between(12, 13, 13), 'bold', 'upper'),
    motto: look('I.II.1', between(13, 14, 14), 'bold', 'lower'),
    // Box 2.
    parent: look('I.II.2', between(12, 13, 13), 'upright', 'upper'),
    office: look('I.II.2', between(12, 13, 13), 'bold', 'upper'),
    // Box 3.
    number: look('I.II.3', exactly(13), 'upright', 'mixed'),
    // Box 4.
    placeDate: look('I.II.4', between(13, 14, 14), 'italic', 'lower'),
    // Box 5b: under the number of an official letter.
    letterSubject: look('I.II.5', between(12, 13, 12), 'upright', 'lower'),
    // Box 5a.
    kind: look('I.II.5', between(13, 14, 14), 'bold', 'upper'),
    subject: look('I.II.5', between(13, 14, 14), 'bold', 'lower'),
    // Box 9a.
    addressees: look('I.II.9', between(13, 14, 14), 'upright', 'lower'),
    basis: look('I.II.6', between(13, 14, 14), 'italic', 'lower'),
    // Box 6.
    body: look('I.II.6', between(13, 14, 14), 'upright', 'mixed'),
    // The number is in small letters and the title below it in capitals.
    partHeading: look('I.II.6', between(13, 14, 14), 'bold', 'mixed'),
    sectionHeading: look('I.II.6', between(13, 14, 14), 'bold', 'upper'),
    articleHeading: look('I.II.6', between(13, 14, 14), 'bold', 'mixed'),
    // Boxes 7a and 7b.
    post: look('I.II.7', between(13, 14, 14), 'bold', 'upper'),
    signer: look('I.II.7', between(13, 14, 14), 'bold', 'lower'),
    // Box 9b.
    recipientsHead: look('I.II.9', exactly(12), 'bold italic', 'lower'),
    recipients: look('I.II.9', exactly(11), 'upright', 'lower'),
    annexMark: look('I.III.1', exactly(14), 'bold', 'lower'),
    annexTitle: look('I.III.1', between(13, 14, 14), 'bold', 'upper'),
    annexReference: look('I.III.1', between(13, 14, 14), 'italic', 'lower'),
    // Boxes 10a, 10b, 11 and 12: no paper of ours bears them.
    urgency: look('I.III.2', between(13, 14, 13), 'bold', 'upper'),
    circulation: look('I.III.2', between(13, 14, 13), 'bold', 'upper'),
    drafterMark: look('I.III.3', exactly(11), 'upright', 'mixed'),
  },
  // As parts of the line above.
  rules: {
    motto: { ...exactly(1), source: appendixI('I.II.1') },
    office: { ...between(1 / 3, 1 / 2, 0.4), source: appendixI('I.II.2') },
    subject: { ...between(1 / 3, 1 / 2, 0.4), source: appendixI('I.II.5') },
  },
  paragraph: {
    source: appendixI('I.II.6'),
    align: 'justify',
    firstLineIndent: { allowed: [CM, 1.27 * CM], printed: CM },
    gap: { from: 6, to: null, printed: 6 },
    spacing: between(1, 1.5, 1),
  },
  letterSubjectGap: exactly(6),
  urgencyBoxes: {
    'most-urgent': [30 * MM, 8 * MM],
    'very-urgent': [40 * MM, 8 * MM],
    urgent: [20 * MM, 8 * MM],
  },
  sources: {
    number: appendixI('I.II.3'),
    date: appendixI('I.II.4'),
    endMark: { appendix: 'III', section: '1.4' },
    signingPower: { article: 13 },
    recipients: appendixI('I.II.9'),
    annex: appendixI('I.III.1'),
  },
};
