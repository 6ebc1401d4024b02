import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlannedDelivery } from '../../adapters/database/deliveries.ts';
import { openStores } from './open-stores.ts';

let open: Awaited<ReturnType<typeof openStores>>;
beforeAll(async () => {
  open = await openStores();
});
afterAll(() => open.close());

const PAPER = 'plan-2024-v3';
const row = (
  office_id: string,
  recipient_id: string,
  change: Partial<PlannedDelivery> = {},
): PlannedDelivery => ({
  office_id,
  paper_id: PAPER,
  recipient_id,
  recipient_group: 'units',
  recipient_name: recipient_id,
  person_id: null,
  mailbox: 'shared@office.test',
  message_id: 'message-shared',
  status: 'due',
  link_expires_on: '2024-07-15',
  ...change,
});

const planThree = (officeId: string) =>
  open.stores.deliveries.plan([
    row(officeId, 'team-1'),
    row(officeId, 'team-2'),
    row(officeId, 'team-3', { mailbox: null, message_id: null, status: 'to-hand-over' }),
  ]);
const refuse = (officeId: string, messageId: string) =>
  open.stores.deliveries.withMessageLocked(officeId, messageId, async () => ({
    answer: null,
    change: { status: 'refused' as const, response_code: 550, last_fault: 'SMTP 550' },
  }));

test('two units with one mailbox are two deliveries in one message', async () => {
  const officeId = await open.office();
  expect(await planThree(officeId)).toHaveLength(3);
  expect(await open.stores.deliveries.listMessages(officeId, PAPER)).toHaveLength(1);
  const joined = await open.stores.deliveries.listOfMessage(officeId, 'message-shared');
  expect(joined.map(({ recipient_id }) => recipient_id)).toEqual(['team-1', 'team-2']);
});

test('deliveries that are planned twice, at once as well, are planned once', async () => {
  const officeId = await open.office();
  const [first, ...others] = await Promise.all(
    Array.from({ length: 5 }, () => planThree(officeId)),
  );
  for (const other of others) expect(other).toEqual(first);
  expect(await open.stores.deliveries.listMessages(officeId, PAPER)).toHaveLength(1);
});

test('what happened to a delivery is not undone when it is planned again', async () => {
  const officeId = await open.office();
  await planThree(officeId);
  await refuse(officeId, 'message-shared');
  await open.db
    .updateTable('delivery')
    .set({ handed_over_on: '2024-01-16' })
    .where('office_id', '=', officeId)
    .where('recipient_id', '=', 'team-3')
    .execute();
  const [, , byHand] = await planThree(officeId);
  expect(byHand?.handed_over_on).toBe('2024-01-16');
  expect(await open.stores.deliveries.findMessage(officeId, 'message-shared')).toMatchObject({
    status: 'refused',
    response_code: 550,
  });
});

test('a paper without recipients has no deliveries', async () => {
  expect(await open.stores.deliveries.plan([])).toEqual([]);
});

test('a refused message is due again when its delivery is sent again to the same mailbox', async () => {
  const officeId = await open.office();
  await planThree(officeId);
  await refuse(officeId, 'message-shared');
  await open.stores.deliveries.replan(row(officeId, 'team-1'));
  expect(await open.stores.deliveries.findMessage(officeId, 'message-shared')).toMatchObject({
    status: 'due',
    last_fault: null,
    response_code: null,
  });
});

test('a delivery that goes to another mailbox gets a message of its own', async () => {
  const officeId = await open.office();
  await planThree(officeId);
  await refuse(officeId, 'message-shared');
  const change = { mailbox: 'new@office.test', message_id: 'message-new', person_id: 'new-head' };
  await open.stores.deliveries.replan(row(officeId, 'team-1', change));
  expect(await open.stores.deliveries.find(officeId, PAPER, 'team-1')).toMatchObject(change);
  const left = await open.stores.deliveries.listOfMessage(officeId, 'message-shared');
  expect(left.map(({ recipient_id }) => recipient_id)).toEqual(['team-2']);
  expect(await open.stores.deliveries.findMessage(officeId, 'message-shared')).toMatchObject({
    status: 'refused',
  });
});

test('a message that was sent stays sent when one of its deliveries is planned anew', async () => {
  const officeId = await open.office();
  await planThree(officeId);
  await open.stores.deliveries.withMessageLocked(officeId, 'message-shared', async () => ({
    answer: null,
    change: { status: 'sent' as const },
  }));
  await open.stores.deliveries.replan(row(officeId, 'team-1'));
  expect(await open.stores.deliveries.findMessage(officeId, 'message-shared')).toMatchObject({
    status: 'sent',
  });
});

test('two tries at one message never run side by side', async () => {
  const officeId = await open.office();
  await planThree(officeId);
  let running = 0;
  const seen: string[] = [];
  const attempt = () =>
    open.stores.deliveries.withMessageLocked(officeId, 'message-shared', async (message) => {
      running += 1;
      expect(running).toBe(1);
      seen.push(message.status);
      await new Promise((resolve) => setTimeout(resolve, 30));
      running -= 1;
      return { answer: null, change: { status: 'sent' as const } };
    });
  await Promise.all([attempt(), attempt(), attempt()]);
  expect(seen).toEqual(['due', 'sent', 'sent']);
});

test('a try that breaks off leaves the message due, and each fault is counted', async () => {
  const officeId = await open.office();
  await planThree(officeId);
  const { deliveries } = open.stores;
  const broken = deliveries.withMessageLocked(officeId, 'message-shared', () =>
    Promise.reject(new Error('the line went dead')),
  );
  await expect(broken).rejects.toThrow('the line went dead');
  const at = new Date('2024-01-15T02:00:00Z');
  await deliveries.noteFault(officeId, 'message-shared', 'ECONNREFUSED', at);
  await deliveries.noteFault(officeId, 'message-shared', 'SMTP 451', at);
  expect(await deliveries.findMessage(officeId, 'message-shared')).toMatchObject({
    status: 'due',
    attempts: 2,
    last_fault: 'SMTP 451',
    last_attempt_at: at,
  });
});

test('the first confirmation of receipt stays, and only it counts as one', async () => {
  const officeId = await open.office();
  await planThree(officeId);
  const { deliveries } = open.stores;
  const first = new Date('2024-01-15T02:00:00Z');
  const both = await Promise.all([
    deliveries.confirmReceipt(officeId, PAPER, 'team-1', first),
    deliveries.confirmReceipt(officeId, PAPER, 'team-1', first),
  ]);
  expect(both.filter(Boolean)).toHaveLength(1);
  expect(await deliveries.confirmReceipt(officeId, PAPER, 'team-1', new Date())).toBe(false);
  expect((await deliveries.find(officeId, PAPER, 'team-1'))?.confirmed_at).toEqual(first);
  expect((await deliveries.find(officeId, PAPER, 'team-2'))?.confirmed_at).toBeNull();
  expect(await deliveries.confirmReceipt(officeId, PAPER, 'nobody', first)).toBe(false);
});
