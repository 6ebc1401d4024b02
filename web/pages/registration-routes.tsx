import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';
import { requireUser } from '../signed-in.ts';
import { readRunningCycle } from './cycle/cycle-reading.ts';
import { blankRegistrationFile } from './paper/printed-forms.ts';
import { approveList, listPdf, returnList } from './registration/list-decide.ts';
import { listPage } from './registration/list-page.tsx';
import { closeList, closePage } from './registration/period-close.tsx';
import { openRegistration } from './registration/period-open.ts';
import { periodPage } from './registration/period-page.tsx';
import { reopenPage, reopenUnit } from './registration/period-reopen.tsx';
import { joinTasks, setLead, splitTasks } from './registration/period-share.ts';
import { sharedPage } from './registration/period-shared.tsx';
import { withdrawList } from './registration/period-withdraw.ts';
import { unitRoutes } from './registration/unit-routes.ts';

const REGISTRATION = '/cycles/:year{[0-9]{4}}/registration';
const LIST = `${REGISTRATION}/list/:version{[0-9]{1,6}}`;

export const registrationRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.use(`${REGISTRATION}/*`, requireUser);

  routes.get(REGISTRATION, (c) => periodPage(c));
  routes.get(`${REGISTRATION}/:file{blank-form[.](pdf|docx)}`, async (c) =>
    blankRegistrationFile(c, await readRunningCycle(c)),
  );
  routes.post(`${REGISTRATION}/open`, (c) => openRegistration(c));
  routes.get(`${REGISTRATION}/shared`, (c) => sharedPage(c));
  routes.post(`${REGISTRATION}/shared/lead`, (c) => setLead(c));
  routes.post(`${REGISTRATION}/shared/join`, (c) => joinTasks(c));
  routes.post(`${REGISTRATION}/shared/split`, (c) => splitTasks(c));
  routes.get(`${REGISTRATION}/reopen`, (c) => reopenPage(c));
  routes.post(`${REGISTRATION}/reopen`, (c) => reopenUnit(c));
  routes.get(`${REGISTRATION}/close`, (c) => closePage(c));
  routes.post(`${REGISTRATION}/close`, (c) => closeList(c));
  routes.post(`${REGISTRATION}/withdraw`, (c) => withdrawList(c));

  routes.get(LIST, (c) => listPage(c));
  routes.get(`${LIST}/draft.pdf`, (c) => listPdf(c));
  routes.post(`${LIST}/approve`, (c) => approveList(c));
  routes.post(`${LIST}/return`, (c) => returnList(c));

  routes.route(REGISTRATION, unitRoutes());
  return routes;
};
