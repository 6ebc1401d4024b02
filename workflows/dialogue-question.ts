import {
  condition,
  continueAsNew,
  getExternalWorkflowHandle,
  log,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import { isNewsOfSlip, isQuestionOver, untoldQuestions } from '../domain/dialogue/question-end.ts';
import { evolveQuestion } from '../domain/dialogue/question-evolve.ts';
import {
  applyQuestion,
  askedQuestion,
  decideQuestion,
  type QuestionCommand,
  type QuestionState,
} from '../domain/dialogue/question.ts';
import { tellAskers } from './activity-proxies.ts';
import {
  clockWentLive,
  cycleCancelled,
  draftMoved,
  strandEnded,
  yearStrandId,
} from './contract.ts';
import {
  actOnQuestion,
  questionsJoined,
  questionState,
  type DialogueQuestionInput,
} from './dialogue-contract.ts';
import { reportEnd, reportToCycle } from './strand-starter.ts';
import { now, openStrand } from './strand.ts';

/** A question of the dialogue, until its askers know the outcome and what it led to is done. */
export async function dialogueQuestion(input: DialogueQuestionInput): Promise<void> {
  const question = openQuestion(input);
  question.answer(actOnQuestion);
  setHandler(questionState, question.state);
  hearOthers(question);
  if (input.carried === null) {
    question.record({ type: 'QuestionAsked', by: input.openedBy }, input.openedAt);
  }

  for (;;) {
    await question.project();
    setCurrentDetails(`question ${input.strand.id}: ${question.state().phase}`);
    if (await doWhatFollows(question, input)) continue;
    if (isQuestionOver(question.state())) break;
    if (question.shouldContinueAsNew()) {
      await continueAsNew<typeof dialogueQuestion>({ ...input, carried: await question.carry() });
    }
    await condition(question.hasUnprojected);
  }
  const how = question.state().phase === 'cancelled' ? 'cancelled' : 'done';
  await reportEnd(input, { how, at: question.moment(), ownerId: null });
  // Merged into this one at the very last moment.
  while (question.hasUnprojected()) {
    await question.project();
    await doWhatFollows(question, input);
  }
}

const openQuestion = (input: DialogueQuestionInput) =>
  openStrand<'question', QuestionState, QuestionCommand>(
    { ...input, kind: 'question', fresh: askedQuestion(input.year, input.strand, input) },
    { decide: decideQuestion, apply: applyQuestion, evolve: evolveQuestion },
  );

type Question = ReturnType<typeof openQuestion>;

const hearOthers = (question: Question): void => {
  setHandler(draftMoved, ({ news, at }) => {
    if (isNewsOfSlip(question.state(), news))
      question.recordReport({ type: 'SlipMoved', news }, at);
  });
  setHandler(strandEnded, ({ id, how, at }) => {
    const { work } = question.state();
    if (work?.strand.id === id && work.ended === null) {
      question.recordReport({ type: 'AnswerWorkEnded', how }, at);
    }
  });
  setHandler(questionsJoined, ({ questionIds, at }) => {
    question.recordReport({ type: 'QuestionsJoined', questionIds }, at);
  });
  setHandler(cycleCancelled, () => {
    if (!isQuestionOver(question.state())) question.record({ type: 'QuestionCancelled' }, now());
  });
  setHandler(clockWentLive, () => {
    question.record({ type: 'ClockWentLive' }, now());
  });
};

/** One thing that follows from the facts so far; false where nothing does. */
const doWhatFollows = async (
  question: Question,
  input: DialogueQuestionInput,
): Promise<boolean> => {
  const { phase, merged, work } = question.state();
  if (phase === 'cancelled') return false;
  if (merged && !merged.isPassedOn) {
    await passMergeOn(question, input, merged.intoId);
    return true;
  }
  if (work && !work.isOpened) {
    const report = { type: 'StrandOpened', strand: work.strand, by: work.by } as const;
    await reportToCycle(input.officeId, input.year, report, question.moment());
    question.record({ type: 'AnswerWorkOpened' }, question.moment());
    return true;
  }
  const untold = untoldQuestions(question.state());
  if (untold.length === 0) return false;
  await tell(question, input, input.strand.id, untold);
  question.record({ type: 'AskersTold', questionIds: untold }, question.moment());
  return true;
};

/** The kept question tells our asker when it comes out; where it has ended, its outcome is there to be told. */
const passMergeOn = async (
  question: Question,
  input: DialogueQuestionInput,
  intoId: string,
): Promise<void> => {
  const { officeId, year, strand } = input;
  const questionIds = [strand.id, ...question.state().joined];
  const kept = yearStrandId(officeId, year, { kind: 'question', id: intoId });
  try {
    await getExternalWorkflowHandle(kept).signal(questionsJoined, {
      questionIds,
      at: question.moment(),
    });
  } catch (error) {
    log.info('the kept question has ended; its outcome is told at once', { intoId, error });
    await tell(question, input, intoId, questionIds);
  }
  question.record({ type: 'MergePassedOn' }, question.moment());
};

// Nobody gets mail about a year that is being entered.
const tell = async (
  question: Question,
  { officeId, year }: DialogueQuestionInput,
  questionId: string,
  questionIds: readonly string[],
): Promise<void> => {
  if (question.state().clock.mode === 'entered') return;
  const idOf = (id: string): string => yearStrandId(officeId, year, { kind: 'question', id });
  await tellAskers({
    officeId,
    year,
    workflowId: idOf(questionId),
    toldWorkflowIds: questionIds.map(idOf),
    at: question.moment(),
  });
};
