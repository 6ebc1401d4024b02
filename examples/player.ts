// How the example is played: by the acts that people use, one after another, each once.
import type { ActDependencies, ActOutcome } from '../acts/act.ts';
import { performAct, waitUntilShown } from '../acts/perform-act.ts';
import type { Instant, LocalDate } from '../domain/local-date.ts';
import type { StrandKind, StrandStates } from '../workflows/contract.ts';
import type { DayOf } from './around-today.ts';

const POLL_MS = 100;
const WAIT_MS = 60_000;

export const createPlayer = (acts: ActDependencies, officeId: string, year: number) => {
  const until = async <T>(what: string, read: () => Promise<T | null | undefined>): Promise<T> => {
    for (let waitedMs = 0; waitedMs < WAIT_MS; waitedMs += POLL_MS) {
      const found = await read();
      if (found !== null && found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    throw new Error(`the example waited in vain: ${what}`);
  };

  /** The strand once it stands so; the worker may still be on its way up. */
  const untilStrand = <K extends StrandKind>(
    id: string,
    kind: K,
    isReached: (state: StrandStates[K]) => boolean = () => true,
  ): Promise<StrandStates[K]> =>
    until(id, async () => {
      const state = (await acts.stores.strands.find(officeId, id, kind))?.state;
      return state && isReached(state) ? state : null;
    });

  /** One act as that person at that moment. A fixed id, so that a second start of the example goes on. */
  const act = async (
    id: string,
    personId: string,
    name: string,
    data: object,
    occurredAt: Instant | null,
  ): Promise<ActOutcome> => {
    const done = await performAct(acts, name, {
      actId: `example-${String(year)}-${id}`,
      officeId,
      year,
      personId,
      channel: 'example',
      occurredAt,
      data,
    });
    await waitUntilShown(acts, officeId, done);
    return done;
  };

  return { act, untilStrand };
};

type Player = ReturnType<typeof createPlayer>;
export interface Story extends Player {
  readonly officeId: string;
  readonly year: number;
  readonly dayOf: DayOf;
  readonly today: LocalDate;
}

