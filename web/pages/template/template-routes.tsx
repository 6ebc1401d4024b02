import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { PrintedKind } from '../../../domain/paper-source.ts';
import type { WebContext, WebEnv } from '../../environment.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { press } from '../../press.ts';
import type { FormError } from '../../refusal.ts';
import { TemplatePage, TemplatePreview, templatesPage } from './template-page.tsx';
import { kindAsked, pathOfTemplate, readTemplateView, readText } from './template-reading.ts';

const showTemplate = async (c: WebContext): Promise<Response> => {
  const kind = kindAsked(c);
  if (!kind) return c.notFound();
  const view = await readTemplateView(c, kind);
  const text = await readText(c, view, c.req.query('version'));
  const basedOn = String(view.versions[0]?.version ?? '');
  const form = { text, basedOn, errors: [], actId: undefined };
  return c.html(<TemplatePage c={c} view={view} form={form} />);
};

// A browser sends line breaks as CR LF; a template is kept with LF, as it was written.
const textOf = (fields: TypedFields): string => {
  const { text } = fields;
  return typeof text === 'string' ? text.replaceAll('\r\n', '\n') : '';
};

const showAgain =
  (c: WebContext, kind: PrintedKind, fields: TypedFields) =>
  async (errors: readonly FormError[], status: ContentfulStatusCode): Promise<Response> => {
    const form = {
      text: textOf(fields),
      basedOn: typedText(fields, 'basedOn'),
      errors,
      // Try later: the same press again must stay the same act.
      actId: status === 503 ? typedText(fields, 'actId') : undefined,
    };
    return c.html(
      <TemplatePage c={c} view={await readTemplateView(c, kind)} form={form} />,
      status,
    );
  };

const pressTemplate = async (c: WebContext): Promise<Response> => {
  const kind = kindAsked(c);
  if (!kind) return c.notFound();
  const fields: TypedFields = await c.req.parseBody();
  const again = showAgain(c, kind, fields);
  if (typedText(fields, 'step') !== 'install') return again([], 200);
  const basedOn = typedText(fields, 'basedOn');
  return press(c, {
    fields,
    act: 'install-template',
    year: null,
    data: { kind, basedOn: basedOn === '' ? null : Number(basedOn), text: textOf(fields) },
    to: pathOfTemplate(kind),
    again,
  });
};

// The paper alone, for the page that follows the typing.
const showPreview = async (c: WebContext): Promise<Response> => {
  const kind = kindAsked(c);
  if (!kind) return c.notFound();
  const fields: TypedFields = await c.req.parseBody();
  return c.html(<TemplatePreview c={c} view={{ kind }} text={textOf(fields)} />);
};

/** Templates of the office's papers; they stand behind the sign-in of the office's pages. */
export const templateRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.get('/', (c) => templatesPage(c));
  routes.get('/:kind', (c) => showTemplate(c));
  routes.post('/:kind', (c) => pressTemplate(c));
  routes.post('/:kind/preview', (c) => showPreview(c));
  return routes;
};
