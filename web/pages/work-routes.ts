import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';
import { requireUser } from '../signed-in.ts';
import { giveWork, giveWorkPage } from './work/work-give.tsx';
import { workListPage } from './work/work-list-page.tsx';
import { workPage } from './work/work-page.tsx';
import { pressWork } from './work/work-presses.ts';

const WORK = '/cycles/:year{[0-9]{4}}/work';

/** Work that was given to units: by the chair's conclusion, an answer, a check, or by itself. */
export const workRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.use(WORK, requireUser);
  routes.use(`${WORK}/*`, requireUser);
  routes.get(WORK, (c) => workListPage(c));
  routes.get(`${WORK}/new`, (c) => giveWorkPage(c));
  routes.post(`${WORK}/new`, (c) => giveWork(c));
  routes.get(`${WORK}/:id`, (c) => workPage(c));
  routes.post(`${WORK}/:id/:form`, (c) => pressWork(c));
  return routes;
};
