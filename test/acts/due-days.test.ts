import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, weekday } from '../../domain/local-date.ts';
import { launchOn, minutesWith, openConferenceWalk } from '../support/conference.ts';
import { openDialogueWalk, questionOf } from '../support/dialogue.ts';
import { openDraftWalk } from '../support/drafts.ts';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { todayHere } from '../support/walk.ts';

let system: OfficeSystem;
let office: TestOffice;
let works: ReturnType<typeof openDraftWalk>;
let questions: ReturnType<typeof openDialogueWalk>;

// The calendar that ships gives 2030 and 2031; the office makes two days of its own.
const keepDay = (date: string, kind: 'off' | 'working') =>
  office.act(COORDINATOR, 'save-calendar-day', { date, kind, name: 'Theo lịch cơ quan' });

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  works = openDraftWalk(system, office);
  questions = openDialogueWalk(system, office);
  await keepDay('2030-12-31', 'off');
  await keepDay('2030-03-16', 'working');
});
afterAll(() => system.close());

const DAYS: readonly (readonly [string, string, string])[] = [
  ['a Sunday', '2030-03-10', '2030-03-11'],
  ['a day of Tết', '2030-02-04', '2030-02-07'],
  ['31/12, where the office is off', '2030-12-31', '2031-01-02'],
  ['a Saturday that the office makes a working day', '2030-03-16', '2030-03-16'],
];
const noticesOf = (given: string, kept: string) => (given === kept ? [] : ['deadline-moved']);

describe.each(DAYS)('a deadline on %s', (_, given, kept) => {
  it('of work is that of the next working day, and the act says so', async () => {
    const id = `viec-${given}`;
    const content = { task: 'Rà soát quy trình.' };
    const wanted = { assignmentId: id, unitId: 'T-1', dueOn: given, content };
    const done = await office.act(COORDINATOR, 'give-work', wanted);
    expect(done).toMatchObject({ notices: noticesOf(given, kept), result: { dueOn: kept } });
    expect((await works.untilWork(id, 'given')).dueOn).toBe(kept);
  });

  it('of work that an answer gives, likewise', async () => {
    const questionId = `CH-${given}`;
    await questions.ask(questionId, {}, TEAM_HEAD);
    const id = `viec-CH-${given}`;
    const work = { assignmentId: id, unitId: 'T-1', dueOn: given, task: 'Gộp báo cáo.' };
    const answer = { questionId, how: 'in-writing', answer: 'Thống nhất.', work };
    const done = await office.act(HEAD, 'answer-question', answer);
    expect(done.notices).toEqual(noticesOf(given, kept));
    expect((await works.untilWork(id, 'given')).dueOn).toBe(kept);
  });

  it('by which a body above is to reply, likewise', async () => {
    const questionId = `KN-${given}`;
    await questions.ask(questionId, {}, TEAM_HEAD);
    const up = { questionId, ...questionOf.passedUp, dueOn: given };
    const done = await office.act(HEAD, 'pass-question-up', up);
    expect(done).toMatchObject({ notices: noticesOf(given, kept), result: { dueOn: kept } });
    expect((await questions.until(questionId, 'passed-up')).passedUp?.dueOn).toBe(kept);
  });
});

it('a deadline that has become a day off since moves with the work', async () => {
  await works.giveWork('viec-1', { dueOn: '2030-07-10' });
  const move = (unitId: string) =>
    office.act(COORDINATOR, 'move-work', { assignmentId: 'viec-1', unitId, reason: 'Đúng việc.' });
  expect((await move('T-2')).notices).toEqual([]);
  await keepDay('2030-07-10', 'off');
  expect(await move('T-TH')).toMatchObject({
    notices: ['deadline-moved'],
    result: { dueOn: '2030-07-11' },
  });
  expect(await works.work('viec-1')).toMatchObject({ unitId: 'T-TH', dueOn: '2030-07-11' });
});

it('a day that is over is refused, though the next working day were still to come', async () => {
  const yesterday = addDays(todayHere(), -1);
  await keepDay(yesterday, 'off');
  await questions.ask('CH-qua-han', {}, TEAM_HEAD);
  const up = { questionId: 'CH-qua-han', ...questionOf.passedUp, dueOn: yesterday };
  const wrong = { code: 'impossible-date', place: '/dueOn' };
  await expect(office.act(HEAD, 'pass-question-up', up)).rejects.toMatchObject(wrong);
  const content = { task: 'Rà soát.' };
  const work = { assignmentId: 'viec-2', unitId: 'T-1', dueOn: yesterday, content };
  await expect(office.act(COORDINATOR, 'give-work', work)).rejects.toMatchObject(wrong);
});

it('figures of a check that is planned on a day off are in time on the next working day', async () => {
  const other = await system.startOffice();
  await other.approve();
  const schedule = (await other.cycleState())?.schedule ?? [];
  const planned = schedule.find(({ step }) => step === 'check-Q1')?.dueOn ?? '';
  const next = addDays(planned, 1);
  const keep = (date: string, kind: string) =>
    other.act(COORDINATOR, 'save-calendar-day', { date, kind, name: 'Theo lịch cơ quan' });
  await keep(planned, 'off');
  await keep(next, 'working');
  await other.act(COORDINATOR, 'open-check', { quarter: 'Q1' });
  await system.until('the units are asked', async () => {
    const id = `${other.cycle}/check/Q1`;
    const strand = await system.stores.strands.find(other.officeId, id, 'check');
    return strand?.state.units;
  });
  const actId = randomUUID();
  const report = { quarter: 'Q1', unitId: 'T-1', figures: [] };
  await other.act(COORDINATOR, 'report-figures', report, { actId });
  const row = await system.db
    .selectFrom('audit')
    .select('event')
    .where('act_id', '=', actId)
    .executeTakeFirstOrThrow();
  expect(row.event).toMatchObject({ type: 'FiguresReported', dueOn: next });
});

it('in a year that is entered a deadline stays as it stood on paper', async () => {
  const past = await system.startOffice('2024');
  const there = openDraftWalk(system, past);
  const sunday = '2024-05-12';
  expect(weekday(sunday)).toBe(7);
  const at = (hour: string) => ({
    occurredAt: `2024-05-02T${hour}:00:00+07:00`,
    channel: 'example' as const,
  });
  await there.giveWork('viec-1', { dueOn: sunday }, at('09'));
  expect((await there.work('viec-1'))?.dueOn).toBe(sunday);
  const asked = openDialogueWalk(system, past);
  await asked.ask('CH-1', {}, TEAM_HEAD, at('10'));
  const up = { questionId: 'CH-1', ...questionOf.passedUp, dueOn: sunday };
  const done = await past.act(HEAD, 'pass-question-up', up, at('11'));
  expect(done.notices).toEqual([]);
  expect((await asked.until('CH-1', 'passed-up')).passedUp?.dueOn).toBe(sunday);
});

it('work that minutes give is due on a working day, and the minutes say that day', async () => {
  const caughtUp = await system.startOffice('2024');
  const day = '2024-04-17';
  const there = openConferenceWalk(system, caughtUp);
  const at = (time: string) => ({ occurredAt: `${day}T${time}:00+07:00` });
  await there.plan(launchOn(day), at('08:00'));
  const held = { startedAt: at('14:00').occurredAt, endedAt: at('16:00').occurredAt };
  await there.act(COORDINATOR, 'hold-conference', held, at('16:30'));
  await caughtUp.act(COORDINATOR, 'go-live', {});
  await there.until('knows that the clock runs', ({ clock }) => clock.mode === 'live');

  const minutes = minutesWith('2030-03-10');
  const done = await there.act(SECRETARY, 'write-minutes', { basedOn: null, minutes });
  expect(done.notices).toEqual(['deadline-moved']);
  const state = await there.untilPhase('minutes');
  expect(state.minutes?.work).toMatchObject([{ assignmentId: 'KL-1', dueOn: '2030-03-11' }]);
  const id = '2024-CONF';
  const kept = await system.stores.versions.latest(caughtUp.officeId, 'conference-minutes', id);
  expect(JSON.parse(kept?.text ?? '').conclusionWork).toMatchObject([{ dueOn: '2030-03-11' }]);
});
