import type {
  DialogueSummaryContent,
  SummarisedQuestion,
} from '../domain/dialogue/summary-content.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { OfficeFacts } from '../domain/office.ts';
import { isReplyOverdue } from '../domain/dialogue/question.ts';
import { dialogueWords as words } from '../locale/dialogue-papers.ts';
import { formatShortDate } from '../locale/papers.ts';
import { viewHead } from './head-view.ts';
import type { PaperDating, PaperHead, PaperStage } from './paper.ts';
import { headOf, leaderOf, unitName } from './paper-parts.ts';
import { askerName, domainName } from './upward-paper.ts';

/** The table of the year's questions: who asked what, what was answered, and what came of it. */
export interface DialogueSummaryPaper {
  readonly kind: 'dialogue-summary';
  readonly stage: PaperStage;
  readonly year: number;
  readonly head: PaperHead;
  readonly subject: string;
  readonly day: LocalDate;
  readonly leaderPosition: string;
  readonly rows: readonly {
    readonly asker: string | null;
    readonly text: string;
    readonly domainName: string;
    readonly answer: string | null;
    readonly competence: string;
    readonly unitName: string | null;
    readonly dueOn: LocalDate | null;
    readonly result: string;
  }[];
  readonly counts: DialogueSummaryContent['counts'];
}

const ordinalOf = (content: DialogueSummaryContent, questionId: string): string =>
  String(content.questions.findIndex(({ state }) => state.questionId === questionId) + 1);

const bodiesOf = (facts: OfficeFacts, ids: readonly string[]): string =>
  ids.map((id) => facts.superiors.find((body) => body.id === id)?.name ?? id).join(', ');

/** On the spot, by a unit, or by whom above. */
const competenceOf = (
  { state, slipNumber }: SummarisedQuestion,
  content: DialogueSummaryContent,
  facts: OfficeFacts,
): string => {
  if (state.merged) return `${words.mergedInto} ${ordinalOf(content, state.merged.intoId)}`;
  if (state.passedUp) {
    const to = `${words.passedUp} ${bodiesOf(facts, state.passedUp.superiorIds)}`;
    return slipNumber === null ? to : `${to} (${slipNumber})`;
  }
  if (state.work) return `${words.givenTo} ${unitName(facts, state.work.strand.unitId, '/unitId')}`;
  if (!state.answer) return words.notAnswered;
  return state.answer.isLegitimate ? words.onTheSpot : words.explained;
};

const WORK_RESULT = { done: words.workDone, cancelled: words.workDropped } as const;

const replyResult = ({ state, reply }: SummarisedQuestion): string => {
  if (!state.reply || !reply) return words.awaited;
  const number = reply.number === null ? '' : ` ${words.replyAt} ${reply.number}`;
  return `${words.repliedOn} ${formatShortDate(state.reply.date)}${number}: ${reply.text}`;
};

const resultOf = (question: SummarisedQuestion, content: DialogueSummaryContent): string => {
  const { state } = question;
  if (state.merged) return `${words.asKept} ${ordinalOf(content, state.merged.intoId)}`;
  switch (state.phase) {
    case 'asked':
    case 'merged':
    case 'cancelled':
      return words.notAnswered;
    case 'answered':
      if (!state.work) return words.done;
      return state.work.ended ? WORK_RESULT[state.work.ended] : words.workUnderWay;
    case 'passed-up':
      return isReplyOverdue(state, content.day) ? words.overdue : words.awaited;
    case 'replied':
      return replyResult(question);
    case 'given-up':
      return words.givenUp;
  }
};

/** @throws DomainError unknown-reference with the pointer into the content */
export const dialogueSummaryPaperOf = (
  content: DialogueSummaryContent,
  facts: OfficeFacts,
  dating: PaperDating,
): DialogueSummaryPaper => ({
  kind: 'dialogue-summary',
  stage: dating.stage,
  year: content.year,
  head: headOf('transfer-slip', facts, dating),
  subject: `${words.summaryTitle} ${String(content.year)}`,
  day: content.day,
  leaderPosition: leaderOf(facts, '/leader').position,
  rows: content.questions.map((question, index) => {
    const { state } = question;
    const place = `/questions/${String(index)}`;
    return {
      asker: askerName(state, facts, `${place}/askedByUnitId`, 'table'),
      text: question.text,
      domainName: domainName(facts, state.domain, `${place}/domain`),
      answer: question.answer,
      competence: competenceOf(question, content, facts),
      unitName: state.work ? unitName(facts, state.work.strand.unitId, `${place}/work`) : null,
      dueOn: state.work?.strand.dueOn ?? state.passedUp?.dueOn ?? null,
      result: resultOf(question, content),
    };
  }),
  counts: content.counts,
});

/** The fields that templates/documents/dialogue-summary.hbs may name. */
export const viewDialogueSummary = (paper: DialogueSummaryPaper) => ({
  year: String(paper.year),
  head: viewHead(paper.head, paper.stage),
  day: paper.day,
  leaderPosition: paper.leaderPosition,
  rows: paper.rows.map((row, index) => ({ ...row, ordinal: String(index + 1) })),
  counts: paper.counts,
});
