import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible';

/** Counts one try under that key; false: there were too many, wait. */
export const takePoint = async (limiter: RateLimiterMemory, key: string): Promise<boolean> => {
  try {
    await limiter.consume(key);
    return true;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false;
    throw refused;
  }
};
