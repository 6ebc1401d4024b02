import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';
import { requireUser } from '../signed-in.ts';
import { checkPage } from './check/check-page.tsx';
import { holdCheck, openCheck } from './check/check-presses.ts';
import { checksPage } from './check/checks-page.tsx';
import { figuresPage } from './check/figures-page.tsx';
import { confirmFigures, reportFigures, returnFigures } from './check/figures-presses.ts';
import { reportPage, submitReport } from './check/report-page.tsx';
import { recordVisit, visitPage } from './check/visit-page.tsx';
import { submitTeam, teamPage } from './check/team-page.tsx';
import { visitSheet } from './check/visit-sheet.ts';

const CHECKS = '/cycles/:year{[0-9]{4}}/checks';
const CHECK = `${CHECKS}/:quarter{Q[1-4]}`;
const UNIT = `${CHECK}/units/:unit`;

export const checkRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.use(`${CHECKS}/*`, requireUser);

  routes.get(CHECKS, (c) => checksPage(c));
  routes.get(`${CHECKS}/team`, (c) => teamPage(c));
  routes.post(`${CHECKS}/team`, (c) => submitTeam(c));
  routes.get(CHECK, (c) => checkPage(c));
  routes.post(`${CHECK}/open`, (c) => openCheck(c));
  routes.post(`${CHECK}/hold`, (c) => holdCheck(c));
  routes.get(UNIT, (c) => figuresPage(c));
  routes.post(UNIT, (c) => reportFigures(c));
  routes.post(`${UNIT}/confirm`, (c) => confirmFigures(c));
  routes.post(`${UNIT}/return`, (c) => returnFigures(c));
  routes.get(`${CHECK}/report`, (c) => reportPage(c));
  routes.post(`${CHECK}/report`, (c) => submitReport(c));
  routes.get(`${CHECK}/visits/new`, (c) => visitPage(c));
  routes.post(`${CHECK}/visits/new`, (c) => recordVisit(c));
  routes.get(`${CHECK}/visits/:visit/sheet.pdf`, (c) => visitSheet(c));
  return routes;
};
