import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';
import { requireUser } from '../signed-in.ts';

const REGISTRATION = '/cycles/:year{[0-9]{4}}/registration';

export const registrationRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.use(`${REGISTRATION}/*`, requireUser);
  return routes;
};
