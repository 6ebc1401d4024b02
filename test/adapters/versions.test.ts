import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStores } from './open-stores.ts';

let open: Awaited<ReturnType<typeof openStores>>;
beforeAll(async () => {
  open = await openStores();
});
afterAll(() => open.close());

const draft = (officeId: string, actId: string, basedOn: number | null, text = actId) =>
  open.stores.versions.save({
    office_id: officeId,
    kind: 'plan',
    id: 'plan-2024',
    basedOn,
    text,
    sha256: `sha-of-${text}`,
    author_id: `author-of-${actId}`,
    act_id: actId,
    occurred_at: '2024-01-10T08:00:00+07:00',
    entered_at: '2024-01-10T08:00:00+07:00',
  });

test('versions are counted from 1, each on top of the one before', async () => {
  const officeId = await open.office();
  await draft(officeId, 'act-1', null);
  const second = await draft(officeId, 'act-2', 1);
  expect(second).toMatchObject({ version: 2, based_on: 1, text: 'act-2' });
  const list = await open.stores.versions.list(officeId, 'plan', 'plan-2024');
  expect(list.map(({ version }) => version)).toEqual([2, 1]);
  expect(await open.stores.versions.latest(officeId, 'plan', 'plan-2024')).toEqual(second);
});

test('of two people who write on the same version one is refused, and told by whom', async () => {
  const officeId = await open.office();
  await draft(officeId, 'act-1', null);
  const both = await Promise.allSettled([draft(officeId, 'act-2', 1), draft(officeId, 'act-3', 1)]);
  const [kept] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const [refused] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(kept?.version).toBe(2);
  expect(refused).toMatchObject({
    code: 'stale-version',
    place: '/basedOn',
    details: { given: 1, current: 2, lastBy: kept?.author_id },
  });
});

test('twenty people at once leave one version, and no text of the others', async () => {
  const officeId = await open.office();
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) => draft(officeId, `act-${String(at)}`, null)),
  );
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await open.stores.versions.list(officeId, 'plan', 'plan-2024')).toHaveLength(1);
});

test('the same act saves once, however often and at once it comes', async () => {
  const officeId = await open.office();
  const first = await draft(officeId, 'act-1', null);
  await draft(officeId, 'act-2', 1);
  const again = await Promise.all([1, 2, 3].map(() => draft(officeId, 'act-1', null)));
  expect(again).toEqual([first, first, first]);
});

test('what one office wrote is not found under another', async () => {
  const [officeId, other] = [await open.office(), await open.office()];
  await draft(officeId, 'act-1', null);
  expect(await open.stores.versions.latest(other, 'plan', 'plan-2024')).toBeUndefined();
  expect(await draft(other, 'act-1', null, 'other')).toMatchObject({ version: 1, text: 'other' });
});

test('a text comes back letter by letter', async () => {
  const officeId = await open.office();
  const text = '{"a":"Đẩy mạnh  cải cách\\n","b":1.10}';
  await draft(officeId, 'act-1', null, text);
  expect((await open.stores.versions.find(officeId, 'plan', 'plan-2024', 1))?.text).toBe(text);
});

test('what was written can be neither changed nor deleted, not even by hand', async () => {
  const officeId = await open.office();
  await draft(officeId, 'act-1', null);
  await expect(sql`update version set text = 'other'`.execute(open.db)).rejects.toThrow(
    'version is append-only',
  );
  await expect(sql`delete from version`.execute(open.db)).rejects.toThrow('append-only');
});

test('template and words that a paper was approved with are kept by their hash, once', async () => {
  const officeId = await open.office();
  await open.stores.versions.pinWords(officeId, 'sha', 'the words');
  await open.stores.versions.pinWords(officeId, 'sha', 'the words');
  expect(await open.stores.versions.findPinnedWords(officeId, 'sha')).toBe('the words');
  expect(await open.stores.versions.findPinnedWords(officeId, 'other')).toBeNull();
});
