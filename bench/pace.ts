// How both sides are driven alike: so many people at once, and a look every so often.
import { setTimeout as wait } from 'node:timers/promises';

const PEOPLE_AT_ONCE = 5;
const POLL_MS = 25;
const WAIT_MS = 180_000;

export const forEachAtOnce = async <T>(
  all: readonly T[],
  act: (one: T) => Promise<unknown>,
): Promise<void> => {
  const waiting = [...all];
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: PEOPLE_AT_ONCE }, work));
};

export const until = async <T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
): Promise<T> => {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await wait(POLL_MS);
  }
};

export type Phases = Readonly<Record<'open' | 'register' | 'accept' | 'approve', number>>;

/** Milliseconds of each phase, one after the other. */
export const timePhases = async (
  phases: Readonly<Record<keyof Phases, () => Promise<unknown>>>,
): Promise<Phases> => {
  const timed = async (run: () => Promise<unknown>): Promise<number> => {
    const startedAt = performance.now();
    await run();
    return performance.now() - startedAt;
  };
  return {
    open: await timed(phases.open),
    register: await timed(phases.register),
    accept: await timed(phases.accept),
    approve: await timed(phases.approve),
  };
};

export const totalOf = (phases: Phases): number =>
  phases.open + phases.register + phases.accept + phases.approve;
