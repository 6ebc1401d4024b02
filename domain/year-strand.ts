import type { Authority } from './authority.ts';
import type { ConferenceFacts } from './conference/conference-facts.ts';
import { DomainError } from './errors.ts';
import type { DataPeriod } from './check-day.ts';
import type { Instant, LocalDate } from './local-date.ts';
import type { PledgeForm } from './pledge/pledge.ts';
import type { Quarter } from './plan.ts';

/** What work comes from: what the chair concluded, an answer, a finding of a check, or by itself. */
export interface WorkSource {
  readonly kind: 'conclusion' | 'question' | 'check' | 'coordinator';
  /** The strand that waits until the work is done; null: nobody. */
  readonly ownerId: string | null;
}

export interface AssignmentStrand {
  readonly kind: 'assignment';
  readonly id: string;
  readonly source: WorkSource;
  readonly unitId: string;
  readonly dueOn: LocalDate;
  /** Version of the kind `assignment` that says what is to be done; its id is the assignment's. */
  readonly contentVersion: number;
}

export interface QuestionStrand {
  readonly kind: 'question';
  readonly id: string;
  /** Version of the kind `question`; its id is questionContentId(). */
  readonly contentVersion: number;
  readonly domain: string;
  /** Then the other two are null, and whoever entered it is kept nowhere. */
  readonly isAnonymous: boolean;
  readonly askedByUnitId: string | null;
  readonly askedById: string | null;
  /** null: asked outside a conference. */
  readonly conferenceId: string | null;
}

/** What a strand of the year is started with; ids, days and versions alone. */
export type YearStrand =
  | AssignmentStrand
  | QuestionStrand
  | CheckStrand
  | { readonly kind: 'summary'; readonly id: string }
  | {
      readonly kind: 'pledge';
      readonly id: string;
      /** The conference that waits until everybody has signed; null: nobody. */
      readonly ownerId: string | null;
      readonly form: PledgeForm;
      readonly requiredUnitIds: readonly string[];
      readonly witnessId: string | null;
      /** Version of the kind `pledge` with title and points, under `pledgeContentId`. */
      readonly contentVersion: number;
    }
  | {
      readonly kind: 'conference';
      readonly id: string;
      readonly facts: ConferenceFacts;
      /** Version of the kind `conference` that says what is planned. */
      readonly contentVersion: number;
    };
export type YearStrandKind = YearStrand['kind'];

/** Work for a unit. */
export interface AssignmentStrand {
  readonly kind: 'assignment';
  readonly id: string;
  readonly source: WorkSource;
  readonly unitId: string;
  readonly dueOn: LocalDate;
  /** Version of the kind `assignment` that says what is to be done; its id is the assignment's. */
  readonly contentVersion: number;
}

/** The check of a quarter, whose id is the quarter. */
export interface CheckStrand {
  readonly kind: 'check';
  readonly id: Quarter;
  readonly plannedOn: LocalDate;
  readonly dataPeriod: DataPeriod;
  /** Version of the plan that is checked. */
  readonly planVersion: number;
}

/** How a strand ended. */
export type StrandEnd = 'done' | 'cancelled';

export interface OpenedStrand {
  readonly strand: YearStrand;
  readonly by: Authority;
  readonly openedAt: Instant;
  readonly ended: { readonly how: StrandEnd; readonly at: Instant } | null;
}

export interface YearStrandCommand {
  readonly type: 'openStrand';
  readonly strand: YearStrand;
}

export type YearStrandReport =
  /** By what happened in another strand: an answer gave work to a unit. */
  | { readonly type: 'StrandOpened'; readonly strand: YearStrand; readonly by: Authority }
  | {
      readonly type: 'StrandEnded';
      readonly kind: YearStrandKind;
      readonly id: string;
      readonly how: StrandEnd;
    };
export type YearStrandEvent = YearStrandReport;

export const isYearStrandEvent = (event: { readonly type: string }): event is YearStrandEvent =>
  event.type === 'StrandOpened' || event.type === 'StrandEnded';

const isStrand = (strand: YearStrand, kind: YearStrandKind, id: string): boolean =>
  `${strand.kind}/${strand.id}` === `${kind}/${id}`;

export const findStrand = (
  opened: readonly OpenedStrand[],
  kind: YearStrandKind,
  id: string,
): OpenedStrand | null => opened.find(({ strand }) => isStrand(strand, kind, id)) ?? null;

/** The strand that waits until this one has ended, by what the strand itself says; null: none. */
export const ownerOfStrand = (strand: YearStrand): string | null =>
  'ownerId' in strand && typeof strand.ownerId === 'string' ? strand.ownerId : null;
export const strandsOfKind = (
  opened: readonly OpenedStrand[],
  kind: YearStrandKind,
): readonly OpenedStrand[] => opened.filter(({ strand }) => isStrand(strand, kind, strand.id));

/** @throws DomainError duplicate-id where the year has that strand already */
export const decideYearStrand = (
  opened: readonly OpenedStrand[],
  { strand }: YearStrandCommand,
): void => {
  const earlier = findStrand(opened, strand.kind, strand.id);
  if (!earlier) return;
  throw new DomainError('duplicate-id', 'the year has that already', {
    id: strand.id,
    openedAt: earlier.openedAt,
    openedBy: earlier.by.personId,
  });
};

/** Total: what is opened twice is one, what is not there ends nothing. */
export const evolveYearStrands = (
  opened: readonly OpenedStrand[],
  event: YearStrandEvent,
  at: Instant,
): readonly OpenedStrand[] => {
  if (event.type === 'StrandOpened') {
    const { strand, by } = event;
    if (findStrand(opened, strand.kind, strand.id)) return opened;
    return [...opened, { strand, by, openedAt: at, ended: null }];
  }
  const { kind, id, how } = event;
  return opened.map((row) =>
    isStrand(row.strand, kind, id) && row.ended === null ? { ...row, ended: { how, at } } : row,
  );
};

export const isNewsOfYearStrand = (
  opened: readonly OpenedStrand[],
  report: YearStrandReport,
): boolean => {
  if (report.type === 'StrandOpened') {
    return findStrand(opened, report.strand.kind, report.strand.id) === null;
  }
  const row = findStrand(opened, report.kind, report.id);
  return row !== null && row.ended === null;
};
