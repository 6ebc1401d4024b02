import { describe, expect, test } from 'vitest';
import {
  countQuestions,
  isNewsOfSlip,
  isQuestionOver,
  untoldQuestions,
  wantsSlip,
} from '../../../domain/dialogue/question-end.ts';
import { evolveQuestion } from '../../../domain/dialogue/question-evolve.ts';
import {
  applyQuestion,
  askedQuestion,
  decideQuestion,
  isReplyOverdue,
  type QuestionCommand,
  type QuestionEvent,
  type QuestionState,
} from '../../../domain/dialogue/question.ts';
import type { DraftNews } from '../../../domain/draft.ts';
import { waitingInQuestion } from '../../../domain/dialogue/waiting-in-question.ts';
import { COORDINATOR, HEAD, TEAM_HEAD } from '../../support/actors.ts';
import { createStory, FIRST_MOMENT } from '../../support/given.ts';

const fresh = askedQuestion(
  2024,
  {
    kind: 'question',
    id: 'CH-1',
    contentVersion: 1,
    domain: 'D2',
    isAnonymous: false,
    askedByUnitId: 'team-1',
    askedById: 'head-of-team-1',
    conferenceId: null,
  },
  { clock: { mode: 'live' }, openedAt: FIRST_MOMENT },
);
const given = createStory<QuestionState, QuestionCommand, QuestionEvent>({
  fresh,
  decide: decideQuestion,
  apply: applyQuestion,
  evolve: evolveQuestion,
});

const asked = { type: 'QuestionAsked', by: TEAM_HEAD } as const;
const work = {
  kind: 'assignment',
  id: 'CH-1-work',
  source: { kind: 'question', ownerId: 'cycle/office/2024/question/CH-1' },
  unitId: 'team-2',
  dueOn: '2024-05-17',
  contentVersion: 1,
} as const;
const answer = {
  version: 1,
  how: 'at-conference',
  isLegitimate: true,
  answeredById: 'head',
  work: null,
} as const;
const answered = { ...answer, type: 'QuestionAnswered', by: HEAD } as const;
const up = {
  version: 1,
  answeredById: 'head',
  form: 'transfer-slip',
  superiorIds: ['leaders', 'logistics'],
  dueOn: '2024-02-15',
} as const;
const passedUp = { ...up, type: 'QuestionPassedUp', by: HEAD } as const;
const reply = { version: 1, date: '2024-02-10', issuerId: 'logistics' } as const;
const replied = { ...reply, type: 'ReplyEntered', by: COORDINATOR } as const;
const told = { type: 'AskersTold', questionIds: ['CH-1'] } as const;

const newsOf = (change: Partial<DraftNews> = {}): DraftNews => ({
  draftId: 'transfer-slip-2024-CH-1',
  kind: 'transfer-slip',
  phase: 'issued',
  version: 1,
  paperId: 'transfer-slip-2024-CH-1-v1',
  issuedOn: '2024-01-22',
  number: 69,
  ...change,
});
const slipIssued = { type: 'SlipMoved', news: newsOf() } as const;

const waitsFor = (state: QuestionState) =>
  waitingInQuestion(state).map(({ what, role, until }) => ({ what, role, until }));

describe('a question that is answered', () => {
  test('waits for whoever answers, and no longer than that', () => {
    expect(waitsFor(given([asked]).state)).toEqual([
      { what: 'answer-question', role: 'dialogueResponder', until: null },
    ]);
    expect(waitsFor(given([asked, answered]).state)).toEqual([]);
  });

  test('ends once the asker has been told', () => {
    const before = given([asked]).when({ ...answer, type: 'answerQuestion' }, { by: HEAD });
    const state = before.then([answered]);
    expect(untoldQuestions(state)).toEqual(['CH-1']);
    expect(isQuestionOver(state)).toBe(false);
    expect(isQuestionOver(given([asked, answered, told]).state)).toBe(true);
  });

  test('stays until the work that the answer gave is done', () => {
    const withWork = { ...answered, work };
    const opened = { type: 'AnswerWorkOpened' } as const;
    expect(isQuestionOver(given([asked, withWork, opened, told]).state)).toBe(false);
    const done = { type: 'AnswerWorkEnded', how: 'done' } as const;
    expect(isQuestionOver(given([asked, withWork, opened, told, done]).state)).toBe(true);
  });

  test('is not answered twice, and who answered is said', () => {
    given([asked, answered])
      .when({ ...answer, type: 'answerQuestion' }, { by: HEAD })
      .thenRefuses('out-of-time', { phase: 'answered', lastBy: 'head' });
  });

  test('gives nobody work where it is not legitimate', () => {
    given([asked])
      .when({ ...answer, type: 'answerQuestion', isLegitimate: false, work }, { by: HEAD })
      .thenRefuses('not-schema', {}, '/work');
  });
});

describe('a question that is merged', () => {
  const merged = { type: 'QuestionMerged', intoId: 'CH-2', by: COORDINATOR } as const;

  test('ends once the kept question knows of it', () => {
    given([asked]).when({ type: 'mergeQuestion', intoId: 'CH-2' }).then([merged]);
    expect(isQuestionOver(given([asked, merged]).state)).toBe(false);
    expect(isQuestionOver(given([asked, merged, { type: 'MergePassedOn' }]).state)).toBe(true);
  });

  test('is told of by the one that is kept, to both askers', () => {
    const joined = { type: 'QuestionsJoined', questionIds: ['CH-6', 'CH-7'] } as const;
    expect(untoldQuestions(given([asked, joined, answered]).state)).toEqual([
      'CH-1',
      'CH-6',
      'CH-7',
    ]);
    expect(untoldQuestions(given([asked, answered, told, joined]).state)).toEqual(['CH-6', 'CH-7']);
  });

  test('can not be merged into itself', () => {
    given([asked])
      .when({ type: 'mergeQuestion', intoId: 'CH-1' })
      .thenRefuses('duplicate-id', {}, '/intoId');
  });
});

describe('a question that goes up', () => {
  test('waits for its paper, and once that is issued for the reply until its day', () => {
    expect(waitsFor(given([asked, passedUp]).state)).toEqual([
      { what: 'write-slip', role: 'cycleCoordinator', until: null },
    ]);
    const underWay = newsOf({ phase: 'awaiting-approval', number: null, issuedOn: null });
    expect(waitsFor(given([asked, passedUp, { type: 'SlipMoved', news: underWay }]).state)).toEqual(
      [],
    );
    expect(waitsFor(given([asked, passedUp, slipIssued]).state)).toEqual([
      { what: 'enter-reply', role: 'cycleCoordinator', until: '2024-02-15' },
    ]);
  });

  test('waits for a new paper where the one that was written is dropped', () => {
    const dropped = { type: 'SlipMoved', news: newsOf({ phase: 'dropped' }) } as const;
    expect(wantsSlip(given([asked, passedUp, dropped]).state)).toBe(true);
  });

  test('needs no paper of its own where it is said in a report', () => {
    const { state } = given([asked, { ...passedUp, form: 'report-up' }]);
    expect(wantsSlip(state)).toBe(false);
    expect(waitsFor(state)[0]?.what).toBe('enter-reply');
  });

  test('knows number and day of its paper, and hears news of it once', () => {
    const { state } = given([asked, passedUp, slipIssued]);
    expect(state.slip).toMatchObject({ number: 69, issuedOn: '2024-01-22' });
    expect(isNewsOfSlip(state, newsOf())).toBe(false);
    expect(isNewsOfSlip(state, newsOf({ phase: 'dropped' }))).toBe(true);
  });

  test('asks for a reply no earlier than today', () => {
    given([asked])
      .when({ ...up, type: 'passQuestionUp', dueOn: '2024-01-14' }, { by: HEAD })
      .thenRefuses('impossible-date', { given: '2024-01-14' }, '/dueOn');
  });

  test('ends once the reply is entered and the asker told', () => {
    const state = given([asked, passedUp, slipIssued])
      .when({ ...reply, type: 'enterReply' }, { now: '2024-02-12T09:00:00+07:00' })
      .then([replied]);
    expect(isQuestionOver(state)).toBe(false);
    expect(isQuestionOver(evolveQuestion(state, told, '2024-02-12T09:00:01+07:00'))).toBe(true);
  });

  test.each([
    ['after today', '2024-02-13'],
    ['before it went up', '2024-01-14'],
  ])('gets no reply dated %s', (_, date) => {
    given([asked, passedUp])
      .when({ ...reply, type: 'enterReply', date }, { now: '2024-02-12T09:00:00+07:00' })
      .thenRefuses('impossible-date', { given: date }, '/reply/date');
  });

  test('is given up once its reply is overdue, not before', () => {
    const close = { type: 'closeQuestion', reasonId: 'act-of-reason' } as const;
    const story = given([asked, passedUp, slipIssued]);
    story.when(close, { now: '2024-02-15T23:00:00+07:00' }).thenRefuses('out-of-time');
    const state = story
      .when(close, { now: '2024-02-16T08:00:00+07:00' })
      .then([{ type: 'QuestionGivenUp', reasonId: 'act-of-reason', by: COORDINATOR }]);
    expect(untoldQuestions(state)).toEqual(['CH-1']);
  });

  test('is overdue from the day after the one it was asked for', () => {
    const { state } = given([asked, passedUp]);
    expect(isReplyOverdue(state, '2024-02-15')).toBe(false);
    expect(isReplyOverdue(state, '2024-02-16')).toBe(true);
    expect(isReplyOverdue(given([asked, passedUp, replied]).state, '2024-02-16')).toBe(false);
  });
});

test('the year counts its questions by how they came out', () => {
  const inWriting = { ...answered, how: 'in-writing' } as const;
  const merged = { type: 'QuestionMerged', intoId: 'CH-1', by: COORDINATOR } as const;
  const givenUp = { type: 'QuestionGivenUp', reasonId: 'act-of-reason', by: COORDINATOR } as const;
  const stories: QuestionEvent[][] = [
    [asked, answered],
    [asked, answered],
    [asked, inWriting],
    [asked, merged],
    [asked, passedUp, replied],
    [asked, passedUp],
    [asked, passedUp, givenUp],
    [asked],
    [asked, { type: 'QuestionCancelled' }],
  ];
  const states = stories.map((events) => given(events).state);
  expect(countQuestions(states, '2024-02-16')).toEqual({
    asked: 8,
    unanswered: 1,
    answered: 2,
    inWriting: 1,
    merged: 1,
    escalated: 3,
    escalatedAnswered: 1,
    escalatedOverdue: 2,
  });
});

test('a year that catches up goes on by itself', () => {
  const entered = { mode: 'entered', at: FIRST_MOMENT } as const;
  const { state } = given([asked, { type: 'ClockWentLive' }], { clock: entered });
  expect(state.clock).toEqual({ mode: 'live' });
  expect(state.phase).toBe('asked');
});
