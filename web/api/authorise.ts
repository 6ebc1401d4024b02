import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Channel } from '../../acts/act.ts';
import type { WebContext, WebEnv } from '../environment.ts';
import { answerFault, answerNotFound } from './answer-refusal.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const bearerOf = (header: string | undefined): string | null =>
  /^Bearer +(.+)$/i.exec(header ?? '')?.[1] ?? null;

const isOnSocket = (c: WebContext): boolean => c.env.isLocalSocket === true;

export const channelOf = (c: WebContext): Channel => (isOnSocket(c) ? 'cli' : 'api');

/**
 * Whoever opens the socket in the data folder, or knows the token, is the operator and says as whom an
 * act is done. A browser's session never counts here: another site could make the browser send it.
 */
export const operatorOnly: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (isOnSocket(c)) return next();
  const { apiToken } = c.get('deps');
  if (apiToken === null) return answerNotFound(c);
  const given = bearerOf(c.req.header('authorization'));
  // Of equal length, so that the time of the answer tells nothing of the token.
  if (given !== null && timingSafeEqual(digest(given), digest(apiToken))) return next();
  c.header('www-authenticate', 'Bearer');
  return answerFault(c, 401, 'not-authorised', 'The request bears no valid token of this system.');
};
