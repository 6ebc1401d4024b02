import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DEPUTY,
  HEAD,
  COORDINATOR,
  openOfficeSystem,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { openRegistrationWalk } from '../support/registration.ts';
import { todayHere } from '../support/walk.ts';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openRegistrationWalk>;
beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  walk = openRegistrationWalk(system, office);
  await walk.open();
});
afterAll(() => system.close());

describe('who judges a registration', () => {
  it('is the deputy too, while the head has delegated, also for the coordinator’s own unit', async () => {
    const read = await walk.submit('T-TH');
    await expect(office.act(DEPUTY, 'accept-registration', read)).rejects.toMatchObject({
      code: 'no-power',
    });
    const today = todayHere();
    await office.act(HEAD, 'delegate', {
      toPersonId: DEPUTY,
      capacity: 'KT.',
      validFrom: today,
      validTo: today,
      basis: 'Giấy ủy quyền số 01/GUQ',
    });
    await walk.accept(read, DEPUTY);
    const state = await walk.unitState('T-TH');
    expect(state?.judgedBy).toMatchObject({ personId: DEPUTY, roleId: 'leader', capacity: 'KT.' });
    expect(state?.judgedBy?.delegationId).not.toBeNull();
  });

  it('gives back for a day from today on, never for one that is over', async () => {
    const { version } = await walk.submit('T-1');
    const back = { unitId: 'T-1', version, reason: 'Bổ sung chỉ tiêu.', resubmitOn: '2020-01-06' };
    await expect(office.act(COORDINATOR, 'return-registration', back)).rejects.toMatchObject({
      code: 'impossible-date',
      place: '/resubmitOn',
    });
    expect((await walk.unitState('T-1'))?.phase).toBe('submitted');
  });
});

describe('the list', () => {
  it('is not approved in a version that never was', async () => {
    const never = { version: 7, boundHash: 'a'.repeat(64) };
    await expect(office.act(HEAD, 'approve-list', never)).rejects.toMatchObject({
      code: 'stale-version',
    });
  });
});
