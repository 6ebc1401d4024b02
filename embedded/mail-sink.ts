// An inbox in this very process, for as long as a command runs: every mail is taken.
import { once } from 'node:events';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const HOST = '127.0.0.1';

export type SunkMail = {
  readonly receivedAt: Date;
  readonly to: readonly string[];
  readonly subject: string;
  /** With its angle brackets. */
  readonly messageId: string;
};

// Papers are large, and nobody here opens them.
async function readHead(stream: AsyncIterable<Uint8Array | string>) {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  const source = Buffer.concat(chunks);
  const end = source.indexOf('\r\n\r\n');
  return simpleParser(end === -1 ? source : source.subarray(0, end + 4));
}

export async function openMailSink(wallClock: () => Date) {
  let mails: SunkMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, { envelope }, callback) => {
      const receivedAt = wallClock();
      readHead(stream).then(({ subject = '', messageId = '' }) => {
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push({ receivedAt, to, subject, messageId });
        callback();
      }, callback);
    },
  });
  // A sender that hangs up in the middle is its own affair.
  server.on('error', () => undefined);
  const listener = server.listen(0, HOST);
  await once(listener, 'listening');
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://${HOST}:${String(port)}`,
    /** Those that came since it was asked last. */
    take: (): readonly SunkMail[] => {
      const taken = mails;
      mails = [];
      return taken;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
