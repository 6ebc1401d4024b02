import type { SignaturePlace } from '../domain/final-files.ts';
import type { PaperBlocks } from './blocks.ts';
import { PAGE } from './format.ts';
import type { Room } from './layout-box.ts';
import { paginate } from './layout-pages.ts';

const round = (points: number): number => Math.round(points * 100) / 100;

/** Between post and name of the one who signs the paper; null where several do, or nobody. */
export const findSignaturePlace = ({ sections }: PaperBlocks): SignaturePlace | null => {
  const places = sections
    .flatMap(paginate)
    .flatMap((page, index) =>
      page.flatMap(({ box: { signatureRoom }, y: top }) =>
        signatureRoom ? [placeOf(signatureRoom, index, top)] : [],
      ),
    );
  return places.length === 1 ? (places[0] ?? null) : null;
};

const placeOf = ({ x, y, width, height }: Room, page: number, top: number): SignaturePlace => ({
  page,
  x: round(PAGE.marginLeft + x),
  y: round(PAGE.marginTop + top + y),
  width: round(width),
  height: round(height),
});
