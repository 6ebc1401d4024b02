import type { SigningCapacity } from './plan.ts';

/** Roles of the reference schema. `leader`, `approver`, `chair`, `dialogueResponder`: the head. */
export const ROLES = [
  'leader',
  'approver',
  'chair',
  'dialogueResponder',
  'deputyLeader',
  'delegatedSigner',
  'cycleCoordinator',
  'teamLead',
  'massOrgHead',
  'secretary',
  'clerk',
  'registryClerk',
  'guest',
  'superiorReformSpecialist',
] as const;
export type RoleId = (typeof ROLES)[number];

/**
 * By what right a person acts: resolved from the database when the person acts, never later.
 * `roleId` null: an act that needs no role, such as the confirmation of one's own signature.
 */
export interface Authority {
  readonly personId: string;
  readonly roleId: RoleId | null;
  readonly delegationId: string | null;
  readonly capacity: SigningCapacity | null;
}

/** Stands where a person would, for a question without a name: no key of a person is empty. */
export const UNNAMED: Authority = {
  personId: '',
  roleId: null,
  delegationId: null,
  capacity: null,
};

/** Which roles may do which act; the coordinator stands in where the office has no registry clerk. */
export const POWERS = {
  startCycle: ['cycleCoordinator', 'leader'],
  writePlan: ['cycleCoordinator', 'clerk', 'secretary', 'leader'],
  submitPlan: ['cycleCoordinator', 'leader'],
  decidePlan: ['leader', 'approver'],
  cancelCycle: ['leader'],
  openRegistration: ['cycleCoordinator', 'leader'],
  registerUnit: ['teamLead', 'massOrgHead', 'cycleCoordinator', 'clerk'],
  reviewRegistration: ['cycleCoordinator', 'leader', 'approver'],
  decideRegistration: ['leader', 'approver'],
  submitDraft: ['cycleCoordinator', 'secretary', 'clerk', 'leader'],
  decideDraft: ['leader', 'approver'],
  keepConference: ['cycleCoordinator', 'secretary', 'clerk', 'leader'],
  giveWork: ['cycleCoordinator', 'leader'],
  // As coordinator, who also holds a unit: somebody else confirms it then.
  reportWork: ['cycleCoordinator', 'teamLead', 'massOrgHead', 'clerk'],
  confirmWork: ['cycleCoordinator', 'leader'],
  sumUpYear: ['cycleCoordinator', 'secretary', 'leader'],
  openPledge: ['cycleCoordinator', 'secretary', 'leader'],
  markSigned: ['secretary', 'cycleCoordinator'],
  confirmCommitment: ['teamLead', 'massOrgHead'],
  mergeQuestion: ['cycleCoordinator', 'secretary', 'leader'],
  answerQuestion: ['dialogueResponder', 'leader', 'secretary'],
  enterReply: ['cycleCoordinator', 'secretary', 'clerk', 'registryClerk', 'leader'],
  closeQuestion: ['cycleCoordinator'],
  openCheck: ['cycleCoordinator', 'leader'],
  reportFigures: ['teamLead', 'massOrgHead', 'cycleCoordinator', 'clerk'],
  confirmFigures: ['cycleCoordinator', 'leader'],
  runCheck: ['cycleCoordinator', 'clerk', 'secretary', 'leader'],
  handlePaper: ['registryClerk'],
  keepOffice: ['cycleCoordinator', 'leader'],
  delegate: ['leader'],
} as const satisfies Record<string, readonly RoleId[]>;
export type Power = keyof typeof POWERS;

/** What the head's delegate may do in the head's stead: decide, but neither delegate nor cancel. */
export const POWERS_OF_HEAD: readonly Power[] = [
  'decidePlan',
  'decideRegistration',
  'reviewRegistration',
  'decideDraft',
  'answerQuestion',
  'confirmFigures',
];

/** Roles whose holders may say when something happened on paper, before it was entered. */
export const MAY_GIVE_OCCURRED_AT: readonly RoleId[] = [
  'cycleCoordinator',
  'secretary',
  'registryClerk',
];

/** Nobody decides on what they submitted or wrote themselves, but for the head (domain rule). */
export const isOwnSubmission = (
  authority: Authority,
  authors: readonly (string | null)[],
): boolean =>
  authors.includes(authority.personId) &&
  !(authority.roleId === 'leader' && authority.delegationId === null);
