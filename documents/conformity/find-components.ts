import {
  beginsOrgan,
  isAddressees,
  isAnnexReference,
  isBasis,
  isLegalBasis,
  isLetterSubject,
  isMotto,
  isNation,
  isNumberLine,
  isPlaceDate,
  isRecipientsHead,
} from '../../locale/form-patterns.ts';
import type { ReadParagraph, ReadPart } from './read-paper.ts';
import { upperCase } from '../../locale/vietnamese.ts';

type Paragraphs = readonly ReadParagraph[];

/** The boxes of Appendix I, section IV, told by their words and places; empty: there is none. */
export interface Components {
  readonly nation: Paragraphs;
  readonly motto: Paragraphs;
  readonly parent: Paragraphs;
  readonly office: Paragraphs;
  readonly number: Paragraphs;
  readonly placeDate: Paragraphs;
  readonly letterSubject: Paragraphs;
  readonly kind: Paragraphs;
  readonly subject: Paragraphs;
  readonly addressees: Paragraphs;
  readonly bases: Paragraphs;
  readonly body: Paragraphs;
  /** Lines in the middle of the text, such as the heading of a part. */
  readonly centred: Paragraphs;
  /** Lines of 7a in the column of who signs, and the name below them. */
  readonly signatures: readonly { readonly posts: Paragraphs; readonly names: Paragraphs }[];
  readonly recipientsHead: Paragraphs;
  readonly recipients: Paragraphs;
}

export const isUpper = (text: string): boolean =>
  text.normalize('NFC') === upperCase(text) && /\p{Lu}/u.test(text);
const isAllBold = ({ runs }: ReadParagraph): boolean => runs.every((run) => run.isBold);
export const isAllItalic = ({ runs }: ReadParagraph): boolean => runs.every((run) => run.isItalic);

export const findComponents = ({ paragraphs }: ReadPart): Components => {
  const nation = paragraphs.findIndex(({ text }) => isNation(text));
  const headEnd =
    nation < 0 ? 0 : indexFrom(paragraphs, nation, ({ column }) => column === 'whole');
  const closing = indexFrom(paragraphs, headEnd, ({ column }) => column !== 'whole');
  const text = paragraphs.slice(headEnd, closing).filter(({ isFramed }) => !isFramed);
  return {
    ...findHead(paragraphs.slice(0, headEnd)),
    ...findText(text),
    ...findClosing(paragraphs.slice(closing)),
  };
};

const indexFrom = (
  paragraphs: Paragraphs,
  from: number,
  is: (paragraph: ReadParagraph) => boolean,
): number => {
  const index = paragraphs.findIndex((paragraph, at) => at >= from && is(paragraph));
  return index < 0 ? paragraphs.length : index;
};

const findHead = (head: Paragraphs) => {
  const left = head.filter(({ column }) => column === 'left');
  const right = head.filter(({ column }) => column === 'right');
  const isBelowNames = ({ text }: ReadParagraph): boolean =>
    isNumberLine(text) || isLetterSubject(text);
  const names = left.slice(0, indexFrom(left, 0, isBelowNames));
  return {
    nation: right.filter(({ text }) => isNation(text)),
    motto: right.filter(({ text }) => isMotto(text)),
    ...splitNames(names),
    number: left.filter(({ text }) => isNumberLine(text)),
    letterSubject: left.filter(({ text }) => isLetterSubject(text)),
    placeDate: right.filter(({ text }) => isPlaceDate(text)),
  };
};

// The office is bold and the one above it is not; where both look alike, an organ begins a line.
const splitNames = (names: Paragraphs): Pick<Components, 'parent' | 'office'> => {
  const firstBold = names.findIndex(isAllBold);
  const lastOrgan = names.findLastIndex(({ text }) => beginsOrgan(text));
  const at = firstBold > 0 ? firstBold : Math.max(lastOrgan, 0);
  return { parent: names.slice(0, at), office: names.slice(at) };
};

const findText = (text: Paragraphs) => {
  const [first] = text;
  const hasKind = first?.align === 'center' && isUpper(first.text);
  const kind = hasKind ? [first] : [];
  const subject = findSubject(text.slice(kind.length));
  const below = text.slice(kind.length + subject.length);
  // A short one of them may lie in the middle of the page by chance.
  const isText = ({ text, align }: ReadParagraph): boolean =>
    align !== 'center' || isAddressees(text);
  const unaddressed = below.slice(indexFrom(below, 0, isText));
  const addressees = findAddressees(unaddressed);
  const texts = unaddressed.slice(addressees.length);
  const centred = texts.filter(({ align }) => align === 'center');
  const afterAddressees = texts.filter(({ align }) => align !== 'center');
  const isBase = (paragraph: ReadParagraph): boolean =>
    !paragraph.text.endsWith(':') &&
    (isLegalBasis(paragraph.text) ||
      (isBasis(paragraph.text) && (isAllItalic(paragraph) || paragraph.text.endsWith(';'))));
  const isOther = (paragraph: ReadParagraph): boolean => !isBase(paragraph);
  const bases = afterAddressees.slice(0, indexFrom(afterAddressees, 0, isOther));
  const body = afterAddressees.slice(bases.length);
  return { kind, subject, addressees, bases, body, centred };
};

// Centred lines under the kind, as far as the rule that ends them.
const findSubject = (below: Paragraphs): Paragraphs => {
  const isNone = (one: ReadParagraph): boolean =>
    one.align !== 'center' || isAnnexReference(one.text) || isAddressees(one.text);
  const centred = below.slice(0, indexFrom(below, 0, isNone));
  const ruled = centred.findIndex(({ rule }) => rule !== null);
  if (ruled >= 0) return centred.slice(0, ruled + 1);
  const [first] = centred;
  const isOther = (one: ReadParagraph): boolean => !first || isAllBold(one) !== isAllBold(first);
  return centred.slice(0, indexFrom(centred, 0, isOther));
};

const findAddressees = (rest: Paragraphs): Paragraphs => {
  const [first, ...below] = rest;
  if (!first || !isAddressees(first.text)) return [];
  if (!/:\s*$/u.test(first.text)) return [first];
  const last = below.findIndex(({ text }) => text.endsWith('.') || !text.startsWith('-'));
  const end = below[last]?.text.startsWith('-') ? last + 1 : Math.max(last, 0);
  return [first, ...below.slice(0, end)];
};

const findClosing = (closing: Paragraphs) => {
  const head = closing.findIndex(({ text }) => isRecipientsHead(text));
  const belowHead = head < 0 ? [] : closing.slice(head + 1);
  const recipients = belowHead.filter(({ column, text }) => column === 'left' && /^-/u.test(text));
  const isRecipient = (one: ReadParagraph): boolean =>
    isRecipientsHead(one.text) || recipients.includes(one);
  const signing = closing.filter((one) => !isRecipient(one) && !one.isFramed);
  const signatures = (['left', 'right'] as const).flatMap((side) => {
    const lines = signing.filter(({ column }) => column === side);
    const name = lines.at(-1);
    if (!name) return [];
    const posts = lines.filter(({ text }) => isUpper(text));
    return [{ posts, names: isUpper(name.text) ? [] : [name] }];
  });
  return {
    signatures,
    recipientsHead: closing.filter(({ text }) => isRecipientsHead(text)),
    recipients,
  };
};
