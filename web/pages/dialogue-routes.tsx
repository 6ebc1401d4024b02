import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { sentenceOfError } from '../../locale/words.ts';
import type { WebContext, WebEnv } from '../environment.ts';
import { requireUser } from '../signed-in.ts';
import { askInDialogue } from './dialogue/ask-press.ts';
import { questionSlipFile, replyScan, summaryFile } from './dialogue/dialogue-files.ts';
import { dialoguePage } from './dialogue/dialogue-page.tsx';
import { questionPage } from './dialogue/question-page.tsx';
import { pressQuestion } from './dialogue/question-presses.ts';

const DIALOGUE = '/cycles/:year{[0-9]{4}}/dialogue';
// The scan of a reply has at most 20 MB; the rest of the form needs little.
const MAX_FORM_BYTES = 20.5 * 1024 * 1024;

const refuseTooLarge = (c: WebContext): Response | Promise<Response> => {
  const text = sentenceOfError(c.get('lang'), 'too-large');
  const errors = [{ field: 'reply-bytes', text }];
  return questionPage(c, { form: 'reply', fields: {}, errors, status: 413 });
};

/** The dialogue of a year: its questions, and all that anybody does with one. */
export const dialogueRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.use(`${DIALOGUE}/*`, requireUser);

  routes.get(DIALOGUE, (c) => dialoguePage(c));
  routes.post(`${DIALOGUE}/ask`, (c) => askInDialogue(c));
  routes.get(`${DIALOGUE}/:file{summary[.](pdf|docx)}`, (c) => summaryFile(c));
  routes.get(`${DIALOGUE}/:file{question-slip[.](pdf|docx)}`, (c) => questionSlipFile(c));
  routes.get(`${DIALOGUE}/:questionId/reply-scan/:sha256`, (c) => replyScan(c));
  routes.get(`${DIALOGUE}/:questionId`, (c) => questionPage(c));
  routes.post(
    `${DIALOGUE}/:questionId/:form`,
    bodyLimit({ maxSize: MAX_FORM_BYTES, onError: refuseTooLarge }),
    (c) => pressQuestion(c),
  );
  return routes;
};
