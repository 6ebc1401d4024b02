import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';

export const cycleRoutes = (): Hono<WebEnv> => new Hono<WebEnv>();
