import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../domain/local-date.ts';
import { officeDayId } from '../../workflows/contract.ts';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
} from '../support/office-system.ts';
import { openRegistrationWalk, registrationOf } from '../support/registration.ts';
import { walkUntilCancelled } from '../support/registration-way.ts';
import { scanOf } from '../support/scan.ts';

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem({ hasOfficeDay: true });
});
afterAll(() => system.close());

const OPENED_AT = '2024-01-16T08:00:00+07:00';
const DUE_ON = '2024-01-31';

const openPeriod = async () => {
  const office = await system.startOffice('2024');
  const walk = openRegistrationWalk(system, office);
  await office.act(
    COORDINATOR,
    'open-registration',
    {
      subject: 'Về việc đăng ký nhiệm vụ cải cách hành chính năm 2024',
      dueOn: DUE_ON,
      signer: { personId: HEAD, capacity: null },
      requirements: [],
    },
    { occurredAt: OPENED_AT },
  );
  const { units } = await walk.untilPeriod('open');
  for (const { unitId } of units) await walk.untilUnit(unitId, 'open');

  /** By the coordinator, from the unit's paper, as of the day that stands on it. */
  const enter = async (unitId: string, headId: string, occurredAt: Instant) => {
    const saved = await office.act(
      COORDINATOR,
      'save-registration',
      { basedOn: null, registration: registrationOf(2024, unitId, headId) },
      { occurredAt },
    );
    const version = Number(saved.result['version']);
    const submit = async (reason: string | null) =>
      office.act(
        COORDINATOR,
        'submit-registration',
        { unitId, version, lateReason: reason, bytes: await scanOf(`${unitId} 2024`) },
        { occurredAt },
      );
    return { submit, read: () => walk.untilSubmitted(unitId, version) };
  };
  return { office, walk, enter };
};

const trailOf = async (officeId: string, workflowId: string) =>
  (await system.stores.cycles.listTrail(officeId, 2024)).filter(
    (row) => row.workflow_id === workflowId,
  );

const mailsTo = (address: string, officeId: string) =>
  system.stores.notices
    .list(officeId)
    .then((notices) => notices.filter(({ mailbox }) => mailbox === address));

// Wakes the office's day, and waits until it has written what there is to say.
const letDayLook = async (officeId: string): Promise<void> => {
  const countLooks = async () => {
    const day = system.temporal.client.workflow.getHandle(officeDayId(officeId));
    const { events } = await day.fetchHistory();
    return (events ?? []).filter(
      ({ activityTaskScheduledEventAttributes: scheduled }) =>
        scheduled?.activityType?.name === 'nextDigestAt',
    ).length;
  };
  const before = await countLooks();
  await system.acts.temporal.wakeOfficeDay(officeId);
  await system.until('the day has looked', async () => (await countLooks()) > before);
};

const LEADER = 'truongphong@annd.test';

describe('the registration of a past year that is entered from its papers', () => {
  it('is late by the day on its paper, not by the day on which it is entered', async () => {
    const { office, walk, enter } = await openPeriod();
    const onTime = await enter('T-2', 'P-06', '2024-01-31T16:30:00+07:00');
    await onTime.submit(null);
    const late = await enter('T-1', 'P-04', '2024-02-01T07:30:00+07:00');
    await expect(late.submit(null)).rejects.toMatchObject({
      code: 'missing-field',
      place: '/lateReason',
    });
    await late.submit('Đội trưởng đi công tác.');
    for (const { read } of [onTime, late]) {
      await office.act(COORDINATOR, 'accept-registration', await read(), {
        occurredAt: '2024-02-06T08:00:00+07:00',
      });
    }
    await walk.untilStanding('T-1', 'accepted');
    await walk.untilStanding('T-2', 'accepted');
    const { units = [] } = (await walk.period()) ?? {};
    const lateness = units.flatMap(({ unitId, accepted }) =>
      accepted ? [[unitId, accepted.isLate]] : [],
    );
    expect(lateness).toEqual([
      ['T-1', true],
      ['T-2', false],
    ]);
    const { submitted } = (await walk.unitState('T-1')) ?? {};
    expect(submitted?.by.personId).toBe(COORDINATOR);
    expect(submitted?.fromPaper?.headId).toBe('P-04');
  });

  it('records the deadlines passed on the way before what a unit did after them', async () => {
    const { office, walk, enter } = await openPeriod();
    const entered = await enter('T-2', 'P-06', '2024-01-31T16:30:00+07:00');
    await entered.submit(null);
    await office.act(COORDINATOR, 'accept-registration', await entered.read(), {
      occurredAt: '2024-02-06T08:00:00+07:00',
    });
    await walk.untilStanding('T-2', 'accepted');
    const trail = await trailOf(office.officeId, office.cycle);
    expect(trail.map(({ type }) => type).slice(-3)).toEqual([
      'DeadlinePassed',
      'DeadlinePassed',
      'UnitAccepted',
    ]);
    expect(trail.map(({ at }) => at)).toEqual(trail.map(({ at }) => at).toSorted());
  });

  it('mails nobody until it goes live; then every open strand runs by itself, and leaders hear once', async () => {
    const { office, walk, enter } = await openPeriod();
    const own = await enter('T-TH', 'P-03', '2024-01-20T09:00:00+07:00');
    await own.submit(null);
    await walk.untilUnit('T-TH', 'submitted');
    const opening = (await walk.period())?.opening.paperId ?? '';
    await office.paper(opening, 'awaiting-signature');
    // Somebody asks the day to look: it finds nothing to say.
    await letDayLook(office.officeId);
    expect(await system.stores.notices.list(office.officeId)).toEqual([]);

    const live = await office.act(COORDINATOR, 'go-live', {});
    await expect(office.act(COORDINATOR, 'go-live', {})).rejects.toMatchObject({
      code: 'out-of-time',
    });
    expect(live.seq).not.toBeNull();
    const { units = [] } = (await walk.period()) ?? {};
    for (const { unitId } of units) {
      await system.until(`the round of ${unitId} is live`, async () => {
        const state = await walk.unitState(unitId);
        return state?.clock.mode === 'live';
      });
    }
    await system.until('the notice is live', async () => {
      const state = await office.paperState(opening);
      return state?.clock.mode === 'live';
    });
    await system.until('the leader hears', async () => {
      const notices = await mailsTo(LEADER, office.officeId);
      const heard = notices.flatMap(({ items }) => items.map(({ what }) => what));
      return heard.includes('accept-registration') && heard.includes('sign-paper');
    });
    await system.until('the mail is sent', async () => {
      const notices = await system.stores.notices.list(office.officeId);
      return notices.every(({ status }) => status === 'sent');
    });
    const notices = await mailsTo(LEADER, office.officeId);
    expect(notices.map(({ items }) => items.map(({ what }) => what)).toSorted()).toEqual([
      ['accept-registration'],
      ['sign-paper'],
    ]);
    const ids = notices.map(({ notice_id }) => `<${notice_id}>`);
    const received = system.smtp
      .messagesTo(LEADER)
      .filter(({ parsed }) => ids.includes(parsed.messageId ?? ''));
    expect(received).toHaveLength(2);
    const { state } = (await system.stores.strands.find(
      office.officeId,
      office.cycle,
      'reformCycle',
    )) ?? { state: null };
    expect(state?.wentLive).toBe('told');
  });
});

describe('a cycle that is cancelled in the middle of registration', () => {
  it('ends every strand and leaves nobody waiting, and its office hears no more of it', async () => {
    const office = await system.startOffice();
    await walkUntilCancelled(system, office);
    await system.until('nobody is waited for', async () => {
      const waiting = await system.stores.cycles.listWaiting(office.officeId);
      return waiting.length === 0;
    });
    const strands = await system.db
      .selectFrom('strand')
      .select('workflow_id')
      .where('office_id', '=', office.officeId)
      .execute();
    const { workflow } = system.temporal.client;
    for (const { workflow_id } of strands) {
      await system.until(`${workflow_id} has ended`, async () => {
        const { status } = await workflow.getHandle(workflow_id).describe();
        return status.name === 'COMPLETED';
      });
    }
    const before = await system.stores.notices.list(office.officeId);
    await letDayLook(office.officeId);
    const after = await system.stores.notices.list(office.officeId);
    expect(after.map(({ notice_id }) => notice_id)).toEqual(
      before.map(({ notice_id }) => notice_id),
    );
    expect(after.filter(({ status }) => status === 'due')).toEqual([]);
    await expect(
      office.act(COORDINATOR, 'reopen-registration', { unitId: 'T-1', reason: 'Mở lại.' }),
    ).rejects.toMatchObject({ code: 'out-of-time' });
  });
});
