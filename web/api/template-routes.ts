import { Hono } from 'hono';
import * as z from 'zod';
import { renderTemplate } from '../../documents/render-aside.ts';
import { templateText } from '../../documents/render.ts';
import type { PrintedKind } from '../../domain/paper-source.ts';
import { requireTemplateKind, templateKinds } from '../../domain/template-kind.ts';
import { FORM_NAMES, KIND_NAMES } from '../../locale/paper-names.ts';
import type { WebContext, WebEnv } from '../environment.ts';
import { officeIn } from './office-in.ts';
import { readNames } from './people-names.ts';
import { limitJson, readAs, readJson } from './read-body.ts';

const textSchema = z.strictObject({ text: z.string() });

const NAMES: Readonly<Record<PrintedKind, string>> = { ...KIND_NAMES, ...FORM_NAMES };

const kindIn = (c: WebContext): PrintedKind => requireTemplateKind(c.req.param('kind') ?? '');

const readTemplate = async (c: WebContext, officeId: string, kind: PrintedKind) => {
  const { stores } = c.get('deps').acts;
  const own = await stores.versions.latest(officeId, 'template', kind);
  const shipped = templateText(kind);
  const named = { kind, name: NAMES[kind] };
  if (!own) {
    return { ...named, isOwn: false, version: null, by: null, enteredAt: null, ...shipped };
  }
  const { version, author_id, entered_at: enteredAt, sha256, text } = own;
  const by = (await readNames(stores, officeId))(author_id);
  return { ...named, isOwn: sha256 !== shipped.sha256, version, by, enteredAt, sha256, text };
};

/** Templates of papers and forms that an office may change; installing one is the act `install-template`. */
export const templateRoutes = (): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();

  app.get('/offices/:office/templates', async (c) => {
    const officeId = await officeIn(c);
    const all = await Promise.all(templateKinds().map((kind) => readTemplate(c, officeId, kind)));
    return c.json({ templates: all.map(({ text, ...rest }) => ({ ...rest, size: text.length })) });
  });

  app.get('/offices/:office/templates/:kind', async (c) => {
    const kind = kindIn(c);
    const shipped = templateText(kind).text;
    return c.json({ ...(await readTemplate(c, await officeIn(c), kind)), shipped });
  });

  app.post('/offices/:office/templates/:kind/check', limitJson, async (c) => {
    const kind = kindIn(c);
    await officeIn(c);
    const { text } = readAs(textSchema, await readJson(c));
    c.get('deps').acts.paperCheck.checkTemplate(kind, text);
    return c.json({ kind, isGood: true });
  });

  /** A paper with the names of fields in place of values, as base64. */
  app.post('/offices/:office/templates/:kind/preview', limitJson, async (c) => {
    const kind = kindIn(c);
    await officeIn(c);
    const { text } = readAs(textSchema, await readJson(c));
    c.get('deps').acts.paperCheck.checkTemplate(kind, text);
    const pdf = await renderTemplate(kind, text);
    return c.json({ kind, pdf: Buffer.from(pdf).toString('base64') });
  });

  return app;
};
