import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFromFile } from '../../acts/start-from-file.ts';
import type { PlanContent } from '../../domain/plan.ts';
import {
  CLERK,
  COORDINATOR,
  DEPUTY,
  HEAD,
  openOfficeSystem,
  readExample,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { countRows } from '../support/snapshot.ts';
import { todayHere } from '../support/walk.ts';

let system: OfficeSystem;
let office: TestOffice;
let plan: PlanContent;

const latestPlan = async (of: TestOffice): Promise<PlanContent> => {
  const row = await system.stores.versions.latest(of.officeId, 'plan', `plan-${String(of.year)}`);
  return JSON.parse(row?.text ?? '');
};

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  plan = await latestPlan(office);
});
afterAll(() => system.close());

/** Refused with that code at that place, and not a row more in any table. */
const expectRefusal = async (
  of: TestOffice,
  press: () => Promise<unknown>,
  code: string,
  place?: string | null,
) => {
  const before = await countRows(system.db, of.officeId);
  await expect(press()).rejects.toMatchObject(place === undefined ? { code } : { code, place });
  expect(await countRows(system.db, of.officeId)).toEqual(before);
};

const firstTask = (change: object): PlanContent => ({
  ...plan,
  tasks: plan.tasks.map((task, index) => (index === 0 ? { ...task, ...change } : task)),
});
const firstIndicator = (change: object): PlanContent =>
  firstTask({
    indicators: (plan.tasks[0]?.indicators ?? []).map((indicator, index) =>
      index === 0 ? { ...indicator, ...change } : indicator,
    ),
  });

describe('a plan with a fault is refused at its place, and nothing is written', () => {
  it.each<[string, () => object, string, string]>([
    [
      'an unknown unit',
      () => firstTask({ leadUnitId: 'T-99' }),
      'unknown-reference',
      '/tasks/0/leadUnitId',
    ],
    [
      'an unknown coordinating unit',
      () => firstTask({ coordinatingUnitIds: ['T-1', 'T-77'] }),
      'unknown-reference',
      '/tasks/0/coordinatingUnitIds/1',
    ],
    [
      'an unknown domain',
      () => firstTask({ domains: ['D9'], primaryDomain: 'D9' }),
      'unknown-reference',
      '/tasks/0/domains/0',
    ],
    [
      'a primary domain that is none of its own',
      () => firstTask({ primaryDomain: 'D5' }),
      'unknown-reference',
      '/tasks/0/primaryDomain',
    ],
    [
      'an unknown signer',
      () => ({ ...plan, signer: { personId: 'P-77', capacity: null } }),
      'unknown-reference',
      '/signer/personId',
    ],
    [
      'an unknown legal basis',
      () => ({ ...plan, legalBasisIds: [plan.legalBasisIds[0] ?? '', 'LB-99'] }),
      'unknown-reference',
      '/legalBasisIds/1',
    ],
    [
      'two tasks of one id',
      () => ({ ...plan, tasks: plan.tasks.map((task) => ({ ...task, id: 'NV1' })) }),
      'duplicate-id',
      '/tasks/1/id',
    ],
    [
      'an impossible day',
      () => ({ ...plan, schedule: { ...plan.schedule, registrationOpensOn: '2023-02-29' } }),
      'impossible-date',
      '/plan/schedule/registrationOpensOn',
    ],
    [
      'a deadline before the opening',
      () => ({ ...plan, schedule: { ...plan.schedule, registrationDeadline: '2001-01-01' } }),
      'impossible-date',
      '/schedule/registrationDeadline',
    ],
    [
      'a rising target below its baseline',
      () => firstIndicator({ direction: 'increase', baseline: 10, target: 9 }),
      'unreachable-target',
      '/tasks/0/indicators/0/target',
    ],
    [
      'a falling target above its baseline',
      () => firstIndicator({ direction: 'decrease', baseline: 10, target: 11 }),
      'unreachable-target',
      '/tasks/0/indicators/0/target',
    ],
    [
      'a mark of secrecy',
      () => ({ ...plan, subject: 'TUYỆT MẬT - Kế hoạch' }),
      'secret-paper',
      '/subject',
    ],
    [
      'a letter that the font lacks',
      () => firstTask({ title: 'Rà soát 漢 quy chế' }),
      'letter-without-glyph',
      '/tasks/0/title',
    ],
    ['an empty title', () => firstTask({ title: '  ' }), 'missing-field', '/plan/tasks/0/title'],
    ['an unknown key', () => firstTask({ colour: 'red' }), 'unknown-key', '/plan/tasks/0/colour'],
    ['a bad key', () => firstTask({ id: 'NV 1' }), 'bad-key', '/plan/tasks/0/id'],
    [
      'a target that is no number',
      () => firstIndicator({ target: 'many' }),
      'not-schema',
      '/plan/tasks/0/indicators/0/target',
    ],
    ['another year', () => ({ ...plan, year: plan.year + 1 }), 'not-schema', '/plan/year'],
  ])('%s', async (_, faulty, code, place) => {
    await expectRefusal(
      office,
      () => office.act(COORDINATOR, 'save-plan', { basedOn: 1, plan: faulty() }),
      code,
      place,
    );
  });

  it('a target equal to its baseline, and one without a baseline, are allowed', async () => {
    const other = await system.startOffice();
    const good = firstIndicator({ direction: 'decrease', baseline: 3, target: 3 });
    await expect(
      other.act(COORDINATOR, 'save-plan', { basedOn: 1, plan: good }),
    ).resolves.toMatchObject({ result: { version: 2 } });
  });

  it('letters typed as base and mark are kept composed', async () => {
    const other = await system.startOffice();
    const purpose = 'Phục vụ Nhân dân';
    const typed = { ...plan, purpose: purpose.normalize('NFD') };
    await other.act(COORDINATOR, 'save-plan', { basedOn: 1, plan: typed });
    expect((await latestPlan(other)).purpose).toBe(purpose);
  });
});

describe('an act without the power is refused, and nothing is written', () => {
  it.each([
    ['a team head writes no plan', TEAM_HEAD, 'save-plan', () => ({ basedOn: 1, plan })],
    ['a clerk submits no plan', CLERK, 'submit-plan', () => ({ version: 1 })],
    ['a secretary submits no plan', SECRETARY, 'submit-plan', () => ({ version: 1 })],
    [
      'a coordinator cancels no cycle',
      COORDINATOR,
      'cancel-cycle',
      () => ({ reason: 'Không cần nữa.' }),
    ],
    [
      'a coordinator delegates nothing',
      COORDINATOR,
      'delegate',
      () => ({
        toPersonId: DEPUTY,
        capacity: 'KT.',
        validFrom: '2026-01-01',
        validTo: '2026-12-31',
        basis: 'Văn bản 1',
      }),
    ],
    [
      'a clerk gives no account',
      CLERK,
      'give-account',
      () => ({ personId: DEPUTY, userName: 'deputy', password: 'long enough 1' }),
    ],
    ['nobody of another office acts here', 'P-99', 'submit-plan', () => ({ version: 1 })],
  ])('%s', async (_, person, name, data) => {
    await expectRefusal(office, () => office.act(person, name, data()), 'no-power');
  });

  it('a deputy decides only with the delegation of the head, and then with its capacity', async () => {
    const other = await system.startOffice();
    const waiting = await other.submit();
    await expectRefusal(other, () => other.act(DEPUTY, 'approve-plan', waiting), 'no-power');
    const today = todayHere();
    const basis = 'Giấy ủy quyền ngày hôm nay';
    const period = { validFrom: today, validTo: today };
    await other.act(HEAD, 'delegate', { toPersonId: DEPUTY, capacity: 'KT.', ...period, basis });
    await other.act(DEPUTY, 'approve-plan', waiting);
    const state = await other.approvalState(1);
    expect(state?.decision?.by).toMatchObject({ personId: DEPUTY, capacity: 'KT.' });
  });

  it('a signer who is neither head nor deputy with KT. is refused when the plan is submitted', async () => {
    const other = await system.startOffice();
    const wrong = { ...plan, signer: { personId: TEAM_HEAD, capacity: null } };
    await other.act(COORDINATOR, 'save-plan', { basedOn: 1, plan: wrong });
    await expectRefusal(
      other,
      () => other.act(COORDINATOR, 'submit-plan', { version: 2 }),
      'no-power',
      '/signer',
    );
  });

  it('only coordinator, secretary and registry clerk say when something happened', async () => {
    const other = await system.startOffice();
    const waiting = await other.submit();
    await expectRefusal(
      other,
      () =>
        other.act(HEAD, 'approve-plan', waiting, { occurredAt: `${todayHere()}T00:00:01+07:00` }),
      'no-power',
      '/occurredAt',
    );
  });
});

describe('an act out of its time is refused, saying who did what and when', () => {
  it('what is before the leader is locked', async () => {
    const other = await system.startOffice();
    await other.submit();
    await expectRefusal(
      other,
      () => other.act(COORDINATOR, 'save-plan', { basedOn: 1, plan }),
      'out-of-time',
    );
    await expect(other.act(COORDINATOR, 'submit-plan', { version: 1 })).rejects.toMatchObject({
      details: { lastEvent: 'PlanSubmitted', lastBy: COORDINATOR },
    });
  });

  it('the head decides on the own submission, another approver does not', async () => {
    const other = await system.startOffice();
    await other.act(HEAD, 'submit-plan', { version: 1 });
    const waiting = await system.until('it waits', () => other.approvalState(1));
    await other.act(HEAD, 'approve-plan', { version: 1, boundHash: waiting.boundHash });
    expect((await other.approvalState(1))?.decision?.kind).toBe('approved');
  });

  it('two people save on one version: the second gets the refusal and the newer number', async () => {
    const other = await system.startOffice();
    const save = (purpose: string) =>
      other.act(COORDINATOR, 'save-plan', { basedOn: 1, plan: { ...plan, purpose } });
    const results = await Promise.allSettled([save('Một.'), save('Hai.')]);
    const refusals = results.flatMap((row) => (row.status === 'rejected' ? [row.reason] : []));
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({
      code: 'stale-version',
      details: { given: 1, current: 2, lastBy: COORDINATOR },
    });
  });

  it('a submission may not be dated after now', async () => {
    const other = await system.startOffice();
    const call = { occurredAt: '2099-01-01T08:00:00+07:00' };
    await expectRefusal(
      other,
      () => other.act(COORDINATOR, 'submit-plan', { version: 1 }, call),
      'out-of-time',
      '/occurredAt',
    );
  });
});

describe('a second start', () => {
  const start = (officeId: string, actId: string, personId: string = COORDINATOR) => {
    const { bytes } = readExample('current-year', officeId);
    return startFromFile(system.acts, { actId, bytes: bytes(), personId, channel: 'cli' });
  };

  it('of the same office and year is refused, naming the running one', async () => {
    const other = await system.startOffice();
    await expectRefusal(other, () => start(other.officeId, randomUUID()), 'cycle-exists');
    await expect(start(other.officeId, randomUUID())).rejects.toMatchObject({
      details: { workflowId: other.cycle, lastBy: COORDINATOR },
    });
  });

  it('many at once start one cycle', async () => {
    const officeId = `RACE-${String(process.pid)}`;
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => start(officeId, randomUUID())),
    );
    const cycles = await system.stores.cycles.list(officeId);
    expect(cycles).toHaveLength(1);
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
    const versions = await system.stores.versions.list(
      officeId,
      'plan',
      `plan-${String(cycles[0]?.year)}`,
    );
    expect(versions).toHaveLength(1);
  });

  it('by the same press is answered with the first outcome', async () => {
    const officeId = `AGAIN-${String(process.pid)}`;
    const actId = randomUUID();
    const first = await start(officeId, actId);
    expect(await start(officeId, actId)).toEqual(first);
  });
});

describe('who a paper goes to', () => {
  it('keeps the address of somebody who wants papers by hand, and renames a unit that has a history', async () => {
    const other = await system.startOffice();
    const person = {
      personId: TEAM_HEAD,
      fullName: 'Vũ Thử Nghiệm',
      rank: 'Trung tá',
      position: 'Đội trưởng Đội công tác số 2',
      unitId: 'T-2',
      email: 'doitruong.d2@annd.test',
      byHand: true,
      roles: ['teamLead'],
      validFrom: null,
      validTo: null,
    };
    await other.act(COORDINATOR, 'save-person', person);
    expect(await system.stores.offices.findPerson(other.officeId, TEAM_HEAD)).toMatchObject({
      email: 'doitruong.d2@annd.test',
      delivery_mode: 'paper',
    });
    const unit = { unitId: 'T-2', kind: 'team', abbreviation: 'Đ2', validTo: null };
    const named = { ...unit, name: 'Đội công tác số Hai', validFrom: '2024-01-01' };
    await other.act(COORDINATOR, 'save-unit', named);
    const facts = await system.stores.factsOn(other.officeId, todayHere());
    expect(facts.units.find(({ id }) => id === 'T-2')?.name).toBe('Đội công tác số Hai');
    expect(facts.people.find(({ id }) => id === TEAM_HEAD)?.mailbox).toBeNull();
  });
});

describe('a past year entered for an office that is at work', () => {
  it('adds who is not known, changes nobody, and cites its own bases in its own plan', async () => {
    const other = await system.startOffice();
    await system.db
      .updateTable('person')
      .set({ rank: 'Đại tá' })
      .where('office_id', '=', other.officeId)
      .where('person_id', '=', HEAD)
      .execute();
    const before = await latestPlan(other);
    const { bytes } = readExample('2024', other.officeId);
    const start = { actId: randomUUID(), bytes: bytes(), personId: COORDINATOR };
    await startFromFile(system.acts, { ...start, channel: 'cli' });

    const head = await system.stores.offices.findPerson(other.officeId, HEAD);
    expect(head?.rank).toBe('Đại tá');
    const facts = await system.stores.factsOn(other.officeId, '2024-01-15');
    expect(facts.units.find(({ id }) => id === 'T-4')?.name).toBe('Đội công tác số 4');
    const cited = (ids: readonly string[]) =>
      ids.map((id) => facts.legalBases.find((basis) => basis.id === id)?.citation);
    expect(cited(before.legalBasisIds).join('\n')).toContain('152/2025/NĐ-CP');
    const past = await latestPlan({ ...other, year: 2024 });
    expect(cited(past.legalBasisIds).join('\n')).toContain('98/2023/NĐ-CP');
    expect(cited(past.legalBasisIds).join('\n')).not.toContain('152/2025/NĐ-CP');
  });

  it('a plan that rests on what is no longer in force is refused when it is submitted', async () => {
    const other = await system.startOffice();
    const { bytes } = readExample('2024', other.officeId);
    const start = { actId: randomUUID(), bytes: bytes(), personId: COORDINATOR };
    await startFromFile(system.acts, { ...start, channel: 'cli' });
    await system.until('the past year is open', () =>
      system.stores.strands.find(other.officeId, `cycle/${other.officeId}/2024`, 'reformCycle'),
    );
    const bases = await system.stores.offices.listLegalBases(other.officeId);
    const ended = bases.find(({ citation }) => citation.includes('98/2023'));
    const wrong = { ...plan, legalBasisIds: [ended?.legal_basis_id ?? ''] };
    await other.act(COORDINATOR, 'save-plan', { basedOn: 1, plan: wrong });
    await expectRefusal(
      other,
      () => other.act(COORDINATOR, 'submit-plan', { version: 2 }),
      'basis-ended',
      '/legalBasisIds/0',
    );
  });
});
