import { getConnInfo } from '@hono/node-server/conninfo';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { WebContext } from '../../environment.ts';

const WINDOW_S = 15 * 60;

// Without a network under it (a test, the local socket) every caller is the same one.
export const addressOf = (c: WebContext): string => {
  const bindings: unknown = c.env;
  const hasNetwork = typeof bindings === 'object' && bindings !== null && 'incoming' in bindings;
  return hasNetwork ? (getConnInfo(c).remote.address ?? 'unknown') : 'local';
};

/** Where to go after signing in: a page of ours, never another site's. */
export const ownPath = (back: string | undefined): string => {
  if (back === undefined || !/^\/(?![/\\])/.test(back)) return '/waiting';
  const url = new URL(back, 'http://own.invalid');
  return url.origin === 'http://own.invalid' ? url.pathname + url.search : '/waiting';
};

/** Few wrong passwords per name and address, more per address: many people share an office's one. */
export const createSignInLimit = () => {
  const perName = new RateLimiterMemory({ points: 5, duration: WINDOW_S });
  const perAddress = new RateLimiterMemory({ points: 60, duration: WINDOW_S });
  const keysOf = (c: WebContext, userName: string) => {
    const address = addressOf(c);
    return { address, both: `${userName.slice(0, 100)}@${address}` };
  };

  return {
    /** Counts an attempt before the password is looked at; false: wait. */
    async take(c: WebContext, userName: string): Promise<boolean> {
      const { address, both } = keysOf(c, userName);
      try {
        await perName.consume(both);
        await perAddress.consume(address);
        return true;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return false;
        throw refused;
      }
    },

    /** A right password was none of the wrong ones. */
    async giveBack(c: WebContext, userName: string): Promise<void> {
      const { address, both } = keysOf(c, userName);
      await Promise.all([perName.delete(both), perAddress.reward(address)]);
    },
  };
};
export type SignInLimit = ReturnType<typeof createSignInLimit>;
