import { expect, test } from 'vitest';
import { waitingInCycle, waitingInPaper } from '../../domain/waiting.ts';
import { waitingInApproval } from '../../domain/waiting-in-approval.ts';
import { COORDINATOR, HEAD } from '../support/actors.ts';
import {
  FIRST_MOMENT,
  givenApproval,
  givenCycle,
  givenPaper,
  hoursAfter,
} from '../support/given.ts';
import {
  confirmed,
  numbered,
  opened,
  planned,
  prepared,
  rendered,
  scanned,
  stamped,
  UNTIL,
  voided,
} from '../support/paper-life.ts';

const schedule = [{ step: 'plan', dueOn: '2024-01-20' }] as const;
const started = { type: 'CycleStarted', schedule, by: COORDINATOR } as const;
const submitted = {
  type: 'PlanSubmitted',
  schedule,
  by: COORDINATOR,
  submitted: {
    version: 3,
    boundHash: 'hash-of-3',
    pins: { template: 'hash-of-template', locale: 'hash-of-words' },
    authorId: 'coordinator',
    signer: { personId: 'head', capacity: null },
  },
} as const;
const returned = {
  type: 'PlanReturned',
  version: 3,
  reasonId: 'act-of-reason',
  by: HEAD,
} as const;
const cancelled = { type: 'CycleCancelled', reasonId: 'act-of-reason', by: HEAD } as const;
const requested = { type: 'ApprovalRequested', version: 3, by: COORDINATOR } as const;

test('a plan that is yet to be written waits for the coordinator, until its day', () => {
  expect(waitingInCycle(givenCycle([started]).state)).toEqual([
    {
      what: 'submit-plan',
      role: 'cycleCoordinator',
      personId: null,
      unitId: null,
      since: FIRST_MOMENT,
      until: '2024-01-20',
    },
  ]);
});

test('a deadline that passes does not begin the wait anew', () => {
  const due = { type: 'DeadlinePassed', due: schedule[0] } as const;
  expect(waitingInCycle(givenCycle([started, due]).state)[0]?.since).toBe(FIRST_MOMENT);
});

test('a returned plan waits for the coordinator to correct it, since it was returned', () => {
  expect(waitingInCycle(givenCycle([started, submitted, returned]).state)).toMatchObject([
    { what: 'correct-plan', role: 'cycleCoordinator', since: hoursAfter(FIRST_MOMENT, 2) },
  ]);
});

test('a submitted plan waits for the leader alone', () => {
  expect(waitingInCycle(givenCycle([started, submitted]).state)).toEqual([]);
  expect(waitingInApproval(givenApproval([requested]).state)).toEqual([
    {
      what: 'approve-plan',
      role: 'leader',
      personId: null,
      unitId: null,
      since: FIRST_MOMENT,
      until: null,
    },
  ]);
});

test('a decided version waits for nobody', () => {
  const decided = [requested, { type: 'Approved', version: 3, by: HEAD }] as const;
  expect(waitingInApproval(givenApproval(decided).state)).toEqual([]);
});

test('in a cancelled cycle nobody is waited for', () => {
  expect(waitingInCycle(givenCycle([started, cancelled]).state)).toEqual([]);
  const strand = [requested, { type: 'ApprovalCancelled', version: 3 }] as const;
  expect(waitingInApproval(givenApproval(strand).state)).toEqual([]);
  const paper = [...UNTIL.stamp, { type: 'PaperCancelled' }] as const;
  expect(waitingInPaper(givenPaper(paper).state)).toEqual([]);
});

test('a prepared paper waits for its signer, and for the clerk who takes it there', () => {
  const since = hoursAfter(FIRST_MOMENT, 1);
  expect(waitingInPaper(givenPaper(UNTIL.signature).state)).toEqual([
    { what: 'sign-paper', role: null, personId: 'head', unitId: null, since, until: null },
    { what: 'sign-paper', role: 'registryClerk', personId: null, unitId: null, since, until: null },
  ]);
});

const refused = { type: 'MessageRefused', messageId: 'message-1', responseCode: 550 } as const;
const confirmedPaper = [opened, prepared, confirmed, numbered(), rendered, stamped] as const;

test.each([
  ['its number once it is signed', UNTIL.number, 'number-paper'],
  ['another number when the first was made void', [...UNTIL.stamp, voided()], 'number-paper'],
  ['its stamp once it has a number', UNTIL.stamp, 'stamp-paper'],
  ['its scan once it is stamped, where it was signed in ink', UNTIL.issue, 'scan-paper'],
  ['its issue once it is scanned', [...UNTIL.issue, scanned], 'issue-paper'],
  ['its issue at once, where it was confirmed in the system', confirmedPaper, 'issue-paper'],
  ['its way by hand to who has no address', [...UNTIL.delivering, planned()], 'hand-over-paper'],
  [
    'the refused mail before the way by hand',
    [...UNTIL.delivering, planned(), refused],
    'mend-delivery',
  ],
] as const)('a paper waits for %s', (_title, events, what) => {
  const { state } = givenPaper(events);
  expect(waitingInPaper(state)).toEqual([
    {
      what,
      role: 'registryClerk',
      personId: null,
      unitId: null,
      since: state.phaseSince,
      until: null,
    },
  ]);
});

test.each([
  ['while it is being prepared', [opened]],
  ['while its recipients are looked up', UNTIL.delivering],
  [
    'while its mails are under way',
    [
      ...UNTIL.delivering,
      planned([
        { recipientId: 'team-1', messageId: 'message-1', status: 'due', handedOverOn: null },
      ]),
    ],
  ],
  ['once it is closed', [...UNTIL.delivering, { type: 'PaperClosed' }]],
] as const)('a paper waits for nobody %s', (_title, events) => {
  expect(waitingInPaper(givenPaper(events).state)).toEqual([]);
});

test('what has not begun waits for nobody', () => {
  expect(waitingInCycle(givenCycle([]).state)).toEqual([]);
  expect(waitingInApproval(givenApproval([]).state)).toEqual([]);
  expect(waitingInPaper(givenPaper([]).state)).toEqual([]);
});

test('mail that is sent meanwhile does not begin the wait of the clerk anew', () => {
  const before = waitingInPaper(givenPaper([...UNTIL.delivering, planned()]).state);
  const events = [...UNTIL.delivering, planned(), refused] as const;
  const after = waitingInPaper(givenPaper(events).state);
  expect(after[0]?.since).toBe(before[0]?.since);
});

test('what units do meanwhile does not begin the wait for the plan anew', () => {
  const opening = {
    paperId: 'registration-opening-2024-v1',
    opening: submitted.submitted,
    planVersion: 1,
    dueOn: '2024-02-05',
    coordinatingUnitId: null,
    unitIds: ['T-1'],
    planLeads: {},
  };
  const opened = { type: 'RegistrationPeriodOpened', period: opening, by: COORDINATOR } as const;
  const waits = waitingInCycle(givenCycle([started, opened]).state);
  expect(waits.map(({ what, since }) => [what, since])).toEqual([['submit-plan', FIRST_MOMENT]]);
});
