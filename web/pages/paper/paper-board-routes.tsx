import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebContext, WebEnv } from '../../environment.ts';
import { typedText } from '../../layout/typed-values.ts';
import { press } from '../../press.ts';
import type { FormError } from '../../refusal.ts';
import { BoardPage } from './paper-board-page.tsx';
import { readBoard } from './paper-board-view.ts';

const showBoard = async (
  c: WebContext,
  errors: readonly FormError[] = [],
  status: ContentfulStatusCode = 200,
): Promise<Response> =>
  c.html(<BoardPage c={c} view={await readBoard(c)} errors={errors} />, status);

/** The clerk's board with the outgoing register, and how numbers are counted. */
export const boardRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.get('/papers', (c) => showBoard(c));
  routes.post('/papers', async (c) => {
    const fields = await c.req.parseBody();
    return press(c, {
      fields,
      act: 'change-number-series',
      year: null,
      data: { series: typedText(fields, 'series') },
      to: '/papers',
      again: (errors, status) => showBoard(c, errors, status),
    });
  });
  return routes;
};
