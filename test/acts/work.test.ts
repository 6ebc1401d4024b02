import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../domain/local-date.ts';
import { openDraftWalk } from '../support/drafts.ts';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { expectRefusal, type RefusalCase } from '../support/refusal.ts';
import { todayHere } from '../support/walk.ts';

const HEAD_OF_TEAM_1 = 'P-05';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openDraftWalk>;
beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  walk = openDraftWalk(system, office);
});
afterAll(() => system.close());

const untilEnded = (id: string, how: string, of: TestOffice = office) =>
  system.until('the cycle knows that it ended', async () => {
    const { strands } = (await of.cycleState()) ?? { strands: [] };
    return strands.find(({ strand }) => strand.id === id)?.ended?.how === how;
  });

describe('work that is given to a unit', () => {
  it('is reported, returned with a reason, reported anew and confirmed; then the cycle knows it is done', async () => {
    await walk.giveWork('work-1');
    await walk.reportWork(HEAD_OF_TEAM_1, 'work-1');
    const reason = 'Chưa có danh mục quy trình.';
    await office.act(COORDINATOR, 'return-work', { assignmentId: 'work-1', version: 1, reason });
    const { returned } = await walk.untilWork('work-1', 'returned');
    expect(
      await system.stores.paperSources.readReason(office.officeId, returned?.reasonId ?? ''),
    ).toBe(reason);
    await walk.reportWork(HEAD_OF_TEAM_1, 'work-1');
    const stale = { assignmentId: 'work-1', version: 1 };
    await expect(office.act(COORDINATOR, 'confirm-work', stale)).rejects.toMatchObject({
      code: 'stale-version',
    });
    await office.act(COORDINATOR, 'confirm-work', { ...stale, version: 2 });
    expect((await walk.work('work-1'))?.report).toMatchObject({
      version: 2,
      by: { personId: HEAD_OF_TEAM_1 },
      isLate: false,
    });
    await untilEnded('work-1', 'done');
  });

  it('moves to another unit, whose head alone reports it then', async () => {
    await walk.giveWork('work-2');
    await office.act(COORDINATOR, 'move-work', {
      assignmentId: 'work-2',
      unitId: 'T-2',
      reason: 'Đúng chức năng hơn.',
    });
    await expect(walk.reportWork(HEAD_OF_TEAM_1, 'work-2')).rejects.toMatchObject({
      code: 'no-power',
      place: '/assignmentId',
    });
    await walk.reportWork(TEAM_HEAD, 'work-2');
    expect(await walk.work('work-2')).toMatchObject({ unitId: 'T-2', phase: 'reported' });
  });

  it('is entered by the coordinator from what the unit says, and confirmed by the head then', async () => {
    await walk.giveWork('work-3', { unitId: 'T-TH' });
    await walk.reportWork(COORDINATOR, 'work-3');
    const read = { assignmentId: 'work-3', version: 1 };
    await expect(office.act(COORDINATOR, 'confirm-work', read)).rejects.toMatchObject({
      code: 'own-submission',
    });
    const waiting = await system.stores.cycles.listWaiting(office.officeId);
    const row = waiting.find(({ workflow_id }) => workflow_id.endsWith('/assignment/work-3'));
    expect(row).toMatchObject({ what: 'confirm-work', role_id: 'leader', unit_id: 'T-TH' });
    await office.act(HEAD, 'confirm-work', read);
    await untilEnded('work-3', 'done');
  });

  it('is dropped with a reason, and takes no report then: who dropped it is said', async () => {
    await walk.giveWork('work-4');
    await office.act(HEAD, 'drop-work', { assignmentId: 'work-4', reason: 'Đã làm ở nơi khác.' });
    await untilEnded('work-4', 'cancelled');
    await expect(walk.reportWork(HEAD_OF_TEAM_1, 'work-4')).rejects.toMatchObject({
      code: 'out-of-time',
      details: { phase: 'cancelled', lastEvent: 'WorkDropped', lastBy: HEAD },
    });
  });

  it('given or reported twice with one act is given and reported once', async () => {
    const actId = randomUUID();
    await Promise.all([
      walk.giveWork('work-5', {}, { actId }),
      walk.giveWork('work-5', {}, { actId }),
    ]);
    const strands = (await office.cycleState())?.strands.filter(
      ({ strand }) => strand.id === 'work-5',
    );
    expect(strands).toHaveLength(1);
    const reporting = randomUUID();
    const press = () => walk.reportWork(HEAD_OF_TEAM_1, 'work-5', { actId: reporting });
    const [one, other] = await Promise.all([press(), press()]);
    expect(other).toEqual(one);
    expect((await walk.work('work-5'))?.report?.version).toBe(1);
  });
});

describe('what is refused, and writes nothing', () => {
  beforeAll(async () => {
    await walk.giveWork('work-9');
  });
  const work = (change: object = {}) => ({
    assignmentId: 'work-10',
    unitId: 'T-1',
    dueOn: todayHere(),
    content: { task: 'Việc cần làm' },
    ...change,
  });
  const report = { done: 'Xong', evidence: [] };
  const cases: readonly RefusalCase[] = [
    [
      'an unknown unit',
      COORDINATOR,
      'give-work',
      () => work({ unitId: 'T-99' }),
      'unknown-reference',
      '/unitId',
    ],
    [
      'a day that is over',
      COORDINATOR,
      'give-work',
      () => work({ dueOn: addDays(todayHere(), -1) }),
      'impossible-date',
      '/dueOn',
    ],
    [
      'an id that is taken',
      COORDINATOR,
      'give-work',
      () => work({ assignmentId: 'work-9' }),
      'duplicate-id',
      null,
    ],
    [
      'no task',
      COORDINATOR,
      'give-work',
      () => work({ content: { task: ' ' } }),
      'missing-field',
      '/content/task',
    ],
    ['work given by a team', TEAM_HEAD, 'give-work', () => work(), 'no-power', null],
    [
      'a report by another unit',
      TEAM_HEAD,
      'report-work',
      () => ({ assignmentId: 'work-9', report }),
      'no-power',
      '/assignmentId',
    ],
    [
      'a report by the registry clerk',
      CLERK,
      'report-work',
      () => ({ assignmentId: 'work-9', report }),
      'no-power',
      null,
    ],
    [
      'work that is not there',
      COORDINATOR,
      'confirm-work',
      () => ({ assignmentId: 'work-77', version: 1 }),
      'unknown-reference',
      '/assignmentId',
    ],
    [
      'what was not reported',
      COORDINATOR,
      'confirm-work',
      () => ({ assignmentId: 'work-9', version: 1 }),
      'out-of-time',
      null,
    ],
    [
      'a move to the unit that has it',
      COORDINATOR,
      'move-work',
      () => ({ assignmentId: 'work-9', unitId: 'T-1', reason: 'x' }),
      'out-of-time',
      null,
    ],
    [
      'a move to no unit',
      COORDINATOR,
      'move-work',
      () => ({ assignmentId: 'work-9', unitId: 'T-99', reason: 'x' }),
      'unknown-reference',
      '/unitId',
    ],
  ];
  it.each(cases)('%s', (...one) => expectRefusal(system, office, one));
});

it('a cycle that is cancelled stops the work that is not done', async () => {
  const other = await system.startOffice();
  const there = openDraftWalk(system, other);
  await there.giveWork('work-1');
  await other.act(HEAD, 'cancel-cycle', { reason: 'Sáp nhập đơn vị.' });
  await there.untilWork('work-1', 'cancelled');
  await expect(there.reportWork(HEAD_OF_TEAM_1, 'work-1')).rejects.toMatchObject({
    code: 'out-of-time',
  });
});

it('in a year that is entered work has its days, and its lateness, until the year goes live', async () => {
  const past = await system.startOffice('2024');
  const there = openDraftWalk(system, past);
  const at = (day: string) => ({ occurredAt: `2024-05-${day}T09:00:00+07:00` });
  await there.giveWork('work-1', { dueOn: '2024-05-15' }, at('02'));
  await there.giveWork('work-2', { dueOn: '2024-05-15' });
  await there.reportWork(COORDINATOR, 'work-1', at('16'));
  expect((await there.work('work-1'))?.report).toMatchObject({
    at: '2024-05-16T09:00:00+07:00',
    isLate: true,
  });
  await expect(there.reportWork(COORDINATOR, 'work-2', at('01'))).rejects.toMatchObject({
    code: 'out-of-time',
    place: '/occurredAt',
  });
  await past.act(COORDINATOR, 'go-live', {});
  await system.until('the work knows that the clock runs', async () => {
    const state = await there.work('work-2');
    return state?.clock.mode === 'live';
  });
});
