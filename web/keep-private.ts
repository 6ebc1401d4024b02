import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from './environment.ts';

/** The address is the key: no cache keeps the page, no search engine lists it. */
export const keepPrivate: MiddlewareHandler<WebEnv> = async (c, next) => {
  await next();
  c.res.headers.set('Cache-Control', 'private, no-store');
  c.res.headers.set('X-Robots-Tag', 'noindex, nofollow');
};
