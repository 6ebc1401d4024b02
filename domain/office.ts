import type { RoleId } from './authority.ts';
import type { LocalDate } from './local-date.ts';

export interface Unit {
  readonly id: string;
  readonly kind: 'team' | 'massOrganisation';
  /** The name that was right on the day the facts are of. */
  readonly name: string;
  readonly abbreviation: string;
}

export interface Person {
  readonly id: string;
  readonly fullName: string;
  readonly rank: string;
  readonly position: string;
  /** null: the office itself. */
  readonly unitId: string | null;
  /** null: gets papers by hand. */
  readonly mailbox: string | null;
  readonly roles: readonly RoleId[];
}

export interface Superior {
  readonly id: string;
  readonly kind: 'superior' | 'specialised';
  readonly name: string;
  readonly mailbox: string | null;
  /** The body that follows the office's reform work and gets its plan to that end. */
  readonly followsReform: boolean;
}

/** An office as it was on one day: its units, the people in their posts, what its papers may cite. */
export interface OfficeFacts {
  readonly officeId: string;
  readonly date: LocalDate;
  readonly name: string;
  readonly parentName: string;
  readonly symbol: string;
  readonly placeName: string;
  readonly units: readonly Unit[];
  /** Units of other days, for papers that name them: gone by now, or not there yet. Absent in 0.1.0. */
  readonly otherUnits?: readonly Pick<Unit, 'id' | 'name'>[];
  readonly people: readonly Person[];
  readonly superiors: readonly Superior[];
  readonly domains: readonly { readonly code: string; readonly name: string }[];
  readonly legalBases: readonly {
    readonly id: string;
    readonly citation: string;
    readonly isInForce: boolean;
    readonly hasEnded: boolean;
  }[];
}

export const holderOf = (facts: OfficeFacts, role: RoleId): Person | null =>
  facts.people.find(({ roles }) => roles.includes(role)) ?? null;

const UNIT_HEADS: readonly RoleId[] = ['teamLead', 'massOrgHead'];

export const headOfUnit = (facts: OfficeFacts, unitId: string): Person | null =>
  facts.people.find(
    (person) => person.unitId === unitId && person.roles.some((role) => UNIT_HEADS.includes(role)),
  ) ?? null;
