// The year's own clock, on a server that lets months pass in seconds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  epochMsOf,
  localDateOf,
  type Instant,
} from '../../domain/local-date.ts';
import { hoursAfter } from '../support/given.ts';
import { HEAD } from '../support/office-system.ts';
import {
  hasTimeSkipping,
  openTimeSkippingSystem,
  type TimeSkippingSystem,
} from '../support/time-skipping.ts';
import { takePaperThrough } from '../support/walk.ts';

const START: Instant = '2028-01-10T08:00:00+07:00';
const BUSY_MAILBOX = 'doitruong.d2@annd.test';

describe.skipIf(!hasTimeSkipping)('a year whose months pass in seconds (needs Java)', () => {
  let system: TimeSkippingSystem;
  beforeAll(async () => {
    system = await openTimeSkippingSystem({ startAt: START });
  });
  afterAll(() => system.close());

  const today = () => localDateOf(system.now());
  const eventsOf = async ({ officeId, year }: { officeId: string; year: number }, type: string) =>
    (await system.stores.cycles.listTrail(officeId, year)).filter(
      ({ event }) => event['type'] === type,
    );

  it('begins on the day that the test chose, for acts and workflows alike', async () => {
    const office = await system.startOffice();
    expect(office.year).toBe(2028);
    const [started] = await eventsOf(office, 'CycleStarted');
    expect(started?.at).toMatch(/^2028-01-10T08:0/);
    expect(started?.entered_at).toMatch(/^2028-01-10T08:0/);
  });

  it('records each deadline at the end of its day, also after the plan was approved', async () => {
    const office = await system.startOffice();
    const startedOn = today();
    const state = await office.cycleState();
    const registrationOn = state?.schedule.find(({ step }) => step === 'registration')?.dueOn ?? '';
    await office.approve();
    const [approved] = await eventsOf(office, 'PlanApproved');
    expect(approved?.at.slice(0, 10)).toBe(startedOn);

    await system.sleepUntil(`${addDays(startedOn, 121)}T00:05:00+07:00`);

    const passed = await eventsOf(office, 'DeadlinePassed');
    expect(passed.map(({ event, at }) => [event['due'], at])).toEqual(
      [
        { step: 'plan', dueOn: addDays(startedOn, 7) },
        { step: 'registration', dueOn: registrationOn },
        { step: 'check-Q1', dueOn: addDays(startedOn, 60) },
        { step: 'check-Q2', dueOn: addDays(startedOn, 120) },
      ].map((due) => [due, `${due.dueOn}T23:59:59+07:00`]),
    );
    // Woken on the day itself, not by the end of the sleep.
    expect(passed.map(({ entered_at }) => entered_at.slice(0, 16))).toEqual(
      [7, daysBetween(startedOn, registrationOn), 60, 120].map(
        (days) => `${addDays(startedOn, days + 1)}T00:00`,
      ),
    );
  });

  it('takes acts where the clock then stands', async () => {
    const office = await system.startOffice();
    const waiting = await office.submit();
    const next = addDays(today(), 2);
    await system.sleepUntil(`${next}T09:00:00+07:00`);
    await office.act(HEAD, 'approve-plan', waiting);
    const state = await office.approvalState(1);
    expect(state?.decision?.at.slice(0, 13)).toBe(`${next}T09`);
  });

  it('tries again, as time goes by, to send what a mailbox would not take', async () => {
    const office = await system.startOffice();
    const paperId = await office.approve();
    system.smtp.defer(BUSY_MAILBOX);
    await takePaperThrough(system, office, paperId, 15, today());

    // Nothing is waited for but the clock: what fell due meanwhile is done when the sleep ends.
    await system.sleepUntil(hoursAfter(system.now(), 0.25));
    const unsent = async () =>
      (await office.paperState(paperId))?.deliveries?.filter(({ status }) => status === 'due');
    expect(await unsent()).toMatchObject([{ recipientId: 'T-2' }]);

    system.smtp.accept(BUSY_MAILBOX);
    const acceptedAt = system.now();
    await system.sleepUntil(hoursAfter(system.now(), 0.25));
    expect(await unsent()).toEqual([]);
    const received = system.smtp.messagesTo(BUSY_MAILBOX).map(({ receivedAt }) => receivedAt);
    expect(received).toHaveLength(1);
    // Five minutes are the longest pause between two tries, on the clock of that office.
    const waitedMs = received[0]!.getTime() - epochMsOf(acceptedAt);
    expect(waitedMs).toBeGreaterThan(0);
    expect(waitedMs).toBeLessThanOrEqual(5 * 60_000 + 2_000);
  });
});
