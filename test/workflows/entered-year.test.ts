import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
} from '../support/office-system.ts';
import { scanOf } from '../support/scan.ts';

describe('a past year that is entered from its papers', () => {
  let system: OfficeSystem;
  beforeAll(async () => {
    system = await openOfficeSystem({ isAllEmbedded: false });
  });
  afterAll(() => system.close());

  it('keeps both times, moves its clock with each act and never back, and mails nothing outside', async () => {
    const office = await system.startOffice('2024');
    expect((await office.cycleState())?.clock.mode).toBe('entered');
    await office.submit(1, { occurredAt: '2024-01-12T15:00:00+07:00' }).catch(() => undefined);
    const clock = (await office.cycleState())?.clock;
    expect(clock).toEqual({ mode: 'entered', at: '2024-01-12T15:00:00+07:00' });

    const waiting = await office.approvalState(1);
    await office.act(HEAD, 'approve-plan', { version: 1, boundHash: waiting?.boundHash });
    const paperId = 'plan-2024-v1';
    await office.paper(paperId, 'awaiting-signature');
    const at = (time: string) => ({ occurredAt: `2024-01-15T${time}+07:00` });
    await office.act(CLERK, 'record-ink-signature', { paperId }, at('10:00:00'));
    await expect(
      office.act(
        CLERK,
        'number-paper',
        { paperId, number: 15, documentDate: '2024-01-15' },
        at('09:00:00'),
      ),
    ).rejects.toMatchObject({ code: 'out-of-time', place: '/occurredAt' });
    await office.act(
      CLERK,
      'number-paper',
      { paperId, number: 15, documentDate: '2024-01-15' },
      at('10:30:00'),
    );
    await office.act(CLERK, 'stamp-paper', { paperId }, at('11:00:00'));
    await office.act(
      CLERK,
      'attach-scan',
      { paperId, bytes: await scanOf('15/KH') },
      at('14:00:00'),
    );
    await system.until('the final paper is there', async () => {
      const state = await office.paperState(paperId);
      return state?.finalFiles;
    });
    await office.act(CLERK, 'issue-paper', { paperId }, at('15:00:00'));

    const closed = await office.paper(paperId, 'closed');
    expect(closed.issuedOn).toBe('2024-01-15');
    expect(closed.deliveries?.every(({ status }) => status === 'historic')).toBe(true);
    expect(system.smtp.messages).toEqual([]);
    // To the holder of the post on the day of issue, not of today.
    const deliveries = await system.stores.deliveries.list(office.officeId, paperId);
    expect(deliveries.find((row) => row.recipient_id === 'T-1')?.person_id).toBe('P-04');

    const trail = await system.stores.cycles.listTrail(office.officeId, 2024);
    const issued = trail.find(({ type }) => type === 'PaperIssued');
    expect(issued?.at).toBe('2024-01-15T15:00:00+07:00');
    expect(issued?.entered_at.slice(0, 4)).not.toBe('2024');
  });

  it('records the deadlines passed on the way in their order, before what was done after them', async () => {
    const office = await system.startOffice('2024');
    await office.act(
      COORDINATOR,
      'submit-plan',
      { version: 1 },
      { occurredAt: '2024-03-20T08:00:00+07:00' },
    );
    const trail = (await system.stores.cycles.listTrail(office.officeId, 2024)).filter(
      (row) => row.workflow_id === office.cycle,
    );
    const steps = trail.map((row) => {
      const { due } = row.event as { due?: { step: string } };
      return due ? `${row.type} ${due.step}` : row.type;
    });
    expect(steps).toEqual([
      'CycleStarted',
      'DeadlinePassed plan',
      'DeadlinePassed registration',
      'DeadlinePassed check-Q1',
      'PlanSubmitted',
    ]);
    expect(trail.map(({ at }) => at)).toEqual(trail.map(({ at }) => at).toSorted());
  });
});
