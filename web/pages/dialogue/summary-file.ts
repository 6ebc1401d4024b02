import { paperOf } from '../../../documents/paper-of.ts';
import { renderDocx, renderPdf } from '../../../documents/render.ts';
import { countQuestions } from '../../../domain/dialogue/question-end.ts';
import { dialogueWords } from '../../../locale/dialogue-papers.ts';
import type { WebContext } from '../../environment.ts';
import { readRunningCycle } from '../cycle/cycle-reading.ts';
import { contentDisposition } from '../paper/paper-file-response.ts';
import { readQuestions } from './dialogue-reading.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The table of the year's questions as of the day, drawn on demand: PDF to print, DOCX to work on. */
export const summaryFile = async (c: WebContext): Promise<Response> => {
  const cycle = await readRunningCycle(c);
  const { year, day, facts } = cycle;
  const questions = (await readQuestions(c, cycle))
    .filter(({ state }) => state.phase !== 'cancelled')
    .map(({ answer, ...rest }) => ({ ...rest, answer: answer?.answer ?? null }));
  const counts = countQuestions(
    questions.map(({ state }) => state),
    day,
  );
  const paper = paperOf(
    { kind: 'dialogue-summary', content: { year, day, questions, counts } },
    facts,
    { stage: 'final', number: null, date: day, confirmedAt: null },
  );
  const isPdf = c.req.param('file')?.endsWith('.pdf') === true;
  const bytes = isPdf ? await renderPdf(paper) : await renderDocx(paper);
  const name = `${dialogueWords.summaryTitle} ${String(year)}`;
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': isPdf ? 'application/pdf' : DOCX,
    'cache-control': 'private, no-store',
    'content-disposition': contentDisposition(
      isPdf ? 'inline' : 'attachment',
      `${name}.${isPdf ? 'pdf' : 'docx'}`,
    ),
  });
};
