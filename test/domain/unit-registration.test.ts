import { describe, expect, test } from 'vitest';
import { APPROVER, CLERK, COORDINATOR, DEPUTY, HEAD, TEAM_HEAD } from '../support/actors.ts';
import { FIRST_MOMENT, givenRegistration, hoursAfter } from '../support/given.ts';
import {
  accepted,
  consented,
  declined,
  givenBack,
  registered,
  ROUND,
  roundOpened,
  withdrawn,
} from '../support/registration-life.ts';

const submit = (version = 1, fromPaper: { headId: string; scanSha256: string } | null = null) =>
  ({
    type: 'submit',
    version,
    sha256: `sha-of-${String(version)}`,
    authorId: 'head-of-team-1',
    tasks: ['NV1', 'team-1/own'],
    lateReasonId: null,
    fromPaper,
  }) as const;
const decline = { type: 'decline', reasonId: 'act-of-decline', fromPaper: null } as const;
const withdraw = { type: 'withdraw' } as const;
const accept = { type: 'accept', version: 1, sha256: 'sha-of-1' } as const;
const consent = { type: 'consent', reasonId: 'act-of-decline' } as const;
const giveBack = (version: number | null = 1) =>
  ({
    type: 'giveBack',
    version,
    declineReasonId: null,
    reasonId: 'act-of-return',
    resubmitOn: null,
  }) as const;

const PAPER = { headId: 'head-of-team-1', scanSha256: 'sha-of-scan' };
const asTeam = { by: TEAM_HEAD };

describe('what is allowed, and when', () => {
  const ASKED = {
    submit: submit(9),
    decline,
    withdraw,
    accept,
    consent,
    'give back': giveBack(),
    'give a decline back': giveBack(null),
  } as const;
  const ALLOWED: Readonly<Record<keyof typeof ROUND, readonly (keyof typeof ASKED)[]>> = {
    open: ['submit', 'decline'],
    submitted: ['withdraw', 'accept', 'give back'],
    returned: ['submit', 'decline'],
    declining: ['withdraw', 'consent', 'give a decline back'],
    accepted: [],
    declined: [],
    cancelled: [],
  };
  const phases = Object.keys(ROUND) as (keyof typeof ROUND)[];
  const asked = Object.keys(ASKED) as (keyof typeof ASKED)[];
  const cases = phases.flatMap((phase) =>
    asked.map((name) => [phase, name, ALLOWED[phase].includes(name)] as const),
  );

  test.each(cases)('%s, asked to %s: allowed is %s', (phase, name, isAllowed) => {
    const story = givenRegistration(ROUND[phase]);
    expect(story.state.phase).toBe(phase);
    const answer = story.when(ASKED[name], { by: HEAD });
    if (isAllowed) {
      expect(answer.refusal()).toBeNull();
    } else {
      const isStale = ['submitted', 'declining'].includes(phase) && name.startsWith('give');
      answer.thenRefuses(isStale ? 'stale-version' : 'out-of-time');
    }
  });

  test('whoever comes too late learns who did what, and when', () => {
    givenRegistration(ROUND.accepted)
      .when(withdraw, asTeam)
      .thenRefuses('out-of-time', {
        phase: 'accepted',
        lastEvent: 'RegistrationAccepted',
        lastBy: 'coordinator',
        lastAt: hoursAfter(FIRST_MOMENT, 2),
      });
  });
});

describe('a unit registers', () => {
  test('and what it submitted is locked, with its tasks, its author and its moment', () => {
    const { submitted, phase } = givenRegistration(ROUND.open)
      .when(submit(), asTeam)
      .then([registered()]);
    expect(phase).toBe('submitted');
    expect(submitted).toMatchObject({
      version: 1,
      tasks: ['NV1', 'team-1/own'],
      authorId: 'head-of-team-1',
      at: hoursAfter(FIRST_MOMENT, 1),
      isLate: false,
    });
  });

  test('a version once: what came back goes as a newer one', () => {
    const story = givenRegistration(ROUND.returned);
    story.when(submit(1), asTeam).thenRefuses('stale-version', { given: 1, current: 1 });
    story.when(submit(2), asTeam).then([registered(2)]);
  });

  test('in a later round with a version newer than those of the rounds before', () => {
    const story = givenRegistration([roundOpened], { round: 2, lastSubmitted: 4 });
    story.when(submit(4), asTeam).thenRefuses('stale-version', { current: 4 });
    story.when(submit(5), asTeam).then([registered(5)]);
  });

  test('and takes it back while nobody has judged it; then it is where it was before', () => {
    const first = givenRegistration(ROUND.submitted).when(withdraw, asTeam).then([withdrawn]);
    expect(first).toMatchObject({ phase: 'open', submitted: null });
    const second = givenRegistration([...ROUND.returned, registered(2)])
      .when(withdraw, asTeam)
      .then([withdrawn]);
    expect(second).toMatchObject({ phase: 'returned', returned: { reasonId: 'act-of-return' } });
  });
});

describe('the coordinator', () => {
  test('accepts what was read', () => {
    const state = givenRegistration(ROUND.submitted).when(accept).then([accepted()]);
    expect(state).toMatchObject({ phase: 'accepted', judgedBy: COORDINATOR });
  });

  test('accepts neither another version nor the same one with other words', () => {
    const story = givenRegistration(ROUND.submitted);
    story.when({ ...accept, version: 2 }).thenRefuses('stale-version', { given: 2, current: 1 });
    story.when({ ...accept, sha256: 'sha-of-2' }).thenRefuses('stale-version');
  });

  test('does not accept what the unit took back and submitted anew meanwhile', () => {
    const events = [...ROUND.submitted, withdrawn, registered(2)];
    givenRegistration(events).when(accept).thenRefuses('stale-version', { given: 1, current: 2 });
    givenRegistration(events).when(giveBack(1)).thenRefuses('stale-version', { current: 2 });
  });

  test('returns it with the reason and the day until which it is to come again', () => {
    const state = givenRegistration(ROUND.submitted)
      .when({ ...giveBack(), resubmitOn: '2024-02-05' })
      .then([givenBack('2024-02-05')]);
    expect(state).toMatchObject({
      phase: 'returned',
      submitted: null,
      returned: { reasonId: 'act-of-return', resubmitOn: '2024-02-05' },
    });
  });

  test('accepts what they only wrote for the unit, when its head has submitted it', () => {
    givenRegistration([roundOpened, registered(1, { authorId: 'coordinator' })])
      .when(accept)
      .then([accepted()]);
  });

  test.each([['submitted', registered(1, { by: COORDINATOR, authorId: 'head-of-team-1' })]])(
    'decides on nothing that they %s; the leader does',
    (_what, event) => {
      const story = givenRegistration([roundOpened, event]);
      for (const command of [accept, giveBack()]) {
        story.when(command).thenRefuses('own-submission');
        expect(story.when(command, { by: HEAD }).refusal()).toBeNull();
      }
    },
  );

  test('neither accepts nor returns the registration of their own unit: the leader does', () => {
    const story = givenRegistration(ROUND.submitted, { isCoordinators: true });
    for (const command of [accept, giveBack()]) {
      story.when(command).thenRefuses('no-power', { power: 'decideRegistration' });
    }
    for (const by of [HEAD, APPROVER, DEPUTY]) {
      story.when(accept, { by }).then([{ ...accepted(), by }]);
    }
  });

  test('does not consent that a unit registers nothing, nor gives that back', () => {
    const story = givenRegistration(ROUND.declining);
    for (const command of [consent, giveBack(null)]) story.when(command).thenRefuses('no-power');
  });
});

describe('a unit without a task declines', () => {
  test('with its reason, and the leader consents', () => {
    const state = givenRegistration(ROUND.declining).when(consent, { by: HEAD }).then([consented]);
    expect(state).toMatchObject({ phase: 'declined', judgedBy: HEAD });
  });

  test('and the consent is to the reason that was read', () => {
    givenRegistration([...ROUND.declining, withdrawn, { ...declined(), reasonId: 'act-of-other' }])
      .when(consent, { by: HEAD })
      .thenRefuses('out-of-time');
  });

  test('or the leader gives it back, and the unit registers after all', () => {
    const returned = { ...givenBack(null, null), by: HEAD };
    const state = givenRegistration(ROUND.declining)
      .when(giveBack(null), { by: HEAD })
      .then([returned]);
    expect(state).toMatchObject({ phase: 'returned', declined: null });
    givenRegistration([...ROUND.declining, returned])
      .when(submit(), asTeam)
      .then([registered()]);
  });

  test('and what is given back is the decline that was read', () => {
    const story = givenRegistration([
      ...ROUND.declining,
      withdrawn,
      { ...declined(), reasonId: 'act-of-other' },
    ]);
    const read = { ...giveBack(null), declineReasonId: 'act-of-decline' };
    story.when(read, { by: HEAD }).thenRefuses('stale-version', { current: 'act-of-other' });
  });

  test('and whoever returned the registration that stood there before gives no decline back', () => {
    givenRegistration([...ROUND.submitted, withdrawn, declined()])
      .when(giveBack(1), { by: HEAD })
      .thenRefuses('stale-version', { given: 1, current: null });
  });

  test('also a delegate of the head consents, but not to a decline of their own', () => {
    givenRegistration(ROUND.declining)
      .when(consent, { by: DEPUTY })
      .then([{ ...consented, by: DEPUTY }]);
    givenRegistration([roundOpened, declined(null, { ...DEPUTY, roleId: 'teamLead' })])
      .when(consent, { by: DEPUTY })
      .thenRefuses('own-submission');
  });
});

describe('entered from a paper', () => {
  const enteredBy = { by: COORDINATOR, authorId: 'coordinator', fromPaper: PAPER };

  test('the scan, whose paper it is and who typed it stand side by side', () => {
    const { submitted } = givenRegistration(ROUND.open)
      .when({ ...submit(1, PAPER), authorId: 'coordinator' })
      .then([registered(1, enteredBy)]);
    expect(submitted).toMatchObject({ by: COORDINATOR, fromPaper: PAPER });
  });

  test("it is the head's, so that the coordinator who typed it may accept it", () => {
    givenRegistration([roundOpened, registered(1, enteredBy)])
      .when(accept)
      .then([accepted()]);
  });

  test('but nobody accepts what they signed on paper, whoever typed it', () => {
    const events = [roundOpened, registered(1, { ...enteredBy, by: CLERK, authorId: 'clerk' })];
    const head = { ...COORDINATOR, personId: PAPER.headId };
    givenRegistration(events).when(accept, { by: head }).thenRefuses('own-submission');
  });

  test('a decline on paper keeps both names as well', () => {
    const { declined: kept } = givenRegistration(ROUND.open)
      .when({ ...decline, fromPaper: PAPER }, { by: CLERK })
      .then([declined(PAPER, CLERK)]);
    expect(kept).toMatchObject({ by: CLERK, fromPaper: PAPER });
  });
});

test('a year that caught up goes on by its own clock, and the round stays where it was', () => {
  const { state } = givenRegistration([...ROUND.submitted, { type: 'ClockWentLive' }], {
    clock: { mode: 'entered', at: FIRST_MOMENT },
  });
  expect(state).toMatchObject({
    clock: { mode: 'live' },
    phase: 'submitted',
    last: { event: 'RegistrationSubmitted' },
  });
});
