// A real SMTP server whose faults can be switched on: it refuses, defers, is away, or takes a mail
// and loses the reply.
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export type ReceivedMail = {
  readonly receivedAt: Date;
  readonly envelopeFrom: string;
  readonly envelopeTo: readonly string[];
  readonly raw: Buffer;
  readonly parsed: ParsedMail;
};

type Refusal = Error & { responseCode: number };

function refusal(responseCode: number, text: string): Refusal {
  return Object.assign(new Error(text), { responseCode });
}

function listen(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const listener = server.listen(port, '127.0.0.1', () => {
      const address = listener.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function readEnvelope(
  session: SMTPServerSession,
): Pick<ReceivedMail, 'envelopeFrom' | 'envelopeTo'> {
  const { mailFrom, rcptTo } = session.envelope;
  return {
    envelopeFrom: mailFrom === false ? '' : mailFrom.address,
    envelopeTo: rcptTo.map((recipient) => recipient.address),
  };
}

export async function createTestSmtp(wallClock = () => new Date()) {
  const messages: ReceivedMail[] = [];
  const refused = new Set<string>();
  const deferred = new Set<string>();
  let repliesToLose = 0;
  let server = createServer();
  const port = await listen(server, 0);

  function dropConnection(session: SMTPServerSession): void {
    for (const connection of server.connections as Set<{
      id: string;
      _socket: { destroy(): void };
    }>) {
      if (connection.id === session.id) connection._socket.destroy();
    }
  }

  async function receive(stream: NodeJS.ReadableStream, session: SMTPServerSession) {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    const raw = Buffer.concat(chunks);
    const receivedAt = wallClock();
    messages.push({ ...readEnvelope(session), receivedAt, raw, parsed: await simpleParser(raw) });
  }

  function createServer(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo({ address }, _session, callback) {
        if (refused.has(address)) callback(refusal(550, 'No such mailbox'));
        else if (deferred.has(address)) callback(refusal(451, 'Try again later'));
        else callback();
      },
      onData(stream, session, callback) {
        receive(stream, session).then(() => {
          if (repliesToLose === 0) {
            callback();
            return;
          }
          repliesToLose -= 1;
          dropConnection(session);
        }, callback);
      },
    });
  }

  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    port,
    messages,
    messagesTo: (address: string) => messages.filter((mail) => mail.envelopeTo.includes(address)),
    // 550: for ever.
    refuse: (address: string) => refused.add(address),
    // 451: for now.
    defer: (address: string) => deferred.add(address),
    accept: (address: string) => {
      refused.delete(address);
      deferred.delete(address);
    },
    // The next mails are taken, but their senders never learn of it.
    loseReplies: (count: number) => {
      repliesToLose = count;
    },
    // Connections are refused until `start`, which takes the same port again.
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
    start: async () => {
      server = createServer();
      await listen(server, port);
    },
  };
}

export type TestSmtp = Awaited<ReturnType<typeof createTestSmtp>>;
