import { sheetOf } from '../../../acts/pledge/pledge-body.ts';
import { paperOf } from '../../../documents/paper-of.ts';
import { wordsIn } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { drawnFile } from '../paper/drawn-file.ts';
import { fileResponse } from '../paper/paper-file-response.ts';
import { readNamedPledge } from './pledge-reading.ts';

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
  // Vietnamese whatever the reader's language.
  return drawnFile(c, paper, {
    year: cycle.year,
    title: wordsIn('vi')('pledge.sheet-file', { title: text.title }),
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
