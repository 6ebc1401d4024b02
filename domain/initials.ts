import type { Authority } from './authority.ts';
import type { Instant } from './local-date.ts';
import { headOfUnit, holderOf, type OfficeFacts } from './office.ts';
import type { PaperKind } from './paper-kind.ts';
import { paperKinds, WAY_OF_PAPER } from './paper-way.ts';

/**
 * What is initialled of a paper, in the order in which it is: the head of the unit that drafts answers for
 * the content, whoever was appointed to check it for form and layout (Decree 30/2020, article 12).
 */
export type InitialPart = 'content' | 'form';

/** Which papers the office has initialled before they go to the leader; none at first. */
export interface InitialsRule {
  readonly content: readonly PaperKind[];
  readonly form: readonly PaperKind[];
  /** Checks the form; null only where no form is checked. */
  readonly formCheckerId: string | null;
}

/** Whom one initial of a version is asked of: one person, or a unit's head; both null: the coordinator. */
export interface WantedInitial {
  readonly part: InitialPart;
  readonly personId: string | null;
  readonly unitId: string | null;
}

export interface Initial extends WantedInitial {
  readonly given: { readonly by: Authority; readonly at: Instant } | null;
}

/** Only what is approved has a leader before whom it could be initialled. */
export const kindsToInitial = (): readonly PaperKind[] =>
  paperKinds().filter((kind) => WAY_OF_PAPER[kind].isApproved);

/**
 * The initials that a version submitted on the day of the facts needs. Where the unit that drafts has no
 * head, or nobody in post checks forms, the coordinator stands in: nothing waits for nobody.
 */
export const wantedInitials = (
  kind: PaperKind,
  rule: InitialsRule,
  facts: OfficeFacts,
): readonly WantedInitial[] => {
  const unitId = holderOf(facts, 'cycleCoordinator')?.unitId ?? null;
  const checker = facts.people.find(({ id }) => id === rule.formCheckerId);
  const content: WantedInitial = {
    part: 'content',
    personId: null,
    unitId: unitId !== null && headOfUnit(facts, unitId) ? unitId : null,
  };
  const form: WantedInitial = { part: 'form', personId: checker?.id ?? null, unitId: null };
  return [
    ...(rule.content.includes(kind) ? [content] : []),
    ...(rule.form.includes(kind) ? [form] : []),
  ];
};

/** The one that the version waits for; null: none, or none any more. */
export const nextInitial = (initials: readonly Initial[]): Initial | null =>
  initials.find(({ given }) => given === null) ?? null;
