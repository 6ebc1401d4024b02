import { type PlanContent, type PlanSchedule, type SigningCapacity } from '../../../domain/plan.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import type { Words } from '../../../locale/words.ts';
import { formatVietnameseNumber, typedText, type TypedFields } from '../../layout/typed-values.ts';
import {
  createFormReader,
  dateFields,
  type FormReader,
  typedChoices,
  typedLines,
  typedOrNull,
} from './form-reading.ts';

const CAPACITIES: readonly SigningCapacity[] = ['KT.', 'TL.', 'TUQ.', 'Q.', 'TM.'];
export const SIGNER = 'signer-personId';
const LISTS = ['legalBasisIds', 'otherBases', 'requirements', 'solutions'] as const;
const TEXTS = ['subject', 'purpose', 'priorityStatement', 'qualityGoal', 'funding'] as const;

export const signerValue = ({ personId, capacity }: PlanContent['signer']): string =>
  `${personId}|${capacity ?? ''}`;

export const readSigner = (fields: TypedFields): PlanContent['signer'] => {
  const [personId = '', capacity = ''] = typedText(fields, SIGNER).split('|');
  return { personId, capacity: CAPACITIES.find((one) => one === capacity) ?? null };
};

/** The head, and each deputy with KT.; nobody else signs the plan. */
export const signerChoices = (facts: OfficeFacts) => {
  const named = (capacity: 'KT.' | null) => (person: OfficeFacts['people'][number]) => ({
    value: signerValue({ personId: person.id, capacity }),
    label: [capacity, person.fullName].filter(Boolean).join(' ') + `, ${person.position}`,
  });
  const heads = facts.people.filter(({ roles }) => roles.includes('leader'));
  const deputies = facts.people.filter(({ roles }) =>
    roles.some((role) => role === 'deputyLeader' || role === 'delegatedSigner'),
  );
  return [...heads.map(named(null)), ...deputies.map(named('KT.'))];
};

export const scheduleFields = ({
  registrationOpensOn,
  registrationDeadline,
  checks,
}: PlanSchedule): TypedFields => ({
  ...dateFields('schedule-registrationOpensOn', registrationOpensOn),
  ...dateFields('schedule-registrationDeadline', registrationDeadline),
  ...dateFields('schedule-checks-Q1', checks.Q1),
  ...dateFields('schedule-checks-Q2', checks.Q2),
  ...dateFields('schedule-checks-Q3', checks.Q3),
  ...dateFields('schedule-checks-Q4', checks.Q4),
});

/** The general part of a plan as its form shows it. */
export const generalFieldsOf = (plan: PlanContent): TypedFields => ({
  subject: plan.subject,
  [SIGNER]: signerValue(plan.signer),
  legalBasisIds: plan.legalBasisIds,
  otherBases: plan.otherBases.join('\n'),
  purpose: plan.purpose ?? '',
  priorityStatement: plan.priorityStatement ?? '',
  qualityGoal: plan.qualityGoal ?? '',
  requirements: plan.requirements.join('\n'),
  solutions: plan.solutions.join('\n'),
  funding: plan.funding ?? '',
  focalTaskCount: plan.focalTaskCount === null ? '' : formatVietnameseNumber(plan.focalTaskCount),
  ...scheduleFields(plan.schedule),
});

// A day that could not be read is refused, so that nothing ever comes of this one.
const UNREAD = '1900-01-01';

const readSchedule = (reader: FormReader): PlanSchedule => ({
  registrationOpensOn: reader.date('schedule-registrationOpensOn', UNREAD),
  registrationDeadline: reader.date('schedule-registrationDeadline', UNREAD),
  checks: {
    Q1: reader.date('schedule-checks-Q1', UNREAD),
    Q2: reader.date('schedule-checks-Q2', UNREAD),
    Q3: reader.date('schedule-checks-Q3', UNREAD),
    Q4: reader.date('schedule-checks-Q4', UNREAD),
  },
});

/** The plan with the general part as typed; its tasks stay as they are. */
export const readGeneral = (fields: TypedFields, plan: PlanContent, t: Words) => {
  const reader = createFormReader(fields, t);
  const read: PlanContent = {
    ...plan,
    subject: typedText(fields, 'subject'),
    signer: readSigner(fields),
    legalBasisIds: typedChoices(fields, 'legalBasisIds'),
    otherBases: typedLines(fields, 'otherBases'),
    purpose: typedOrNull(fields, 'purpose'),
    priorityStatement: typedOrNull(fields, 'priorityStatement'),
    qualityGoal: typedOrNull(fields, 'qualityGoal'),
    requirements: typedLines(fields, 'requirements'),
    solutions: typedLines(fields, 'solutions'),
    funding: typedOrNull(fields, 'funding'),
    focalTaskCount: reader.numberOrNull('focalTaskCount'),
    schedule: readSchedule(reader),
  };
  return { plan: read, errors: reader.errors };
};

/** What the form for a new cycle asks of a plan; its tasks come later. */
export const readNewPlan = (fields: TypedFields, year: number, t: Words) => {
  const reader = createFormReader(fields, t);
  const plan: PlanContent = {
    year,
    subject: typedText(fields, 'subject'),
    signer: readSigner(fields),
    legalBasisIds: typedChoices(fields, 'legalBasisIds'),
    otherBases: [],
    purpose: null,
    priorityStatement: null,
    qualityGoal: null,
    requirements: [],
    solutions: [],
    funding: null,
    focalTaskCount: null,
    schedule: readSchedule(reader),
    tasks: [],
  };
  return { plan, reader };
};

/** The field of the general form that a place in the plan belongs to. */
export const generalFieldOf = (id: string): string | null => {
  if (id.startsWith('signer')) return SIGNER;
  if (id.startsWith('schedule-')) return id;
  const names: readonly string[] = [...LISTS, ...TEXTS, 'focalTaskCount', 'year'];
  return names.find((name) => id === name || id.startsWith(`${name}-`)) ?? null;
};
