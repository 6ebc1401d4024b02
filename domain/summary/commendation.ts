import type { DecisionContent } from '../decision-paper.ts';
import type { CommendedPerson, CommendedUnit } from './year-report.ts';

/** The decision that commends units and people for the year, with their list as its annex. */
export interface CommendationContent extends DecisionContent {
  readonly collectives: readonly CommendedUnit[];
  readonly individuals: readonly CommendedPerson[];
  /** For what they are commended, as it follows their number. */
  readonly merit: string;
  /** The second article: what they get beside the commendation. */
  readonly reward: string;
}
