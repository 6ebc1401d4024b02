import type { DraftContentBase } from '../draft-content.ts';
import type { LocalDate } from '../local-date.ts';

/** A question or proposal, as the bodies above read it. */
export interface UpwardQuestion {
  readonly questionId: string;
  readonly text: string;
  readonly domain: string;
  /** Both null: without a name. */
  readonly askedByUnitId: string | null;
  readonly askedById: string | null;
  readonly askedOn: LocalDate;
  readonly isFromConference: boolean;
  /** Why the office can't decide it itself. */
  readonly reason: string;
}

/** A transfer slip to specialised units, or a submission to the leaders above; to `addressees`. */
export interface UpwardContent extends DraftContentBase {
  readonly questions: readonly UpwardQuestion[];
  /** By when the office asks for the reply. */
  readonly dueOn: LocalDate;
}
