import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';

export const officeRoutes = (): Hono<WebEnv> => new Hono<WebEnv>();
