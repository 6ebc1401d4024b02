// The local inbox's mails: one file each, as they came in, with the envelope on top.
import { open, readFile, readdir, rename, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';

export type Envelope = { readonly from: string; readonly to: readonly string[] };

export type MailSummary = ReturnType<typeof summarize>;

function showAddresses(addresses: AddressObject | AddressObject[] | undefined): string {
  if (addresses === undefined) return '';
  return [addresses]
    .flat()
    .map((each) => each.text)
    .join(', ');
}

function findLinks(mail: ParsedMail): string[] {
  const links = new Set<string>(mail.text?.match(/https?:\/\/[^\s<>"')\]]+/g) ?? []);
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'a' && attributes['href'] !== undefined) links.add(attributes['href']);
    },
  });
  parser.end(mail.html === false ? '' : mail.html);
  return [...links];
}

function summarize(id: string, mail: ParsedMail) {
  const envelopeTo = mail.headers.get('x-envelope-to');
  return {
    id,
    receivedAt: id.replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z.*$/,
      '$1-$2-$3T$4:$5:$6.$7Z',
    ),
    from: showAddresses(mail.from),
    to: showAddresses(mail.to),
    cc: showAddresses(mail.cc),
    envelopeTo: typeof envelopeTo === 'string' ? envelopeTo.split(', ') : [],
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    attachments: mail.attachments.map((attachment) => ({
      fileName: attachment.filename ?? 'attachment',
      contentType: attachment.contentType,
      size: attachment.size,
    })),
    links: findLinks(mail),
  };
}

export function createMailFolder(dir: string) {
  // Mails never change, so what was read once stays true.
  const summaries = new Map<string, MailSummary>();
  let stored = 0;

  async function store(envelope: Envelope, content: AsyncIterable<Uint8Array | string>) {
    await mkdir(dir, { recursive: true });
    stored += 1;
    const time = new Date().toISOString().replace(/[^0-9TZ]/g, '');
    const id = `${time}-${String(stored).padStart(4, '0')}`;
    const draft = join(dir, `.${id}.draft`);
    const file = await open(draft, 'wx', 0o600);
    try {
      const to = envelope.to.join(', ');
      await file.write(`X-Envelope-From: ${envelope.from}\r\nX-Envelope-To: ${to}\r\n`);
      for await (const chunk of content) await file.write(Buffer.from(chunk));
      // The sender takes our answer for a promise.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(dir, `${id}.eml`));
    return id;
  }

  async function listIds(): Promise<string[]> {
    await mkdir(dir, { recursive: true });
    const names = await readdir(dir);
    const ids = names.filter((name) => /^[0-9TZ]+-\d+\.eml$/.test(name));
    return ids
      .map((name) => name.slice(0, -'.eml'.length))
      .sort()
      .reverse();
  }

  async function readSource(id: string): Promise<Buffer | null> {
    return (await listIds()).includes(id) ? readFile(join(dir, `${id}.eml`)) : null;
  }

  async function read(id: string): Promise<ParsedMail | null> {
    const source = await readSource(id);
    return source === null ? null : simpleParser(source);
  }

  async function readSummary(id: string): Promise<MailSummary> {
    const known = summaries.get(id);
    if (known !== undefined) return known;
    const summary = summarize(id, await simpleParser(await readFile(join(dir, `${id}.eml`))));
    summaries.set(id, summary);
    return summary;
  }

  async function list(): Promise<MailSummary[]> {
    const found: MailSummary[] = [];
    for (const id of await listIds()) found.push(await readSummary(id));
    return found;
  }

  return { store, list, read, readSource, readSummary };
}

export type MailFolder = ReturnType<typeof createMailFolder>;
