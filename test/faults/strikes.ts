// Kill -9 of one part, again and again, each time at a place that a hold or a history has made sure of.
import { isAlive } from '../../embedded/process-facts.ts';
import { takeHold, type Hold, type HoldKind, type RowsWith } from './holds.ts';
import { until, type Part, type WholeSystem } from './whole-system.ts';

export interface Strike {
  readonly part: Part;
  readonly boundary: string;
  readonly backS: number;
  /** Until the halted work was done: by the part, by another try, or by whoever took over. */
  wentOnS: number | null;
  /** Parts that went down with it, though nobody killed them. */
  alsoEnded: readonly string[];
  note: string;
}

export type Place = readonly [table: string, kind: HoldKind, rows?: RowsWith];

const secondsSince = (startMs: number): number => Math.round(performance.now() - startMs) / 1_000;

export const createStrikes = (system: WholeSystem, part: Part) => {
  const strikes: Strike[] = [];
  let lastKillMs = 0;
  let pidsAtKill: Readonly<Record<string, number>> = {};

  const taken: Hold[] = [];

  const hold = async ([table, kind, rows]: Place): Promise<Hold> => {
    const place = await until(`a hold on ${table}`, () =>
      takeHold(system.whereabouts().databaseUrl, table, kind, rows ?? null).catch(() => null),
    );
    taken.push(place);
    return place;
  };

  const listAlsoEnded = (before: Readonly<Record<string, number>>): string[] => {
    const now = system.pids();
    return Object.entries(before)
      .filter(([other, pid]) => other !== part && (now[other] !== pid || !isAlive(pid)))
      .map(([other]) => other);
  };

  /**
   * Kills the part. `then` are the next holds: taken before whoever waits here may go on, or, where
   * the server of all holds is what was killed, as soon as it is back.
   */
  const strike = async (
    boundary: string,
    leave: readonly Hold[] = [],
    then: readonly Place[] = [],
  ): Promise<Hold[]> => {
    const takeNext = () => Promise.all(then.map(hold));
    const early = part === 'postgres' ? [] : await takeNext();
    pidsAtKill = system.pids();
    lastKillMs = performance.now();
    const killedPid = system.kill(part);
    await Promise.all(leave.map((each) => each.release()));
    const late = part === 'postgres' ? takeNext() : Promise.resolve(early);
    const [next] = await Promise.all([late, system.untilBack(part, killedPid)]);
    strikes.push({
      part,
      boundary,
      backS: secondsSince(lastKillMs),
      wentOnS: null,
      alsoEnded: listAlsoEnded(pidsAtKill),
      note: '',
    });
    return next;
  };

  /** To be called when what was halted by the last kill is done. */
  const wentOn = (note = ''): void => {
    const last = strikes.at(-1);
    if (!last) return;
    last.wentOnS = secondsSince(lastKillMs);
    last.alsoEnded = listAlsoEnded(pidsAtKill);
    if (note !== '') last.note = note;
  };

  // A walk that failed must not hold up the next one.
  const releaseAll = () => Promise.all(taken.map((place) => place.release()));

  return { strikes, hold, releaseAll, strike, wentOn };
};

export type Strikes = ReturnType<typeof createStrikes>;

const HEADS = ['part', 'boundary', 'back (s)', 'goes on (s)', 'result'] as const;

const seconds = (value: number | null): string => (value === null ? '-' : value.toFixed(1));

const resultOf = ({ alsoEnded, note }: Strike): string =>
  [note, alsoEnded.length > 0 ? `also ended: ${alsoEnded.join(', ')}` : '']
    .filter((text) => text !== '')
    .join('; ');

export const printStrikes = (strikes: readonly Strike[], lines: readonly string[]): void => {
  const rows = [
    [...HEADS],
    ...strikes.map((row) => [
      row.part,
      row.boundary,
      seconds(row.backS),
      seconds(row.wentOnS),
      resultOf(row),
    ]),
  ];
  const widths = HEADS.map((_head, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const table = rows.map((row) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | '),
  );
  process.stdout.write(`\n${[...table, '', ...lines].join('\n')}\n`);
};
