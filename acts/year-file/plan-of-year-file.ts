import { DomainError } from '../../domain/errors.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { PlanContent, PlanTask } from '../../domain/plan.ts';
import { planSubject } from '../../locale/year-file.ts';
import { legalBasisIdOf } from './legal-basis-id.ts';
import { isInPost } from './posts.ts';
import type { YearFile } from './year-file.ts';

type Paper = NonNullable<YearFile['documents']>[number];

const leaderOn = ({ people }: YearFile, on: LocalDate): string => {
  const leader = people.find((person) => person.roles.includes('leader') && isInPost(person, on));
  if (leader) return leader.id;
  throw new DomainError(
    'missing-field',
    'nobody heads the office on the day of the plan',
    { date: on, expected: 'someone with the role leader' },
    '/people',
  );
};

const signerOf = (
  file: YearFile,
  paper: Paper | undefined,
  on: LocalDate,
): PlanContent['signer'] =>
  paper?.signerId
    ? { personId: paper.signerId, capacity: paper.signingCapacity ?? null }
    : { personId: leaderOn(file, on), capacity: null };

const legalBasesOn = ({ legalBases }: YearFile, on: LocalDate): string[] =>
  legalBases.flatMap(({ citation, inForceFrom, inForceTo }) =>
    inForceFrom <= on && (inForceTo === null || on <= inForceTo) ? [legalBasisIdOf(citation)] : [],
  );

const taskOf = (task: YearFile['plan']['tasks'][number]): PlanTask => ({
  id: task.id,
  ordinal: task.ordinal,
  title: task.title,
  domains: task.domains,
  primaryDomain: task.primaryDomain,
  leadUnitId: task.leadOrgUnitId,
  coordinatingUnitIds: task.coordinatingOrgUnitIds,
  product: task.product,
  indicators: task.indicators,
});

/** The plan as it was first written: later adjustments are papers of their own. */
export const planOfYearFile = (file: YearFile): PlanContent => {
  const { plan } = file;
  const paper = file.documents?.find(({ id }) => id === plan.documentId);
  const on = paper?.issuedOn ?? plan.registrationOpensOn;
  return {
    year: file.cycleYear,
    subject: paper?.subject ?? planSubject(file.cycleYear, file.unit.name),
    signer: signerOf(file, paper, on),
    legalBasisIds: legalBasesOn(file, on),
    otherBases: [],
    purpose: plan.purpose ?? null,
    priorityStatement: plan.priorityStatement ?? null,
    qualityGoal: plan.qualityGoal ?? null,
    requirements: [],
    solutions: [],
    funding: null,
    focalTaskCount: plan.focalTaskCount ?? null,
    schedule: {
      registrationOpensOn: plan.registrationOpensOn,
      registrationDeadline: plan.registrationDeadline,
      checks: plan.checkSchedule,
    },
    tasks: plan.tasks.map(taskOf),
  };
};
