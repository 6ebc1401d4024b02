import { expect, test } from 'vitest';
import { decidableOf, isDecidableFor } from '../../domain/decidable.ts';
import type {
  UnitRegistrationEvent,
  UnitRegistrationState,
} from '../../domain/unit-registration.ts';
import type { ApprovalEvent, ApprovalState } from '../../domain/approval.ts';
import type { WaitingFor } from '../../domain/waiting.ts';
import { COORDINATOR, HEAD } from '../support/actors.ts';
import { givenApproval, givenRegistration } from '../support/given.ts';
import {
  declined,
  registered,
  ROUND,
  roundOpened,
  withdrawn,
} from '../support/registration-life.ts';

const requested = { type: 'ApprovalRequested', version: 3, by: COORDINATOR } as const;
const approved = { type: 'Approved', version: 3, by: HEAD } as const;

interface States {
  readonly approval: ApprovalState;
  readonly unitRegistration: UnitRegistrationState;
}

const decidable = (
  what: WaitingFor,
  {
    approval,
    round,
  }: {
    approval?: readonly ApprovalEvent[];
    round?: readonly UnitRegistrationEvent[];
  },
) => {
  const strands: { readonly [K in keyof States]: { readonly state: States[K] } | null } = {
    approval: approval ? givenApproval(approval) : null,
    unitRegistration: round ? givenRegistration(round, { isCoordinators: true }) : null,
  };
  return decidableOf({ what }, (kind) => Promise.resolve(strands[kind]));
};

test.each(['approve-plan', 'approve-list', 'approve-supplement'] as const)(
  'a button to %s is bound to the version before the leader, with its template and words',
  async (what) => {
    expect(await decidable(what, { approval: [requested] })).toEqual({
      version: 3,
      boundHash: 'hash-of-3',
    });
  },
);

test("a button to accept the coordinator's own unit is bound to the words that it submitted", async () => {
  expect(await decidable('accept-registration', { round: ROUND.submitted })).toEqual({
    version: 1,
    boundHash: 'sha-of-1',
  });
});

test('a button to consent is bound to the reason with which the unit declined', async () => {
  expect(await decidable('consent-decline', { round: ROUND.declining })).toMatchObject({
    boundHash: 'act-of-decline',
  });
});

test('what the unit changed meanwhile is bound anew', async () => {
  const anew = [roundOpened, registered(1), withdrawn, registered(2)];
  expect(await decidable('accept-registration', { round: anew })).toMatchObject({ version: 2 });
  const declinedAnew = [roundOpened, declined(), withdrawn, { ...declined(), reasonId: 'another' }];
  expect(await decidable('consent-decline', { round: declinedAnew })).toMatchObject({
    boundHash: 'another',
  });
});

test('what was decided or taken back has no button any more', async () => {
  expect(await decidable('approve-plan', { approval: [requested, approved] })).toBeNull();
  for (const phase of ['open', 'returned', 'accepted', 'declined', 'cancelled'] as const) {
    expect(await decidable('accept-registration', { round: ROUND[phase] })).toBeNull();
  }
  expect(await decidable('approve-plan', {})).toBeNull();
});

test('nothing but a decision is done by a button in a mail', async () => {
  for (const what of [
    'sign-paper',
    'review-registration',
    'register-unit',
    'close-list',
  ] as const) {
    expect(isDecidableFor(what)).toBe(false);
    expect(await decidable(what, { approval: [requested], round: ROUND.submitted })).toBeNull();
  }
});
