import type { OfficeFacts, Person } from '../../../domain/office.ts';
import type { RoleId } from '../../../domain/authority.ts';
import type { WebContext } from '../../environment.ts';
import type { WaitingFor } from '../../../domain/waiting.ts';
import { pathOfWaiting, waitersOf } from '../../waiters.ts';

export const CAST_GROUPS = [
  'coordinator',
  'head',
  'deputy',
  'clerk',
  'writers',
  'teams',
  'bodies',
] as const;
export type CastGroup = (typeof CAST_GROUPS)[number];

const ROLES_OF_GROUP: Readonly<Record<CastGroup, readonly RoleId[]>> = {
  coordinator: ['cycleCoordinator'],
  head: ['leader'],
  deputy: ['deputyLeader'],
  clerk: ['registryClerk'],
  writers: ['secretary', 'clerk'],
  teams: ['teamLead'],
  bodies: ['massOrgHead'],
};

export interface Attempt {
  readonly what: 'decide' | 'correct' | 'issue';
  readonly personId: string;
  readonly personName: string;
  readonly to: string;
}

export interface Cast {
  readonly officeId: string;
  readonly officeName: string;
  readonly groups: readonly { readonly group: CastGroup; readonly people: readonly Person[] }[];
  readonly attempts: readonly Attempt[];
}

const isIn = (person: Person, group: CastGroup): boolean =>
  person.roles.some((role) => ROLES_OF_GROUP[group].includes(role));

// Each person once, as what they mostly are: the coordinator may head a team as well.
const groupsOf = ({ people }: OfficeFacts): Cast['groups'] =>
  CAST_GROUPS.map((group, index) => ({
    group,
    people: people.filter(
      (person) =>
        isIn(person, group) &&
        !CAST_GROUPS.slice(0, index).some((earlier) => isIn(person, earlier)),
    ),
  })).filter(({ people }) => people.length > 0);

const TO_ISSUE = ['awaiting-signature', 'awaiting-number', 'awaiting-stamp', 'awaiting-issue'];

const DECIDES: readonly WaitingFor[] = ['consent-decline', 'accept-registration', 'approve-plan'];

// Each leads to the very thing, and is offered while it can be done.
const attemptsOf = async (c: WebContext, facts: OfficeFacts): Promise<readonly Attempt[]> => {
  const { stores } = c.get('deps').acts;
  const [waiting, papers] = await Promise.all([
    stores.cycles.listWaiting(facts.officeId),
    stores.papers.list(facts.officeId),
  ]);
  const toDecide = waiting.findLast(({ what }) => DECIDES.includes(what));
  const toCorrect = waiting.findLast(({ what }) => what === 'correct-registration');
  const toIssue = papers.findLast(({ phase }) => TO_ISSUE.includes(phase));
  const as = (role: RoleId) => facts.people.find(({ roles }) => roles.includes(role));
  const attempt = (what: Attempt['what'], person: Person | undefined, to: string): Attempt[] =>
    person ? [{ what, personId: person.id, personName: person.fullName, to }] : [];
  const [corrector] = toCorrect ? waitersOf(toCorrect, facts) : [];
  return [
    ...(toDecide ? attempt('decide', as('leader'), pathOfWaiting(toDecide)) : []),
    ...(toCorrect
      ? attempt(
          'correct',
          facts.people.find(({ id }) => id === corrector),
          pathOfWaiting(toCorrect),
        )
      : []),
    ...(toIssue
      ? attempt(
          'issue',
          as('registryClerk') ?? as('cycleCoordinator'),
          `/papers/${toIssue.paper_id}`,
        )
      : []),
  ];
};

/** Whom one can be in the local example, and what to try as them; the people in post today. */
export const readCast = async (c: WebContext): Promise<readonly Cast[]> => {
  const { stores } = c.get('deps').acts;
  const offices = await stores.offices.list();
  return Promise.all(
    offices.map(async ({ office_id, name }) => {
      const facts = await stores.factsOn(office_id, c.get('today'));
      return {
        officeId: office_id,
        officeName: name,
        groups: groupsOf(facts),
        attempts: await attemptsOf(c, facts),
      };
    }),
  );
};
