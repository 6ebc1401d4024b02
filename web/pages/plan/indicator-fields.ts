import { QUARTERS, type Indicator } from '../../../domain/plan.ts';
import { formatVietnameseNumber, typedText, type TypedFields } from '../../layout/typed-values.ts';
import type { FormReader } from './form-reading.ts';

const MIN_ROWS = 6;
const MAX_ROWS = 40;
const TEXTS = ['name', 'unit', 'baseline', 'target', ...QUARTERS] as const;

/** The name of a field of one row: `indicators-0-target`. */
export const rowField = (row: number, name: string): string => `indicators-${String(row)}-${name}`;

export const indicatorFieldsOf = (indicators: readonly Indicator[]): TypedFields =>
  Object.fromEntries(
    indicators.flatMap((indicator, row): [string, string][] => [
      [rowField(row, 'id'), indicator.id],
      [rowField(row, 'name'), indicator.name],
      [rowField(row, 'unit'), indicator.unit],
      [rowField(row, 'direction'), indicator.direction],
      [rowField(row, 'aggregation'), indicator.aggregation],
      [
        rowField(row, 'baseline'),
        indicator.baseline === null ? '' : formatVietnameseNumber(indicator.baseline),
      ],
      [rowField(row, 'target'), formatVietnameseNumber(indicator.target)],
      ...QUARTERS.map((quarter): [string, string] => [
        rowField(row, quarter),
        formatVietnameseNumber(indicator.quarterTargets[quarter]),
      ]),
    ]),
  );

const isFilled = (fields: TypedFields, row: number): boolean =>
  TEXTS.some((name) => typedText(fields, rowField(row, name)) !== '');

/** The rows in which something is written; emptying a row takes its indicator out. */
export const filledRows = (fields: TypedFields): readonly number[] =>
  Array.from({ length: MAX_ROWS }, (_, row) => row).filter((row) => isFilled(fields, row));

/** How many rows the form shows: six, or all that are filled and one more. */
export const rowCount = (fields: TypedFields): number =>
  Math.min(Math.max(MIN_ROWS, (filledRows(fields).at(-1) ?? -1) + 2), MAX_ROWS);

// `NV3` has indicators `CT3.1`, `CT3.2`, …; that of an emptied row does not go to a new one.
const createNextId = (fields: TypedFields, taskId: string) => {
  const stem = `CT${taskId.replace(/^NV/, '')}.`;
  let last = Math.max(
    0,
    ...Array.from({ length: MAX_ROWS }, (_, row) => typedText(fields, rowField(row, 'id')))
      .filter((id) => id.startsWith(stem))
      .map((id) => Number(id.slice(stem.length)) || 0),
  );
  return (): string => {
    last += 1;
    return `${stem}${String(last)}`;
  };
};

export const readIndicators = (
  fields: TypedFields,
  reader: FormReader,
  taskId: string,
): readonly Indicator[] => {
  const rows = filledRows(fields);
  const nextId = createNextId(fields, taskId);
  return rows.map((row) => {
    const textOf = (name: string): string => typedText(fields, rowField(row, name));
    return {
      id: textOf('id') || nextId(),
      name: textOf('name'),
      unit: textOf('unit'),
      direction: textOf('direction') === 'decrease' ? 'decrease' : 'increase',
      aggregation:
        (['cumulative', 'average'] as const).find((one) => one === textOf('aggregation')) ??
        'latest',
      baseline: reader.numberOrNull(rowField(row, 'baseline')),
      target: reader.number(rowField(row, 'target')),
      quarterTargets: {
        Q1: reader.number(rowField(row, 'Q1')),
        Q2: reader.number(rowField(row, 'Q2')),
        Q3: reader.number(rowField(row, 'Q3')),
        Q4: reader.number(rowField(row, 'Q4')),
      },
    };
  });
};

/** `indicators-1-quarterTargets-Q2` in the plan is the field `indicators-{row}-Q2` of the form. */
export const indicatorFieldOf = (id: string, rows: readonly number[]): string | null => {
  const [, index, ...names] = id.split('-');
  const row = rows[Number(index)];
  const name = names.at(-1);
  return row === undefined || name === undefined ? null : rowField(row, name);
};
