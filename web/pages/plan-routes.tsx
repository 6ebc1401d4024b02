import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';

export const planRoutes = (): Hono<WebEnv> => new Hono<WebEnv>();
