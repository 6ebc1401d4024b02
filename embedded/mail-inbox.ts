// Run as a process: takes every mail on loopback, keeps it in a folder and shows it in a browser.
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { findFreePort } from './free-port.ts';
import { createMailFolder, type Envelope } from './mail-folder.ts';
import { createMailViewer } from './mail-viewer.ts';

const HOST = '127.0.0.1';
const LARGEST_MAIL_BYTES = 60 * 1024 * 1024;

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: 'data/mail' },
    'smtp-port': { type: 'string', default: '0' },
    'viewer-port': { type: 'string', default: '0' },
  },
});

const folder = createMailFolder(values.folder);

function readEnvelope({ envelope }: SMTPServerSession): Envelope {
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  return { from, to: envelope.rcptTo.map((recipient) => recipient.address) };
}

// Addresses that let anyone see what becomes of a mail that is refused, without a broken server.
function refusalFor(address: string): (Error & { responseCode: number }) | null {
  if (address.startsWith('refuse-')) {
    return Object.assign(new Error('No such mailbox'), { responseCode: 550 });
  }
  if (address.startsWith('defer-')) {
    return Object.assign(new Error('Mailbox is busy, try again later'), { responseCode: 451 });
  }
  return null;
}

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  size: LARGEST_MAIL_BYTES,
  onRcptTo: ({ address }, _session, callback) => {
    callback(refusalFor(address));
  },
  onData: (stream, session, callback) => {
    folder.store(readEnvelope(session), stream).then(() => {
      callback();
    }, callback);
  },
});
// A sender that hangs up in the middle is its own affair.
smtp.on('error', (error) => process.stderr.write(`${error.message}\n`));

const smtpPort = await findFreePort(HOST, Number(values['smtp-port']), 1);
const viewerPort = await findFreePort(HOST, Number(values['viewer-port']));
await new Promise<void>((resolve) => smtp.listen(smtpPort, HOST, resolve));
const viewer = serve({
  fetch: createMailViewer(folder).fetch,
  hostname: HOST,
  port: viewerPort,
});

function end(): void {
  viewer.close();
  smtp.close(() => process.exit(0));
  setTimeout(() => process.exit(0), 1_000).unref();
}

process.once('SIGTERM', end);
process.once('disconnect', end);
process.send?.({ type: 'listening', smtpPort, viewerPort });
