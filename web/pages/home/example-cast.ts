import type { OfficeFacts, Person } from '../../../domain/office.ts';
import type { RoleId } from '../../../domain/authority.ts';
import type { WebContext } from '../../environment.ts';
import type { WaitingFor } from '../../../domain/waiting.ts';
import { isBeingPlayed, pathOfWaiting, waitersOf } from '../../waiters.ts';

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
  readonly what: 'decide' | 'correct' | 'issue' | 'answer' | 'report' | 'call';
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

const TO_ISSUE = [
  'awaiting-signature',
  'awaiting-digital-signature',
  'awaiting-number',
  'awaiting-stamp',
  'awaiting-issue',
];

const DECIDES: readonly WaitingFor[] = ['consent-decline', 'accept-registration', 'approve-plan'];

// What another year is entered from passes through the lists of what waits as well.
const readOwnYears = async (c: WebContext, officeId: string): Promise<readonly number[]> => {
  const { cycles, strands } = c.get('deps').acts.stores;
  const rows = await cycles.list(officeId);
  const states = await Promise.all(
    rows.map((row) => strands.find(officeId, row.workflow_id, 'reformCycle')),
  );
  return rows
    .filter((row, index) => {
      const state = states[index]?.state;
      return state && !isBeingPlayed(row, state);
    })
    .map(({ year }) => year);
};

const toTry = (
  what: Attempt['what'],
  person: Person | undefined,
  to: string | undefined,
): readonly Attempt[] =>
  person && to !== undefined
    ? [{ what, personId: person.id, personName: person.fullName, to }]
    : [];

// Each leads to the very thing, and is offered while it can be done.
const attemptsOf = async (c: WebContext, facts: OfficeFacts): Promise<readonly Attempt[]> => {
  const { stores } = c.get('deps').acts;
  const years = await readOwnYears(c, facts.officeId);
  const waiting = (await stores.cycles.listWaiting(facts.officeId)).filter(({ year }) =>
    years.includes(year),
  );
  const papers = (await stores.papers.list(facts.officeId)).filter(({ year }) =>
    years.includes(year),
  );
  const toIssue = papers.findLast(({ phase }) => TO_ISSUE.includes(phase));
  const as = (role: RoleId) => facts.people.find(({ roles }) => roles.includes(role));
  const waitingTry = (what: Attempt['what'], ...kinds: readonly WaitingFor[]) => {
    const row = waiting.findLast((one) => kinds.includes(one.what));
    const [first] = row ? waitersOf(row, facts) : [];
    const person = what === 'decide' ? as('leader') : facts.people.find(({ id }) => id === first);
    return toTry(what, person, row && pathOfWaiting(row));
  };
  return [
    ...waitingTry('decide', ...DECIDES),
    ...waitingTry('correct', 'correct-registration'),
    ...toTry(
      'issue',
      as('registryClerk') ?? as('cycleCoordinator'),
      toIssue && `/papers/${toIssue.paper_id}`,
    ),
    ...waitingTry('answer', 'answer-question'),
    ...waitingTry('report', 'report-figures'),
    ...waitingTry('call', 'invite-conference'),
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
