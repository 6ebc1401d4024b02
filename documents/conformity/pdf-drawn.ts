/** A straight line, level or upright; y counts down from the top edge. */
export interface Segment {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

type Matrix = readonly [number, number, number, number, number, number];
type Codes = Readonly<Record<string, number>>;

export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const multiply = (one: Matrix, other: Matrix): Matrix => [
  one[0] * other[0] + one[2] * other[1],
  one[1] * other[0] + one[3] * other[1],
  one[0] * other[2] + one[2] * other[3],
  one[1] * other[2] + one[3] * other[3],
  one[0] * other[4] + one[2] * other[5] + one[4],
  one[1] * other[4] + one[3] * other[5] + one[5],
];

const numbersOf = (value: unknown): readonly number[] => {
  if (Array.isArray(value)) return value.map(Number);
  return ArrayBuffer.isView(value) || (typeof value === 'object' && value !== null)
    ? Object.values(value).map(Number)
    : [];
};

const toMatrix = (value: unknown): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(value);
  return [a, b, c, d, e, f];
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The straight lines of a page's drawing operators, thin filled boxes among them. */
export const readDrawn = (
  { fnArray, argsArray }: Operators,
  codes: Codes,
  pageHeight: number,
): readonly Segment[] => {
  const segments: Segment[] = [];
  const saved: Matrix[] = [];
  let matrix = IDENTITY;
  const clips = new Set(['endPath', 'clip', 'eoClip'].map((name) => codes[name]));
  const keep = (next: Matrix): void => {
    saved.push(matrix);
    matrix = next;
  };
  const giveBack = (): void => {
    matrix = saved.pop() ?? IDENTITY;
  };
  const steps = new Map<number | undefined, (args: readonly unknown[], index: number) => void>([
    [
      codes['save'],
      () => {
        keep(matrix);
      },
    ],
    [codes['restore'], giveBack],
    [codes['transform'], (args) => (matrix = multiply(matrix, toMatrix(args)))],
    [
      codes['paintFormXObjectBegin'],
      ([own]) => {
        keep(multiply(matrix, toMatrix(own)));
      },
    ],
    [codes['paintFormXObjectEnd'], giveBack],
    [
      codes['constructPath'],
      ([operators, coordinates], index) => {
        // A path that ends without paint only clips.
        if (clips.has(fnArray[index + 1])) return;
        const path = readPath(numbersOf(operators), numbersOf(coordinates), codes);
        segments.push(...path.map((segment) => moveSegment(segment, matrix, pageHeight)));
      },
    ],
  ]);
  fnArray.forEach((code, index) => steps.get(code)?.(listOf(argsArray[index]), index));
  return segments;
};

const moveSegment = (
  { x0, y0, x1, y1 }: Segment,
  [a, b, c, d, e, f]: Matrix,
  pageHeight: number,
): Segment => {
  const at = (x: number, y: number) => [a * x + c * y + e, pageHeight - b * x - d * y - f] as const;
  const [from, to] = [at(x0, y0), at(x1, y1)];
  return {
    x0: Math.min(from[0], to[0]),
    x1: Math.max(from[0], to[0]),
    y0: Math.min(from[1], to[1]),
    y1: Math.max(from[1], to[1]),
  };
};

const THIN = 2;

/** How many numbers each operator of a path takes. */
const takenBy = (codes: Codes) =>
  new Map([
    [codes['moveTo'], 2],
    [codes['lineTo'], 2],
    [codes['rectangle'], 4],
    [codes['curveTo'], 6],
    [codes['curveTo2'], 4],
    [codes['curveTo3'], 4],
  ]);

const readPath = (
  operators: readonly number[],
  coordinates: readonly number[],
  codes: Codes,
): readonly Segment[] => {
  const taken = takenBy(codes);
  const segments: Segment[] = [];
  let at = 0;
  let last: readonly number[] = [0, 0];
  for (const operator of operators) {
    const used = coordinates.slice(at, at + (taken.get(operator) ?? 0));
    at += used.length;
    if (operator === codes['rectangle']) segments.push(...edgesOf(used));
    else if (used.length > 0) {
      if (operator === codes['lineTo']) segments.push(toSegment(last, used));
      last = used.slice(-2);
    }
  }
  return segments;
};

const toSegment = (
  [x0 = 0, y0 = 0]: readonly number[],
  [x1 = 0, y1 = 0]: readonly number[],
): Segment => ({ x0, y0, x1, y1 });

const edgesOf = ([x = 0, y = 0, width = 0, height = 0]: readonly number[]): readonly Segment[] => {
  const [right, bottom] = [x + width, y + height];
  if (Math.abs(height) < THIN) return [{ x0: x, x1: right, y0: y, y1: y }];
  if (Math.abs(width) < THIN) return [{ x0: x, x1: x, y0: y, y1: bottom }];
  return [
    { x0: x, x1: right, y0: y, y1: y },
    { x0: x, x1: right, y0: bottom, y1: bottom },
    { x0: x, x1: x, y0: y, y1: bottom },
    { x0: right, x1: right, y0: y, y1: bottom },
  ];
};

const LEVEL = 0.5;
const TOUCH = 2.5;
const LEAST_RULE = 15;

const isUpright = ({ x0, x1, y0, y1 }: Segment): boolean => x1 - x0 < LEVEL && y1 - y0 > LEVEL;

/** Text that has an upright line on both its sides stands in a cell. */
export const isFramedBy = (
  { x0, x1, y }: { readonly x0: number; readonly x1: number; readonly y: number },
  drawn: readonly Segment[],
): boolean => {
  const crossing = drawn.filter((line) => isUpright(line) && line.y0 < y - 1 && line.y1 > y - 3);
  return crossing.some((line) => line.x0 <= x0 + 1) && crossing.some((line) => line.x0 >= x1 - 1);
};

/** Level lines that stand alone, and are no part of a table. */
export const rulesIn = (drawn: readonly Segment[]): readonly Segment[] => {
  const upright = drawn.filter(isUpright);
  return drawn.filter(
    (line) =>
      line.y1 - line.y0 < LEVEL &&
      line.x1 - line.x0 > LEAST_RULE &&
      !upright.some(
        ({ x0, y0, y1 }) =>
          (Math.abs(x0 - line.x0) < TOUCH || Math.abs(x0 - line.x1) < TOUCH) &&
          y0 - TOUCH < line.y0 &&
          y1 + TOUCH > line.y0,
      ),
  );
};
