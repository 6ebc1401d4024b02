import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { WebContext, WebEnv } from '../../environment.ts';
import { allPapersFile, allPapersPage } from './unit-all-papers-page.tsx';
import { unitPage } from './unit-page.tsx';
import { unitPaperFile, unitPapersPage } from './unit-papers-page.tsx';
import { takePlanTasks } from './unit-plan-offers.tsx';
import { pressUnit, refuseTooLarge } from './unit-presses.ts';
import { pathOfUnit, readUnit } from './unit-reading.ts';
import { saveRegistrationForm, type ShowForm } from './unit-save.ts';
import { deleteUnitTask, deleteUnitTaskPage } from './unit-task-delete-page.tsx';
import { saveUnitTask, unitTaskPage } from './unit-task-page.tsx';
import { unitScan, unitVersionPage } from './unit-version-page.tsx';

const FORM_FILE = ':file{(registration-form|commitment)[.](pdf|docx)}';
// A scan has at most 20 MB; the rest of the form needs little.
const MAX_FORM_BYTES = 20.5 * 1024 * 1024;

const limitForm: MiddlewareHandler<WebEnv> = (c, next) =>
  bodyLimit({ maxSize: MAX_FORM_BYTES, onError: () => refuseTooLarge(c) })(c, next);

// What is saved from the unit's page itself comes back to it, with what others changed meanwhile.
const showOnPage: ShowForm = (c, { fields, errors, differences }, status) =>
  unitPage(c, { form: 'save', fields, errors, differences, status });

/** The registration once more, signed by whoever heads the unit now. */
const saveHead = async (c: WebContext): Promise<Response> => {
  const fields = await c.req.parseBody();
  const unit = await readUnit(c);
  if (!unit) return c.notFound();
  return saveRegistrationForm(c, unit, {
    fields,
    edit: (content) => ({ content, errors: [] }),
    fieldOf: () => null,
    show: showOnPage,
    to: pathOfUnit(unit),
  });
};

/** A unit's registration: its page, its tasks, its papers and all that anybody does on it. */
export const unitRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.get('/papers', (c) => allPapersPage(c));
  routes.get('/papers/:file', (c) => allPapersFile(c));

  routes.get('/units/:unitId', (c) => unitPage(c));
  routes.get('/units/:unitId/papers', (c) => unitPapersPage(c));
  routes.get(`/units/:unitId/${FORM_FILE}`, (c) => unitPaperFile(c));
  routes.get('/units/:unitId/versions/:version{[0-9]{1,6}}', (c) => unitVersionPage(c));
  routes.get('/units/:unitId/scans/:sha256', (c) => unitScan(c));

  routes.get('/units/:unitId/tasks/:taskId', (c) => unitTaskPage(c));
  routes.post('/units/:unitId/tasks/:taskId', (c) => saveUnitTask(c));
  routes.get('/units/:unitId/tasks/:taskId/delete', (c) => deleteUnitTaskPage(c));
  routes.post('/units/:unitId/tasks/:taskId/delete', (c) => deleteUnitTask(c));
  routes.post('/units/:unitId/take', (c) => takePlanTasks(c, showOnPage));
  routes.post('/units/:unitId/head', (c) => saveHead(c));
  routes.post('/units/:unitId/:form', limitForm, (c) => pressUnit(c));
  return routes;
};
