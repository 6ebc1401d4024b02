import type { LocalDate } from './local-date.ts';

export const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
export type Quarter = (typeof QUARTERS)[number];
export type Direction = 'increase' | 'decrease';
export type Aggregation = 'cumulative' | 'latest' | 'average';
/** How the signer signs (Decree 30/2020, art. 13): null = the head himself. */
export type SigningCapacity = 'KT.' | 'TL.' | 'TUQ.' | 'Q.' | 'TM.';

/** `target` is the year's; `quarterTargets` stand as of each check. `baseline` null: not known. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly aggregation: Aggregation;
  readonly baseline: number | null;
  readonly target: number;
  readonly quarterTargets: Readonly<Record<Quarter, number>>;
}

/** One task may serve several domains of reform; `primaryDomain` is where the paper lists it. */
export interface PlanTask {
  readonly id: string;
  readonly ordinal: number;
  readonly title: string;
  readonly domains: readonly string[];
  readonly primaryDomain: string;
  readonly leadUnitId: string;
  readonly coordinatingUnitIds: readonly string[];
  readonly product: string;
  readonly indicators: readonly Indicator[];
}

export interface PlanSchedule {
  readonly registrationOpensOn: LocalDate;
  readonly registrationDeadline: LocalDate;
  readonly checks: Readonly<Record<Quarter, LocalDate>>;
}

/** Who signs a paper, and how. */
export interface Signer {
  readonly personId: string;
  readonly capacity: SigningCapacity | null;
}

/** What staff write. Units, people and legal bases stand by id; names are looked up when a paper is made. */
export interface PlanContent {
  readonly year: number;
  readonly subject: string;
  readonly signer: Signer;
  readonly legalBasisIds: readonly string[];
  readonly otherBases: readonly string[];
  readonly purpose: string | null;
  readonly priorityStatement: string | null;
  readonly qualityGoal: string | null;
  readonly requirements: readonly string[];
  readonly solutions: readonly string[];
  readonly funding: string | null;
  readonly focalTaskCount: number | null;
  readonly schedule: PlanSchedule;
  readonly tasks: readonly PlanTask[];
}
