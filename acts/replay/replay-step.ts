import type { Instant } from '../../domain/local-date.ts';
import type { StrandKind, StrandStates } from '../../workflows/contract.ts';
import type { Assumption } from '../year-file/papers-of-year-file.ts';

/** What a step may look at before it is done: the strands of the office's year, from the read model. */
export interface YearReader {
  readonly officeId: string;
  readonly year: number;
  strand<K extends StrandKind>(workflowId: string, kind: K): Promise<StrandStates[K] | null>;
}

type Data = Readonly<Record<string, unknown>>;

/** One act of a step; `key` tells the acts of one step apart. */
export interface DueAct {
  readonly key: string;
  readonly data: Data;
}

/**
 * null while the system does not stand so yet that the step can be done; else the acts that it is, with
 * what only the system knows, such as the hash of what is approved. Most steps are one act; none where
 * nothing is to be done. `waitedMs`: how long it has been asked, for what may never come.
 */
export type ReadyActs = (reader: YearReader, waitedMs: number) => Promise<readonly DueAct[] | null>;

/** One thing that somebody did in the year, as the act by which people do it. */
export interface ReplayStep {
  /** One within the year; the same file has the same steps with the same ids. */
  readonly id: string;
  /** When it happened on paper. */
  readonly at: Instant;
  readonly personId: string;
  readonly act: string;
  /** What of the act's data the file says. */
  readonly data: Data;
  /** The part of the file that it enters. */
  readonly place: string;
  readonly ready: ReadyActs;
}

/** What one room of the year makes of the file. */
export interface PlannedRoom {
  readonly steps: readonly ReplayStep[];
  readonly assumed: readonly Assumption[];
  /** The system's id of each of the file's papers that the room enters, by the file's. */
  readonly papers: Readonly<Record<string, string>>;
}

export const NO_STEPS: PlannedRoom = { steps: [], assumed: [], papers: {} };

export const joinRooms = (rooms: readonly PlannedRoom[]): PlannedRoom => ({
  steps: rooms.flatMap(({ steps }) => steps),
  assumed: rooms.flatMap(({ assumed }) => assumed),
  papers: Object.fromEntries(rooms.flatMap(({ papers }) => Object.entries(papers))),
});

const oneAct = (data: Data = {}): readonly DueAct[] => [{ key: '', data }];

/** Needs nothing but the steps before it. */
export const atOnce: ReadyActs = () => Promise.resolve(oneAct());

/** Ready once the strand stands so; answers what the step needs of it. */
export const onceStrand =
  <K extends StrandKind>(
    workflowId: string,
    kind: K,
    read: (state: StrandStates[K]) => Data | null,
  ): ReadyActs =>
  async (reader) => {
    const state = await reader.strand(workflowId, kind);
    const data = state && read(state);
    return data && oneAct(data);
  };
