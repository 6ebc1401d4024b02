import { sheetOf } from '../../../acts/pledge/pledge-body.ts';
import { paperOf } from '../../../documents/paper-of.ts';
import { renderDocx, renderPdf } from '../../../documents/render.ts';
import { wordsIn } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { contentDisposition, fileResponse } from '../paper/paper-file-response.ts';
import { readNamedPledge } from './pledge-reading.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The sheet to be signed, with the heads of the cycle's day and empty cells: PDF to print, DOCX to work on. */
export const pledgeSheetFile = async (c: WebContext) => {
  const view = await readNamedPledge(c);
  if (!view) return c.notFound();
  const { cycle, state, text } = view;
  const paper = paperOf(
    { kind: 'pledge-sheet', content: sheetOf(state, text, cycle.facts) },
    cycle.facts,
    { stage: 'for-signature', number: null, date: cycle.day, confirmedAt: null },
  );
  const isPdf = c.req.path.endsWith('.pdf');
  const bytes = isPdf ? await renderPdf(paper) : await renderDocx(paper);
  // Vietnamese whatever the reader's language; a slash can't stand in a file name.
  const name = wordsIn('vi')('pledge.sheet-file', { title: text.title }).replaceAll('/', '-');
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': isPdf ? 'application/pdf' : DOCX,
    'cache-control': 'private, no-store',
    'content-disposition': contentDisposition(
      isPdf ? 'inline' : 'attachment',
      `${name}.${isPdf ? 'pdf' : 'docx'}`,
    ),
  });
};

/** A scan of the sheet, as somebody of the office attached it to this pledge. */
export const pledgeScan = async (c: WebContext) => {
  const view = await readNamedPledge(c);
  const sha256 = c.req.param('sha256') ?? '';
  if (!view?.state.signatures.some((row) => row.scanSha256 === sha256)) return c.notFound();
  const file = { role: 'scan', sha256, media_type: 'application/pdf' } as const;
  return fileResponse(c, file, `${view.text.title.replaceAll('/', '-')}.pdf`);
};
