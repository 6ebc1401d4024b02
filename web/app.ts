import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { apiRoutes } from './api/routes.ts';
import { assetRoutes } from './assets.ts';
import type { WebDependencies, WebEnv } from './environment.ts';
import { conferenceRoutes } from './pages/conference-routes.tsx';
import { checkRoutes } from './pages/check-routes.tsx';
import { cycleRoutes } from './pages/cycle-routes.tsx';
import { decisionRoutes } from './pages/decision-routes.tsx';
import { draftRoutes } from './pages/draft-routes.ts';
import { dialogueRoutes } from './pages/dialogue-routes.tsx';
import { faultPage, notFoundPage } from './pages/fault-pages.tsx';
import { homeRoutes } from './pages/home-routes.tsx';
import { officeRoutes } from './pages/office-routes.tsx';
import { paperRoutes } from './pages/paper-routes.tsx';
import { planRoutes } from './pages/plan-routes.tsx';
import { pledgeRoutes } from './pages/pledge-routes.tsx';
import { proofRoutes } from './pages/proof-routes.tsx';
import { receiptRoutes } from './pages/receipt-routes.tsx';
import { registrationRoutes } from './pages/registration-routes.tsx';
import { summaryRoutes } from './pages/summary-routes.tsx';
import { workRoutes } from './pages/work-routes.ts';
import { withReader } from './signed-in.ts';

// Above what any route takes, so that each can say in its own words what is too large.
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** The pages and the API. Each `…-routes` file says which addresses it answers. */
export const createApp = (deps: WebDependencies): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();
  app.use(compress());
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
      // Not 'no-referrer': a browser then sends forms with "Origin: null", and over plain HTTP csrf() has
      // nothing else to know our own pages by. To other sites no address is told either way.
      referrerPolicy: 'same-origin',
    }),
  );
  app.route('/', assetRoutes());
  app.get('/healthz', (c) => c.text('ok'));
  app.use(withReader(deps));
  app.route('/api', apiRoutes());
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.text('413', 413) }));
  app.use(csrf());
  app.route('/', decisionRoutes());
  app.route('/', homeRoutes());
  app.route('/', receiptRoutes());
  app.route('/', proofRoutes());
  app.route('/', cycleRoutes());
  app.route('/', conferenceRoutes());
  app.route('/', planRoutes());
  app.route('/', dialogueRoutes());
  app.route('/', registrationRoutes());
  app.route('/', draftRoutes());
  app.route('/', workRoutes());
  app.route('/', pledgeRoutes());
  app.route('/', summaryRoutes());
  app.route('/', checkRoutes());
  app.route('/', paperRoutes());
  app.route('/', officeRoutes());
  app.notFound(notFoundPage);
  app.onError(faultPage);
  return app;
};
