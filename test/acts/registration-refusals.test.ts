import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { expectRefusal, type RefusalCase } from '../support/refusal.ts';
import { openRegistrationWalk, registrationOf } from '../support/registration.ts';
import { scanOf } from '../support/scan.ts';

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const opening = (change: object = {}) => ({
  subject: 'Về việc đăng ký nhiệm vụ',
  dueOn: '2999-01-31',
  signer: { personId: HEAD, capacity: null },
  requirements: [],
  ...change,
});
const HASH = 'a'.repeat(64);
const list = { subject: 'Kết quả đăng ký', signer: { personId: HEAD, capacity: null } };

describe('before registration is open', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await system.startOffice();
  });

  it.each<RefusalCase>([
    [
      'an end before the beginning',
      COORDINATOR,
      'open-registration',
      () => opening({ dueOn: '2020-01-31' }),
      'impossible-date',
      '/dueOn',
    ],
    [
      'a signer who may not sign',
      COORDINATOR,
      'open-registration',
      () => opening({ signer: { personId: 'P-99', capacity: null } }),
      'no-power',
      '/signer',
    ],
    [
      'a letter that cannot be printed',
      COORDINATOR,
      'open-registration',
      () => opening({ requirements: ['Đăng ký 漢'] }),
      'letter-without-glyph',
      '/requirements/0',
    ],
    ['a team head who opens it', TEAM_HEAD, 'open-registration', opening, 'no-power', null],
    [
      'a unit that writes already',
      TEAM_HEAD,
      'save-registration',
      () => ({ basedOn: null, registration: registrationOf(office.year, 'T-2', TEAM_HEAD) }),
      'out-of-time',
      null,
    ],
    [
      'a unit that declines already',
      TEAM_HEAD,
      'decline-registration',
      () => ({ unitId: 'T-2', reason: 'Không có nhiệm vụ.' }),
      'out-of-time',
      null,
    ],
    ['a list that is closed', COORDINATOR, 'close-list', () => list, 'out-of-time', null],
    [
      'a unit that is let in anew',
      COORDINATOR,
      'reopen-registration',
      () => ({ unitId: 'T-2', reason: 'Sửa.' }),
      'out-of-time',
      null,
    ],
  ])('refuses %s, and nothing is written', async (...refused) => {
    await expectRefusal(system, office, refused);
  });
});

describe('once the list is before the leader', () => {
  let office: TestOffice;
  let before: { readonly version: number; readonly boundHash: string };
  beforeAll(async () => {
    office = await system.startOffice();
    const walk = openRegistrationWalk(system, office);
    await walk.open();
    await walk.accept(await walk.submit('T-1'));
    const saved = await office.act(COORDINATOR, 'save-registration', {
      basedOn: null,
      registration: registrationOf(office.year, 'T-2', TEAM_HEAD),
    });
    await office.act(COORDINATOR, 'submit-registration', {
      unitId: 'T-2',
      version: saved.result['version'],
      bytes: await scanOf('T-2 signed'),
    });
    await walk.accept(await walk.untilSubmitted('T-2', 1));
    before = await walk.close();
  });

  it.each<RefusalCase>([
    ['a coordinator who approves it', COORDINATOR, 'approve-list', () => before, 'no-power', null],
    [
      'another list than was read',
      HEAD,
      'approve-list',
      () => ({ ...before, boundHash: HASH }),
      'stale-version',
      null,
    ],
    [
      'a leader who gives it back without a reason',
      HEAD,
      'return-list',
      () => before,
      'missing-field',
      '/reason',
    ],
    [
      'a unit that is let in anew meanwhile',
      COORDINATOR,
      'reopen-registration',
      () => ({ unitId: 'T-1', reason: 'Sửa.' }),
      'out-of-time',
      null,
    ],
    [
      'a lead that is changed in it',
      COORDINATOR,
      'set-lead',
      () => ({ key: 'T-1/D1', unitId: 'T-1' }),
      'out-of-time',
      null,
    ],
    ['a second closing', COORDINATOR, 'close-list', () => list, 'out-of-time', null],
    [
      'a team head who takes it back',
      TEAM_HEAD,
      'withdraw-list',
      () => ({ version: 1 }),
      'no-power',
      null,
    ],
  ])('refuses %s, and nothing is written', async (...refused) => {
    await expectRefusal(system, office, refused);
  });
});
