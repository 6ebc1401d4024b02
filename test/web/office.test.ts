import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  COORDINATOR,
  DEPUTY,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { dayIn, readerOf, wordsOf, type OfficeReader } from './office-reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let coordinator: OfficeReader;
let head: OfficeReader;
let team: OfficeReader;

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  const as = async (personId: string) =>
    readerOf(system, await system.cookieOf(office.officeId, personId));
  coordinator = await as(COORDINATOR);
  head = await as(HEAD);
  team = await as(TEAM_HEAD);
});
afterAll(() => system.close());

const people = () => system.stores.offices.listPeople(office.officeId);
const valueOf = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1];

const NEW_PERSON = {
  fullName: 'Phan Thị Thử',
  rank: 'Đại úy',
  position: 'Cán bộ Đội công tác số 1',
  unitId: 'T-1',
  email: 'phan.thu@annd.test',
  roles: ['secretary', 'clerk'],
};

describe('the office', () => {
  it('is read by everyone, and changed by coordinator and head alone', async () => {
    const words = wordsOf(await team.read('/office'));
    expect(words).toContain('Đại úy Đỗ Thị Bản Nháp');
    expect(words).toContain('Nhận bản giấy');
    expect(words).toContain('Văn thư');
    expect(words).not.toContain('Thêm người');
    expect(wordsOf(await coordinator.read('/office'))).toContain('Thêm người');
    for (const path of ['people/new', 'units/new', 'superiors/new', `people/${HEAD}/account`]) {
      expect((await team.get(`/office/${path}`)).status).toBe(403);
      expect((await head.get(`/office/${path}`)).status).toBe(200);
    }
    const before = await people();
    expect((await team.press('/office/people/new', NEW_PERSON)).status).toBe(403);
    expect(await people()).toEqual(before);
  });

  it('gets a new person with an id that says nothing of them, once, however often it is sent', async () => {
    const typed = { ...NEW_PERSON, actId: '0a1b2c3d-0000-4000-8000-000000000001' };
    for (const answer of [
      await coordinator.send('/office/people/new', typed),
      await coordinator.send('/office/people/new', typed),
    ]) {
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/office?notice=done']);
    }
    const added = (await people()).filter(({ full_name }) => full_name === NEW_PERSON.fullName);
    expect(added).toEqual([
      expect.objectContaining({
        person_id: 'person-0a1b2c3d',
        rank: 'Đại úy',
        unit_id: 'T-1',
        email: 'phan.thu@annd.test',
        delivery_mode: 'mail',
        roles: ['secretary', 'clerk'],
        valid_from: null,
      }),
    ]);
  });

  it('refuses at the field and keeps all that was typed', async () => {
    const before = await people();
    const refused = async (change: object, field: string, text: string) => {
      const answer = await coordinator.press('/office/people/new', { ...NEW_PERSON, ...change });
      const html = await answer.text();
      expect(answer.status).toBe(422);
      expect(html).toMatch(new RegExp(`id="${field}-error".*?${text}`, 's'));
      expect(html).toContain(`href="#${field}"`);
      expect(valueOf(html, 'position')).toBe(NEW_PERSON.position);
      return html;
    };
    await refused({ fullName: ' ' }, 'fullName', 'Thiếu thông tin bắt buộc');
    const html = await refused({ email: 'không phải hộp thư' }, 'email', 'Lỗi:');
    expect(valueOf(html, 'email')).toBe('không phải hộp thư');
    expect(html).toMatch(/value="clerk" checked/);
    await refused({ roles: [] }, 'roles', 'Lỗi:');
    await refused(dayIn('validTo', '2024-02-30'), 'validTo', 'Ngày này không có thật');
    await refused(
      { ...dayIn('validFrom', '2024-03-02'), ...dayIn('validTo', '2024-03-01') },
      'validTo',
      'Lỗi:',
    );
    await refused({ fullName: 'Phan 漢 Thử' }, 'fullName', 'không in được: 漢');
    expect(await people()).toEqual(before);
  });

  it('changes a person by the same form, filled in with what is stored', async () => {
    const path = `/office/people/${SECRETARY}`;
    const form = await coordinator.read(path);
    expect(valueOf(form, 'fullName')).toBe('Dương Thư Ký Mẫu');
    expect(form).toMatch(/value="secretary" checked/);
    await coordinator.press(path, {
      fullName: 'Dương Thư Ký Mẫu',
      rank: 'Đại úy',
      position: 'Cán bộ Đội Tham mưu - Tổng hợp',
      unitId: 'T-TH',
      email: '',
      roles: 'secretary',
      ...dayIn('validTo', '2099-12-31'),
    });
    const row = await system.stores.offices.findPerson(office.officeId, SECRETARY);
    expect(row).toMatchObject({
      rank: 'Đại úy',
      email: null,
      delivery_mode: 'paper',
      roles: ['secretary'],
      valid_to: '2099-12-31',
    });
    expect((await coordinator.get('/office/people/P-99')).status).toBe(404);
    expect((await coordinator.press('/office/people/P-99', NEW_PERSON)).status).toBe(404);
  });

  it('gets units and bodies above, new and changed', async () => {
    const unit = {
      name: 'Đội công tác số 5',
      abbreviation: 'Đ5',
      kind: 'team',
      ...dayIn('validFrom', '2024-05-01'),
    };
    const undated = await coordinator.press('/office/units/new', {
      ...unit,
      'validFrom-day': '',
      'validFrom-month': '',
      'validFrom-year': '',
    });
    expect([undated.status, /id="validFrom-error"/.test(await undated.text())]).toEqual([
      422,
      true,
    ]);
    expect((await coordinator.press('/office/units/new', unit)).status).toBe(303);
    const body = { name: 'Phòng Hậu cần', kind: 'specialised', email: '', followsReform: 'yes' };
    expect((await coordinator.press('/office/superiors/new', body)).status).toBe(303);
    await coordinator.press('/office/superiors/SUP-PV01', {
      name: 'Phòng Tham mưu Công an tỉnh',
      kind: 'specialised',
      email: 'moi@pv01.test',
    });
    const { listUnits, listSuperiors } = system.stores.offices;
    expect((await listUnits(office.officeId)).at(-1)).toMatchObject({
      name: 'Đội công tác số 5',
      valid_from: '2024-05-01',
    });
    expect(await listSuperiors(office.officeId)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'Phòng Hậu cần', email: null, follows_reform: true }),
        expect.objectContaining({
          superior_id: 'SUP-PV01',
          email: 'moi@pv01.test',
          follows_reform: false,
        }),
      ]),
    );
  });
});

describe('an account', () => {
  it('comes with a first password that the form suggests and nothing stores', async () => {
    const path = '/office/people/P-09/account';
    const password = valueOf(await coordinator.read(path), 'password') ?? '';
    expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    const answer = await coordinator.press(path, { userName: 'ChiDoan', password });
    expect(answer.status).toBe(303);
    expect(await system.stores.accounts.check('chidoan', password)).toMatchObject({
      person_id: 'P-09',
      must_change: true,
    });
    const acts = await system.db.selectFrom('act').selectAll().execute();
    expect(JSON.stringify(acts)).not.toContain(password);
    expect(wordsOf(await coordinator.read('/office'))).toContain('chidoan');
  });

  it('with a user name that is taken or a short password is refused at the field', async () => {
    const path = `/office/people/${DEPUTY}/account`;
    await coordinator.press(path, { userName: 'taken', password: 'abcd-efgh-jkmn' });
    const taken = await coordinator.press(`/office/people/${HEAD}/account`, {
      userName: 'taken',
      password: 'abcd-efgh-jkmn',
    });
    expect(await taken.text()).toMatch(/id="userName-error".*?đã được dùng/s);
    const short = await coordinator.press(path, { userName: 'deputy', password: 'short' });
    expect([short.status, /id="password-error"/.test(await short.text())]).toEqual([422, true]);
  });
});

describe('a delegation', () => {
  const given = {
    toPersonId: DEPUTY,
    capacity: 'KT.',
    ...dayIn('validFrom', '2024-02-01'),
    ...dayIn('validTo', '2099-12-31'),
    basis: 'Giấy ủy quyền số 01',
  };

  it('is given by the head alone, and lets the deputy decide', async () => {
    expect((await coordinator.get('/office/delegations/new')).status).toBe(403);
    expect((await coordinator.press('/office/delegations/new', given)).status).toBe(403);
    expect((await head.press('/office/delegations/new', given)).status).toBe(303);
    expect(wordsOf(await team.read('/office'))).toContain(
      'Thượng tá Trần Thí Dụ KT. 01/02/2024 đến 31/12/2099 Giấy ủy quyền số 01 Thượng tá Nguyễn Văn Mẫu',
    );
    const waiting = await office.submit();
    await office.act(DEPUTY, 'approve-plan', waiting);
    expect((await office.approvalState(1))?.decision).toBeTruthy();
  });

  it('has an end and a basis', async () => {
    for (const [change, field] of [
      [{ 'validTo-day': '', 'validTo-month': '', 'validTo-year': '' }, 'validTo'],
      [{ basis: '' }, 'basis'],
      [{ capacity: '' }, 'capacity'],
      [{ toPersonId: '' }, 'toPersonId'],
    ] as const) {
      const answer = await head.press('/office/delegations/new', { ...given, ...change });
      expect([answer.status, new RegExp(`id="${field}-error"`).test(await answer.text())]).toEqual([
        422,
        true,
      ]);
    }
  });
});
