import type { Party, Signing } from './blocks.ts';
import { SIGNING, TABLE } from './format.ts';
import type { Box, LaidCell } from './layout-box.ts';
import { stack } from './layout-head.ts';
import { stackHeight } from './layout-lines.ts';
import type { LaidLine } from './layout-lines.ts';

const BOLD = { bold: true };

const layOutPost = ({ posts, opinions }: Party, width: number): readonly LaidLine[] => [
  ...stack(posts, width, { size: SIGNING.postSize, look: BOLD }),
  ...opinions.flatMap((opinion) =>
    stack([opinion], width, {
      size: SIGNING.opinionSize,
      align: 'left',
      gapBefore: SIGNING.opinionGap,
    }),
  ),
];

const layOutName = ({ signer }: Party, width: number, gapBefore: number): readonly LaidLine[] =>
  stack(signer, width, { size: SIGNING.nameSize, look: BOLD, gapBefore });

/** Both names stand level, and a frame is as high as what is beside it. */
export const layOutSigning = ({ parties }: Signing, width: number): Box => {
  const columnWidth = (width - SIGNING.gutter) / 2;
  const room = columnWidth - 2 * SIGNING.paddingX;
  const posts = parties.map((party) => layOutPost(party, room));
  const postHeight = Math.max(...posts.map(stackHeight));
  const columns = parties.map((party, index) => {
    const post = posts[index] ?? [];
    const gap = postHeight - stackHeight(post) + SIGNING.signatureRoom;
    return { party, lines: [...post, ...layOutName(party, room, gap)] };
  });
  const content = Math.max(...columns.map(({ lines }) => stackHeight(lines)));
  const borders = parties.some(({ isFramed }) => isFramed) ? 2 * TABLE.border : 0;
  const height = content + 2 * SIGNING.paddingY + borders;
  const cells = columns.map(({ party, lines }, index): LaidCell => ({
    x: index * (columnWidth + SIGNING.gutter),
    y: 0,
    width: columnWidth,
    height,
    lines,
    paddingX: SIGNING.paddingX,
    paddingY: SIGNING.paddingY,
    hasBorder: party.isFramed,
    isMiddle: false,
  }));
  const gapBefore = SIGNING.gapBefore;
  return { kind: 'box', height, gapBefore, keepWithNext: false, cells, repeatedHead: null };
};
