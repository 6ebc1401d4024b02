import { isAddressees, isNation, isRecipientsHead } from '../../locale/form-patterns.ts';
import { LEGAL_FORMAT } from '../legal-format.ts';
import { isFramedBy, type Segment } from './pdf-drawn.ts';
import type { Fragment } from './pdf-page.ts';
import type { ReadParagraph } from './read-paper.ts';

/** A fragment with what its place on the page says. */
export interface Placed extends Fragment {
  readonly column: ReadParagraph['column'];
  readonly isFramed: boolean;
  readonly isCentred: boolean;
  readonly rule: number | null;
}

export interface TextBlock {
  readonly left: number;
  readonly right: number;
}

const CENTRED = 4;
const INDENTS = LEGAL_FORMAT.paragraph.firstLineIndent.allowed;
const UNDER = 16;

const middleOf = ({ x0, x1 }: Pick<Fragment, 'x0' | 'x1'>): number => (x0 + x1) / 2;

// A line of the text may stand in the middle by chance, but then it begins at an indent.
const isCentredIn = (fragment: Fragment, { left, right }: TextBlock): boolean => {
  const aside = Math.abs(middleOf(fragment) - (left + right) / 2);
  const isIndented = INDENTS.some((indent) => Math.abs(fragment.x0 - left - indent) < 1);
  return aside < (isIndented ? 1 : CENTRED) && fragment.x0 > left + 1;
};

/** Head, text and closing of one part, whose fragments come in reading order. */
export const placeFragments = (
  fragments: readonly Fragment[],
  drawnOn: (page: number) => readonly Segment[],
  rulesOn: (page: number) => readonly Segment[],
  block: TextBlock,
): readonly Placed[] => {
  const framed = fragments.map((one) => isFramedBy(one, drawnOn(one.page)));
  const headEnd = endOfHead(fragments, framed, block);
  const closing = startOfClosing(fragments, framed, headEnd);
  const nation = fragments.find(({ text }) => isNation(text.trim()));
  return fragments.map((one, index) => {
    const isFramed = framed[index] ?? false;
    const isCentred = isCentredIn(one, block);
    const rule = ruleUnder(one, fragments, rulesOn(one.page));
    const column = (): Placed['column'] => {
      if (isFramed) return 'whole';
      if (index < headEnd) return middleOf(one) < (nation?.x0 ?? block.right) ? 'left' : 'right';
      if (index < closing || isCentred) return 'whole';
      return middleOf(one) < (block.left + block.right) / 2 ? 'left' : 'right';
    };
    return { ...one, column: column(), isFramed, isCentred, rule };
  });
};

// The head ends where a line is centred on the page, spans both columns, or names an addressee.
const endOfHead = (
  fragments: readonly Fragment[],
  framed: readonly boolean[],
  block: TextBlock,
): number => {
  const nation = fragments.find(({ text }) => isNation(text.trim()));
  if (!nation) return 0;
  const end = fragments.findIndex(
    (one, index) =>
      one.page !== nation.page ||
      framed[index] === true ||
      isAddressees(one.text) ||
      (one.y > nation.y && isCentredIn(one, block)) ||
      (one.x0 < nation.x0 - CENTRED && one.x1 > nation.x0 + 5 * CENTRED),
  );
  return end < 0 ? fragments.length : end;
};

// After the mark that ends the text, or level with the recipients where it is missing.
const startOfClosing = (
  fragments: readonly Fragment[],
  framed: readonly boolean[],
  headEnd: number,
): number => {
  const end = fragments.findLastIndex(
    ({ text }, index) => index >= headEnd && !framed[index] && /\.\/\.?\s*$/u.test(text),
  );
  if (end >= 0) return end + 1;
  const recipients =
    fragments.find(({ text }) => isRecipientsHead(text.trim())) ??
    fragments.find((one, index) => index >= headEnd && hasNeighbour(one, fragments, framed));
  if (!recipients) return fragments.length;
  const isBelow = ({ page, y }: Fragment): boolean =>
    page > recipients.page || (page === recipients.page && y > recipients.y - 6);
  return fragments.findIndex(isBelow);
};

// Who signs stands beside another one or a box, as nothing does in the text.
const hasNeighbour = (
  one: Fragment,
  fragments: readonly Fragment[],
  framed: readonly boolean[],
): boolean => {
  const isLevel = (other: Fragment): boolean =>
    other !== one && other.page === one.page && Math.abs(other.y - one.y) < 2;
  return !framed[fragments.indexOf(one)] && fragments.some(isLevel);
};

const ruleUnder = (
  one: Fragment,
  fragments: readonly Fragment[],
  rules: readonly Segment[],
): number | null => {
  const under = rules.find((rule) => {
    const middle = (rule.x0 + rule.x1) / 2;
    const isUnder = (other: Fragment): boolean =>
      other.page === one.page &&
      rule.y0 > other.y &&
      rule.y0 - other.y < UNDER &&
      other.x0 - 1 <= middle &&
      other.x1 + 1 >= middle;
    const isNearer = (other: Fragment): boolean => isUnder(other) && other.y > one.y;
    return isUnder(one) && !fragments.some(isNearer);
  });
  return under ? under.x1 - under.x0 : null;
};
