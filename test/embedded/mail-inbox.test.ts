import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'reform-mail-'));
let inbox: ChildProcess;
let smtpUrl = '';
let viewerUrl = '';

async function startInbox(): Promise<void> {
  inbox = fork(
    fileURLToPath(new URL('../../embedded/mail-inbox.ts', import.meta.url)),
    ['--folder', folder],
    { execArgv: ['--import', 'tsx'] },
  );
  const [message] = (await once(inbox, 'message')) as [{ smtpPort: number; viewerPort: number }];
  smtpUrl = `smtp://127.0.0.1:${String(message.smtpPort)}`;
  viewerUrl = `http://127.0.0.1:${String(message.viewerPort)}`;
}

async function endInbox(): Promise<void> {
  const ended = once(inbox, 'exit');
  inbox.disconnect();
  await ended;
}

beforeAll(startInbox);
afterAll(async () => {
  await endInbox();
  rmSync(folder, { recursive: true, force: true });
});

async function read(path: string): Promise<string> {
  return (await fetch(`${viewerUrl}${path}`)).text();
}

type Listed = {
  id: string;
  subject: string;
  envelopeTo: string[];
  messageId: string;
  attachments: { fileName: string; size: number }[];
  links: string[];
};

async function list(): Promise<Listed[]> {
  return JSON.parse(await read('/messages.json')) as Listed[];
}

function send(to: string, subject: string) {
  return createTransport(smtpUrl).sendMail({
    from: '"Văn thư" <office@example.test>',
    to,
    subject,
    messageId: '<plan-2026@example.test>',
    text: 'Mở tại https://office.example.test/p/abc',
    html: '<p>Mở <a href="https://office.example.test/p/abc?a=1&amp;b=2">văn bản</a></p><script>x()</script>',
    attachments: [{ filename: 'Kế hoạch số 12.pdf', content: Buffer.from('%PDF-1.7') }],
  });
}

describe('the local mail inbox', () => {
  it('says that it is empty', async () => {
    expect(await read('/')).toContain('No mail yet.');
    expect(await list()).toEqual([]);
  });

  it('keeps each mail as a file and lists it with its links and files', async () => {
    await send('unit-1@example.test', 'Kế hoạch CCHC năm 2026');
    const [mail] = await list();
    expect(mail).toMatchObject({
      subject: 'Kế hoạch CCHC năm 2026',
      envelopeTo: ['unit-1@example.test'],
      messageId: '<plan-2026@example.test>',
      attachments: [{ fileName: 'Kế hoạch số 12.pdf', size: 8 }],
    });
    expect(mail?.links).toContain('https://office.example.test/p/abc?a=1&b=2');
    expect(readdirSync(folder)).toEqual([`${mail?.id ?? ''}.eml`]);
  });

  it('shows a mail without running anything in it', async () => {
    const [mail] = await list();
    const id = mail?.id ?? '';
    const page = await read(`/messages/${id}`);
    expect(page).toContain('Kế hoạch CCHC năm 2026');
    expect(page).toMatch(/<iframe[^>]+sandbox="allow-popups/);
    expect(page).not.toContain('<script>');
    const body = await fetch(`${viewerUrl}/messages/${id}/body`);
    expect(body.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(await body.text()).toContain('<base target="_top">');
  });

  it('hands out an attachment under its Vietnamese name', async () => {
    const [mail] = await list();
    const file = await fetch(`${viewerUrl}/messages/${mail?.id ?? ''}/attachments/0`);
    expect(await file.text()).toBe('%PDF-1.7');
    const name = `filename*=UTF-8''${encodeURIComponent('Kế hoạch số 12.pdf')}`;
    expect(file.headers.get('content-disposition')).toContain(name);
  });

  it('escapes what a mail says in its subject', async () => {
    await send('unit-1@example.test', '<img src=x onerror=alert(1)>');
    expect(await read('/')).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('lists the newest first and goes on after it was killed', async () => {
    inbox.kill('SIGKILL');
    await once(inbox, 'exit');
    await startInbox();
    await send('unit-2@example.test', 'Báo cáo quý I');
    expect((await list()).map((mail) => mail.subject)).toEqual([
      'Báo cáo quý I',
      '<img src=x onerror=alert(1)>',
      'Kế hoạch CCHC năm 2026',
    ]);
  });

  it('refuses for ever or for now whom their address says so', async () => {
    await expect(send('refuse-1@example.test', 'a')).rejects.toMatchObject({ responseCode: 550 });
    await expect(send('defer-1@example.test', 'a')).rejects.toMatchObject({ responseCode: 451 });
  });

  it('shows nothing to a site that points its own name at this machine', async () => {
    const asked = request(`${viewerUrl}/messages.json`, { headers: { host: 'evil.example.test' } });
    asked.end();
    const [response] = (await once(asked, 'response')) as [{ statusCode: number; resume(): void }];
    response.resume();
    expect(response.statusCode).toBe(403);
  });

  it('knows no mail of another name, nor a file outside its folder', async () => {
    for (const id of ['nothing', '..%2F..%2Fsecret', '20260101T000000000Z-0001']) {
      expect((await fetch(`${viewerUrl}/messages/${id}`)).status).toBe(404);
    }
  });
});
