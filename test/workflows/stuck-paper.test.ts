import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
} from '../support/office-system.ts';
import { takePaperThrough, todayHere } from '../support/walk.ts';

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const endUnit = (officeId: string, unitId: string) =>
  system.db
    .updateTable('unit')
    .set({ valid_to: '2025-12-31' })
    .where('office_id', '=', officeId)
    .where('unit_id', '=', unitId)
    .execute();

it('a plan whose unit has ended since it was submitted is not approved, and can be given back', async () => {
  const office = await system.startOffice();
  const waiting = await office.submit();
  await endUnit(office.officeId, 'T-2');
  await expect(office.act(HEAD, 'approve-plan', waiting)).rejects.toMatchObject({
    code: 'unknown-reference',
  });
  await office.act(HEAD, 'return-plan', { ...waiting, reason: 'Đội số 2 đã giải thể.' });
  expect((await office.approvalState(1))?.decision?.kind).toBe('returned');
});

it('what was printed for signing keeps its names, whatever the lists say when it gets its number', async () => {
  const office = await system.startOffice();
  const paperId = await office.approve();
  await endUnit(office.officeId, 'T-2');
  await takePaperThrough(system, office, paperId, 9);
  const state = await office.paperState(paperId);
  expect(state?.finalFiles).not.toBeNull();
});

it('a paper that can not be made shows what people do on it, and ends when its cycle is cancelled', async () => {
  const office = await system.startOffice();
  const paperId = await office.approve();
  await office.act(CLERK, 'record-ink-signature', { paperId });
  // The template that was approved is gone: the paper can't be written any more.
  await system.db.deleteFrom('pinned_words').where('office_id', '=', office.officeId).execute();
  await office.act(CLERK, 'number-paper', { paperId, number: 5, documentDate: todayHere() });
  await office.act(CLERK, 'stamp-paper', { paperId });
  expect((await office.paperState(paperId))?.phase).toBe('awaiting-issue');
  await office.act(CLERK, 'void-number', { paperId, number: 5, reason: 'Nhầm số.' });
  expect((await office.paperState(paperId))?.phase).toBe('awaiting-number');
  await office.act(CLERK, 'number-paper', { paperId, number: 6, documentDate: todayHere() });
  await office.act(HEAD, 'cancel-cycle', { reason: 'Làm lại từ đầu.' });
  await office.paper(paperId, 'cancelled');
  const { client } = system.temporal;
  await system.until('the workflow has ended', async () => {
    const handle = client.workflow.getHandle(`${office.cycle}/paper/${paperId}`);
    return (await handle.describe()).status.name === 'COMPLETED';
  });
});

it('nobody becomes head by keeping the lists, and nobody acts after leaving', async () => {
  const office = await system.startOffice();
  const self = {
    personId: COORDINATOR,
    fullName: 'Lê Thị Minh Họa',
    rank: 'Trung tá',
    position: 'Đội trưởng',
    unitId: 'T-TH',
    email: 'doitruong.th@annd.test',
    byHand: false,
    roles: ['teamLead', 'cycleCoordinator', 'leader'],
    validFrom: null,
    validTo: null,
  };
  await expect(office.act(COORDINATOR, 'save-person', self)).rejects.toMatchObject({
    code: 'no-power',
    place: '/roles',
  });
  const paperId = await office.approve();
  await system.db
    .updateTable('person')
    .set({ valid_to: '2026-01-01' })
    .where('office_id', '=', office.officeId)
    .where('person_id', '=', CLERK)
    .execute();
  await expect(office.act(CLERK, 'record-ink-signature', { paperId })).rejects.toMatchObject({
    code: 'no-power',
  });
});

it('a year that is over is not started live', async () => {
  const office = await system.startOffice();
  const row = await system.stores.versions.latest(
    office.officeId,
    'plan',
    `plan-${String(office.year)}`,
  );
  const plan = { ...JSON.parse(row?.text ?? ''), year: 2023 };
  await expect(
    office.act(COORDINATOR, 'start-cycle', { plan }, { year: 2023 }),
  ).rejects.toMatchObject({ code: 'impossible-date', place: '/plan/year' });
});
