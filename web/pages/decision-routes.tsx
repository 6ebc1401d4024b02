import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { findDecisionLink, type DecisionLink } from '../../acts/decision-link.ts';
import type { WebContext, WebEnv } from '../environment.ts';
import { keepPrivate } from '../keep-private.ts';
import { createDecisionLimit, type DecisionLimit } from './decision/decision-limit.ts';
import { decisionPage, tooManyPage } from './decision/decision-page.tsx';
import { readDecision } from './decision/decision-reading.ts';
import { pressDecision } from './decision/press-decision.ts';

// A reason of many pages still fits.
const MAX_BODY_BYTES = 256 * 1024;

type Answer = (link: DecisionLink) => Promise<Response>;

const withLink = async (c: WebContext, limit: DecisionLimit, answer: Answer): Promise<Response> => {
  const { acts, decisionLinks } = c.get('deps');
  const link = await findDecisionLink(acts, decisionLinks, c.req.param('token') ?? '');
  if (link) return (await limit.takeOpening(link)) ? answer(link) : tooManyPage(c);
  return (await limit.takeGuess(c)) ? c.notFound() : tooManyPage(c);
};

/**
 * The page behind the link in a leader's mail. Mail scanners open every link, so that opening it, by
 * whatever method but POST, reads and never writes. It asks for no sign-in, and heeds none.
 */
export const decisionRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  const limit = createDecisionLimit();
  routes.use('/d/*', keepPrivate);
  routes.use('/d/*', bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.text('413', 413) }));
  routes.get('/d/:token', (c) =>
    withLink(c, limit, async (link) => decisionPage(c, await readDecision(c, link))),
  );
  routes.post('/d/:token/approve', (c) =>
    withLink(c, limit, (link) => pressDecision(c, link, 'approve')),
  );
  routes.post('/d/:token/return', (c) =>
    withLink(c, limit, (link) => pressDecision(c, link, 'giveBack')),
  );
  return routes;
};
