import type { Authority } from '../authority.ts';
import { moveClock } from '../cycle-clock.ts';
import type { DraftNews } from '../draft.ts';
import type { Instant } from '../local-date.ts';
import type { QuestionEvent, QuestionSlip, QuestionState } from './question.ts';

type ByPerson = Extract<QuestionEvent, { readonly by: Authority }>;

const slipOf = ({ draftId, phase, paperId, number, issuedOn }: DraftNews): QuestionSlip => ({
  draftId,
  phase,
  paperId,
  number,
  issuedOn,
});

const answered = (
  event: QuestionEvent & { type: 'QuestionAnswered' },
  at: Instant,
): Partial<QuestionState> => {
  const { version, how, isLegitimate, answeredById, work, by } = event;
  return {
    phase: 'answered',
    answer: { version, how, isLegitimate, answeredById, at },
    work: work && { strand: work, by, isOpened: false, ended: null },
  };
};

const passedUp = (
  event: QuestionEvent & { type: 'QuestionPassedUp' },
  at: Instant,
): Partial<QuestionState> => {
  const { version, answeredById, form, superiorIds, dueOn } = event;
  return {
    phase: 'passed-up',
    answer: { version, how: null, isLegitimate: true, answeredById, at },
    passedUp: { form, superiorIds, dueOn, at },
  };
};

const addIds = (ids: readonly string[], more: readonly string[]): readonly string[] => [
  ...new Set([...ids, ...more]),
];

const evolveByPeople = (event: ByPerson, at: Instant): Partial<QuestionState> => {
  switch (event.type) {
    case 'QuestionAsked':
      return {};
    case 'QuestionMerged':
      return { phase: 'merged', merged: { intoId: event.intoId, at, isPassedOn: false } };
    case 'QuestionAnswered':
      return answered(event, at);
    case 'QuestionPassedUp':
      return passedUp(event, at);
    case 'ReplyEntered': {
      const { version, date, issuerId } = event;
      return { phase: 'replied', reply: { version, date, issuerId, at } };
    }
    case 'QuestionGivenUp':
      return { phase: 'given-up', givenUp: { reasonId: event.reasonId, at } };
  }
};

const evolveByItself = (
  state: QuestionState,
  event: Exclude<QuestionEvent, ByPerson>,
): Partial<QuestionState> => {
  switch (event.type) {
    case 'MergePassedOn':
      return { merged: state.merged && { ...state.merged, isPassedOn: true } };
    case 'QuestionsJoined':
      return { joined: addIds(state.joined, event.questionIds) };
    case 'SlipMoved':
      return { slip: slipOf(event.news) };
    case 'AnswerWorkOpened':
      return { work: state.work && { ...state.work, isOpened: true } };
    case 'AnswerWorkEnded':
      return { work: state.work && { ...state.work, ended: event.how } };
    case 'AskersTold':
      return { told: addIds(state.told, event.questionIds) };
    case 'QuestionCancelled':
      return { phase: 'cancelled' };
    case 'ClockWentLive':
      return { clock: { mode: 'live' } };
  }
};

/** Total: refuses nothing, whatever the order. */
export const evolveQuestion = (
  state: QuestionState,
  event: QuestionEvent,
  at: Instant,
): QuestionState => {
  if (event.type === 'ClockWentLive') return { ...state, ...evolveByItself(state, event) };
  const isByPerson = 'by' in event;
  return {
    ...state,
    ...(isByPerson ? evolveByPeople(event, at) : evolveByItself(state, event)),
    clock: moveClock(state.clock, at),
    last: { at, event: event.type, personId: isByPerson ? event.by.personId : null },
  };
};
