// Whole years entered through the system's socket, by callers who ask again wherever the line breaks off.
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { ReplayAnswer } from '../../cli/replay-answer.ts';
import { replayLine } from '../../cli/replay-answer.ts';

const ASK_AGAIN_MS = 500;
const SILENT_MS = 150_000;

/** One try: resolves once the connection ends, however it ends. */
const listen = (socketPath: string, body: Buffer, onLine: (line: unknown) => void): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      resolve();
    };
    const sent = request(
      {
        socketPath,
        path: '/api/replays',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          const lines = `${text}${chunk}`.split('\n');
          text = lines.pop() ?? '';
          for (const line of lines) onLine(JSON.parse(line));
        });
        response.on('error', end);
        response.on('end', end);
        response.on('close', end);
      },
    );
    sent.on('error', end);
    sent.setTimeout(SILENT_MS, () => sent.destroy());
    sent.end(body);
  });

export interface EnteredYear {
  readonly answer: ReplayAnswer;
  /** How often the file was sent. */
  readonly tries: number;
}

/** Sends the file until the whole year is in; `onStep` hears of each step that was new. */
export const enterUntilWhole = async (
  socketPath: () => string,
  body: Buffer,
  { onStep, withinMs }: { readonly onStep: () => void; readonly withinMs: number },
): Promise<EnteredYear> => {
  const deadline = Date.now() + withinMs;
  const heard: unknown[] = [];
  for (let tries = 1; Date.now() < deadline; tries += 1) {
    const found: { answer?: ReplayAnswer } = {};
    await listen(socketPath(), body, (raw) => {
      const parsed = replayLine.safeParse(raw);
      if (!parsed.success) heard.push(raw);
      else if ('result' in parsed.data) found.answer = parsed.data.result;
      else if ('step' in parsed.data && parsed.data.step.isNew) onStep();
    });
    if (found.answer) return { answer: found.answer, tries };
    await wait(ASK_AGAIN_MS);
  }
  throw new Error(`the year was never whole; heard: ${JSON.stringify(heard.slice(-3))}`);
};
