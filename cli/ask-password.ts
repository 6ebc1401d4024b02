import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { Writable } from 'node:stream';
import { UsageError } from './failures.ts';

/** The first line of standard input, for scripts. */
export const readPassword = async (input: NodeJS.ReadableStream): Promise<string> =>
  (await text(input)).split(/\r?\n/)[0] ?? '';

const askOnce = async (question: string): Promise<string> => {
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  process.stderr.write(question);
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const stopped = new Promise<never>((_, reject) => {
    lines.once('SIGINT', () => {
      reject(new UsageError('Given up: nothing was sent.'));
    });
    lines.once('close', () => {
      reject(new UsageError('No password was given.'));
    });
  });
  try {
    return await Promise.race([lines.question(''), stopped]);
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
};

/**
 * Asks twice, without showing what is typed.
 * @throws UsageError where nobody sits at the keyboard, or the two differ
 */
export const askPassword = async (of: string): Promise<string> => {
  if (!process.stdin.isTTY) {
    throw new UsageError('Nobody can be asked for the password here: use --password-stdin.');
  }
  const password = await askOnce(`Password for ${of}: `);
  if ((await askOnce('The same again: ')) === password) return password;
  throw new UsageError('The two passwords differ: nothing was sent.');
};
