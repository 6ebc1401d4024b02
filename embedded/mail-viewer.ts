// The local inbox in a browser: what left the office, as its recipients would see it.
import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import type { MailFolder, MailSummary } from './mail-folder.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #ccc;vertical-align:top}
a{color:#0b4f8a}iframe{width:100%;height:32rem;border:1px solid #ccc}dt{font-weight:600}dd{margin:0 0 .4rem}pre{white-space:pre-wrap}`;

// A mail is foreign content: no scripts, nothing fetched from outside, links leave the frame.
const SANDBOX =
  'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';
const BODY_POLICY = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; sandbox ${SANDBOX}`;

function renderPage(title: string, content: ReturnType<typeof html>) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`;
}

function renderRow(mail: MailSummary) {
  return html`<tr>
    <td>
      <time datetime="${mail.receivedAt}">${mail.receivedAt.slice(0, 19).replace('T', ' ')}</time>
    </td>
    <td>${mail.envelopeTo.join(', ')}</td>
    <td>
      <a href="/messages/${mail.id}">${mail.subject === '' ? '(no subject)' : mail.subject}</a>
    </td>
    <td>${mail.attachments.length}</td>
  </tr>`;
}

function renderList(mails: readonly MailSummary[]) {
  const note = html`<p>
    Every mail sent here stops here: nothing has left this machine. Times are UTC.
  </p>`;
  if (mails.length === 0) {
    return renderPage(
      'Mail inbox',
      html`<h1>Mail inbox</h1>
        ${note}
        <p>No mail yet.</p>`,
    );
  }
  return renderPage(
    `Mail inbox (${String(mails.length)})`,
    html`<h1>Mail inbox</h1>
      ${note}
      <table>
        <thead>
          <tr>
            <th scope="col">Received</th>
            <th scope="col">Delivered to</th>
            <th scope="col">Subject</th>
            <th scope="col">Files</th>
          </tr>
        </thead>
        <tbody>
          ${mails.map(renderRow)}
        </tbody>
      </table>`,
  );
}

function renderMail(mail: MailSummary, text: string, hasHtml: boolean) {
  const files = mail.attachments.map(
    (file, index) =>
      html`<li>
        <a href="/messages/${mail.id}/attachments/${index}">${file.fileName}</a> (${file.size}
        bytes)
      </li>`,
  );
  return renderPage(
    mail.subject,
    html`<p><a href="/">All mails</a></p>
      <h1>${mail.subject}</h1>
      <dl>
        <dt>From</dt>
        <dd>${mail.from}</dd>
        <dt>To</dt>
        <dd>${mail.to}</dd>
        ${
          mail.cc === ''
            ? ''
            : html`<dt>Cc</dt>
                <dd>${mail.cc}</dd>`
        }
        <dt>Delivered to</dt>
        <dd>${mail.envelopeTo.join(', ')}</dd>
        <dt>Message-ID</dt>
        <dd><code>${mail.messageId}</code></dd>
      </dl>
      ${
        files.length === 0
          ? ''
          : html`<h2>Files</h2>
              <ul>
                ${files}
              </ul>`
      }
      ${
        hasHtml
          ? html`<h2>HTML</h2>
              <iframe
                title="The mail"
                sandbox="${SANDBOX}"
                src="/messages/${mail.id}/body"
              ></iframe>`
          : ''
      }
      <h2>Text</h2>
      <pre>${text}</pre>
      <p><a href="/messages/${mail.id}/source">Source</a></p>`,
  );
}

function sendFile(context: Context, content: Uint8Array, contentType: string, fileName: string) {
  return context.body(new Uint8Array(content), 200, {
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'X-Content-Type-Options': 'nosniff',
  });
}

export function createMailViewer(folder: MailFolder) {
  const app = new Hono();
  // A foreign site could point its own name at this machine and read the mails.
  app.use(async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (!['localhost', '127.0.0.1', '[::1]'].includes(hostname))
      return context.text('Not here', 403);
    await next();
    context.header('Referrer-Policy', 'no-referrer');
    return undefined;
  });

  app.get('/', async (context) => context.html(renderList(await folder.list())));
  app.get('/messages.json', async (context) => context.json(await folder.list()));

  app.get('/messages/:id', async (context) => {
    const mail = await folder.read(context.req.param('id'));
    if (mail === null) return context.notFound();
    const summary = await folder.readSummary(context.req.param('id'));
    return context.html(renderMail(summary, mail.text ?? '', mail.html !== false));
  });

  app.get('/messages/:id/body', async (context) => {
    const mail = await folder.read(context.req.param('id'));
    if (mail === null) return context.notFound();
    context.header('Content-Security-Policy', BODY_POLICY);
    return context.html(`<base target="_top">${mail.html === false ? '' : mail.html}`);
  });

  app.get('/messages/:id/attachments/:index', async (context) => {
    const mail = await folder.read(context.req.param('id'));
    const file = mail?.attachments[Number(context.req.param('index'))];
    if (file === undefined) return context.notFound();
    return sendFile(context, file.content, file.contentType, file.filename ?? 'attachment');
  });

  app.get('/messages/:id/source', async (context) => {
    const id = context.req.param('id');
    const source = await folder.readSource(id);
    return source === null
      ? context.notFound()
      : sendFile(context, source, 'message/rfc822', `${id}.eml`);
  });

  return app;
}
