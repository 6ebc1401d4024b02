import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';
import { requireUser } from '../signed-in.ts';
import { commendPage, submitCommendation } from './summary/commend-page.tsx';
import { submitYearReport, yearReportPage } from './summary/report-page.tsx';
import { openSummary, saveSummaryForm, summaryFormPage } from './summary/summary-form-page.tsx';
import { summaryPage } from './summary/summary-page.tsx';

const SUMMARY = '/cycles/:year{[0-9]{4}}/summary';
const FORM = `${SUMMARY}/:form{criteria|self|appraised|outcomes|text}`;

export const summaryRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.use(`${SUMMARY}/*`, requireUser);

  routes.get(SUMMARY, (c) => summaryPage(c));
  routes.post(`${SUMMARY}/open`, (c) => openSummary(c));
  routes.get(`${SUMMARY}/commendation`, (c) => commendPage(c));
  routes.post(`${SUMMARY}/commendation`, (c) => submitCommendation(c));
  routes.get(`${SUMMARY}/report`, (c) => yearReportPage(c));
  routes.post(`${SUMMARY}/report`, (c) => submitYearReport(c));
  routes.get(FORM, (c) => summaryFormPage(c));
  routes.post(FORM, (c) => saveSummaryForm(c));
  return routes;
};
