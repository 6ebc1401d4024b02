import { paperWords } from '../locale/papers.ts';

import { isSigned } from './blocks.ts';
import type { Block, Closing, Distribution, Letterhead, Line, Run } from './blocks.ts';
import { CLOSING, LETTERHEAD } from './format.ts';
import type { Box, LaidCell, Room } from './layout-box.ts';
import { layOutLines, layOutRule, stackHeight } from './layout-lines.ts';
import type { LaidLine } from './layout-lines.ts';
import { PLAIN } from './read-lines.ts';

type Look = Partial<Omit<Run, 'text'>>;

const BOLD: Look = { bold: true };

export const styledLine = (text: string, look: Look = {}): Line => [{ ...PLAIN, ...look, text }];

interface StackLook {
  readonly size: number;
  readonly look?: Look;
  readonly align?: 'left' | 'center';
  readonly gapBefore?: number;
}

export const stack = (
  texts: readonly string[],
  width: number,
  style: StackLook,
): readonly LaidLine[] =>
  layOutLines(
    texts.map((text) => styledLine(text, style.look)),
    width,
    {
      size: style.size,
      align: style.align ?? 'center',
      firstLineIndent: 0,
      gapBefore: style.gapBefore ?? 0,
    },
  );

const lineWidth = (lines: readonly LaidLine[], width: number): number => {
  const left = Math.min(...lines.map((line) => line.segments[0]?.x ?? width / 2));
  return width - 2 * left;
};

/** Two columns side by side, which no page break parts. */
const sideBySide = (
  left: readonly LaidLine[],
  right: readonly LaidLine[],
  { width, leftShare, gapBefore }: { width: number; leftShare: number; gapBefore: number },
): Box => {
  const height = Math.max(stackHeight(left), stackHeight(right));
  const split = width * leftShare;
  const frame = { y: 0, height, paddingX: 0, paddingY: 0, hasBorder: false, isMiddle: false };
  const cells: readonly LaidCell[] = [
    { ...frame, x: 0, width: split, lines: left },
    { ...frame, x: split, width: width - split, lines: right },
  ];
  return { kind: 'box', height, gapBefore, keepWithNext: false, cells, repeatedHead: null };
};

/** The rules under office and motto, in points. */
export const letterheadRules = (
  block: Letterhead,
  width: number,
): { readonly office: number; readonly motto: number } => {
  const left = width * LETTERHEAD.leftShare;
  const office = stack(block.office, left, { size: LETTERHEAD.officeSize, look: BOLD });
  const motto = stack([paperWords.motto], width, { size: LETTERHEAD.mottoSize, look: BOLD });
  return {
    office: lineWidth(office, left) * LETTERHEAD.officeRuleShare,
    motto: lineWidth(motto, width),
  };
};

export const layOutLetterhead = (block: Letterhead, width: number): Box => {
  const leftWidth = width * LETTERHEAD.leftShare;
  const rightWidth = width - leftWidth;
  const rules = letterheadRules(block, width);
  const parent = stack(block.parent, leftWidth, { size: LETTERHEAD.parentSize });
  const office = stack(block.office, leftWidth, { size: LETTERHEAD.officeSize, look: BOLD });
  const nation = stack([paperWords.nation], rightWidth, {
    size: LETTERHEAD.nationSize,
    look: BOLD,
  });
  const motto = stack([paperWords.motto], rightWidth, { size: LETTERHEAD.mottoSize, look: BOLD });
  const left = [...parent, ...office, layOutRule(leftWidth, rules.office)];
  const right = [...nation, ...motto, layOutRule(rightWidth, rules.motto)];
  const top = Math.max(stackHeight(left), stackHeight(right)) + LETTERHEAD.numberGap;
  const number = stack(block.number === null ? [] : [block.number], leftWidth, {
    size: LETTERHEAD.numberSize,
    gapBefore: top - stackHeight(left),
  });
  const subject = stack(block.subject, leftWidth, {
    size: LETTERHEAD.subjectSize,
    gapBefore: LETTERHEAD.subjectGap,
  });
  const placeDate = stack(block.placeDate === null ? [] : [block.placeDate], rightWidth, {
    size: LETTERHEAD.placeDateSize,
    look: { italic: true },
    gapBefore: top - stackHeight(right),
  });
  const box = sideBySide([...left, ...number, ...subject], [...right, ...placeDate], {
    width,
    leftShare: LETTERHEAD.leftShare,
    gapBefore: 0,
  });
  return { ...box, keepWithNext: true };
};

/** "- one;" for each, "- the last." */
export const recipientLines = (recipients: readonly string[]): readonly string[] =>
  recipients.map((line, at) => `- ${line}${at === recipients.length - 1 ? '.' : ';'}`);

const layOutNames = (lines: readonly string[], width: number): readonly LaidLine[] =>
  stack(lines, width - 12, { size: CLOSING.recipientsSize, align: 'left' });

const layOutRecipients = (lines: readonly string[], width: number): readonly LaidLine[] => [
  ...stack([paperWords.recipients], width, {
    size: CLOSING.recipientsHeadSize,
    look: { bold: true, italic: true },
    align: 'left',
  }),
  ...layOutNames(lines, width),
];

/** The first stand under the word, and the others go on over the page; a short list stays whole. */
export const splitDistribution = (
  { recipients }: Distribution,
  width: number,
): { readonly first: readonly string[]; readonly others: readonly string[] } => {
  const lines = recipientLines(recipients);
  const height = stackHeight(layOutRecipients(lines, width * CLOSING.leftShare));
  if (height <= CLOSING.longestList) return { first: lines, others: [] };
  return { first: lines.slice(0, 1), others: lines.slice(1) };
};

/** Whether the end of the text, or the signature above it, goes to the page of this block. */
export const keepsTextAbove = (block: Block | undefined, width: number): boolean =>
  isSigned(block) &&
  (block?.kind !== 'distribution' || splitDistribution(block, width).others.length === 0);

export const layOutDistribution = (block: Distribution, width: number): readonly Box[] => {
  const left = width * CLOSING.leftShare;
  const { first, others } = splitDistribution(block, width);
  const inColumn = (lines: readonly LaidLine[], gapBefore: number) =>
    sideBySide(lines, [], { width, leftShare: CLOSING.leftShare, gapBefore });
  return [
    inColumn(layOutRecipients(first, left), CLOSING.gapBefore),
    ...others.map((name) => inColumn(layOutNames([name], left), 0)),
  ];
};

interface LaidSignature {
  readonly lines: readonly LaidLine[];
  /** What is left between post and name, from the top. */
  readonly room: Pick<Room, 'y' | 'height'>;
}

const layOutSignature = (block: Closing, width: number): LaidSignature => {
  const posts = stack(block.posts, width, { size: CLOSING.postSize, look: BOLD });
  const confirmation = stack(block.confirmation, width, {
    size: CLOSING.confirmationSize,
    look: { italic: true },
    gapBefore: CLOSING.signatureRoom / 3,
  });
  const gap = Math.max(CLOSING.signatureRoom - stackHeight(confirmation), 12);
  const name = stack(block.signer, width, { size: CLOSING.nameSize, look: BOLD, gapBefore: gap });
  const above = [...posts, ...confirmation];
  return { lines: [...above, ...name], room: { y: stackHeight(above), height: gap } };
};

/**
 * The recipients beside the signature, and those below it: a list that takes most of a page would else leave the
 * text without its signature.
 */
export const splitRecipients = (
  block: Closing,
  width: number,
): { readonly beside: readonly string[]; readonly below: readonly string[] } => {
  const lines = recipientLines(block.recipients);
  const left = width * CLOSING.leftShare;
  const head = stackHeight(layOutRecipients([], left));
  const heights = lines.map((line) => stackHeight(layOutNames([line], left)));
  const heightOf = (count: number): number =>
    heights.slice(0, count).reduce((sum, height) => sum + height, head);
  const room = stackHeight(layOutSignature(block, width - left).lines);
  if (heightOf(lines.length) <= Math.max(CLOSING.longestList, room)) {
    return { beside: lines, below: [] };
  }
  const over = lines.findIndex((_, at) => heightOf(at + 1) > room);
  return { beside: lines.slice(0, over), below: lines.slice(over) };
};

export const layOutClosing = (block: Closing, width: number): readonly Box[] => {
  const left = width * CLOSING.leftShare;
  const { beside, below } = splitRecipients(block, width);
  const inColumns = (
    names: readonly LaidLine[],
    signature: readonly LaidLine[],
    gapBefore: number,
  ) => sideBySide(names, signature, { width, leftShare: CLOSING.leftShare, gapBefore });
  const { lines, room } = layOutSignature(block, width - left);
  const box = inColumns(layOutRecipients(beside, left), lines, CLOSING.gapBefore);
  return [
    { ...box, signatureRoom: { ...room, x: left, width: width - left } },
    ...below.map((name) => inColumns(layOutNames([name], left), [], 0)),
  ];
};
