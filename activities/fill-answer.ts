import { answerMailWords } from '../locale/notices.ts';
import { formatShortDate } from '../locale/papers.ts';
import { fillTemplate } from './fill-template.ts';

export interface AnswerView {
  readonly officeName: string;
  readonly readerName: string;
  /** As the reader asked it. */
  readonly question: string;
  readonly answer: string | null;
  /** From the bodies above; null: it was not passed up, or they have not answered. */
  readonly reply: {
    readonly text: string;
    readonly issuerName: string;
    readonly date: string;
    readonly number: string | null;
  } | null;
  /** Why the reply is not waited for any more; null: it is there, or was not asked for. */
  readonly givenUp: string | null;
  readonly work: { readonly unitName: string; readonly dueOn: string } | null;
  readonly url: string;
}

/** The mail to an asker with how the question came out: subject, plain text and HTML. */
export const fillAnswer = (view: AnswerView): { subject: string; text: string; html: string } => {
  const { reply, work } = view;
  const values = {
    ...view,
    subject: answerMailWords.subject,
    reply: reply && { ...reply, date: formatShortDate(reply.date) },
    work: work && { ...work, dueOn: formatShortDate(work.dueOn) },
  };
  return {
    subject: answerMailWords.subject,
    text: fillTemplate('answer.txt', values),
    html: fillTemplate('answer.html', values),
  };
};
