import { Hono } from 'hono';
import { confirmReceipt, openReceipt, type OpenedReceipt } from '../../acts/confirm-receipt.ts';
import type { PaperFileRole } from '../../domain/paper-files.ts';
import { getsWorkingCopy } from '../../domain/recipients.ts';
import type { WebContext, WebEnv } from '../environment.ts';
import { keepPrivate } from '../keep-private.ts';
import { currentFile, fileResponse, issuedFile } from './paper/paper-file-response.ts';
import { nameOfFile, nameOfPaper } from './paper/paper-names.ts';
import { readSubject } from './paper/paper-view.ts';
import { ExpiredReceiptPage, ReceiptPage, type ReceiptView } from './receipt/receipt-page.tsx';

const readIssued = async (c: WebContext, { officeId, delivery }: OpenedReceipt) => {
  const { stores } = c.get('deps').acts;
  const [paper, office, files] = await Promise.all([
    stores.papers.find(officeId, delivery.paper_id),
    stores.offices.find(officeId),
    stores.papers.listFiles(officeId, delivery.paper_id),
  ]);
  const strand = paper && (await stores.strands.find(officeId, paper.workflow_id, 'documentIssue'));
  if (!paper || !office || !strand) throw new Error('the paper of a delivery is missing');
  return { paper, office, files, state: strand.state };
};

const viewOf = async (c: WebContext, receipt: OpenedReceipt): Promise<ReceiptView> => {
  const { paper, office } = await readIssued(c, receipt);
  return {
    address: new URL(c.req.url).pathname,
    title: nameOfPaper(c.get('t'), paper),
    officeName: office.name,
    subject: await readSubject(c.get('deps').acts.stores, paper),
    documentDate: paper.document_date,
    recipientName: receipt.delivery.recipient_name,
    hasWorkingCopy: getsWorkingCopy(receipt.delivery.recipient_group),
    confirmedAt: receipt.delivery.confirmed_at,
    expiresOn: receipt.expiresOn,
  };
};

type Answer = (receipt: OpenedReceipt) => Response | Promise<Response>;

/** Opens the link and answers by it, or says why it can't be opened. */
const withReceipt = async (c: WebContext, answer: Answer): Promise<Response> => {
  const { acts, links } = c.get('deps');
  const token = c.req.param('token') ?? '';
  const receipt = await openReceipt(acts, links, token, c.get('today'));
  if (!receipt) return c.notFound();
  if (receipt.isExpired) return c.html(<ExpiredReceiptPage c={c} />, 410);
  return answer(receipt);
};

const showReceipt = (c: WebContext): Promise<Response> =>
  withReceipt(c, async (receipt) =>
    c.html(<ReceiptPage c={c} receipt={await viewOf(c, receipt)} />),
  );

const confirm = (c: WebContext): Promise<Response> =>
  withReceipt(c, async (receipt) => {
    await confirmReceipt(c.get('deps').acts, receipt);
    return c.redirect(new URL(c.req.url).pathname, 303);
  });

const sendFile = (c: WebContext, what: 'issued' | PaperFileRole): Promise<Response> =>
  withReceipt(c, async (receipt) => {
    const { paper, files, state } = await readIssued(c, receipt);
    const file = what === 'issued' ? issuedFile(state, files) : currentFile(state, files, what);
    return file ? fileResponse(c, file, nameOfFile(file.role, paper)) : c.notFound();
  });

const sendWorkingCopy = (c: WebContext): Promise<Response> =>
  withReceipt(c, ({ delivery }) =>
    getsWorkingCopy(delivery.recipient_group) ? sendFile(c, 'working-copy') : c.notFound(),
  );

/** The page of one recipient, opened by the link in the mail; it asks for no sign-in. */
export const receiptRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.use('/r/*', keepPrivate);
  routes.get('/r/:token', showReceipt);
  routes.post('/r/:token', confirm);
  routes.get('/r/:token/paper', (c) => sendFile(c, 'issued'));
  routes.get('/r/:token/working-copy', sendWorkingCopy);
  return routes;
};
