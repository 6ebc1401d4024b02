import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';

export const receiptRoutes = (): Hono<WebEnv> => new Hono<WebEnv>();
