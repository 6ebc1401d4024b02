import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';

export const apiRoutes = (): Hono<WebEnv> => new Hono<WebEnv>();
