import type { LocalDate } from './local-date.ts';

/**
 * An issued paper whose content was wrong or has changed, as the one says that takes its place: of equal
 * form (Decree 30/2020, article 18.3).
 */
export interface ReplacedPaper {
  readonly paperId: string;
  /** The name of its kind. */
  readonly kind: string;
  /** As issued: "66/BB-ABC". */
  readonly numberAndSymbol: string;
  readonly date: LocalDate;
  /** Why, as a clause behind "because"; null: not said. */
  readonly reason: string | null;
}
