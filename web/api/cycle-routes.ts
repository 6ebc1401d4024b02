import { Hono } from 'hono';
import type { CycleRow } from '../../adapters/database/cycles.ts';
import { readToBeSigned } from '../../acts/to-be-signed.ts';
import { DomainError } from '../../domain/errors.ts';
import { instantOf } from '../../domain/local-date.ts';
import { paperWorkflowId } from '../../workflows/contract.ts';
import type { WebContext, WebEnv } from '../environment.ts';
import { officeIn } from './office-in.ts';
import { readDeliveries, readDocuments } from './cycle-papers.ts';
import { readCycleStatus } from './cycle-status.ts';
import { yearIn } from './year-in.ts';

const cycleIn = async (c: WebContext): Promise<CycleRow> => {
  const [officeId, year] = [await officeIn(c), yearIn(c)];
  const cycle = await c.get('deps').acts.stores.cycles.find(officeId, year);
  if (cycle) return cycle;
  throw new DomainError('cycle-unknown', 'no such cycle', { officeId, year });
};

export const cycleRoutes = (): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();

  app.get('/offices/:office/cycles', async (c) => {
    const { stores } = c.get('deps').acts;
    const cycles = await stores.cycles.list(await officeIn(c));
    const all = cycles.map((cycle) => readCycleStatus(stores, cycle, c.get('today')));
    return c.json({ cycles: await Promise.all(all) });
  });

  app.get('/offices/:office/cycles/:year', async (c) =>
    c.json(await readCycleStatus(c.get('deps').acts.stores, await cycleIn(c), c.get('today'))),
  );

  app.get('/offices/:office/cycles/:year/documents', async (c) => {
    const { office_id, year } = await cycleIn(c);
    const documents = await readDocuments(c.get('deps').acts.stores, office_id, year);
    return c.json({ office: office_id, year, documents });
  });

  app.get('/offices/:office/cycles/:year/deliveries', async (c) => {
    const { office_id, year } = await cycleIn(c);
    const deliveries = await readDeliveries(c.get('deps').acts.stores, office_id, year);
    return c.json({ office: office_id, year, deliveries });
  });

  /** What a key elsewhere signs, for the paper's signer (`as`): its SHA-256, and the bytes in base64. */
  app.get('/offices/:office/cycles/:year/papers/:paper/to-be-signed', async (c) => {
    const { office_id: officeId, year } = await cycleIn(c);
    const { acts } = c.get('deps');
    const id = paperWorkflowId(officeId, year, c.req.param('paper'));
    const strand = await acts.stores.strands.find(officeId, id, 'documentIssue');
    const signedAt = instantOf(acts.wallClock().getTime());
    const signer = { officeId, personId: c.req.query('as') ?? '' };
    const toSign = strand && (await readToBeSigned(acts, signer, strand.state, signedAt));
    if (!toSign) throw new DomainError('not-ready', 'nothing waits for that digital signature');
    return c.json({ ...toSign, bytes: Buffer.from(toSign.bytes).toString('base64') });
  });

  return app;
};
