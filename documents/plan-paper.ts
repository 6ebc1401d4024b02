import type { LocalDate } from '../domain/local-date.ts';
import type { Quarter } from '../domain/plan.ts';
import type { PaperHead, PaperIndicator, PaperStage, SignatureBlock } from './paper.ts';

export interface PlanPaperTask {
  readonly ordinal: number;
  readonly title: string;
  readonly product: string;
  readonly lead: string;
  readonly coordinating: readonly string[];
  readonly indicators: readonly PaperIndicator[];
}

export interface PlanPaperSchedule {
  readonly registrationOpensOn: LocalDate;
  readonly registrationDeadline: LocalDate;
  readonly checks: Readonly<Record<Quarter, LocalDate>>;
}

/** Everything that the plan's paper shows. Ids are already names, lists already in order. */
export interface PlanPaper {
  readonly kind: 'plan';
  readonly stage: PaperStage;
  readonly year: number;
  readonly head: PaperHead;
  readonly subject: string;
  /** Without closing punctuation; a bare citation gets its opening word. */
  readonly bases: readonly string[];
  readonly purpose: string | null;
  readonly priorityStatement: string | null;
  readonly qualityGoal: string | null;
  readonly requirements: readonly string[];
  readonly solutions: readonly string[];
  readonly funding: string | null;
  readonly focalTaskCount: number | null;
  /** In the order of the domains. */
  readonly taskGroups: readonly {
    readonly domainName: string;
    readonly tasks: readonly PlanPaperTask[];
  }[];
  readonly schedule: PlanPaperSchedule;
  readonly coordinatingUnitName: string;
  readonly units: readonly string[];
  /** Lines of the recipients' list without dash and punctuation. */
  readonly recipients: readonly string[];
  /** The list's last line: archive and drafting unit. */
  readonly archive: string;
  readonly signature: SignatureBlock;
}
