import {
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';

import type { Party, Signing } from './blocks.ts';
import { NO_BORDERS, NONE, stack } from './docx-head.ts';
import { SIGNING, TABLE, toTwips } from './format.ts';

const FRAME = { style: BorderStyle.SINGLE, size: TABLE.border * 8, color: '000000' } as const;

const postOf = ({ posts, opinions }: Party): readonly Paragraph[] => [
  ...stack(posts, { size: SIGNING.postSize, bold: true }),
  ...opinions.flatMap((opinion) =>
    stack([opinion], {
      size: SIGNING.opinionSize,
      align: 'left',
      gapBefore: SIGNING.opinionGap,
    }),
  ),
];

const nameOf = ({ signer }: Party, keepWithNext: boolean): readonly Paragraph[] =>
  stack(signer, {
    size: SIGNING.nameSize,
    bold: true,
    gapBefore: SIGNING.signatureRoom,
    keepWithNext,
  });

// A frame goes around both rows of its column, the post and the name.
const bordersOf = ({ isFramed }: Party, openSide: 'top' | 'bottom') => {
  const line = isFramed ? FRAME : NONE;
  return { top: line, bottom: line, left: line, right: line, [openSide]: NONE };
};

const GUTTER: Party = { isFramed: false, posts: [''], opinions: [], signer: [''] };

/**
 * The names are a row of their own, so that they stand level whatever stands above them.
 * `keepWithNext`: what follows stands on their page.
 */
export const signingTable = ({ parties }: Signing, width: number, keepWithNext: boolean): Table => {
  const column = toTwips((width - SIGNING.gutter) / 2);
  const [left, right] = parties;
  const columns = [
    { party: left, size: column },
    { party: GUTTER, size: toTwips(SIGNING.gutter) },
    { party: right, size: column },
  ];
  const toRow = (textOf: (party: Party) => readonly Paragraph[], openSide: 'top' | 'bottom') =>
    new TableRow({
      cantSplit: true,
      children: columns.map(
        ({ party, size }) =>
          new TableCell({
            width: { size, type: WidthType.DXA },
            borders: bordersOf(party, openSide),
            margins: { [openSide]: 0 },
            children: textOf(party),
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: toTwips(width), type: WidthType.DXA },
    columnWidths: columns.map(({ size }) => size),
    borders: NO_BORDERS,
    margins: {
      left: toTwips(SIGNING.paddingX),
      right: toTwips(SIGNING.paddingX),
      top: toTwips(SIGNING.paddingY),
      bottom: toTwips(SIGNING.paddingY),
    },
    rows: [toRow(postOf, 'bottom'), toRow((party) => nameOf(party, keepWithNext), 'top')],
  });
};
