// The button behind a link in a mail, pressed again while no answer comes.
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { until } from './whole-system.ts';

const PRESS_AGAIN_MS = 300;
const GIVE_UP_MS = 90_000;
const TOO_MANY = 429;

export const readInbox = async (dataDir: string) => {
  const folder = join(dataDir, 'mail');
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  return Promise.all(
    names.map(async (name) => {
      const mail = await simpleParser(readFileSync(join(folder, name)));
      const to = mail.headers.get('x-envelope-to');
      return { messageId: mail.messageId ?? '', to, text: mail.text ?? '' };
    }),
  );
};

/** Where the link of that notice leads to, once its mail is there. */
export const untilLinkOf = (dataDir: string, noticeId: string): Promise<string> =>
  until('the mail with the link', async () => {
    const inbox = await readInbox(dataDir).catch(() => []);
    const mail = inbox.find(({ messageId }) => messageId === `<${noticeId}>`);
    return mail && (/\/d\/[\w-]+/.exec(mail.text)?.[0] ?? null);
  });

const post = (socketPath: string, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request({ socketPath, path, method: 'POST' }, (response) => {
      response.resume();
      response.on('error', reject);
      response.on('end', () => {
        resolve(response.statusCode ?? 0);
      });
    });
    sent.setHeader('content-type', 'application/json');
    sent.on('error', reject);
    sent.setTimeout(20_000, () => sent.destroy(new Error('no answer')));
    sent.end();
  });

/** The status that it was answered with at last. */
export const pressLink = async (socketPath: () => string, path: string): Promise<number> => {
  const deadline = Date.now() + GIVE_UP_MS;
  while (Date.now() < deadline) {
    const status = await post(socketPath(), `${path}/approve`).catch(() => 0);
    if (status > 0 && status < 500 && status !== TOO_MANY) return status;
    await wait(PRESS_AGAIN_MS);
  }
  throw new Error('the link was never answered');
};
