import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { checkTexts } from '../../acts/check-plan.ts';
import { checkMailboxes } from '../../acts/replay/mailboxes-of-year.ts';
import { performReplay, type DoneStep } from '../../acts/replay/perform-replay.ts';
import { planReplay } from '../../acts/replay/plan-replay.ts';
import { readReplay } from '../../acts/replay/read-replay.ts';
import { untilSettled } from '../../acts/replay/until-settled.ts';
import { readYearFile } from '../../acts/year-file/read-year-file.ts';
import { textsOfYearFile } from '../../acts/year-file/texts-of-year-file.ts';
import type { WebContext, WebEnv } from '../environment.ts';
import { answerError, answerNotFound } from './answer-refusal.ts';
import { limitFile } from './read-body.ts';

// A replay acts as everybody in the file: whoever may do that owns the data anyway.
const isLocal = (c: WebContext): boolean => c.env.isLocalSocket === true;

const told = ({ step, isNew }: DoneStep) => {
  const { id, at, personId, act, place } = step;
  return { step: { id, at, personId, act, place, isNew } };
};

const inError = async (error: unknown, c: WebContext): Promise<unknown> => {
  const cause = error instanceof Error ? error : new Error('the replay failed', { cause: error });
  return (await answerError(cause, c)).json();
};

export const replayRoutes = (): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();

  /**
   * Enters a past year from its file. Answers one JSON object a line: what there is to do, each step once
   * it is done, then the result, or the error that ended it. A caller who goes away ends it as well; the
   * same file goes on from there. `?mailboxes=N`: its mail is sent, to so many mailboxes as the file names.
   */
  app.post('/replays', limitFile, async (c) => {
    if (!isLocal(c)) return answerNotFound(c);
    const { acts } = c.get('deps');
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const file = readYearFile(bytes);
    checkTexts(acts, textsOfYearFile(file));
    const mailboxes = c.req.query('mailboxes');
    if (mailboxes !== undefined) checkMailboxes(file, Number(mailboxes));
    const manner = { channel: 'replay', isMailed: mailboxes !== undefined } as const;
    const planned = planReplay(file);
    c.header('content-type', 'application/x-ndjson');
    return stream(c, async (out) => {
      const write = (line: unknown) => out.writeln(JSON.stringify(line));
      try {
        const { year, steps, notEntered } = planned;
        const to = { office: year.officeId, year: year.year, steps: steps.length + 1, notEntered };
        await write({ planned: to });
        for await (const done of performReplay(acts, planned, bytes, manner)) {
          if (out.aborted) return;
          await write(told(done));
        }
        const isSettled = await untilSettled(acts, planned);
        await write({ result: await readReplay(acts, planned), isSettled });
      } catch (error) {
        await write(await inError(error, c));
      }
    });
  });

  /** A file of a paper, for whoever saves them. */
  app.get('/offices/:office/files/:sha256', async (c) => {
    if (!isLocal(c)) return answerNotFound(c);
    const { acts } = c.get('deps');
    const { office, sha256 } = c.req.param();
    const file = await acts.stores.papers.findFileOfOffice(office, sha256);
    if (!file) return answerNotFound(c);
    const bytes = await acts.documents.get(file.sha256);
    return c.body(Uint8Array.from(bytes), 200, { 'content-type': file.media_type });
  });

  return app;
};
