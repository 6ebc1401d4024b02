import { Hono } from 'hono';
import { createOffice } from '../../acts/create-office.ts';
import type { WebEnv } from '../environment.ts';
import { limitJson, readJson } from './read-body.ts';

export const officeRoutes = (): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();

  app.get('/offices', async (c) => {
    const { stores } = c.get('deps').acts;
    const offices = await stores.offices.list();
    const list = offices.map(async (office) => ({
      id: office.office_id,
      name: office.name,
      symbol: office.symbol,
      numberSeries: office.number_series,
      hasProofMark: office.has_proof_mark,
      initials: {
        content: office.content_initialled,
        form: office.form_initialled,
        formCheckerId: office.form_checker_id,
      },
      cycles: (await stores.cycles.list(office.office_id)).map(({ year }) => year),
    }));
    return c.json({ offices: await Promise.all(list) });
  });

  app.post('/offices', limitJson, async (c) => {
    const { officeId } = await createOffice(c.get('deps').acts, await readJson(c));
    return c.json({ office: officeId }, 201);
  });

  return app;
};
