import {
  TEAM_ROLES,
  type CheckTeamContent,
  type TeamMember,
} from '../../../domain/check/check-team.ts';
import { QUARTERS, type Quarter } from '../../../domain/plan.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { decisionFieldOf, decisionFieldsOf, readDecision } from '../drafts/decision-parts.tsx';
import { dateFields, typedChoices, typedLines, type FormReader } from '../plan/form-reading.ts';

/** Roles that one person has; all others are members. */
export const SINGLE_ROLES = TEAM_ROLES.filter((role) => role !== 'member');

export const quarterNamed = (name: string | undefined): Quarter | null =>
  QUARTERS.find((quarter) => quarter === name) ?? null;

export const teamFieldsOf = (content: CheckTeamContent): TypedFields => ({
  ...decisionFieldsOf(content),
  ...Object.fromEntries(
    SINGLE_ROLES.map((role) => [
      role,
      content.team.find((one) => one.role === role)?.personId ?? '',
    ]),
  ),
  quarter: content.quarter ?? '',
  members: content.team.filter(({ role }) => role === 'member').map(({ personId }) => personId),
  unitIds: content.unitIds,
  ...dateFields('from', content.from),
  ...dateFields('to', content.to),
  duties: content.duties.join('\n'),
});

const teamIn = (fields: TypedFields): readonly TeamMember[] => [
  ...SINGLE_ROLES.flatMap((role) => {
    const personId = typedText(fields, role);
    return personId === '' ? [] : [{ personId, role }];
  }),
  ...typedChoices(fields, 'members').map((personId) => ({ personId, role: 'member' as const })),
];

export const readTeamForm = (fields: TypedFields, reader: FormReader, today: string) => ({
  ...readDecision(fields),
  quarter: quarterNamed(typedText(fields, 'quarter')),
  team: teamIn(fields),
  unitIds: typedChoices(fields, 'unitIds'),
  from: reader.date('from', today),
  to: reader.date('to', today),
  duties: typedLines(fields, 'duties'),
});

const FIELDS = ['quarter', 'unitIds', 'from', 'to', 'duties'] as const;

export const teamFieldOf = (id: string): string | null => {
  if (id === 'team') return 'head';
  if (id.startsWith('team-')) return 'members';
  return FIELDS.find((name) => id.startsWith(name)) ?? decisionFieldOf(id);
};
