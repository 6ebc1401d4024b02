import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { DecisionLink } from '../../../acts/decision-link.ts';
import type { WebContext } from '../../environment.ts';
import { takePoint } from '../../take-point.ts';
import { addressOf } from '../home/sign-in.ts';

const WINDOW_S = 15 * 60;

/**
 * A right link is not stopped by guesses from the same address, where a mail scanner and a leader may
 * both be; its own page is made so often, and no oftener.
 */
export const createDecisionLimit = () => {
  const guesses = new RateLimiterMemory({ points: 30, duration: WINDOW_S });
  const openings = new RateLimiterMemory({ points: 300, duration: WINDOW_S });
  return {
    /** false: wait. */
    takeGuess: (c: WebContext): Promise<boolean> => takePoint(guesses, addressOf(c)),
    takeOpening: ({ token_sha256 }: DecisionLink): Promise<boolean> =>
      takePoint(openings, token_sha256),
  };
};
export type DecisionLimit = ReturnType<typeof createDecisionLimit>;
