import { expect, test } from 'vitest';
import { CLERK, DEPUTY, SIGNER } from '../support/actors.ts';
import { FIRST_MOMENT, givenPaper, hoursAfter } from '../support/given.ts';
import { opened, signedInInk, UNTIL } from '../support/paper-life.ts';

const inInk = { type: 'confirmSigned', how: 'ink' } as const;
const inSystem = { type: 'confirmSigned', how: 'confirmed' } as const;
const example = { maySignInSystem: true } as const;

const waiting = givenPaper(UNTIL.signature);

test('the clerk records that the paper was signed in ink', () => {
  const { signed } = waiting
    .when(inInk, { by: CLERK })
    .then([{ type: 'PaperSigned', how: 'ink', by: CLERK }]);
  expect(signed?.on).toBe('2024-01-15');
});

test('a signature in ink may be dated to the day on which the pen was moved', () => {
  const { signed } = givenPaper([
    [opened, '2024-01-10T08:00:00+07:00'],
    [UNTIL.signature[1], '2024-01-10T08:00:05+07:00'],
  ])
    .when(inInk, {
      by: CLERK,
      occurredAt: '2024-01-11T16:00:00+07:00',
      now: '2024-01-15T08:00:00+07:00',
    })
    .then([{ type: 'PaperSigned', how: 'ink', by: CLERK }]);
  expect(signed?.on).toBe('2024-01-11');
});

test('a paper that is still being prepared is not signed', () => {
  givenPaper([opened]).when(inInk, { by: CLERK }).thenRefuses('out-of-time', {
    phase: 'preparing',
  });
});

test('a paper is signed once', () => {
  givenPaper([...UNTIL.signature, signedInInk])
    .when(inInk, { by: CLERK })
    .thenRefuses('out-of-time', {
      phase: 'awaiting-number',
      lastEvent: 'PaperSigned',
      lastAt: hoursAfter(FIRST_MOMENT, 2),
      lastBy: 'clerk',
    });
});

test('a cancelled paper is not signed', () => {
  givenPaper([...UNTIL.signature, { type: 'PaperCancelled' }])
    .when(inInk, { by: CLERK })
    .thenRefuses('out-of-time', { phase: 'cancelled' });
});

test('the signer confirms the signature in the system, where all parts are embedded', () => {
  givenPaper(UNTIL.signature, example)
    .when(inSystem, { by: SIGNER })
    .then([{ type: 'PaperSigned', how: 'confirmed', by: SIGNER }]);
});

test('nobody but the signer confirms the signature, not even a delegate of the head', () => {
  for (const by of [CLERK, DEPUTY]) {
    givenPaper(UNTIL.signature, example)
      .when(inSystem, { by })
      .thenRefuses('no-power', { signer: 'head' });
  }
});

test('where a part is not embedded, not even the signer confirms: the pen alone signs', () => {
  waiting.when(inSystem, { by: SIGNER }).thenRefuses('no-power');
});
