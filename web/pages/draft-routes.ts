import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';
import { requireUser } from '../signed-in.ts';
import { draftFormPage } from './drafts/draft-form-check.ts';
import { draftPage } from './drafts/draft-page.tsx';
import { pressDraft } from './drafts/draft-presses.ts';
import { draftSlip } from './drafts/draft-slip.ts';
import { draftsPage } from './drafts/drafts-page.tsx';
import { letterPage } from './drafts/letter-page.tsx';
import { plainPaperPage } from './drafts/plain-paper-page.tsx';
import { submitLetter } from './drafts/submit-letter.ts';
import { submitPlainPaper } from './drafts/submit-plain-paper.ts';

const DRAFTS = '/cycles/:year{[0-9]{4}}/drafts';
const DRAFT = `${DRAFTS}/:draftId/:version{[0-9]{1,6}}`;

/** Papers of the year's rooms while they are drafts. */
export const draftRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.use(DRAFTS, requireUser);
  routes.use(`${DRAFTS}/*`, requireUser);
  routes.get(DRAFTS, (c) => draftsPage(c));
  routes.get(`${DRAFTS}/letter`, (c) => letterPage(c));
  routes.post(`${DRAFTS}/letter`, (c) => submitLetter(c));
  routes.get(`${DRAFTS}/plain`, (c) => plainPaperPage(c));
  routes.post(`${DRAFTS}/plain`, (c) => submitPlainPaper(c));
  routes.get(DRAFT, (c) => draftPage(c));
  routes.get(`${DRAFT}/form`, (c) => draftFormPage(c));
  routes.get(`${DRAFT}/approval-slip.pdf`, (c) => draftSlip(c));
  routes.post(`${DRAFT}/:form`, (c) => pressDraft(c));
  return routes;
};
