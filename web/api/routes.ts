import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';
import { actRoutes } from './act-routes.ts';
import { answerError, answerNotFound } from './answer-refusal.ts';
import { operatorOnly } from './authorise.ts';
import { cycleRoutes } from './cycle-routes.ts';
import { officeRoutes } from './office-routes.ts';
import { replayRoutes } from './replay-routes.ts';
import { templateRoutes } from './template-routes.ts';

/** The same acts and lists as the pages have, as JSON, for the command line and other programs. */
export const apiRoutes = (): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();
  app.onError(answerError);
  app.use(operatorOnly);
  app.route('/', officeRoutes());
  app.route('/', actRoutes());
  app.route('/', cycleRoutes());
  app.route('/', replayRoutes());
  app.route('/', templateRoutes());
  // Here, since an app's own not-found page would answer for all that it holds.
  app.all('*', answerNotFound);
  return app;
};
