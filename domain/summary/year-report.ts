import type { DraftContentBase } from '../draft-content.ts';
import type { ReportOverride } from '../report-texts.ts';
import type { FiguresOfYear } from './figures-of-year.ts';
import type { ScoreTable } from './score-table.ts';
import type { SummaryPart } from './year-end-summary.ts';

/** Commended by name of ours (id) or of others. */
export type CommendedUnit = { readonly form: string } & (
  { readonly unitId: string } | { readonly name: string }
);
export type CommendedPerson = { readonly form: string } & (
  { readonly personId: string } | { readonly name: string }
);

/** A list, or of a past year whose list is not at hand, how many there were. */
export interface Commendations {
  readonly collectives: readonly CommendedUnit[] | number;
  readonly individuals: readonly CommendedPerson[] | number;
}

export const countOf = (commended: readonly unknown[] | number): number =>
  typeof commended === 'number' ? commended : commended.length;

/** What people write about the year; one paragraph an entry. */
export interface SummaryText {
  readonly strengths: readonly string[];
  readonly weaknesses: readonly string[];
  readonly causes: readonly string[];
  readonly lessons: readonly string[];
  readonly nextYearDirections: readonly string[];
  readonly proposals: readonly string[];
  readonly commendations: Commendations;
}

export interface RegistrationCounts {
  readonly units: number;
  readonly registered: number;
  readonly declined: number;
}

export interface PledgeCounts {
  readonly required: number;
  readonly signed: number;
}

/** `escalatedOpen`: passed up and not answered by then. */
export interface DialogueCounts {
  readonly asked: number;
  readonly answeredAtOnce: number;
  readonly answeredInWriting: number;
  readonly merged: number;
  readonly escalated: number;
  readonly escalatedOpen: number;
}

/** What the year's other rooms counted; null: the year had none of it. */
export interface CountsOfYear {
  readonly registration: RegistrationCounts | null;
  readonly pledges: PledgeCounts | null;
  readonly dialogue: DialogueCounts | null;
  /** Texts of the questions that are still open. */
  readonly openQuestions: readonly string[];
  /** Their ids, in the same order; absent in reports that were written before ids were kept. */
  readonly openQuestionIds?: readonly string[];
}

/** The year's report to those above, with the statistics as its annex. */
export interface YearReportContent extends DraftContentBase, FiguresOfYear, CountsOfYear {
  /** null: the office has no criteria table this year. */
  readonly scores: ScoreTable | null;
  readonly summary: SummaryText;
  /** Of each part of the summary the version that the report was drawn from; absent in older reports. */
  readonly parts?: Readonly<Partial<Record<SummaryPart, number>>>;
  /** Absent in older reports: nothing was put otherwise. */
  readonly overrides?: readonly ReportOverride[];
}
