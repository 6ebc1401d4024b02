import { afterAll, beforeAll, expect, test } from 'vitest';
import { personRow } from '../support/small-office.ts';
import { openPostRoom, type PostRoom } from './open-post-room.ts';

let open: PostRoom;
beforeAll(async () => {
  open = await openPostRoom();
});
afterAll(() => open.close());

const statuses = (rows: readonly { recipientId: string; status: string }[]) =>
  rows.map(({ recipientId, status }) => `${recipientId} ${status}`).sort();

test('each unit and body gets one delivery, by mail or by hand', async () => {
  const { issuedRef } = await open.office();
  expect(statuses(await open.run('planDeliveries', issuedRef))).toEqual([
    'above due',
    'reform-office to-hand-over',
    'team-1 due',
    'team-2 due',
    'union due',
  ]);
});

test('deliveries planned twice, at once as well, are the same deliveries', async () => {
  const { officeId, ref, issuedRef } = await open.office();
  const [first, second] = await Promise.all([
    open.run('planDeliveries', issuedRef),
    open.run('planDeliveries', issuedRef),
  ]);
  expect(second).toEqual(first);
  expect(await open.stores.deliveries.list(officeId, ref.paperId)).toHaveLength(5);
  expect(await open.stores.deliveries.listMessages(officeId, ref.paperId)).toHaveLength(3);
});

test('two units whose heads read one mailbox share a message, however its letters are cased', async () => {
  const { issuedRef } = await open.office();
  const rows = await open.run('planDeliveries', issuedRef);
  const messageOf = (id: string) => rows.find(({ recipientId }) => recipientId === id)?.messageId;
  expect(messageOf('team-2')).toBe(messageOf('union'));
  expect(messageOf('team-1')).not.toBe(messageOf('team-2'));
});

test('the paper goes to whoever held the post on the day of its issue', async () => {
  const { officeId, ref, issuedRef } = await open.office();
  const team1 = { unit_id: 'team-1', roles: ['teamLead' as const] };
  await open.stores.offices.save({
    people: [
      personRow(officeId, 'head-1', { ...team1, valid_to: '2024-01-14' }),
      personRow(officeId, 'next-1', { ...team1, valid_from: '2024-01-15' }),
    ],
  });
  await open.run('planDeliveries', issuedRef);
  expect(await open.stores.deliveries.find(officeId, ref.paperId, 'team-1')).toMatchObject({
    person_id: 'next-1',
    mailbox: 'next-1@office.test',
    recipient_name: 'Đội số 1',
    link_expires_on: '2024-07-13',
  });
});

test.each(['example', 'entered'] as const)(
  'mail of an %s year goes nowhere while mail leaves this machine',
  async (origin) => {
    const { officeId, ref, issuedRef } = await open.office(origin);
    const rows = await open.run('planDeliveries', issuedRef);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['historic']));
    expect(rows.map(({ messageId }) => messageId)).toEqual(rows.map(() => null));
    expect(await open.stores.deliveries.listMessages(officeId, ref.paperId)).toEqual([]);
  },
);

test.each(['example', 'entered', 'live'] as const)(
  'mail of a year that is %s goes out while it stays on this machine',
  async (origin) => {
    const { issuedRef } = await open.office(origin);
    const rows = await open.run('planDeliveries', issuedRef, { isMailEmbedded: true });
    expect(statuses(rows)).toContain('team-1 due');
  },
);

test('mail of a year that nobody knows goes nowhere', async () => {
  const { issuedRef } = await open.office();
  const unknown = { ...issuedRef, year: 2031 };
  const rows = await open.run('planDeliveries', unknown);
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['historic']));
});

test('a delivery that is sent again, twice as well, goes to the address that the post has by then', async () => {
  const { officeId, ref, issuedRef } = await open.office();
  await open.run('planDeliveries', issuedRef);
  await open.stores.offices.save({
    people: [
      personRow(officeId, 'head-1', {
        unit_id: 'team-1',
        roles: ['teamLead'],
        email: 'mended@office.test',
      }),
    ],
  });
  const again = { ...issuedRef, recipientId: 'team-1' };
  const first = await open.run('replanDelivery', again);
  expect(await open.run('replanDelivery', again)).toEqual(first);
  expect(first.status).toBe('due');
  expect(await open.stores.deliveries.find(officeId, ref.paperId, 'team-1')).toMatchObject({
    mailbox: 'mended@office.test',
    message_id: first.messageId,
  });
  expect(await open.stores.deliveries.list(officeId, ref.paperId)).toHaveLength(5);
});

test('a delivery whose post has no address any more goes by hand', async () => {
  const { officeId, issuedRef } = await open.office();
  await open.run('planDeliveries', issuedRef);
  const change = { unit_id: 'team-1', roles: ['teamLead' as const], email: null };
  await open.stores.offices.save({ people: [personRow(officeId, 'head-1', change)] });
  const again = { ...issuedRef, recipientId: 'team-1' };
  expect(await open.run('replanDelivery', again)).toEqual({
    recipientId: 'team-1',
    messageId: null,
    status: 'to-hand-over',
    handedOverOn: null,
  });
});

test('a recipient whom the paper never had is a fault, and ends no paper', async () => {
  const { issuedRef } = await open.office();
  await expect(
    open.run('replanDelivery', { ...issuedRef, recipientId: 'nobody' }),
  ).rejects.toMatchObject({ nonRetryable: false });
});
