import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { sentenceOfError } from '../../locale/words.ts';
import type { WebContext, WebEnv } from '../environment.ts';
import { requireUser } from '../signed-in.ts';
import { cancelCycle, cancelPage } from './cycle/cancel-page.tsx';
import { cycleListPage } from './cycle/cycle-list-page.tsx';
import { cyclePage } from './cycle/cycle-page.tsx';
import { freshFields, newCyclePage } from './cycle/new-cycle-page.tsx';
import {
  continueStart,
  refuseFile,
  startCopy,
  startCycle,
  startCycleFromFile,
} from './cycle/start-cycle.ts';

// The file itself may have 20 MB, which its reader checks; the rest is the form around it.
const MAX_UPLOAD_BYTES = 21 * 1024 * 1024;

export const cycleRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.use('/cycles/*', requireUser);

  routes.get('/cycles', requireUser, (c) => cycleListPage(c));
  routes.get('/cycles/new', async (c) => {
    const asked = Number(c.req.query('year'));
    const fields = await freshFields(c, Number.isInteger(asked) ? asked : null);
    return newCyclePage(c, { fields, errors: [], fileErrors: [], status: 200 });
  });
  routes.post('/cycles/new', (c) => startCycle(c));
  routes.post('/cycles/new/copy', (c) => startCopy(c));
  routes.post(
    '/cycles/new/file',
    bodyLimit({
      maxSize: MAX_UPLOAD_BYTES,
      onError: (c: WebContext) => {
        const text = sentenceOfError(c.get('lang'), 'too-large');
        return refuseFile(c, [{ field: 'file', text }], 413);
      },
    }),
    (c) => startCycleFromFile(c),
  );

  routes.get('/cycles/:year{[0-9]{4}}', (c) => cyclePage(c));
  routes.post('/cycles/:year{[0-9]{4}}/continue', (c) => continueStart(c));
  routes.get('/cycles/:year{[0-9]{4}}/cancel', (c) => cancelPage(c));
  routes.post('/cycles/:year{[0-9]{4}}/cancel', (c) => cancelCycle(c));
  return routes;
};
