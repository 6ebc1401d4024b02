import type { RoleId } from '../../domain/authority.ts';
import { type Instant, localDateOf, type LocalDate } from '../../domain/local-date.ts';
import { checkInPost, peopleById, refuseAct } from './posts.ts';
import type { YearFile } from './year-file.ts';

interface Actor {
  readonly personId: string;
  readonly on: LocalDate;
  readonly place: string;
}

type Approval = NonNullable<YearFile['approvals']>[number];

const actor = (personId: string, on: LocalDate, place: string): Actor => ({ personId, on, place });

const actorAt = (personId: string, at: Instant, place: string): Actor =>
  actor(personId, localDateOf(at), place);

const registrants = ({ registrations = [] }: YearFile): Actor[] =>
  registrations.flatMap(({ submittedById, submittedAt, history = [] }, index) => {
    const at = `/registrations/${String(index)}`;
    return [
      actorAt(submittedById, submittedAt, `${at}/submittedById`),
      ...history.map((entry, position) =>
        actorAt(entry.byId, entry.at, `${at}/history/${String(position)}/byId`),
      ),
    ];
  });

const officials = ({ conference }: YearFile): Actor[] =>
  conference
    ? [
        actor(conference.chairId, conference.date, '/conference/chairId'),
        actor(conference.secretaryId, conference.date, '/conference/secretaryId'),
      ]
    : [];

const parties = ({ commitments }: YearFile): Actor[] =>
  commitments
    ? [
        actor(commitments.witnessId, commitments.signedOn, '/commitments/witnessId'),
        ...commitments.signatories.map(({ personId }, index) =>
          actor(
            personId,
            commitments.signedOn,
            `/commitments/signatories/${String(index)}/personId`,
          ),
        ),
      ]
    : [];

const approvers = ({ approvals = [] }: YearFile): Actor[] =>
  approvals.map(({ byId, at }, index) => actorAt(byId, at, `/approvals/${String(index)}/byId`));

const DECIDING: readonly RoleId[] = ['leader', 'approver', 'deputyLeader', 'delegatedSigner'];
const RETURNING: readonly RoleId[] = [...DECIDING, 'cycleCoordinator'];

const rolesFor = ({ decision }: Approval): readonly RoleId[] =>
  decision === 'RETURNED' ? RETURNING : DECIDING;

const checkApprovers = (file: YearFile): void => {
  const people = peopleById(file);
  file.approvals?.forEach((approval, index) => {
    const roles = rolesFor(approval);
    const person = people.get(approval.byId);
    if (!person || person.roles.some((role) => roles.includes(role))) return;
    const place = `/approvals/${String(index)}/byId`;
    refuseAct(person, localDateOf(approval.at), roles.join(' or '), place);
  });
};

/** Whoever submits, returns, approves, chairs, writes the minutes, signs or witnesses is in post then. */
export const checkActors = (file: YearFile): void => {
  const people = peopleById(file);
  [...registrants(file), ...officials(file), ...parties(file), ...approvers(file)].forEach(
    ({ personId, on, place }) => {
      checkInPost(people.get(personId), on, place);
    },
  );
  checkApprovers(file);
};
