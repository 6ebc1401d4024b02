import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
} from '../support/office-system.ts';
import { openRegistrationWalk } from '../support/registration.ts';

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

it('units register, one declines, one stays away; the leader approves the list and the notices go out', async () => {
  const office = await system.startOffice();
  const walk = openRegistrationWalk(system, office);
  const units = await walk.open();
  expect(units.length).toBeGreaterThan(3);

  await walk.accept(await walk.submit('T-1'));
  await walk.accept(await walk.submit('T-TH'), HEAD);
  await office.act('P-06', 'decline-registration', { unitId: 'T-2', reason: 'Không có nhiệm vụ.' });
  const { declined } = await walk.untilUnit('T-2', 'declining');
  await office.act(HEAD, 'consent-decline', { unitId: 'T-2', reasonId: declined?.reasonId });
  await walk.untilStanding('T-2', 'declined');

  const opening = (await walk.period())?.opening.paperId ?? '';
  await walk.issueNotice(opening, 20);
  await system.until('the cycle knows of the notice', async () => {
    const period = await walk.period();
    return period?.opening.issuedOn;
  });

  const result = await walk.approve(await walk.close());
  await walk.issueNotice(result, 21);
  await office.paper(result, 'delivering');

  // After the list: a supplement that the leader approves.
  const late = await walk.submit('T-4', {}, { lateReason: 'Trùng đợt công tác.' });
  await office.act(COORDINATOR, 'accept-registration', late);
  await walk.untilStanding('T-4', 'supplement');
  const id = `${office.cycle}/approval/supplement/T-4/1`;
  await system.until('the supplement is before the leader', () =>
    system.stores.strands.find(office.officeId, id, 'approval'),
  );
  await office.act(HEAD, 'approve-supplement', {
    unitId: 'T-4',
    round: 1,
    version: late.version,
    boundHash: late.sha256,
  });
  await walk.untilStanding('T-4', 'supplement-approved');
});
