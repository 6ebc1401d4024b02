import type { Stores } from '../../../adapters/database/stores.ts';
import type { PaperRow } from '../../../adapters/database/papers.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import { displayNumber } from '../../../domain/recipients.ts';
import { factsOf } from './paper-trail-facts.ts';
import type { TrailRow } from './paper-view.ts';

const LAST_SHOWN = 3;
type RegisterRow = Awaited<ReturnType<Stores['papers']['listRegister']>>[number];

const symbolised = ({ number, symbol }: RegisterRow): string =>
  `${displayNumber(number)}/${symbol}`;

/** The last numbers of the day's year, newest first. */
export const lastNumbersOf = async (
  { papers }: Pick<Stores, 'papers'>,
  officeId: string,
  day: LocalDate,
): Promise<readonly string[]> => {
  const rows = await papers.listRegister(officeId, Number(day.slice(0, 4)));
  return rows
    .filter(({ status }) => status !== 'reserved')
    .slice(-LAST_SHOWN)
    .toReversed()
    .map(symbolised);
};

export type RegisterLine =
  | {
      readonly kind: 'number';
      readonly numberAndSymbol: string;
      readonly status: RegisterRow['status'];
      readonly paper: PaperRow | undefined;
      readonly date: LocalDate | null;
      readonly reasonId: string | null;
    }
  | { readonly kind: 'gap'; readonly first: number; readonly last: number };

// A void number has left its paper: when and why it was given and taken back, the trail still knows.
const historyOf = (row: RegisterRow, paper: PaperRow | undefined, trail: readonly TrailRow[]) => {
  const events = trail
    .filter(({ workflow_id }) => workflow_id === paper?.workflow_id)
    .map(factsOf)
    .filter((event) => event.number === row.number);
  return {
    date: events.findLast(({ type }) => type === 'NumberGiven')?.documentDate ?? null,
    reasonId: events.findLast(({ type }) => type === 'NumberVoided')?.reasonId ?? null,
  };
};

/** The outgoing register of a year, whole: numbers given, numbers void, and what lies between. */
export const registerLines = (
  rows: readonly RegisterRow[],
  papers: readonly PaperRow[],
  trail: readonly TrailRow[],
): readonly RegisterLine[] =>
  rows.flatMap((row, index): RegisterLine[] => {
    const before = rows[index - 1]?.number ?? 0;
    const paper = papers.find(({ paper_id }) => paper_id === row.paper_id);
    const line: RegisterLine = {
      kind: 'number',
      numberAndSymbol: symbolised(row),
      status: row.status,
      paper,
      ...historyOf(row, paper, trail),
    };
    return row.number > before + 1
      ? [{ kind: 'gap', first: before + 1, last: row.number - 1 }, line]
      : [line];
  });
