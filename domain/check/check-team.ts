import type { DecisionContent } from '../decision-paper.ts';
import { DomainError } from '../errors.ts';
import type { LocalDate } from '../local-date.ts';
import type { Quarter } from '../plan.ts';

export const TEAM_ROLES = ['head', 'deputy', 'secretary', 'member'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

export interface TeamMember {
  readonly personId: string;
  readonly role: TeamRole;
}

/** The decision that sets up who checks the units, in one quarter or in the whole year. */
export interface CheckTeamContent extends DecisionContent {
  /** null: for all checks of the year. */
  readonly quarter: Quarter | null;
  readonly team: readonly TeamMember[];
  readonly unitIds: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** What the team is to do, one thing an entry. */
  readonly duties: readonly string[];
}

type Team = Pick<CheckTeamContent, 'team' | 'from' | 'to'>;

/**
 * A team has one head, and nobody is in it twice (office custom).
 * @throws DomainError missing-field, duplicate-id, impossible-date
 */
export const checkTeam = ({ team, from, to }: Team): void => {
  const heads = team.filter(({ role }) => role === 'head');
  if (heads.length === 0) {
    throw new DomainError('missing-field', 'a team has a head', {}, '/team');
  }
  team.forEach(({ personId, role }, index) => {
    const isSecondHead = role === 'head' && heads[0]?.personId !== personId;
    const isTwice = team.findIndex((one) => one.personId === personId) !== index;
    if (!isTwice && !isSecondHead) return;
    const place = `/team/${String(index)}/personId`;
    throw new DomainError('duplicate-id', 'a person has one place in it', { id: personId }, place);
  });
  if (from <= to) return;
  const details = { given: to, expected: `>= ${from}` };
  throw new DomainError('impossible-date', 'it ends after it began', details, '/to');
};
