import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { sentenceOfError } from '../../locale/words.ts';
import type { WebEnv } from '../environment.ts';
import { requireUser } from '../signed-in.ts';
import { openPledge, pledgeListPage } from './pledge/pledge-list-page.tsx';
import { pledgePage } from './pledge/pledge-page.tsx';
import { pressPledge } from './pledge/pledge-press.ts';
import { pledgeScan, pledgeSheetFile } from './pledge/pledge-sheet.ts';

const PLEDGES = '/cycles/:year{[0-9]{4}}/pledges';
const PLEDGE = `${PLEDGES}/:pledgeId`;
// A scan has at most 20 MB; the rest of the form needs little.
const MAX_FORM_BYTES = 20.5 * 1024 * 1024;

const limitForm: MiddlewareHandler<WebEnv> = (c, next) =>
  bodyLimit({
    maxSize: MAX_FORM_BYTES,
    onError: () => {
      const form = c.req.param('form') ?? '';
      const text = sentenceOfError(c.get('lang'), 'too-large');
      return pledgePage(c, {
        form,
        fields: {},
        errors: [{ field: `${form}-scan`, text }],
        status: 413,
      });
    },
  })(c, next);

export const pledgeRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.use(`${PLEDGES}/*`, requireUser);
  routes.get(PLEDGES, requireUser, (c) => pledgeListPage(c));
  routes.post(PLEDGES, requireUser, (c) => openPledge(c));
  routes.get(PLEDGE, (c) => pledgePage(c));
  routes.get(`${PLEDGE}/sheet.pdf`, (c) => pledgeSheetFile(c));
  routes.get(`${PLEDGE}/sheet.docx`, (c) => pledgeSheetFile(c));
  routes.get(`${PLEDGE}/scans/:sha256`, (c) => pledgeScan(c));
  routes.post(`${PLEDGE}/:form`, limitForm, (c) => pressPledge(c));
  return routes;
};
