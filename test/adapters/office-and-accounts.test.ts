import { afterAll, beforeAll, expect, test } from 'vitest';
import { recipientsOf } from '../../domain/recipients.ts';
import { personRow } from '../support/small-office.ts';
import { openStores } from './open-stores.ts';

let open: Awaited<ReturnType<typeof openStores>>;
beforeAll(async () => {
  open = await openStores();
});
afterAll(() => open.close());

const NOW = new Date('2024-01-15T01:00:00Z');
const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const giveAccount = (officeId: string, personId: string, password: string) =>
  open.stores.accounts.give({
    officeId,
    personId,
    userName: `${personId}@${officeId}`,
    password,
    mustChange: false,
  });

test('the right password opens an account, and no other does', async () => {
  const officeId = await open.office();
  await giveAccount(officeId, 'head', 'mật khẩu của trưởng phòng');
  const { accounts } = open.stores;
  const userName = `head@${officeId}`;
  expect(await accounts.check(userName, 'mật khẩu của trưởng phòng')).toMatchObject({
    person_id: 'head',
  });
  expect(await accounts.check(userName, 'Mật khẩu của trưởng phòng')).toBeNull();
  expect(await accounts.check(userName, '')).toBeNull();
  expect(await accounts.check('nobody', 'mật khẩu của trưởng phòng')).toBeNull();
});

test('passwords are kept as Argon2id alone', async () => {
  const officeId = await open.office();
  await giveAccount(officeId, 'head', 'the password itself');
  const rows = await open.db.selectFrom('account').selectAll().execute();
  for (const { password_hash } of rows) expect(password_hash).toMatch(/^\$argon2id\$/);
  expect(JSON.stringify(rows)).not.toContain('the password itself');
});

test('a new password ends the sessions that were opened with the old one', async () => {
  const officeId = await open.office();
  const { accounts } = open.stores;
  await giveAccount(officeId, 'head', 'the first password');
  const token = await accounts.openSession(officeId, 'head', NOW);
  const other = await accounts.openSession(officeId, 'head-1', NOW);
  await giveAccount(officeId, 'head', 'the second password');
  expect(await accounts.findSession(token, NOW)).toBeUndefined();
  expect(await accounts.findSession(other, NOW)).toMatchObject({ person_id: 'head-1' });
  expect(await accounts.check(`head@${officeId}`, 'the first password')).toBeNull();
});

test('a session lasts twelve hours and is then gone', async () => {
  const officeId = await open.office();
  const { accounts } = open.stores;
  const token = await accounts.openSession(officeId, 'head', NOW);
  expect(await accounts.findSession(token, hoursLater(11.9))).toEqual({
    office_id: officeId,
    person_id: 'head',
  });
  expect(await accounts.findSession(token, hoursLater(12))).toBeUndefined();
  await accounts.openSession(officeId, 'head', hoursLater(13));
  expect(await accounts.findSession(token, NOW)).toBeUndefined();
});

test('signing out ends that session alone, and a made-up token opens none', async () => {
  const officeId = await open.office();
  const { accounts } = open.stores;
  const [token, other] = [
    await accounts.openSession(officeId, 'head', NOW),
    await accounts.openSession(officeId, 'head', NOW),
  ];
  await accounts.endSession(token);
  expect(await accounts.findSession(token, NOW)).toBeUndefined();
  expect(await accounts.findSession(other, NOW)).toBeDefined();
  expect(await accounts.findSession('made-up', NOW)).toBeUndefined();
});

test('the database holds no token that would open a session', async () => {
  const officeId = await open.office();
  const token = await open.stores.accounts.openSession(officeId, 'head', NOW);
  const rows = await open.db.selectFrom('session').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('the office is read as it was on a day: posts, names of units, bases in force', async () => {
  const officeId = await open.office();
  await open.stores.offices.save({
    people: [
      personRow(officeId, 'head-1', {
        unit_id: 'team-1',
        roles: ['teamLead'],
        valid_to: '2024-02-29',
      }),
      personRow(officeId, 'next-1', {
        unit_id: 'team-1',
        roles: ['teamLead'],
        valid_from: '2024-03-01',
      }),
    ],
    unitNames: [
      {
        office_id: officeId,
        unit_id: 'team-1',
        ordinal: 1,
        name: 'Tên cũ',
        valid_from: null,
        valid_to: '2024-02-29',
      },
      {
        office_id: officeId,
        unit_id: 'team-1',
        ordinal: 2,
        name: 'Tên mới',
        valid_from: '2024-03-01',
        valid_to: null,
      },
    ],
    legalBases: [
      {
        office_id: officeId,
        legal_basis_id: 'LB-1',
        ordinal: 1,
        citation: 'Luật cũ',
        in_force_from: '2020-01-01',
        in_force_to: '2024-02-29',
      },
    ],
  });
  const on = async (date: string) => {
    const facts = await open.stores.factsOn(officeId, date);
    const recipient = recipientsOf('plan', facts).find(({ id }) => id === 'team-1');
    return [recipient?.name, recipient?.mailbox, facts.legalBases[0]?.isInForce];
  };
  expect(await on('2024-02-29')).toEqual(['Tên cũ', 'head-1@office.test', true]);
  expect(await on('2024-03-01')).toEqual(['Tên mới', 'next-1@office.test', false]);
});

test('a unit stands in the office from its first day to its last', async () => {
  const officeId = await open.office();
  const [unit] = await open.stores.offices.listUnits(officeId);
  if (!unit) throw new Error('no unit');
  await open.stores.offices.save({
    units: [{ ...unit, valid_from: '2024-01-10', valid_to: '2024-01-20' }],
  });
  const has = async (date: string) =>
    (await open.stores.factsOn(officeId, date)).units.some(({ id }) => id === unit.unit_id);
  expect([await has('2024-01-09'), await has('2024-01-10')]).toEqual([false, true]);
  expect([await has('2024-01-20'), await has('2024-01-21')]).toEqual([true, false]);
});

test('who takes papers by hand has no mailbox, whatever address is known', async () => {
  const officeId = await open.office();
  const change = {
    unit_id: 'team-1',
    roles: ['teamLead' as const],
    delivery_mode: 'paper' as const,
  };
  await open.stores.offices.save({ people: [personRow(officeId, 'head-1', change)] });
  const facts = await open.stores.factsOn(officeId, '2024-01-15');
  expect(recipientsOf('plan', facts).find(({ id }) => id === 'team-1')?.mailbox).toBeNull();
});

test('an office that is not there is refused by its code', async () => {
  await expect(open.stores.factsOn('NOWHERE', '2024-01-15')).rejects.toMatchObject({
    code: 'office-unknown',
  });
});

test('an act is kept once, with its first outcome', async () => {
  const officeId = await open.office();
  const record = (number: number) =>
    open.stores.acts.record({
      office_id: officeId,
      act_id: 'act-1',
      command: 'number-paper',
      year: 2024,
      person_id: 'head',
      channel: 'web',
      entered_at: '2024-01-15T08:00:00+07:00',
      outcome: { number },
    });
  await record(15);
  await record(16);
  expect((await open.stores.acts.find(officeId, 'act-1'))?.outcome).toEqual({ number: 15 });
});
