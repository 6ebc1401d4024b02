import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NoticeItem, Rung } from '../../domain/notices.ts';
import { UNTIL } from '../support/paper-life.ts';
import { openStores } from './open-stores.ts';
import { paperBatches } from './paper-batches.ts';

let open: Awaited<ReturnType<typeof openStores>>;
beforeAll(async () => {
  open = await openStores();
});
afterAll(() => open.close());

const WORKFLOW = (officeId: string) => `cycle/${officeId}/2024/paper/plan-2024-v3`;
const AT = new Date('2024-01-16T00:30:00Z');

const item = (officeId: string, rung: Rung | null, rest: Partial<NoticeItem> = {}): NoticeItem => ({
  workflowId: WORKFLOW(officeId),
  year: 2024,
  what: 'number-paper',
  since: '2024-01-15T10:00:00+07:00',
  until: null,
  rung,
  waitsFor: 'reader',
  ...rest,
});

const notice = (
  officeId: string,
  items: readonly NoticeItem[],
  { id = 'digest-1', date = '2024-01-16', personId = 'head-1' } = {},
) => ({
  office_id: officeId,
  notice_id: id,
  person_id: personId,
  kind: 'digest' as const,
  date,
  mailbox: 'head-1@office.test',
  written_at: `${date}T07:30:00+07:00`,
  items,
});

/** An office in which a paper waits for its number. */
const openOffice = async () => {
  const officeId = await open.office();
  for (const batch of paperBatches(officeId, UNTIL.number))
    await open.stores.strands.project(batch);
  return officeId;
};
const rungsTold = async (officeId: string) =>
  (await open.stores.notices.listTold(officeId)).map(({ rung }) => rung).toSorted();
const statusOf = async (officeId: string, id = 'digest-1') =>
  (await open.stores.notices.find(officeId, id))?.status;
const sent = () => Promise.resolve({ status: 'sent' as const, sent_at: AT });

test('a notice is entered once, as it was written first, with what it tells', async () => {
  const officeId = await openOffice();
  const { notices } = open.stores;
  await notices.write([notice(officeId, [item(officeId, 'new')])]);
  await notices.write([notice(officeId, [item(officeId, 'last-day'), item(officeId, 'late')])]);
  expect(await notices.list(officeId)).toMatchObject([
    { status: 'due', attempts: 0, items: [{ rung: 'new', what: 'number-paper' }] },
  ]);
  expect(await rungsTold(officeId)).toEqual(['new']);
});

test('two workers that write the same digest enter it once', async () => {
  const officeId = await openOffice();
  const { notices } = open.stores;
  await Promise.all(
    Array.from({ length: 5 }, () => notices.write([notice(officeId, [item(officeId, 'new')])])),
  );
  expect(await notices.list(officeId)).toHaveLength(1);
  expect(await rungsTold(officeId)).toEqual(['new']);
});

test('whoever hears of a thing by a reminder need not be told that it is new', async () => {
  const officeId = await openOffice();
  await open.stores.notices.write([notice(officeId, [item(officeId, 'three-days')])]);
  expect(await rungsTold(officeId)).toEqual(['new', 'three-days']);
});

test('that others are late is told by itself, and what only still waits is not told', async () => {
  const officeId = await openOffice();
  const items = [item(officeId, 'late', { waitsFor: 'others' }), item(officeId, null)];
  await open.stores.notices.write([notice(officeId, items)]);
  expect(await rungsTold(officeId)).toEqual(['late']);
});

test('what waits no more is not looked up again', async () => {
  const officeId = await openOffice();
  await open.stores.notices.write([notice(officeId, [item(officeId, 'new')])]);
  for (const batch of paperBatches(officeId, UNTIL.stamp)) await open.stores.strands.project(batch);
  expect(await rungsTold(officeId)).toEqual([]);
});

test('a newer digest is one of the same person and a later day', async () => {
  const officeId = await openOffice();
  const { notices } = open.stores;
  const first = notice(officeId, [item(officeId, 'new')]);
  const other = { id: 'digest-2', personId: 'head-2', date: '2024-01-17' };
  await notices.write([first, notice(officeId, [item(officeId, 'new')], other)]);
  expect(await notices.hasNewerDigest(first)).toBe(false);
  const later = { id: 'digest-3', date: '2024-01-17' };
  await notices.write([
    { ...notice(officeId, [item(officeId, 'new')], { ...later, id: 'at-once' }), kind: 'at-once' },
  ]);
  expect(await notices.hasNewerDigest(first)).toBe(false);
  await notices.write([notice(officeId, [item(officeId, 'one-day')], later)]);
  expect(await notices.hasNewerDigest(first)).toBe(true);
});

test('two sendings of one notice wait for each other, and the second finds it sent', async () => {
  const officeId = await openOffice();
  const { notices } = open.stores;
  await notices.write([notice(officeId, [item(officeId, 'new')])]);
  let sendings = 0;
  const send = async () => {
    sendings += 1;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return sent();
  };
  await Promise.all([
    notices.withNoticeLocked(officeId, 'digest-1', send),
    notices.withNoticeLocked(officeId, 'digest-1', send),
  ]);
  expect(sendings).toBe(1);
  expect(await notices.find(officeId, 'digest-1')).toMatchObject({ status: 'sent', attempts: 1 });
  expect(await notices.listDue(officeId)).toEqual([]);
});

test('a sending that failed leaves the notice due, with what was wrong and how often', async () => {
  const officeId = await openOffice();
  const { notices } = open.stores;
  await notices.write([notice(officeId, [item(officeId, 'new')])]);
  const failing = notices.withNoticeLocked(officeId, 'digest-1', () =>
    Promise.reject(new Error('the mail server is away')),
  );
  await expect(failing).rejects.toThrow('the mail server is away');
  await notices.noteFault(officeId, 'digest-1', 'ECONNREFUSED', AT);
  expect(await notices.find(officeId, 'digest-1')).toMatchObject({
    status: 'due',
    attempts: 1,
    last_fault: 'ECONNREFUSED',
    last_attempt_at: AT,
  });
  await notices.withNoticeLocked(officeId, 'digest-1', sent);
  expect(await statusOf(officeId)).toBe('sent');
});

test('a link is entered once, found by the hash of its token, and its first use stays', async () => {
  const officeId = await openOffice();
  const { notices } = open.stores;
  const link = {
    office_id: officeId,
    token_sha256: `hash-of-${officeId}`,
    notice_id: 'at-once-1',
    person_id: 'head',
    year: 2024,
    workflow_id: WORKFLOW(officeId),
    what: 'approve-plan' as const,
    version: 3,
    bound_hash: 'hash-of-3',
    expires_at: '2024-01-30T23:59:59+07:00',
    used_at: null,
    used_act_id: null,
  };
  await notices.enterLink(link);
  await notices.enterLink({ ...link, version: 4 });
  expect(await notices.findLink(link.token_sha256)).toEqual(link);
  expect(await notices.findLink('hash-of-another')).toBeUndefined();
  const uses = ['act-1', 'act-2', 'act-3'].map((actId) =>
    notices.useLink(officeId, link.token_sha256, actId, '2024-01-16T09:00:00+07:00'),
  );
  await Promise.all(uses);
  const used = await notices.findLink(link.token_sha256);
  expect(['act-1', 'act-2', 'act-3']).toContain(used?.used_act_id);
  await notices.useLink(officeId, link.token_sha256, 'act-4', '2024-01-17T09:00:00+07:00');
  expect(await notices.findLink(link.token_sha256)).toEqual(used);
});

test('one office knows nothing of the notices of another', async () => {
  const [officeId, other] = [await openOffice(), await openOffice()];
  const { notices } = open.stores;
  await notices.write([notice(officeId, [item(officeId, 'new')])]);
  expect(await notices.list(other)).toEqual([]);
  expect(await notices.listDue(other)).toEqual([]);
  expect(await notices.listTold(other)).toEqual([]);
  expect(await notices.hasNewerDigest({ ...notice(other, []), date: '2024-01-01' })).toBe(false);
});
