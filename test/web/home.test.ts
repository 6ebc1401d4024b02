import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CLERK,
  COORDINATOR,
  DEPUTY,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let reader: (personId: string) => Promise<Reader>;
let stranger: Reader;

beforeAll(async () => {
  system = await openOfficeSystem({ isAllEmbedded: false });
  office = await system.startOffice();
  reader = async (personId) =>
    createReader(system, await system.cookieOf(office.officeId, personId));
  stranger = createReader(system, null);
});

afterAll(() => system.close());

const giveAccount = (personId: string, userName: string, mustChange = false) =>
  system.stores.accounts.give({
    officeId: office.officeId,
    personId,
    userName,
    password: 'mat-khau-thu-1',
    mustChange,
  });

const sessionIn = (cookie: string | null): string => /session=[^;]+/.exec(cookie ?? '')?.[0] ?? '';

describe('signing in', () => {
  beforeAll(() => giveAccount(COORDINATOR, 'minh.hoa'));

  it('leads whoever has not signed in from any page to the sign-in page and back', async () => {
    const year = String(office.year);
    for (const path of ['/waiting', '/cycles', `/cycles/${year}`, `/cycles/${year}/plan`]) {
      const page = await stranger.open(path);
      expect(page.status).toBe(303);
      expect(page.location).toBe(`/sign-in?back=${encodeURIComponent(path)}`);
    }
    expect((await stranger.open('/')).location).toBe('/sign-in');
  });

  it('opens a session that other pages know, and leads back to where one wanted to go', async () => {
    const page = await stranger.openAndPress('/sign-in?back=%2Fcycles', '/sign-in', {
      userName: 'Minh.Hoa',
      password: 'mat-khau-thu-1',
    });
    expect(page.location).toBe('/cycles');
    expect(page.cookie).toMatch(/HttpOnly/);
    const signedIn = createReader(system, sessionIn(page.cookie));
    expect((await signedIn.open('/cycles')).text).toContain('Lê Thị Minh Họa');
    expect((await signedIn.open('/')).location).toBe('/waiting');
  });

  it.each(['https://evil.test/', '//evil.test', '/\\evil.test', 'waiting', '/\t/evil.test'])(
    'never leads to another site: %j',
    async (back) => {
      const page = await stranger.send('/sign-in', {
        userName: 'minh.hoa',
        password: 'mat-khau-thu-1',
        back,
      });
      expect(page.status).toBe(303);
      expect(new URL(page.location ?? '', 'http://own.test').origin).toBe('http://own.test');
      expect(page.location).toMatch(/^\/(?![/\\])/);
    },
  );

  it('answers a wrong name and a wrong password alike, keeping the name that was typed', async () => {
    const wrongPassword = await stranger.openAndPress('/sign-in', '/sign-in', {
      userName: 'minh.hoa',
      password: 'khong-phai-mat-khau',
    });
    const wrongName = await stranger.openAndPress('/sign-in', '/sign-in', {
      userName: 'khong.co',
      password: 'mat-khau-thu-1',
    });
    expect(wrongPassword.status).toBe(422);
    expect(wrongPassword.errors).toEqual(wrongName.errors);
    expect(wrongPassword.form('/sign-in').get('userName')).toEqual(['minh.hoa']);
    expect(wrongPassword.form('/sign-in').get('password')).toEqual(['']);
    expect(wrongPassword.cookie).toBeNull();
  });

  it('lets nobody try many passwords, not even with the right one at last', async () => {
    await giveAccount(CLERK, 'van.thu');
    const attempt = (password: string) =>
      stranger.send('/sign-in', { userName: 'van.thu', password });
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await attempt('khong-phai-mat-khau')).status).toBe(422);
    }
    const refused = await attempt('mat-khau-thu-1');
    expect(refused.status).toBe(429);
    expect(refused.cookie).toBeNull();
    const other = await stranger.send('/sign-in', {
      userName: 'minh.hoa',
      password: 'mat-khau-thu-1',
    });
    expect(other.status).toBe(303);
  });

  it('ends at a press of sign-out, never by a link', async () => {
    const cookie = await system.cookieOf(office.officeId, HEAD);
    const head = createReader(system, cookie);
    expect((await head.open('/sign-out')).status).toBe(404);
    expect((await head.open('/waiting')).status).toBe(200);
    await head.send('/sign-out', {});
    expect((await head.open('/waiting')).status).toBe(303);
  });

  it('takes no press from another site', async () => {
    const response = await system.app.request('/sign-in', {
      method: 'POST',
      headers: { origin: 'http://evil.test' },
      body: new URLSearchParams({ userName: 'minh.hoa', password: 'mat-khau-thu-1' }),
    });
    expect(response.status).toBe(403);
  });
});

describe('the password', () => {
  it('that somebody else gave is changed before any other page opens', async () => {
    await giveAccount(SECRETARY, 'thu.ky', true);
    const signedIn = await stranger.send('/sign-in', {
      userName: 'thu.ky',
      password: 'mat-khau-thu-1',
    });
    const secretary = createReader(system, sessionIn(signedIn.cookie));
    const year = String(office.year);
    const paths = ['/waiting', '/cycles', `/cycles/${year}`, `/cycles/${year}/plan/edit`];
    for (const path of [...paths, '/papers', '/office', '/']) {
      expect((await secretary.open(path)).location).toBe('/password');
    }
    const before = await system.stores.versions.latest(office.officeId, 'plan', `plan-${year}`);
    await secretary.send(`/cycles/${year}/plan/edit`, { actId: 'act-12345678', basedOn: '1' });
    const after = await system.stores.versions.latest(office.officeId, 'plan', `plan-${year}`);
    expect(after?.version).toBe(before?.version);

    const changed = await secretary.openAndPress('/password', '/password', {
      current: 'mat-khau-thu-1',
      password: 'mat-khau-rieng-2',
      repeated: 'mat-khau-rieng-2',
    });
    expect(changed.location).toMatch(/^\/waiting/);
    const again = createReader(system, sessionIn(changed.cookie));
    expect((await again.open('/waiting')).status).toBe(200);
    expect((await secretary.open('/waiting')).location).toMatch(/^\/sign-in/);
    expect(await system.stores.accounts.check('thu.ky', 'mat-khau-rieng-2')).not.toBeNull();
  });

  it.each([
    [
      'current',
      { current: 'sai-mat-khau', password: 'mot-mat-khau-moi', repeated: 'mot-mat-khau-moi' },
    ],
    ['password', { current: 'mat-khau-thu-1', password: 'ngan', repeated: 'ngan' }],
    [
      'password',
      { current: 'mat-khau-thu-1', password: 'mat-khau-thu-1', repeated: 'mat-khau-thu-1' },
    ],
    [
      'repeated',
      { current: 'mat-khau-thu-1', password: 'mot-mat-khau-moi', repeated: 'mot-mat-khau-khac' },
    ],
  ])('is not changed where %s is wrong', async (field, typed) => {
    await giveAccount(DEPUTY, 'pho.phong');
    const page = await (await reader(DEPUTY)).openAndPress('/password', '/password', typed);
    expect(page.status).toBe(422);
    expect(page.errors.map((error) => error.field)).toEqual([field]);
    expect(page.ids).toContain(field);
    expect(await system.stores.accounts.check('pho.phong', 'mat-khau-thu-1')).not.toBeNull();
  });
});

describe('what waits', () => {
  it('stands first for the one who has to act, with a link to where it is done', async () => {
    const page = await (await reader(COORDINATOR)).open('/waiting');
    expect(page.text).toContain('Hoàn thiện và trình kế hoạch');
    expect(page.text).toContain('còn 7 ngày');
    expect(page.links).toContain(`/cycles/${String(office.year)}/plan`);
  });

  it('says to everybody else for whom it waits', async () => {
    const page = await (await reader(HEAD)).open('/waiting');
    expect(page.text).toContain('Không có việc nào đang chờ.');
    expect(page.text).toContain('Việc đang chờ người khác (1)');
    expect(page.text).toContain('Lê Thị Minh Họa');
  });

  it('moves to the leader when the plan is submitted, and to a delegate of the leader as well', async () => {
    const other = await system.startOffice();
    await other.submit();
    const as = async (personId: string) =>
      createReader(system, await system.cookieOf(other.officeId, personId));
    const path = `/cycles/${String(other.year)}/plan/approval/1`;
    expect((await (await as(HEAD)).open('/waiting')).text).toContain('Phê duyệt kế hoạch');
    const deputyBefore = await (await as(DEPUTY)).open('/waiting');
    expect(deputyBefore.text).toContain('Không có việc nào đang chờ.');

    const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    await other.act(HEAD, 'delegate', {
      toPersonId: DEPUTY,
      capacity: 'KT.',
      validFrom: day,
      validTo: day,
      basis: 'Phân công trực lãnh đạo',
    });
    const deputy = await (await as(DEPUTY)).open('/waiting');
    expect(deputy.text).not.toContain('Không có việc nào đang chờ.');
    expect(deputy.links).toContain(path);
    expect((await (await as(CLERK)).open('/waiting')).text).toContain('Nguyễn Văn Mẫu');
  });

  it('of the registry waits for the coordinator where the office has no registry clerk', async () => {
    const other = await system.startOffice();
    const [clerk] = (await system.stores.offices.listPeople(other.officeId)).filter(
      ({ person_id }) => person_id === CLERK,
    );
    await system.stores.offices.save({ people: [{ ...clerk!, roles: ['clerk'] }] });
    const paperId = await other.approve();
    const coordinator = createReader(system, await system.cookieOf(other.officeId, COORDINATOR));
    const page = await coordinator.open('/waiting');
    expect(page.links).toContain(`/papers/${paperId}`);
    expect(page.text).toContain('Ký văn bản');
    expect(page.text).not.toContain('Không có việc nào đang chờ.');
  });
});

describe('outside the local example', () => {
  it('nobody can choose whom to be', async () => {
    const page = await stranger.send('/be', { officeId: office.officeId, personId: HEAD, to: '/' });
    expect(page.status).toBe(404);
    expect(page.cookie).toBeNull();
    expect((await stranger.open('/sign-in')).html).not.toContain('/be');
  });
});
