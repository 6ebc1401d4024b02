import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';

export const paperRoutes = (): Hono<WebEnv> => new Hono<WebEnv>();
