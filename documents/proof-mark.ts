import { encode } from 'uqr';

/** Dark modules that stand side by side in one row, counted from the upper left corner. */
interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A QR code as areas; `size` modules on each side, without the white rim around them. */
export interface ProofMark {
  readonly address: string;
  readonly size: number;
  readonly bars: readonly Bar[];
}

const barsOf = (row: readonly boolean[], y: number): readonly Bar[] =>
  row.flatMap((isDark, x) => {
    if (!isDark || row[x - 1] === true) return [];
    const end = row.indexOf(false, x);
    return [{ x, y, width: (end < 0 ? row.length : end) - x }];
  });

/** The same address gives the same mark. Level M stands 15 % of damage: a fold, a stain, a copier. */
export const proofMarkOf = (address: string): ProofMark => {
  const { size, data } = encode(address, { ecc: 'M', border: 0 });
  return { address, size, bars: data.flatMap(barsOf) };
};
