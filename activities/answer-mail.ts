import type { NoticeRow } from '../adapters/database/notices.ts';
import type { QuestionState } from '../domain/dialogue/question.ts';
import type { OfficeFacts } from '../domain/office.ts';
import { pathOfWaiting } from '../domain/waiting-place.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { fillAnswer } from './fill-answer.ts';

/** Composes the mail that tells an asker how the question, or the one it was merged into, came out. */
export const createAnswerMail = ({
  stores,
  decisionLinks,
}: Pick<ActivityDependencies, 'stores' | 'decisionLinks'>) => {
  const readQuestion = async (officeId: string, workflowId: string): Promise<QuestionState> => {
    const found = await stores.strands.find(officeId, workflowId, 'question');
    if (found) return found.state;
    throw new Error(`question ${workflowId} is missing`);
  };

  const replyOf = async (
    { office_id }: NoticeRow,
    { year, questionId, reply }: QuestionState,
    facts: OfficeFacts,
  ) => {
    if (!reply) return null;
    const content = await stores.questions.readReply(office_id, year, questionId, reply.version);
    const issuer = facts.superiors.find(({ id }) => id === reply.issuerId);
    return {
      text: content.text,
      number: content.number,
      date: reply.date,
      issuerName: issuer?.name ?? reply.issuerId,
    };
  };

  const workOf = ({ work }: QuestionState, facts: OfficeFacts) => {
    if (!work) return null;
    const { unitId, dueOn } = work.strand;
    return { unitName: facts.units.find(({ id }) => id === unitId)?.name ?? unitId, dueOn };
  };

  return async (row: NoticeRow) => {
    const [about, own = about] = row.items;
    if (!about || !own) throw new Error(`notice ${row.notice_id} is about nothing`);
    const { office_id } = row;
    const facts = await stores.factsOn(office_id, row.date);
    const [kept, asked] = await Promise.all([
      readQuestion(office_id, about.workflowId),
      readQuestion(office_id, own.workflowId),
    ]);
    const { text } = await stores.questions.read(office_id, asked);
    const { givenUp } = kept;
    return fillAnswer({
      officeName: facts.name,
      readerName: facts.people.find(({ id }) => id === row.person_id)?.fullName ?? row.person_id,
      question: text,
      answer: (await stores.questions.readAnswer(office_id, kept))?.answer ?? null,
      reply: await replyOf(row, kept, facts),
      givenUp: givenUp && (await stores.paperSources.readReason(office_id, givenUp.reasonId)),
      work: workOf(kept, facts),
      url: decisionLinks.pageUrlOf(pathOfWaiting({ ...about, unitId: null })),
    });
  };
};
