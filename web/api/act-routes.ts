import { Hono } from 'hono';
import * as z from 'zod';
import { ACTS } from '../../acts/all-acts.ts';
import { performAct, waitUntilShown } from '../../acts/perform-act.ts';
import { startFromFile } from '../../acts/start-from-file.ts';
import { isRecord } from '../../acts/year-file/json-pointer.ts';
import { DomainError } from '../../domain/errors.ts';
import type { WebContext, WebEnv } from '../environment.ts';
import { answerNotFound } from './answer-refusal.ts';
import { channelOf } from './authorise.ts';
import { limitFile, limitJson, readAs, readJson } from './read-body.ts';
import { yearIn } from './year-in.ts';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

const actId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
const startSchema = z.strictObject({ actId, as: z.string().optional() });
const actSchema = z.strictObject({
  actId,
  as: z.string(),
  occurredAt: z.string().nullish(),
  data: z.record(z.string(), z.unknown()),
});

// JSON has no bytes: a file travels as base64 under "bytes".
const withBytes = (data: Readonly<Record<string, unknown>>): unknown => {
  const { bytes } = data;
  if (!isRecord(data) || typeof bytes !== 'string') return data;
  if (!BASE64.test(bytes) || bytes.length % 4 !== 0) {
    throw new DomainError('not-schema', 'no base64', { expected: 'base64' }, '/bytes');
  }
  return { ...data, bytes: new Uint8Array(Buffer.from(bytes, 'base64')) };
};

const takeAct = async (c: WebContext, year: number | null) => {
  const { acts } = c.get('deps');
  const officeId = c.req.param('office') ?? '';
  const name = c.req.param('name') ?? '';
  if (!ACTS.has(name)) return answerNotFound(c);
  const body = readAs(actSchema, await readJson(c));
  const done = await performAct(acts, name, {
    actId: body.actId,
    officeId,
    year,
    personId: body.as,
    channel: channelOf(c),
    occurredAt: body.occurredAt ?? null,
    data: withBytes(body.data),
  });
  return c.json({ ...done, isShown: await waitUntilShown(acts, officeId, done) });
};

export const actRoutes = (): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();

  /** A year from a file of the reference schema, by the person named or the file's coordinator. */
  app.post('/cycles/from-file', limitFile, async (c) => {
    const { acts } = c.get('deps');
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const start = readAs(startSchema, c.req.query());
    const done = await startFromFile(acts, {
      actId: start.actId,
      bytes,
      personId: start.as ?? null,
      channel: channelOf(c),
    });
    const { officeId, year, workflowId, notices } = done;
    const isShown = await waitUntilShown(acts, officeId, done);
    const cycle = await acts.stores.cycles.find(officeId, year);
    return c.json(
      {
        office: officeId,
        year,
        workflowId,
        startedBy: cycle?.started_by ?? null,
        startedAt: cycle?.started_at ?? null,
        enteredAt: cycle?.entered_at ?? null,
        notices,
        isShown,
      },
      201,
    );
  });

  app.post('/offices/:office/cycles/:year/acts/:name', limitJson, (c) => takeAct(c, yearIn(c)));

  /** Acts that belong to no year: units, people, delegations, days off. */
  app.post('/offices/:office/acts/:name', limitJson, (c) => takeAct(c, null));

  return app;
};
