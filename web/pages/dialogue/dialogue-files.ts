import { paperOf } from '../../../documents/paper-of.ts';
import { countQuestions } from '../../../domain/dialogue/question-end.ts';
import { wordsIn } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { readRunningCycle } from '../cycle/cycle-reading.ts';
import { drawnFile } from '../paper/drawn-file.ts';
import { fileResponse } from '../paper/paper-file-response.ts';
import { readQuestions } from './dialogue-reading.ts';

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
  return drawnFile(c, paper, { year });
};

/** The blank slip on which a question is written by hand. */
export const questionSlipFile = async (c: WebContext): Promise<Response> => {
  const { year, day, facts } = await readRunningCycle(c);
  const dating = { stage: 'for-signature', number: null, date: day, confirmedAt: null } as const;
  return drawnFile(c, paperOf({ kind: 'question-slip', content: { year } }, facts, dating), {
    year,
  });
};

/** The scan of the paper by which a body above replied to this question. */
export const replyScan = async (c: WebContext): Promise<Response> => {
  const cycle = await readRunningCycle(c);
  const questions = await readQuestions(c, cycle);
  const read = questions.find(({ state }) => state.questionId === c.req.param('questionId'));
  const sha256 = c.req.param('sha256') ?? '';
  if (!read?.reply || read.reply.scanSha256 !== sha256) return c.notFound();
  const file = { role: 'scan', sha256, media_type: 'application/pdf' } as const;
  // Vietnamese whatever the reader's language.
  const name = wordsIn('vi')('dialogue.reply-scan-file', { id: read.state.questionId });
  return fileResponse(c, file, `${name}.pdf`);
};
