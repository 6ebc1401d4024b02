import { renderPdf } from '../../../documents/render-aside.ts';
import type { WebContext } from '../../environment.ts';
import { typedText } from '../../layout/typed-values.ts';
import { readRunningCycle } from '../cycle/cycle-reading.ts';
import { contentDisposition } from '../paper/paper-file-response.ts';
import { listPage } from './list-page.tsx';
import { readList } from './list-reading.ts';
import { paperAsDraft } from '../../../documents/paper-of.ts';
import { pressOnPeriod } from './period-press.ts';
import { pathOfList } from './period-reading.ts';

const pressDecision = async (c: WebContext, act: 'approve-list' | 'return-list') => {
  const fields = await c.req.parseBody();
  const { year } = await readRunningCycle(c);
  const read = {
    version: Number(typedText(fields, 'version')),
    boundHash: typedText(fields, 'boundHash'),
  };
  return pressOnPeriod(c, {
    fields,
    act,
    data: act === 'approve-list' ? read : { ...read, reason: typedText(fields, 'reason') },
    to: pathOfList(year, Number(c.req.param('version'))),
    fieldOf: (id) => (id === 'reason' ? id : null),
    again: (refused) => listPage(c, refused),
    isShown: async () => {
      const { registration } = (await readRunningCycle(c)).state;
      return registration !== null && registration.phase !== 'awaiting-approval';
    },
  });
};

export const approveList = (c: WebContext) => pressDecision(c, 'approve-list');

export const returnList = (c: WebContext) => pressDecision(c, 'return-list');

/** The notice as a file, with the template that was pinned when the list was closed. */
export const listPdf = async (c: WebContext) => {
  const view = await readList(c);
  if (!view) return c.notFound();
  const pdf = await renderPdf(paperAsDraft(view.source, view.cycle.facts), view.pinnedTemplate);
  const { version, cycle } = view;
  const name = c.get('t')('registration.draft-file', { year: cycle.year, version });
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'cache-control': 'private, no-store',
    'content-disposition': contentDisposition('inline', `${name}.pdf`),
  });
};
