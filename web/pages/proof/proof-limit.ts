import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { WebContext } from '../../environment.ts';
import { takePoint } from '../../take-point.ts';
import { addressOf } from '../home/sign-in.ts';

const WINDOW_S = 15 * 60;

/** Guesses are counted by address; a right code by itself, so that one office's readers share none. */
export const createProofLimit = () => {
  const guesses = new RateLimiterMemory({ points: 30, duration: WINDOW_S });
  const lookUps = new RateLimiterMemory({ points: 600, duration: WINDOW_S });
  return {
    /** `known`: what was found, by its code or hash; null: nothing. false: wait. */
    take: (c: WebContext, known: string | null): Promise<boolean> =>
      known === null ? takePoint(guesses, addressOf(c)) : takePoint(lookUps, known),
  };
};
export type ProofLimit = ReturnType<typeof createProofLimit>;
