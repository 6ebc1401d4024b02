// Deadlines at the ends of years and of February: who is reminded, who is late, and who hears of it. All on
// one clock, so that each test goes on after the one before.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COORDINATOR, type TestOffice } from '../support/office-system.ts';
import { openRegistrationWalk } from '../support/registration.ts';
import {
  hasTimeSkipping,
  openTimeSkippingSystem,
  type TimeSkippingSystem,
} from '../support/time-skipping.ts';
import { saidTo } from './office-mail.ts';

const T1 = 'P-05';
const TEAM_1 = 'doitruong.d1@annd.test';

describe.skipIf(!hasTimeSkipping)('late over the ends of years and months (needs Java)', () => {
  let system: TimeSkippingSystem;
  beforeAll(async () => {
    // A Monday; the year ends on the Monday after.
    const startAt = '2035-12-24T08:00:00+07:00';
    system = await openTimeSkippingSystem({ startAt, hasOfficeDay: true });
  });
  afterAll(() => system.close());

  const saveDay = (office: TestOffice, date: string, kind: 'off' | 'working') =>
    office.act(COORDINATOR, 'save-calendar-day', { date, kind, name: 'Theo thông báo' });
  const linesAbout = async (office: TestOffice, personId: string, what: string) =>
    (await saidTo(system, office, [personId])).filter((line) => line.includes(what));

  it('a deadline on 31 December is on time to the last minute of the year, and told late in the next', async () => {
    const office = await system.startOffice();
    await saveDay(office, '2036-01-01', 'off');
    const walk = openRegistrationWalk(system, office);
    await walk.open('2035-12-31');

    await system.sleepUntil('2035-12-31T23:59:20+07:00');
    const inTime = await walk.submit('T-4');
    await system.sleepUntil('2036-01-01T00:00:10+07:00');
    expect((await walk.unitState('T-4'))?.submitted).toMatchObject({
      version: inTime.version,
      isLate: false,
    });
    await expect(walk.submit('T-2')).rejects.toMatchObject({
      code: 'missing-field',
      place: '/lateReason',
    });
    await system.sleepUntil('2036-01-01T12:00:00+07:00');
    expect(await linesAbout(office, COORDINATOR, 'late')).toEqual([]);

    await system.sleepUntil('2036-01-04T12:00:00+07:00');
    expect(await linesAbout(office, T1, 'register-unit')).toEqual([
      '2035-12-25T07:30 P-05 digest: register-unit new',
      '2035-12-26T07:30 P-05 digest: register-unit three-days',
      '2035-12-28T07:30 P-05 digest: register-unit one-day',
      '2035-12-31T07:30 P-05 digest: register-unit last-day',
    ]);
    // 1 January is off: the coordinator hears on the 2nd who is late, once, and of each unit.
    const late = await linesAbout(office, COORDINATOR, 'late');
    expect(late.map((line) => line.slice(0, 16))).toEqual(['2036-01-02T07:30']);
    const registering = (late[0] ?? '').match(/register-unit late/g) ?? [];
    expect(registering).toHaveLength(4);
    expect(system.smtp.messagesTo(TEAM_1).length).toBe(4);
  });

  it('what is returned with a day is waited for until then, and late after it', async () => {
    await system.sleepUntil('2036-01-07T08:00:00+07:00');
    const office = await system.startOffice();
    const walk = openRegistrationWalk(system, office);
    await walk.open('2036-01-09');
    const first = await walk.submit('T-1');
    await office.act(COORDINATOR, 'return-registration', {
      unitId: 'T-1',
      version: first.version,
      reason: 'Nêu rõ chỉ tiêu.',
      resubmitOn: '2036-01-12',
    });
    await walk.untilUnit('T-1', 'returned');
    // The 12th is a Saturday: the office waits until the Monday after it.
    await system.sleepUntil('2036-01-15T12:00:00+07:00');
    expect(await linesAbout(office, T1, 'correct-registration')).toEqual([
      '2036-01-08T07:30 P-05 digest: correct-registration new',
      '2036-01-09T07:30 P-05 digest: correct-registration three-days',
      '2036-01-11T07:30 P-05 digest: correct-registration one-day',
      '2036-01-14T07:30 P-05 digest: correct-registration last-day',
    ]);
    const late = await linesAbout(office, COORDINATOR, 'correct-registration late');
    expect(late.map((line) => line.slice(0, 16))).toEqual(['2036-01-15T07:30']);
    const again = await walk.submit('T-1', {}, { lateReason: 'Chờ số liệu.' });
    expect((await walk.unitState('T-1'))?.submitted).toMatchObject({
      version: again.version,
      isLate: true,
    });
  });

  it('what is returned after the deadline without a day is nobody’s lateness', async () => {
    await system.sleepUntil('2036-01-21T08:00:00+07:00');
    const office = await system.startOffice();
    const walk = openRegistrationWalk(system, office);
    await walk.open('2036-01-22');
    const first = await walk.submit('T-1');
    await system.sleepUntil('2036-01-24T10:00:00+07:00');
    await office.act(COORDINATOR, 'return-registration', {
      unitId: 'T-1',
      version: first.version,
      reason: 'Nêu rõ chỉ tiêu.',
    });
    await walk.untilUnit('T-1', 'returned');
    await system.sleepUntil('2036-01-28T10:00:00+07:00');
    expect(await linesAbout(office, T1, 'correct-registration')).toEqual([
      '2036-01-25T07:30 P-05 digest: correct-registration new',
    ]);
    expect(await linesAbout(office, COORDINATOR, 'correct-registration')).toEqual([]);
    await walk.submit('T-1');
    expect((await walk.unitState('T-1'))?.submitted?.isLate).toBe(false);
  });

  it('29 February is a last day like others, and 1 March is late', async () => {
    await system.sleepUntil('2036-02-25T08:00:00+07:00');
    const office = await system.startOffice();
    const walk = openRegistrationWalk(system, office);
    await walk.open('2036-02-29');
    // 1 March is a Saturday on which this office works.
    await saveDay(office, '2036-03-01', 'working');
    await system.sleepUntil('2036-03-01T12:00:00+07:00');
    expect(await linesAbout(office, T1, 'register-unit')).toEqual([
      '2036-02-26T07:30 P-05 digest: register-unit three-days',
      '2036-02-28T07:30 P-05 digest: register-unit one-day',
      '2036-02-29T07:30 P-05 digest: register-unit last-day',
    ]);
    const late = await linesAbout(office, COORDINATOR, 'late');
    expect(late.map((line) => line.slice(0, 16))).toEqual(['2036-03-01T07:30']);
  });
});
