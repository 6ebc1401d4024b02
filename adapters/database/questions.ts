import type {
  QuestionAnswer,
  QuestionContent,
  QuestionReply,
} from '../../domain/dialogue/question-content.ts';
import { questionContentId, type QuestionState } from '../../domain/dialogue/question.ts';
import type { createVersionStore, VersionRow } from './versions.ts';

/** What was asked, answered and replied. Versions are immutable: a missing one is a fault. */
export const createQuestionStore = (versions: ReturnType<typeof createVersionStore>) => {
  const read = async (
    officeId: string,
    kind: VersionRow['kind'],
    id: string,
    version: number,
  ): Promise<unknown> => {
    const row = await versions.find(officeId, kind, id, version);
    if (!row) throw new Error(`version ${String(version)} of ${kind} ${id} is missing`);
    return JSON.parse(row.text);
  };

  /* eslint-disable @typescript-eslint/consistent-type-assertions -- written by acts/dialogue from checked contents */
  return {
    read: async (
      officeId: string,
      { year, questionId, contentVersion }: QuestionState,
    ): Promise<QuestionContent> => {
      const id = questionContentId(year, questionId);
      return (await read(officeId, 'question', id, contentVersion)) as QuestionContent;
    },

    /** null: not answered yet. What was said when it was passed up counts as its answer so far. */
    readAnswer: async (
      officeId: string,
      { year, questionId, answer }: QuestionState,
    ): Promise<QuestionAnswer | null> => {
      if (!answer) return null;
      const id = questionContentId(year, questionId);
      return (await read(officeId, 'question-answer', id, answer.version)) as QuestionAnswer;
    },

    readReply: async (
      officeId: string,
      year: number,
      questionId: string,
      version: number,
    ): Promise<QuestionReply> => {
      const id = questionContentId(year, questionId);
      return (await read(officeId, 'question-reply', id, version)) as QuestionReply;
    },
  };
  /* eslint-enable @typescript-eslint/consistent-type-assertions */
};
