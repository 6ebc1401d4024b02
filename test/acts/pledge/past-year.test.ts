import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheetOf } from '../../../acts/pledge/pledge-body.ts';
import type { PledgeText, PledgeContent } from '../../../domain/pledge/pledge-content.ts';
import {
  CLERK,
  COORDINATOR,
  openOfficeSystem,
  type OfficeSystem,
  type TestOffice,
} from '../../support/office-system.ts';
import { HEADS_OF_SPRING, markOf, openPledgeWalk } from '../../support/pledge-life.ts';
import { scanOf } from '../../support/scan.ts';
import { untilAllIsSent } from '../../support/walk.ts';

const on = (day: string, time = '16:00:00') => ({ occurredAt: `${day}T${time}+07:00` });

describe('pledges of 2024, entered from their papers', () => {
  let system: OfficeSystem;
  beforeAll(async () => {
    system = await openOfficeSystem();
  });
  afterAll(() => system.close());

  const contentOf = async (office: TestOffice, paperId: string): Promise<PledgeContent> => {
    const id = paperId.replace(/-v1$/, '');
    const row = await system.stores.versions.latest(office.officeId, 'draft', id);
    return JSON.parse(row?.text ?? '') as PledgeContent;
  };

  it('teams and mass organisations signed on 17/4, one late under a new head and another name', async () => {
    const office = await system.startOffice('2024');
    const walk = openPledgeWalk(system, office);
    await walk.open({}, on('2024-04-10'));
    const marks = Object.entries(HEADS_OF_SPRING)
      .filter(([unitId]) => unitId !== 'T-1' && unitId !== 'T-4')
      .map(([unitId, head]) => markOf(unitId, head));
    const bytes = await scanOf('sheet');
    await walk.mark(marks, '2024-04-17', { bytes, more: on('2024-04-17') });

    // The head at the opening has left by June: the new one signs, and the old one no more.
    await expect(
      walk.mark([markOf('T-1', 'P-04')], '2024-06-10', { more: on('2024-06-10') }),
    ).rejects.toMatchObject({ code: 'unknown-reference', place: '/signed/0/personId' });
    await walk.mark([markOf('T-1', 'P-05')], '2024-06-10', { bytes, more: on('2024-06-10') });
    // The team has had another name since October.
    await walk.mark([markOf('T-4', 'P-08')], '2024-10-02', { bytes, more: on('2024-10-02') });
    expect((await walk.until('signed')).signatures).toHaveLength(7);

    const paperId = await walk.submit(on('2024-10-03', '08:00:00'));
    const { parties, signedOn, copies, addressees } = await contentOf(office, paperId);
    expect([signedOn, copies]).toEqual(['2024-04-17', 8]);
    expect(parties.map((party) => [party.unitId, party.unitName, party.signed?.on])).toEqual([
      ['T-TH', 'Đội Tham mưu - Tổng hợp', '2024-04-17'],
      ['T-1', 'Đội công tác số 1', '2024-06-10'],
      ['T-2', 'Đội công tác số 2', '2024-04-17'],
      // Merged in August, and a party all the same.
      ['T-3', 'Đội công tác số 3', '2024-04-17'],
      ['T-4', 'Đội Ứng dụng công nghệ', '2024-10-02'],
      ['M-TN', 'Chi đoàn Thanh niên Phòng An ninh nội địa', '2024-04-17'],
      ['M-PN', 'Hội Phụ nữ Phòng An ninh nội địa', '2024-04-17'],
    ]);
    expect(parties[1]?.name).toBe('Thiếu tá Hoàng Ví Dụ');
    expect(addressees.unitIds).not.toContain('T-3');

    await walk.issue(paperId, (step) => on('2024-10-03', `1${String(step)}:00:00`));
    await untilAllIsSent(system, office, paperId);
    await office.act(CLERK, 'hand-over-paper', { paperId, recipientId: 'M-PN' });
    const closed = await office.paper(paperId, 'closed');
    expect(closed.issuedOn).toBe('2024-10-03');
    const receivers = closed.deliveries?.map(({ recipientId }) => recipientId).toSorted();
    expect(receivers).toEqual(['M-PN', 'M-TN', 'T-1', 'T-2', 'T-4', 'T-TH']);
    await walk.until('done');
  });

  it('team commands alone signed their commitments, as in the first seed, before the year began', async () => {
    const office = await system.startOffice('2024');
    const walk = openPledgeWalk(system, office, 'CK');
    const state = await walk.open(
      {
        form: 'per-unit',
        title: 'Bản cam kết thực hiện nhiệm vụ cải cách hành chính năm 2024',
        signatoryRule: 'teams',
        witnessId: null,
      },
      on('2024-01-10'),
    );
    expect(state.requiredUnitIds).toEqual(['T-TH', 'T-1', 'T-2', 'T-3', 'T-4']);
    const marks = state.requiredUnitIds.map((unitId) =>
      markOf(unitId, Object.entries(HEADS_OF_SPRING).find(([id]) => id === unitId)?.[1] ?? ''),
    );
    await walk.mark(marks, '2024-01-10', { more: on('2024-01-10') });
    const done = await walk.until('done');
    expect([done.signatures.length, done.paper]).toEqual([5, null]);
  });

  it('a unit that was merged before it signed is left out with a reason', async () => {
    const office = await system.startOffice('2024');
    const walk = openPledgeWalk(system, office);
    await walk.open({ signatoryRule: 'named', unitIds: ['T-2', 'T-3'] }, on('2024-07-01'));
    const bytes = await scanOf('sheet');
    await walk.mark([markOf('T-2', 'P-06')], '2024-08-05', { bytes, more: on('2024-08-05') });
    await expect(
      walk.mark([markOf('T-3', 'P-07')], '2024-08-05', { more: on('2024-08-05') }),
    ).rejects.toMatchObject({ code: 'unknown-reference' });
    const facts = await system.stores.factsOn(office.officeId, '2024-08-05');
    const text: PledgeText = {
      title: 'Giao ước',
      signatoryRule: 'named',
      inResponseTo: null,
      place: null,
      points: ['Một việc.'],
    };
    const state = await walk.state();
    expect(() => state && sheetOf(state, text, facts)).toThrow(
      expect.objectContaining({ code: 'unknown-reference', place: '/unitIds/1' }),
    );
    await office.act(
      COORDINATOR,
      'change-signatories',
      { pledgeId: 'GU', unitIds: ['T-2'], reason: 'Đội công tác số 3 sáp nhập vào Đội số 2.' },
      on('2024-08-06'),
    );
    expect((await walk.until('signed')).requiredUnitIds).toEqual(['T-2']);
  });
});
