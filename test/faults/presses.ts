// A person at the command line's socket, who presses again while no answer comes.
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const ANSWER_WITHIN_MS = 20_000;
const PRESS_AGAIN_MS = 200;
const GIVE_UP_MS = 90_000;

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export const ask = (
  socketPath: string,
  method: 'GET' | 'POST',
  path: string,
  body: Buffer | null = null,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = body === null ? {} : { 'content-type': 'application/json' };
    const sent = request({ socketPath, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        try {
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) });
        } catch (error) {
          reject(new Error(`no JSON: ${text.slice(0, 200)}`, { cause: error }));
        }
      });
    });
    sent.on('error', reject);
    sent.setTimeout(ANSWER_WITHIN_MS, () => sent.destroy(new Error('no answer')));
    sent.end(body ?? undefined);
  });

export interface Press {
  readonly name: string;
  readonly actId: string;
  /** What came before the answer: a status, or the code of a broken connection. */
  readonly before: readonly string[];
  readonly body: Answer['body'];
}

const faultOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

// 5xx says that pressing again is safe, and so do a connection that broke and a page still starting.
const mayPressAgain = ({ status }: Answer): boolean => status >= 500;

/** `earlier`: what was pressed before the system was started again. */
export const createPresses = (socketPath: () => string, earlier: readonly Press[] = []) => {
  const presses: Press[] = [...earlier];

  const pressUntilAnswered = async (
    name: string,
    actId: string,
    path: string,
    body: Buffer,
  ): Promise<Press> => {
    const before: string[] = [];
    const deadline = Date.now() + GIVE_UP_MS;
    while (Date.now() < deadline) {
      try {
        const answer = await ask(socketPath(), 'POST', path, body);
        if (!mayPressAgain(answer)) {
          if (answer.status >= 300) {
            const said = JSON.stringify(answer.body);
            throw new Refused(
              `${name} was refused after [${before.join(', ')}]: ${String(answer.status)} ${said}`,
            );
          }
          const press = { name, actId, before, body: answer.body };
          presses.push(press);
          return press;
        }
        before.push(String(answer.status));
      } catch (error) {
        if (error instanceof Refused) throw error;
        before.push(faultOf(error));
      }
      await wait(PRESS_AGAIN_MS);
    }
    throw new Error(`${name} was never answered: ${before.join(', ')}`);
  };

  return {
    presses,
    startFromFile: (bytes: Buffer, personId: string) => {
      const actId = randomUUID();
      const path = `/api/cycles/from-file?as=${personId}&actId=${actId}`;
      return pressUntilAnswered('start-from-file', actId, path, bytes);
    },
    act: (officeId: string, year: number, personId: string, name: string, data: object) => {
      const actId = randomUUID();
      const path = `/api/offices/${officeId}/cycles/${String(year)}/acts/${name}`;
      const body = Buffer.from(JSON.stringify({ actId, as: personId, data }));
      return pressUntilAnswered(name, actId, path, body);
    },
  };
};

export type Presses = ReturnType<typeof createPresses>;

class Refused extends Error {
  override readonly name = 'Refused';
}
