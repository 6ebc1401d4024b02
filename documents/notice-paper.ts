import type { LocalDate } from '../domain/local-date.ts';
import type { PaperHead, PaperStage, SignatureBlock } from './paper.ts';
import type { RegisteredTaskLine } from './registered-task.ts';

interface Notice {
  readonly stage: PaperStage;
  readonly year: number;
  readonly head: PaperHead;
  readonly subject: string;
  /** The plan that was issued; null: registration on proposed tasks. */
  readonly issuedPlan: { readonly numberAndSymbol: string; readonly date: LocalDate } | null;
  readonly leaderPosition: string;
  readonly coordinatingUnitName: string;
  readonly recipients: readonly string[];
  readonly archive: string;
  readonly signature: SignatureBlock;
}

/** The notice that opens registration. Ids are already names. */
export interface RegistrationOpeningPaper extends Notice {
  readonly kind: 'registration-opening';
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly units: readonly string[];
  readonly requirements: readonly string[];
}

/** The notice of what was registered, with every unit that was asked. */
export interface RegistrationResultPaper extends Notice {
  readonly kind: 'registration-result';
  readonly registered: readonly {
    readonly unitName: string;
    readonly isLate: boolean;
    readonly tasks: readonly RegisteredTaskLine[];
  }[];
  readonly declined: readonly { readonly unitName: string; readonly reason: string }[];
  readonly missing: readonly string[];
  readonly shared: readonly {
    readonly title: string;
    readonly lead: string;
    readonly others: readonly string[];
  }[];
  /** A task of several units counts once. */
  readonly taskCount: number;
}
