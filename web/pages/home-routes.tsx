import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';

export const homeRoutes = (): Hono<WebEnv> => new Hono<WebEnv>();
