import type { LocalDate } from '../local-date.ts';
import type { QuestionCounts } from './question-end.ts';
import type { QuestionState } from './question.ts';

/** One question of the year, with the texts that its state stands for; null: not there yet. */
export interface SummarisedQuestion {
  readonly state: QuestionState;
  readonly text: string;
  readonly answer: string | null;
  readonly reply: { readonly text: string; readonly number: string | null } | null;
  /** "69/PC-ABC" of the paper by which it went up. */
  readonly slipNumber: string | null;
}

/** The table of a year's dialogue as of a day; drawn on demand and never issued. */
export interface DialogueSummaryContent {
  readonly year: number;
  readonly day: LocalDate;
  readonly questions: readonly SummarisedQuestion[];
  readonly counts: QuestionCounts;
}
