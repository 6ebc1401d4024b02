import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findCopiedPlan } from '../../acts/copy-cycle.ts';
import { performAct } from '../../acts/perform-act.ts';
import { startFromFile } from '../../acts/start-from-file.ts';
import { addDays, daysBetween } from '../../domain/local-date.ts';
import type { PlanContent } from '../../domain/plan.ts';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  readExample,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { countRows } from '../support/snapshot.ts';

let system: OfficeSystem;
let office: TestOffice;
let next: number;

beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  office = await system.startOffice();
  next = office.year + 1;
});

const versionsOf = (year: number) =>
  system.stores.versions.list(office.officeId, 'plan', `plan-${String(year)}`);

const planOf = async (year: number): Promise<PlanContent> => {
  const id = `plan-${String(year)}`;
  return JSON.parse((await system.stores.versions.latest(office.officeId, 'plan', id))?.text ?? '');
};

const copyTo = (year: number | null, from: number, personId: string, actId: string) =>
  performAct(system.acts, 'copy-cycle', {
    actId,
    officeId: office.officeId,
    year,
    personId,
    channel: 'web',
    occurredAt: null,
    data: { from },
  });

const copy = (from = office.year, year: number | null = next, personId: string = COORDINATOR) =>
  copyTo(year, from, personId, randomUUID());

const untilRunning = (year: number) =>
  system.until('the cycle runs', () =>
    system.stores.strands.find(
      office.officeId,
      `cycle/${office.officeId}/${String(year)}`,
      'reformCycle',
    ),
  );

const enter2024 = async () => {
  const { bytes } = readExample('2024', office.officeId);
  const start = { actId: randomUUID(), bytes: bytes(), personId: COORDINATOR };
  await startFromFile(system.acts, { ...start, channel: 'cli' });
};

/** Refused with that code at that place, and not a row more in any table. */
const expectRefusal = async (press: () => Promise<unknown>, expected: object) => {
  const before = await countRows(system.db, office.officeId);
  await expect(press()).rejects.toMatchObject(expected);
  expect(await countRows(system.db, office.officeId)).toEqual(before);
};

describe('a cycle that is started as a copy', () => {
  it('runs with the tasks of the year before as its first draft, without their baselines', async () => {
    const before = await planOf(office.year);
    const done = await copy();
    expect(done).toMatchObject({
      workflowId: `cycle/${office.officeId}/${String(next)}`,
      notices: [],
      result: { year: next, from: office.year, fromVersion: 1, droppedBases: '' },
    });
    const strand = await untilRunning(next);
    const after = await planOf(next);
    expect(after.year).toBe(next);
    expect(after.subject).toContain(`năm ${String(next)}`);
    expect(after.tasks.map(({ id, leadUnitId }) => [id, leadUnitId])).toEqual(
      before.tasks.map(({ id, leadUnitId }) => [id, leadUnitId]),
    );
    const baselines = after.tasks.flatMap(({ indicators }) =>
      indicators.map((one) => one.baseline),
    );
    expect(baselines.length).toBeGreaterThan(0);
    expect(new Set(baselines)).toEqual(new Set([null]));
    expect(strand.state.schedule[0]).toEqual({
      step: 'plan',
      dueOn: after.schedule.registrationOpensOn,
    });
    const later = office.act(COORDINATOR, 'submit-plan', { version: 1 }, { year: next });
    await expect(later).resolves.toMatchObject({ workflowId: done.workflowId });
  });

  it('takes the draft as it is now, and after approval what was approved', async () => {
    const plan = { ...(await planOf(office.year)), purpose: 'Bản đã sửa.' };
    await office.act(COORDINATOR, 'save-plan', { basedOn: 1, plan });
    await office.approve(2);
    await system.stores.versions.save({
      office_id: office.officeId,
      kind: 'plan',
      id: `plan-${String(office.year)}`,
      basedOn: 2,
      text: JSON.stringify({ ...plan, purpose: 'Chưa ai duyệt.' }),
      sha256: 'of-the-stray-draft',
      author_id: COORDINATOR,
      act_id: 'a-stray-draft',
      occurred_at: '2024-01-10T08:00:00+07:00',
      entered_at: '2024-01-10T08:00:00+07:00',
    });
    expect((await copy()).result).toMatchObject({ fromVersion: 2 });
    expect((await planOf(next)).purpose).toBe('Bản đã sửa.');
    await copy(next, next + 1);
    expect((await planOf(next + 1)).purpose).toBe('Bản đã sửa.');
  });

  it('leaves out what has ended since, gives tasks to the unit that followed, and says so', async () => {
    await enter2024();
    await copy(2024);
    const row = (await system.stores.cycles.find(office.officeId, next))!;
    const copied = await findCopiedPlan(system.acts, row);
    const bases = await system.stores.offices.listLegalBases(office.officeId);
    const ended = bases.find(({ citation }) => citation.includes('98/2023'));
    expect(copied).toMatchObject({
      from: 2024,
      droppedBases: [ended?.legal_basis_id],
      goneUnits: ['T-3'],
      succeededTasks: ['NV4'],
      unledTasks: [],
      replacedSigner: null,
    });
    const plan = await planOf(next);
    expect(plan.tasks.find(({ id }) => id === 'NV4')?.leadUnitId).toBe('T-2');
    expect(plan.legalBasisIds).not.toContain(ended?.legal_basis_id);
  });

  it('keeps clear of the days off in the office’s own calendar', async () => {
    const { Q2 } = (await planOf(office.year)).schedule.checks;
    const first = `${String(Number(Q2.slice(0, 4)) + 1)}${Q2.slice(4).replace('-02-29', '-02-28')}`;
    for (let days = 0; days < 10; days += 1) {
      const date = addDays(first, days);
      await office.act(COORDINATOR, 'save-calendar-day', { date, kind: 'off', name: 'Nghỉ riêng' });
    }
    await copy();
    const moved = (await planOf(next)).schedule.checks.Q2;
    expect(daysBetween(first, moved)).toBeGreaterThanOrEqual(10);
  });

  it('may be a copy of a cancelled year, whose plan is still there', async () => {
    await office.act(HEAD, 'cancel-cycle', { reason: 'Sáp nhập.' });
    await expect(copy()).resolves.toMatchObject({ result: { from: office.year } });
  });
});

describe('a copy asked for more than once', () => {
  it('by the same press is answered with the first outcome', async () => {
    const actId = randomUUID();
    const press = () => copyTo(next, office.year, COORDINATOR, actId);
    const first = await press();
    expect(await press()).toEqual(first);
    expect(await versionsOf(next)).toHaveLength(1);
  });

  it('by the same press twice at once starts one cycle', async () => {
    const actId = randomUUID();
    const press = () => copyTo(next, office.year, COORDINATOR, actId);
    const both = await Promise.all([press(), press()]);
    expect(both.map(({ workflowId, seq }) => [workflowId, seq])).toEqual([
      [`cycle/${office.officeId}/${String(next)}`, 1],
      [`cycle/${office.officeId}/${String(next)}`, 1],
    ]);
    expect(await versionsOf(next)).toHaveLength(1);
    expect(await system.stores.cycles.list(office.officeId)).toHaveLength(2);
  });

  it('by two people at once starts one cycle, and the other is told', async () => {
    const both = await Promise.allSettled([
      copy(office.year, next, COORDINATOR),
      copy(office.year, next, HEAD),
    ]);
    const row = await system.stores.cycles.find(office.officeId, next);
    const loser = both[row?.started_by === COORDINATOR ? 1 : 0];
    const told =
      loser.status === 'rejected'
        ? { code: loser.reason.code, by: loser.reason.details.lastBy }
        : { notices: loser.value.notices };
    expect([
      { code: 'cycle-exists', by: row?.started_by },
      { notices: ['start-resumed'] },
    ]).toContainEqual(told);
    expect(await versionsOf(next)).toHaveLength(1);
    await untilRunning(next);
  });

  it('by somebody who comes later is refused, naming who was first', async () => {
    await copy(office.year, next, HEAD);
    await untilRunning(next);
    await expectRefusal(() => copy(), {
      code: 'cycle-exists',
      details: { workflowId: `cycle/${office.officeId}/${String(next)}`, lastBy: HEAD },
    });
  });
});

describe('a copy is refused, and nothing is written,', () => {
  it('where the office has no such year', () =>
    expectRefusal(() => copy(office.year - 5), { code: 'cycle-unknown', place: '/from' }));

  it('of a year that is not earlier', async () => {
    const expected = { code: 'impossible-date', place: '/from' };
    await expectRefusal(() => copy(next, next), expected);
    await expectRefusal(() => copy(next + 1, next), expected);
  });

  it('for a year that is over', () =>
    expectRefusal(() => copy(2001, 2002), { code: 'impossible-date', place: '/year' }));

  it('for a year that was cancelled: a year has one cycle', async () => {
    await enter2024();
    await office.act(HEAD, 'cancel-cycle', { reason: 'Mở nhầm.' });
    await untilRunning(2024);
    await system.until('the year is cancelled', async () => {
      const { cycle, officeId } = office;
      const strand = await system.stores.strands.find(officeId, cycle, 'reformCycle');
      return strand?.state.cancelled;
    });
    await expectRefusal(() => copy(2024, office.year), { code: 'cycle-exists' });
  });

  it('for no year', () =>
    expectRefusal(() => copy(office.year, null), { code: 'missing-field', place: '/year' }));

  it('to a person without the power', () =>
    expectRefusal(() => copy(office.year, next, CLERK), { code: 'no-power' }));
});
