import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { expectRefusal, type RefusalCase } from '../support/refusal.ts';
import { openRegistrationWalk, registrationOf } from '../support/registration.ts';

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const HASH = 'a'.repeat(64);
const list = { subject: 'Kết quả đăng ký', signer: { personId: HEAD, capacity: null } };

describe('while units register', () => {
  let office: TestOffice;
  let walk: ReturnType<typeof openRegistrationWalk>;
  let reasonId = '';
  let submitted: { readonly unitId: string; readonly version: number; readonly sha256: string };
  beforeAll(async () => {
    office = await system.startOffice();
    walk = openRegistrationWalk(system, office);
    await walk.open();
    submitted = await walk.submit('T-TH');
    await walk.save('T-1');
    await walk.save('T-4', { tasks: [] });
    await office.act('P-09', 'decline-registration', { unitId: 'M-TN', reason: 'Không có.' });
    reasonId = (await walk.untilUnit('M-TN', 'declining')).declined?.reasonId ?? '';
  });

  const saving = (change: object, task: object | null = null) => {
    const written = registrationOf(office.year, 'T-2', TEAM_HEAD, { ...change });
    const tasks = task ? written.tasks.map((each) => ({ ...each, ...task })) : written.tasks;
    return { basedOn: null, registration: { ...written, tasks } };
  };
  const twice = (change: object) => {
    const written = registrationOf(office.year, 'T-2', TEAM_HEAD);
    const tasks = ['D1', 'D2'].flatMap((id) =>
      written.tasks.map((task) => ({ ...task, id, ...change })),
    );
    return { basedOn: null, registration: { ...written, tasks } };
  };

  it.each<RefusalCase>([
    [
      'a domain that the office lacks',
      TEAM_HEAD,
      'save-registration',
      () => saving({}, { domain: 'D9' }),
      'unknown-reference',
      '/tasks/0/domain',
    ],
    [
      'a task that the plan lacks',
      TEAM_HEAD,
      'save-registration',
      () => saving({}, { planTaskId: 'NV99' }),
      'unknown-reference',
      '/tasks/0/planTaskId',
    ],
    [
      'one task of the plan twice',
      TEAM_HEAD,
      'save-registration',
      () => twice({ planTaskId: 'NV1' }),
      'duplicate-id',
      '/tasks/1/planTaskId',
    ],
    [
      'two tasks of one id',
      TEAM_HEAD,
      'save-registration',
      () => twice({ id: 'D1' }),
      'duplicate-id',
      '/tasks/1/id',
    ],
    [
      'the year of another cycle',
      TEAM_HEAD,
      'save-registration',
      () => saving({ year: 2001 }),
      'not-schema',
      '/registration/year',
    ],
    [
      'a unit that does not register here',
      COORDINATOR,
      'save-registration',
      () => saving({ unitId: 'T-99' }),
      'unknown-reference',
      '/unitId',
    ],
    [
      'the head of another unit who writes',
      'P-05',
      'save-registration',
      () => saving({}),
      'no-power',
      null,
    ],
    [
      'the registry clerk who writes for a unit',
      CLERK,
      'save-registration',
      () => saving({}),
      'no-power',
      null,
    ],
    [
      'what was submitted and is written on',
      COORDINATOR,
      'save-registration',
      () => ({ basedOn: 1, registration: registrationOf(office.year, 'T-TH', COORDINATOR) }),
      'out-of-time',
      null,
    ],
    [
      'a registration without a task',
      'P-08',
      'submit-registration',
      () => ({ unitId: 'T-4', version: 1 }),
      'missing-field',
      '/tasks',
    ],
    [
      'a version that was never saved',
      'P-05',
      'submit-registration',
      () => ({ unitId: 'T-1', version: 2 }),
      'stale-version',
      '/version',
    ],
    [
      'the head of another unit who submits',
      TEAM_HEAD,
      'submit-registration',
      () => ({ unitId: 'T-1', version: 1 }),
      'no-power',
      null,
    ],
    [
      'a paper entered for a unit without its scan',
      COORDINATOR,
      'submit-registration',
      () => ({ unitId: 'T-1', version: 1 }),
      'missing-field',
      '/bytes',
    ],
    [
      'a scan that is no PDF',
      SECRETARY,
      'submit-registration',
      () => ({ unitId: 'T-1', version: 1, bytes: new Uint8Array([1, 2, 3]) }),
      'not-schema',
      '/bytes',
    ],
    [
      'a head who declines for another unit',
      TEAM_HEAD,
      'decline-registration',
      () => ({ unitId: 'T-1', reason: 'Không có.' }),
      'no-power',
      null,
    ],
    [
      'what nobody submitted and somebody takes back',
      'P-05',
      'withdraw-registration',
      () => ({ unitId: 'T-1' }),
      'out-of-time',
      null,
    ],
    [
      'a coordinator who accepts for the own unit',
      COORDINATOR,
      'accept-registration',
      () => submitted,
      'no-power',
      null,
    ],
    [
      'a text that was not the one that was read',
      HEAD,
      'accept-registration',
      () => ({ ...submitted, sha256: HASH }),
      'stale-version',
      null,
    ],
    [
      'what was not submitted and is accepted',
      COORDINATOR,
      'accept-registration',
      () => ({ unitId: 'T-1', version: 1, sha256: HASH }),
      'out-of-time',
      null,
    ],
    [
      'a coordinator who gives a decline back',
      COORDINATOR,
      'return-registration',
      () => ({ unitId: 'M-TN', version: null, reason: 'Nhận một nhiệm vụ.' }),
      'no-power',
      null,
    ],
    [
      'a coordinator who consents to a decline',
      COORDINATOR,
      'consent-decline',
      () => ({ unitId: 'M-TN', reasonId }),
      'no-power',
      null,
    ],
    [
      'consent to another reason than was read',
      HEAD,
      'consent-decline',
      () => ({ unitId: 'M-TN', reasonId: 'another' }),
      'out-of-time',
      null,
    ],
    [
      'a unit that is let in anew while it registers',
      COORDINATOR,
      'reopen-registration',
      () => ({ unitId: 'T-1', reason: 'Sửa.' }),
      'out-of-time',
      null,
    ],
    [
      'a unit that the office lacks',
      COORDINATOR,
      'reopen-registration',
      () => ({ unitId: 'T-99', reason: 'Sửa.' }),
      'unknown-reference',
      '/unitId',
    ],
    [
      'a lead in a task that nobody has',
      COORDINATOR,
      'set-lead',
      () => ({ key: 'T-1/D1', unitId: 'T-1' }),
      'unknown-reference',
      '/key',
    ],
    ['a list over nothing accepted', COORDINATOR, 'close-list', () => list, 'not-ready', null],
    [
      'a list that was never closed',
      HEAD,
      'approve-list',
      () => ({ version: 1, boundHash: HASH }),
      'stale-version',
      null,
    ],
    [
      'a supplement that nobody made',
      HEAD,
      'approve-supplement',
      () => ({ unitId: 'T-1', round: 1, version: 1, boundHash: HASH }),
      'stale-version',
      null,
    ],
  ])('refuses %s, and nothing is written', async (...refused) => {
    await expectRefusal(system, office, refused);
  });
});
