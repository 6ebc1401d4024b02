// Figures and scores are decimals, as people write them, and doubles are not: there 0.1 + 0.2 is more than
// 0.3. So they are worked out in whole units, from the fifteen digits that a double holds for certain.

const DIGITS = 15;

/** `units` / 10^`scale`. */
interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const decimalOf = (value: number): Decimal => {
  const [mantissa = '', exponent = ''] = value.toExponential(DIGITS - 1).split('e');
  const written = mantissa.replace(/\.?0+$/, '');
  const [, fraction = ''] = written.split('.');
  const units = BigInt(written.replace('.', ''));
  const scale = fraction.length - Number(exponent);
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
};

const numberOf = ({ units, scale }: Decimal): number =>
  Number(`${String(units)}e-${String(scale)}`);

const sumOfDecimals = (values: readonly number[]): Decimal => {
  const decimals = values.map(decimalOf);
  const scale = Math.max(0, ...decimals.map((one) => one.scale));
  const units = decimals.map((one) => one.units * 10n ** BigInt(scale - one.scale));
  return { units: units.reduce((sum, one) => sum + one, 0n), scale };
};

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

// Halves up, and below nought down, as one rounds by hand.
const rounded = (dividend: bigint, divisor: bigint): bigint => {
  const halved = (2n * magnitude(dividend) + magnitude(divisor)) / (2n * magnitude(divisor));
  return dividend < 0n === divisor < 0n ? halved : -halved;
};

/** How many decimals a number is written with: 94.5 has one. */
export const decimalsOf = (value: number): number => decimalOf(value).scale;

/** The exact sum; nought of none. */
export const sumOf = (values: readonly number[]): number => numberOf(sumOfDecimals(values));

export const differenceOf = (left: number, right: number): number => sumOf([left, -right]);

/** The mean of one number or more, with two decimals or as many as the finest has, halves up. */
export const meanOf = (values: readonly number[]): number => {
  const sum = sumOfDecimals(values);
  const scale = Math.max(2, sum.scale);
  const dividend = sum.units * 10n ** BigInt(scale - sum.scale);
  return numberOf({ units: rounded(dividend, BigInt(values.length)), scale });
};

/** The part in hundredths of the whole, which is not nought; two decimals, halves up. */
export const percentOf = (part: number, whole: number): number => {
  const [of, all] = [decimalOf(part), decimalOf(whole)];
  const dividend = of.units * 10n ** BigInt(all.scale + 4);
  const divisor = all.units * 10n ** BigInt(of.scale);
  return numberOf({ units: rounded(dividend, divisor), scale: 2 });
};
