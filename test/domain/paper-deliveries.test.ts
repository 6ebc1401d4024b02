import { expect, test } from 'vitest';
import type { DeliveryState } from '../../domain/document-issue.ts';
import { isDelivered } from '../../domain/paper-delivered.ts';
import { CLERK } from '../support/actors.ts';
import { givenPaper } from '../support/given.ts';
import { planned, UNTIL } from '../support/paper-life.ts';

const by = { by: CLERK };
const handOver = (recipientId: string) => ({ type: 'handOver', recipientId }) as const;
const sendAgain = (recipientId: string) => ({ type: 'sendAgain', recipientId }) as const;
const giveUp = (recipientId: string) =>
  ({ type: 'giveUp', recipientId, reasonId: 'act-of-reason' }) as const;

const sent = (messageId: string) => ({ type: 'MessageSent', messageId }) as const;
const refused = (messageId: string) =>
  ({ type: 'MessageRefused', messageId, responseCode: 550 }) as const;
const handedOver = (recipientId: string) =>
  ({ type: 'HandedOver', recipientId, by: CLERK }) as const;
const askedAgain = (recipientId: string) =>
  ({ type: 'SendAgainAsked', recipientId, by: CLERK }) as const;
const givenUp = (recipientId: string) =>
  ({ type: 'DeliveryGivenUp', recipientId, reasonId: 'act-of-reason', by: CLERK }) as const;
const replanned = (delivery: DeliveryState) => ({ type: 'DeliveryReplanned', delivery }) as const;

const delivering = [...UNTIL.delivering, planned()];
const shared = planned([
  { recipientId: 'team-1', messageId: 'message-1', status: 'due', handedOverOn: null },
  { recipientId: 'team-2', messageId: 'message-1', status: 'due', handedOverOn: null },
]);
const statusesAfter = (events: Parameters<typeof givenPaper>[0]) =>
  Object.fromEntries(
    givenPaper(events).state.deliveries?.map((row) => [row.recipientId, row.status]) ?? [],
  );

test('each recipient has a delivery of their own, sent, refused or handed over apart', () => {
  const events = [...delivering, sent('message-1'), refused('message-2'), handedOver('team-3')];
  expect(statusesAfter(events)).toEqual({
    'team-1': 'sent',
    'team-2': 'undeliverable',
    'team-3': 'handed-over',
  });
});

test('who has no address gets the paper by hand', () => {
  givenPaper(delivering)
    .when(handOver('team-3'), by)
    .then([handedOver('team-3')]);
});

test('a paper whose mail was refused can be handed over instead', () => {
  givenPaper([...delivering, refused('message-1')])
    .when(handOver('team-1'), by)
    .then([handedOver('team-1')]);
});

test('what is under way by mail, or has arrived, is not handed over, sent again or given up', () => {
  for (const events of [delivering, [...delivering, sent('message-1')]]) {
    for (const command of [handOver('team-1'), sendAgain('team-1'), giveUp('team-1')]) {
      givenPaper(events).when(command, by).thenRefuses('out-of-time', { phase: 'delivering' });
    }
  }
});

test('a paper is handed over once', () => {
  givenPaper([...delivering, handedOver('team-3')])
    .when(handOver('team-3'), by)
    .thenRefuses('out-of-time', { lastEvent: 'HandedOver', lastBy: 'clerk' });
});

test('a refused mail is sent again on demand, to the address that the post has by then', () => {
  const again = givenPaper([...delivering, refused('message-1')])
    .when(sendAgain('team-1'), by)
    .then([askedAgain('team-1')]);
  expect(again.deliveries?.[0]?.status).toBe('to-plan-again');
  const delivery = {
    recipientId: 'team-1',
    messageId: 'message-9',
    status: 'due',
    handedOverOn: null,
  } as const;
  const { deliveries } = givenPaper([
    ...delivering,
    refused('message-1'),
    askedAgain('team-1'),
    replanned(delivery),
  ]).state;
  expect(deliveries?.[0]).toEqual(delivery);
  expect(deliveries).toHaveLength(3);
});

test('a refused delivery is given up with a reason', () => {
  givenPaper([...delivering, refused('message-1')])
    .when(giveUp('team-1'), by)
    .then([givenUp('team-1')]);
});

test('a delivery that can be handed over is not given up and not mailed', () => {
  for (const command of [giveUp('team-3'), sendAgain('team-3')]) {
    givenPaper(delivering).when(command, by).thenRefuses('out-of-time');
  }
});

test('a recipient whom this paper does not have is unknown', () => {
  for (const command of [handOver('team-9'), sendAgain('team-9'), giveUp('team-9')]) {
    givenPaper(delivering)
      .when(command, by)
      .thenRefuses('unknown-reference', { given: 'team-9' }, '/recipientId');
  }
});

test('before a paper is issued, and once it is closed, no delivery is tended', () => {
  for (const events of [UNTIL.issue, [...delivering, { type: 'PaperClosed' } as const]]) {
    givenPaper(events).when(handOver('team-3'), by).thenRefuses('out-of-time');
  }
});

test('two units with one mailbox share a message, and both have the paper when it was taken', () => {
  expect(statusesAfter([...UNTIL.delivering, shared, sent('message-1')])).toEqual({
    'team-1': 'sent',
    'team-2': 'sent',
  });
});

test('what was handed over or given up stays so when a mail that it shared goes again', () => {
  const past = [
    ...UNTIL.delivering,
    shared,
    refused('message-1'),
    handedOver('team-1'),
    askedAgain('team-2'),
    replanned({ recipientId: 'team-2', messageId: 'message-1', status: 'due', handedOverOn: null }),
  ];
  expect(statusesAfter([...past, refused('message-1')])).toEqual({
    'team-1': 'handed-over',
    'team-2': 'undeliverable',
  });
  expect(statusesAfter([...past, sent('message-1')])).toEqual({
    'team-1': 'handed-over',
    'team-2': 'sent',
  });
});

test('a paper is delivered when everyone has it, or the office said that they can not be reached', () => {
  const ends = [...delivering, sent('message-1'), refused('message-2')];
  expect(isDelivered(givenPaper(ends).state)).toBe(false);
  expect(isDelivered(givenPaper([...ends, givenUp('team-2')]).state)).toBe(false);
  const all = [...ends, givenUp('team-2'), handedOver('team-3')];
  expect(isDelivered(givenPaper(all).state)).toBe(true);
  expect(isDelivered(givenPaper([...all, { type: 'PaperClosed' }]).state)).toBe(false);
});

test('a paper whose recipients are not known yet is not delivered', () => {
  expect(isDelivered(givenPaper(UNTIL.delivering).state)).toBe(false);
});

test('a paper of a past year, whose mail goes nowhere, is delivered as it was then', () => {
  const historic = planned([
    { recipientId: 'team-1', messageId: null, status: 'historic', handedOverOn: null },
  ]);
  expect(isDelivered(givenPaper([...UNTIL.delivering, historic]).state)).toBe(true);
});
