import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';
import { requireUser } from '../signed-in.ts';
import { amendmentPage, submitAmendment } from './amendment/amendment-page.tsx';
import { approvalPage } from './plan/approval-page.tsx';
import { approvePlan, returnPlan } from './plan/decide-plan.ts';
import { deleteTask, deleteTaskPage } from './plan/delete-task-page.tsx';
import { draftFormPage, draftPdf } from './plan/draft-paper.tsx';
import { generalPage, saveGeneral } from './plan/general-page.tsx';
import { initialPlan, refusePlanInitial } from './plan/initial-plan.ts';
import { planPage } from './plan/plan-page.tsx';
import { submitPlan, withdrawPlan } from './plan/submit-plan.ts';
import { saveTask, taskPage } from './plan/task-page.tsx';

const PLAN = '/cycles/:year{[0-9]{4}}/plan';
const APPROVAL = `${PLAN}/approval/:version{[0-9]{1,6}}`;

export const planRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.use(`${PLAN}/*`, requireUser);

  routes.get(PLAN, (c) => planPage(c));
  routes.post(`${PLAN}/submit`, (c) => submitPlan(c));
  routes.post(`${PLAN}/withdraw`, (c) => withdrawPlan(c));

  routes.get(`${PLAN}/amend`, (c) => amendmentPage(c));
  routes.post(`${PLAN}/amend`, (c) => submitAmendment(c));

  routes.get(`${PLAN}/edit`, (c) => generalPage(c));
  routes.post(`${PLAN}/edit`, (c) => saveGeneral(c));
  routes.get(`${PLAN}/tasks/:taskId`, (c) => taskPage(c));
  routes.post(`${PLAN}/tasks/:taskId`, (c) => saveTask(c));
  routes.get(`${PLAN}/tasks/:taskId/delete`, (c) => deleteTaskPage(c));
  routes.post(`${PLAN}/tasks/:taskId/delete`, (c) => deleteTask(c));

  routes.get(APPROVAL, (c) => approvalPage(c));
  routes.get(`${APPROVAL}/form`, (c) => draftFormPage(c));
  routes.get(`${APPROVAL}/draft.pdf`, (c) => draftPdf(c));
  routes.post(`${APPROVAL}/initial`, (c) => initialPlan(c));
  routes.post(`${APPROVAL}/refuse`, (c) => refusePlanInitial(c));
  routes.post(`${APPROVAL}/approve`, (c) => approvePlan(c));
  routes.post(`${APPROVAL}/return`, (c) => returnPlan(c));
  return routes;
};
