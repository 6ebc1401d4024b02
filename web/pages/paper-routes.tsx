import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { readToBeSigned } from '../../acts/to-be-signed.ts';
import { isInstant } from '../../domain/local-date.ts';
import { sentenceOfError } from '../../locale/words.ts';
import type { WebContext, WebEnv } from '../environment.ts';
import { typedText, type TypedFields } from '../layout/typed-values.ts';
import { press } from '../press.ts';
import type { FormError } from '../refusal.ts';
import { requireUser, userOn } from '../signed-in.ts';
import { boardRoutes } from './paper/paper-board-routes.tsx';
import { DeliveryPage } from './paper/paper-delivery-page.tsx';
import { contentDisposition, currentFile, fileResponse } from './paper/paper-file-response.ts';
import { fileRoleOf } from './paper/paper-files.tsx';
import { paperFormPage } from './paper/paper-form-check.ts';
import type { RefusedForm } from './paper/paper-form.tsx';
import { HandOverPage } from './paper/paper-hand-over-page.tsx';
import { readOccurredAt } from './paper/paper-moment.tsx';
import { nameOfFile } from './paper/paper-names.ts';
import { PaperPage } from './paper/paper-page.tsx';
import { approvalSlipOfPaper, handOverFile } from './paper/printed-forms.ts';
import { DELIVERY_FORMS, PAPER_FORMS } from './paper/paper-presses.ts';
import { lastNumbersOf } from './paper/paper-register.ts';
import { readReasons } from './paper/paper-trail-facts.ts';
import { readPaperView, type PaperView } from './paper/paper-view.ts';

// A scan has at most 20 MB; the rest of the form needs little.
const MAX_FORM_BYTES = 20.5 * 1024 * 1024;

const showPaper = async (
  c: WebContext,
  paperId: string,
  refused: RefusedForm | null,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const view = await readPaperView(c, paperId);
  if (!view) return c.notFound();
  const { stores } = c.get('deps').acts;
  const reasons = await readReasons(stores, view.paper.office_id, view.trail);
  const lastNumbers = await lastNumbersOf(stores, view.paper.office_id, view.day);
  return c.html(
    <PaperPage c={c} view={view} reasons={reasons} lastNumbers={lastNumbers} refused={refused} />,
    status,
  );
};

const showDelivery = async (
  c: WebContext,
  paperId: string,
  recipientId: string,
  refused: RefusedForm | null,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const view = await readPaperView(c, paperId);
  const delivery = view?.deliveries.find(({ recipient_id }) => recipient_id === recipientId);
  if (!view || !delivery) return c.notFound();
  const { stores } = c.get('deps').acts;
  const reasons = await readReasons(stores, view.paper.office_id, view.trail);
  return c.html(
    <DeliveryPage c={c} view={view} delivery={delivery} reasons={reasons} refused={refused} />,
    status,
  );
};

type Show = (refused: RefusedForm, status: ContentfulStatusCode) => Promise<Response>;

// A file that is no PDF is refused as "not the schema" at its field: people are told what a scan is.
const inWords = (c: WebContext, act: string, errors: readonly FormError[]): readonly FormError[] =>
  errors.map((error) =>
    act === 'attach-scan' && error.field === 'scan' && error.code === 'not-schema'
      ? { ...error, text: c.get('t')('paper.scan-not-pdf') }
      : error,
  );

/** One press on a paper or a delivery: its form read, the act performed, or the page again. */
const pressOn = async (
  c: WebContext,
  forms: typeof PAPER_FORMS,
  given: { readonly year: number; readonly data: Readonly<Record<string, string>> },
  { to, show }: { readonly to: string; readonly show: Show },
): Promise<Response> => {
  const fields: TypedFields = await c.req.parseBody();
  const act = typedText(fields, 'act');
  const read = forms.get(act);
  if (!read) return c.notFound();
  const refuse = (errors: readonly FormError[], status: ContentfulStatusCode) => {
    // Only where the press was not judged yet is it to stay the same act.
    const actId = status === 503 ? typedText(fields, 'actId') : undefined;
    return show({ act, fields, errors: inWords(c, act, errors), actId }, status);
  };
  const { data, faults } = await read(c, fields);
  const moment = readOccurredAt(fields);
  if (!moment.isRight) {
    return refuse([{ field: 'occurredAt', text: c.get('t')('paper.occurred-wrong') }], 422);
  }
  if (faults.length > 0) return show({ act, fields, errors: faults, actId: undefined }, 422);
  return press(c, {
    fields,
    act,
    year: given.year,
    data: { ...given.data, ...data },
    occurredAt: moment.occurredAt,
    to,
    again: refuse,
  });
};

const pressPaper = async (c: WebContext, paperId: string): Promise<Response> => {
  const paper = await c.get('deps').acts.stores.papers.find(userOn(c).officeId, paperId);
  if (!paper) return c.notFound();
  return pressOn(
    c,
    PAPER_FORMS,
    { year: paper.year, data: { paperId } },
    {
      to: `/papers/${paperId}`,
      show: (refused, status) => showPaper(c, paperId, refused, status),
    },
  );
};

const pressDelivery = async (
  c: WebContext,
  paperId: string,
  recipientId: string,
): Promise<Response> => {
  const paper = await c.get('deps').acts.stores.papers.find(userOn(c).officeId, paperId);
  if (!paper) return c.notFound();
  return pressOn(
    c,
    DELIVERY_FORMS,
    { year: paper.year, data: { paperId, recipientId } },
    {
      to: `/papers/${paperId}/deliveries/${recipientId}`,
      show: (refused, status) => showDelivery(c, paperId, recipientId, refused, status),
    },
  );
};

const refuseTooLarge = (c: WebContext, paperId: string): Promise<Response> => {
  const text = sentenceOfError(c.get('lang'), 'too-large');
  const errors = [{ field: 'scan', text }];
  return showPaper(c, paperId, { act: 'attach-scan', fields: {}, errors, actId: undefined }, 413);
};

// A body beyond the limit is never read: who sent it, and for which paper, is known without it.
const limitForm: MiddlewareHandler<WebEnv> = (c, next) =>
  bodyLimit({
    maxSize: MAX_FORM_BYTES,
    onError: () => refuseTooLarge(c, c.req.param('paperId') ?? ''),
  })(c, next);

const fileOf = (view: PaperView, role: string, sha256: string | undefined) => {
  const known = fileRoleOf(role);
  if (known === null) return null;
  if (sha256 === undefined) return currentFile(view.state, view.files, known);
  return view.files.find((file) => file.role === known && file.sha256 === sha256) ?? null;
};

const downloadFile = async (c: WebContext, paperId: string, role: string): Promise<Response> => {
  const view = await readPaperView(c, paperId);
  const file = view && fileOf(view, role, c.req.query('sha256'));
  if (!file) return c.notFound();
  return fileResponse(c, file, nameOfFile(file.role, view.paper));
};

const sendToBeSigned = async (c: WebContext, paperId: string): Promise<Response> => {
  const view = await readPaperView(c, paperId);
  const signedAt = c.req.query('at') ?? '';
  if (!view || !isInstant(signedAt)) return c.notFound();
  const { officeId, person } = userOn(c);
  const signer = { officeId, personId: person.person_id };
  const toSign = await readToBeSigned(c.get('deps').acts, signer, view.state, signedAt);
  if (!toSign) return c.notFound();
  return c.body(new Uint8Array(toSign.bytes), 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': contentDisposition('attachment', `${paperId}.tbs`),
    'Cache-Control': 'private, no-store',
  });
};

const showHandOverList = async (c: WebContext, paperId: string): Promise<Response> => {
  const view = await readPaperView(c, paperId);
  return view ? c.html(<HandOverPage c={c} view={view} />) : c.notFound();
};

const drawForm = async (
  c: WebContext,
  paperId: string,
  draw: (c: WebContext, view: PaperView) => Promise<Response>,
): Promise<Response> => {
  const view = await readPaperView(c, paperId);
  return view ? draw(c, view) : c.notFound();
};

/** The papers of an office: the clerk's board, one paper on its way, its files and deliveries. */
export const paperRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.use('/papers', requireUser);
  routes.use('/papers/*', requireUser);
  routes.route('/', boardRoutes());
  routes.get('/papers/:paperId', (c) => showPaper(c, c.req.param('paperId'), null));
  routes.post('/papers/:paperId', limitForm, (c) => pressPaper(c, c.req.param('paperId')));
  routes.get('/papers/:paperId/files/:role', (c) =>
    downloadFile(c, c.req.param('paperId'), c.req.param('role')),
  );
  routes.get('/papers/:paperId/form', (c) => paperFormPage(c, c.req.param('paperId')));
  routes.get('/papers/:paperId/to-be-signed', (c) => sendToBeSigned(c, c.req.param('paperId')));
  routes.get('/papers/:paperId/hand-over', (c) => showHandOverList(c, c.req.param('paperId')));
  routes.get('/papers/:paperId/hand-over.pdf', (c) =>
    drawForm(c, c.req.param('paperId'), handOverFile),
  );
  routes.get('/papers/:paperId/approval-slip.pdf', (c) =>
    drawForm(c, c.req.param('paperId'), approvalSlipOfPaper),
  );
  routes.get('/papers/:paperId/deliveries/:recipientId', (c) =>
    showDelivery(c, c.req.param('paperId'), c.req.param('recipientId'), null),
  );
  routes.post('/papers/:paperId/deliveries/:recipientId', (c) =>
    pressDelivery(c, c.req.param('paperId'), c.req.param('recipientId')),
  );
  return routes;
};
