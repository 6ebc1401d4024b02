import type { LocalDate } from '../local-date.ts';
import type { DraftKind } from '../paper-kind.ts';

/** Who is to be asked to come: guests by invitation, own officers by summons. */
export type CallingKind = Extract<DraftKind, 'invitation' | 'summons'>;

/** What the strand knows of its content: days and ids, no names and no texts. */
export interface ConferenceFacts {
  readonly date: LocalDate;
  readonly secretaryId: string;
  readonly wants: readonly CallingKind[];
  /** The ordinals of its points. */
  readonly agenda: readonly number[];
}
