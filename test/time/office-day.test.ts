// Who hears of what waits, and when, on a clock that lets weeks pass in seconds. All on one clock: each
// test goes on from the Monday after the one before, with an office of its own. (The years are far ahead
// because that clock can't be put before today's.)
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, localDateOf, weekday, type Instant } from '../../domain/local-date.ts';
import { officeDayId } from '../../workflows/contract.ts';
import { CLERK, COORDINATOR, DEPUTY, HEAD, type TestOffice } from '../support/office-system.ts';
import {
  hasTimeSkipping,
  openTimeSkippingSystem,
  type TimeSkippingSystem,
} from '../support/time-skipping.ts';
import { letMailGo, mailsOf, saidTo } from './office-mail.ts';

const START: Instant = '2035-10-01T08:00:00+07:00';

describe.skipIf(!hasTimeSkipping)("the office's days (needs Java)", () => {
  let system: TimeSkippingSystem;
  let monday = '';
  let offices: TestOffice[] = [];
  beforeAll(async () => {
    system = await openTimeSkippingSystem({ startAt: START, hasOfficeDay: true });
  });
  beforeEach(async () => {
    const today = localDateOf(system.now());
    monday = addDays(today, 8 - weekday(today));
    await system.sleepUntil(`${monday}T08:00:00+07:00`);
  });
  // An office whose test is over tells nobody anything any more.
  afterEach(async () => {
    await letMailGo(system);
    for (const { officeId, cycle } of offices) {
      for (const id of [officeDayId(officeId), cycle]) {
        await system.temporal.client.workflow.getHandle(id).terminate('the test is over');
      }
    }
    offices = [];
  });
  afterAll(() => system.close());

  const startOffice = async (example?: '2024') => {
    const office = await system.startOffice(example);
    offices.push(office);
    return office;
  };

  const dayAfter = (days: number) => addDays(monday, days);
  const untilMorning = (days: number) => system.sleepUntil(`${dayAfter(days)}T07:45:00+07:00`);
  const saveDay = (office: TestOffice, days: number, kind: 'off' | 'working') =>
    office.act(COORDINATOR, 'save-calendar-day', {
      date: dayAfter(days),
      kind,
      name: 'Theo thông báo',
    });
  const morning = (days: number) => `${dayAfter(days)}T07:30`;

  it('tells each leader at once and once, and a delegate too, by a mail and a link of their own', async () => {
    const office = await startOffice();
    await office.act(HEAD, 'save-person', {
      personId: 'P-20',
      fullName: 'Cao Phê Duyệt',
      rank: '',
      position: 'Phó Trưởng phòng',
      unitId: null,
      email: 'pheduyet@annd.test',
      byHand: false,
      roles: ['approver'],
      validFrom: null,
      validTo: null,
    });
    await office.act(HEAD, 'delegate', {
      toPersonId: DEPUTY,
      capacity: 'KT.',
      validFrom: monday,
      validTo: dayAfter(4),
      basis: 'Giấy ủy quyền',
    });
    await office.submit();
    await letMailGo(system);
    await system.acts.temporal.wakeOfficeDay(office.officeId);
    await untilMorning(3);

    const mails = await mailsOf(system, office);
    expect(mails.map(({ personId }) => personId).toSorted()).toEqual([HEAD, DEPUTY, 'P-20']);
    for (const { at, kind, items } of mails) {
      expect([at.slice(0, 13), kind]).toEqual([`${monday}T08`, 'at-once']);
      expect(items).toMatchObject([{ what: 'approve-plan', rung: 'new' }]);
    }
    const links = mails.map(({ text }) => /http:\/\/reform\.test\/d\/\S+/.exec(text ?? '')?.[0]);
    expect(links).not.toContain(undefined);
    expect(new Set(links).size).toBe(3);
  });

  it('tells everybody else by one digest at half past seven of the next working day', async () => {
    const office = await startOffice();
    const waiting = await office.submit();
    await letMailGo(system);
    await office.act(HEAD, 'approve-plan', waiting);
    await office.paper('plan-2035-v1', 'awaiting-signature');
    await system.sleepUntil(`${dayAfter(1)}T07:29:00+07:00`);
    // Signer and leader are one person; each thing is told at once, and not again by the digest.
    const before = await saidTo(system, office);
    expect(before.map((line) => [line.slice(0, 13), line.slice(17)])).toEqual([
      [`${monday}T08`, 'P-01 at-once: approve-plan new'],
      [`${monday}T08`, 'P-01 at-once: sign-paper new'],
    ]);
    await untilMorning(1);
    expect((await saidTo(system, office)).slice(2)).toEqual([
      `${morning(1)} ${CLERK} digest: sign-paper new`,
    ]);
  });

  it('reminds three working days before, one before, and on the day, over a weekend and a day off', async () => {
    const office = await startOffice();
    expect((await office.cycleState())?.schedule[0]?.dueOn).toBe(dayAfter(7));
    await saveDay(office, 4, 'off');
    await untilMorning(11);
    expect(await saidTo(system, office)).toEqual([
      `${morning(1)} P-03 digest: submit-plan three-days`,
      `${morning(3)} P-03 digest: submit-plan one-day`,
      `${morning(7)} P-03 digest: submit-plan last-day`,
    ]);
  });

  it('mails nothing where nothing waits, and nothing of what was done before the morning', async () => {
    const office = await startOffice();
    const paperId = await office.approve();
    await office.act(CLERK, 'record-ink-signature', { paperId });
    await office.act(CLERK, 'number-paper', { paperId, number: 3, documentDate: monday });
    await letMailGo(system);
    const mailed = (await saidTo(system, office)).length;
    await office.act(CLERK, 'stamp-paper', { paperId });
    await untilMorning(1);
    // Of signature, number and stamp, which waited for the clerk since yesterday, nothing any more.
    expect((await saidTo(system, office)).slice(mailed)).toEqual([
      `${morning(1)} ${CLERK} digest: scan-paper new`,
    ]);
    await untilMorning(11);
    expect(await saidTo(system, office)).toHaveLength(mailed + 1);
  });

  it('sends one digest, the newest, when the mail server was away over two', async () => {
    const office = await startOffice();
    await system.smtp.stop();
    await system.sleepUntil(`${dayAfter(2)}T12:00:00+07:00`);
    await system.smtp.start();
    await letMailGo(system);
    expect(
      (await saidTo(system, office)).map((line) => [line.slice(0, 13), line.slice(17)]),
    ).toEqual([[`${dayAfter(2)}T12`, 'P-03 digest: submit-plan three-days']]);
    const notices = await system.stores.notices.list(office.officeId);
    expect(notices.map(({ date, status }) => [date, status])).toEqual([
      [dayAfter(1), 'needless'],
      [dayAfter(2), 'sent'],
    ]);
  });

  it('waits with the digest until a long holiday is over', async () => {
    const office = await startOffice();
    for (let day = 1; day <= 8; day += 1) await saveDay(office, day, 'off');
    await untilMorning(8);
    expect(await saidTo(system, office)).toEqual([]);
    // The plan was due in the midst of it: its last day is the first one on which the office works.
    await untilMorning(9);
    expect(await saidTo(system, office)).toEqual([
      `${morning(9)} P-03 digest: submit-plan last-day`,
    ]);
  });

  it('follows the calendar while the timer runs: a Saturday that is worked, a Monday that is off', async () => {
    await system.sleepUntil(`${dayAfter(4)}T10:00:00+07:00`);
    const [one, another] = [await startOffice(), await startOffice()];
    await letMailGo(system);
    await saveDay(one, 5, 'working');
    await saveDay(another, 7, 'off');
    await untilMorning(10);
    const mornings = async (office: TestOffice) =>
      (await saidTo(system, office)).map((line) => line.slice(0, 16));
    expect((await mornings(one))[0]).toBe(morning(5));
    expect((await mornings(another))[0]).toBe(morning(8));
  });

  it('goes on as a new run after each wait, and tells the same', async () => {
    const office = await startOffice();
    await letMailGo(system);
    const { client } = system.temporal;
    const id = officeDayId(office.officeId);
    await client.workflow.getHandle(id).terminate('so that each run is short');
    const { firstExecutionRunId } = await client.workflow.start('officeDay', {
      workflowId: id,
      taskQueue: system.taskQueue,
      args: [
        {
          officeId: office.officeId,
          lastDigestOn: null,
          isWoken: true,
          continueAfterTurns: 2,
        },
      ],
    });
    const waiting = await office.submit();
    await letMailGo(system);
    await office.act(HEAD, 'return-plan', { ...waiting, reason: 'Bổ sung chỉ tiêu.' });
    await untilMorning(9);
    expect(
      (await saidTo(system, office)).map((line) => [line.slice(0, 13), line.slice(17)]),
    ).toEqual([
      [`${monday}T08`, 'P-01 at-once: approve-plan new'],
      [`${dayAfter(1)}T07`, 'P-03 digest: correct-plan new'],
      [`${dayAfter(2)}T07`, 'P-03 digest: correct-plan three-days'],
      [`${dayAfter(4)}T07`, 'P-03 digest: correct-plan one-day'],
      [`${dayAfter(7)}T07`, 'P-03 digest: correct-plan last-day'],
    ]);
    const last = await client.workflow.getHandle(id).describe();
    expect([last.status.name, last.runId === firstExecutionRunId]).toEqual(['RUNNING', false]);
  });

  it('says nothing of a year that is being entered, and tells what waits once it goes live', async () => {
    const office = await startOffice('2024');
    await office.submit(1, { occurredAt: '2024-01-12T15:00:00+07:00' });
    await untilMorning(3);
    expect(await saidTo(system, office)).toEqual([]);
    await office.act(COORDINATOR, 'go-live', {});
    await letMailGo(system);
    expect(
      (await saidTo(system, office)).map((line) => [line.slice(0, 13), line.slice(17)]),
    ).toEqual([[`${dayAfter(3)}T07`, 'P-01 at-once: approve-plan new']]);
  });
});

describe.skipIf(!hasTimeSkipping)('a worker that starts again (needs Java)', () => {
  let system: TimeSkippingSystem;
  beforeAll(async () => {
    const startAt = '2035-10-01T08:00:00+07:00';
    system = await openTimeSkippingSystem({ startAt, hasOfficeDay: true, mayRestartWorker: true });
  });
  afterAll(() => system.close());

  it('goes on with the days of the office where they stood, and tells nothing twice', async () => {
    const office = await system.startOffice();
    await office.submit();
    await letMailGo(system);
    await system.restartWorker();
    await office.act(COORDINATOR, 'withdraw-plan', { version: 1 });
    await system.sleepUntil('2035-10-02T07:45:00+07:00');
    await system.restartWorker();
    await letMailGo(system);
    expect((await saidTo(system, office)).map((line) => line.slice(17))).toEqual([
      'P-01 at-once: approve-plan new',
      'P-03 digest: submit-plan new',
    ]);
  });

  it('writes the very first digest too where it comes up after half past seven', async () => {
    const today = localDateOf(system.now());
    const office = await system.startOffice();
    await system.sleepUntil(`${addDays(today, 1)}T07:29:57+07:00`);
    await system.stopWorker();
    // Outside of a skip that clock goes as real time does.
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    await system.restartWorker();
    await letMailGo(system);
    expect(await saidTo(system, office)).toEqual([
      `${addDays(today, 1)}T07:30 P-03 digest: submit-plan new`,
    ]);
  });
});
