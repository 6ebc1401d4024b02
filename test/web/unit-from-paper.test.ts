import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistrationContent } from '../../domain/registration.ts';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { openRegistrationWalk } from '../support/registration.ts';
import { scanOf } from '../support/scan.ts';
import { createReader, type Reader } from './reader.ts';

const MASS_ORG_HEAD = 'P-10';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openRegistrationWalk>;
let registration: string;

beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const openOffice = async (dueOn?: string) => {
  office = await system.startOffice();
  walk = openRegistrationWalk(system, office);
  registration = `/cycles/${String(office.year)}/registration`;
  await walk.open(dueOn);
};

const as = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));

const pathOf = (unitId: string): string => `${registration}/units/${unitId}`;

const latest = async (unitId: string) => {
  const id = `registration-${String(office.year)}-${unitId}`;
  const row = await system.stores.versions.latest(office.officeId, 'registration', id);
  return row && { ...row, content: JSON.parse(row.text) as RegistrationContent };
};

const indicator = {
  'indicators-0-name': 'Tỷ lệ hồ sơ số hóa',
  'indicators-0-unit': '%',
  'indicators-0-direction': 'increase',
  'indicators-0-aggregation': 'latest',
  'indicators-0-baseline': '40',
  'indicators-0-target': '94,5',
  'indicators-0-Q1': '50',
  'indicators-0-Q2': '60',
  'indicators-0-Q3': '80',
  'indicators-0-Q4': '94,5',
};
const task = { title: 'Số hóa hồ sơ', domain: 'D6', product: 'Hồ sơ điện tử', ...indicator };

const addTask = async (reader: Reader, unitId: string, typed: Record<string, string> = {}) => {
  const path = `${pathOf(unitId)}/tasks/new`;
  return reader.openAndPress(path, path, { ...task, ...typed });
};

const pdf = async (text = 'Bản đăng ký có chữ ký') =>
  new File([await scanOf(text)], 'scan.pdf', {
    type: 'application/pdf',
  });

describe('in a past year that is entered from its papers', () => {
  const occurredAt = (form: string, date: string, time = '08:00') => ({
    [`${form}-occurredAt-day`]: date.slice(8, 10),
    [`${form}-occurredAt-month`]: date.slice(5, 7),
    [`${form}-occurredAt-year`]: date.slice(0, 4),
    [`${form}-occurredAtTime`]: time,
  });

  beforeAll(async () => {
    office = await system.startOffice('2024');
    walk = openRegistrationWalk(system, office);
    registration = '/cycles/2024/registration';
    const opening = {
      subject: 'Về việc đăng ký nhiệm vụ cải cách hành chính năm 2024',
      dueOn: '2024-02-05',
      signer: { personId: HEAD, capacity: null },
      requirements: [],
    };
    const more = { occurredAt: '2024-01-16T08:00:00+07:00' };
    await office.act(COORDINATOR, 'open-registration', opening, more);
    await walk.untilUnit('T-1', 'open');
    await walk.untilUnit('M-TN', 'open');
  });

  it('what came late on its day says why, at the field, and is marked', async () => {
    const coordinator = await as(COORDINATOR);
    const path = `${pathOf('M-TN')}/submit`;
    await addTask(coordinator, 'M-TN');
    const refused = await coordinator.openAndPress(pathOf('M-TN'), path, {
      'submit-scan': await pdf(),
      ...occurredAt('submit', '2024-02-06'),
    });
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual([
      { field: 'submit-lateReason', text: 'Đã quá hạn đăng ký. Xin nêu lý do gửi muộn.' },
    ]);
    expect(refused.form(path).get('submit-occurredAt-day')).toEqual(['06']);
    const sent = await coordinator.press(refused, path, {
      'submit-scan': await pdf(),
      'submit-lateReason': 'Đồng chí Bí thư đi học tập trung.',
    });
    expect(sent.status).toBe(303);
    const { submitted } = (await walk.unitState('M-TN'))!;
    expect(submitted).toMatchObject({ isLate: true, at: '2024-02-06T08:00:00+07:00' });
    const page = await coordinator.open(pathOf('M-TN'));
    expect(page.text).toContain('Quá hạnĐồng chí Bí thư đi học tập trung.');
    expect(page.text).toContain('Lý do gửi muộn: Đồng chí Bí thư đi học tập trung.');
  });

  it.each([
    ['half a day', { 'submit-occurredAt-day': '6' }, 'submit-occurredAt'],
    [
      'a day before the registration was opened',
      occurredAt('submit', '2024-01-02'),
      'submit-occurredAt',
    ],
  ])('%s is refused at its field', async (_, typed, field) => {
    const coordinator = await as(COORDINATOR);
    if (!(await latest('T-1'))) await addTask(coordinator, 'T-1');
    const page = await coordinator.openAndPress(pathOf('T-1'), `${pathOf('T-1')}/submit`, {
      'submit-scan': await pdf(),
      ...typed,
    });
    expect(page.errors.map((error) => error.field)).toEqual([field]);
    expect(page.ids).toContain(field);
  });

  it('whoever heads the unit since takes over what was written before, and then submits it', async () => {
    const coordinator = await as(COORDINATOR);
    expect((await latest('T-1'))!.content.headId).toBe('P-04');
    // Entered in June, after the change at the head of the team on 01/6.
    const accept = `${pathOf('M-TN')}/accept`;
    await coordinator.openAndPress(pathOf('M-TN'), accept, occurredAt('accept', '2024-06-03'));
    await walk.untilStanding('M-TN', 'accepted');
    const page = await coordinator.open(pathOf('T-1'));
    expect(page.text).toContain('Bản này đứng tên Phạm Giả Định');
    expect(page.actions).not.toContain(`${pathOf('T-1')}/submit`);
    await coordinator.press(page, `${pathOf('T-1')}/head`);
    expect((await latest('T-1'))!.content.headId).toBe('P-05');
    expect((await coordinator.open(pathOf('T-1'))).actions).toContain(`${pathOf('T-1')}/submit`);
  });
});

describe('from the paper of a unit without a computer', () => {
  beforeAll(() => openOffice());
  const unitId = 'M-PN';

  it('the clerk of reform enters the tasks, and is told whose paper it is', async () => {
    const secretary = await as(SECRETARY);
    await addTask(secretary, unitId);
    expect((await latest(unitId))!).toMatchObject({
      author_id: SECRETARY,
      content: { headId: MASS_ORG_HEAD },
    });
    const page = await secretary.open(pathOf(unitId));
    expect(page.text).toContain('Bạn nhập thay Đỗ Thị Bản Nháp từ bản giấy đã ký');
    expect(page.ids).toContain('submit-scan');
  });

  it.each([
    ['no scan', () => Promise.resolve(null), 'Chọn tệp PDF'],
    [
      'a file that is no PDF',
      () => Promise.resolve(new File(['ảnh'], 'scan.pdf', { type: 'application/pdf' })),
      'không phải PDF',
    ],
    [
      'half a PDF',
      async () => new File([(await pdf()).slice(0, 300)], 'scan.pdf', { type: 'application/pdf' }),
      'không phải PDF',
    ],
  ])('is refused with %s, at its field', async (_, fileOf, sentence) => {
    const secretary = await as(SECRETARY);
    const file = await fileOf();
    const page = await secretary.openAndPress(pathOf(unitId), `${pathOf(unitId)}/submit`, {
      ...(file && { 'submit-scan': file }),
    });
    expect(page.status).toBe(422);
    expect(page.errors.map(({ field }) => field)).toEqual(['submit-scan']);
    expect(page.errors[0]?.text).toContain(sentence);
    expect((await walk.unitState(unitId))?.phase).toBe('open');
  });

  it('is refused with a scan beyond 20 MB, before anything of it is kept', async () => {
    const secretary = await as(SECRETARY);
    const page = await secretary.openAndPress(pathOf(unitId), `${pathOf(unitId)}/submit`, {
      'submit-scan': new File([new Uint8Array(21 * 1024 * 1024)], 'scan.pdf'),
    });
    expect(page.status).toBe(413);
    expect(page.errors).toEqual([expect.objectContaining({ field: 'submit-scan' })]);
  });

  it('is submitted with its scan, and both names stand on the page', async () => {
    const secretary = await as(SECRETARY);
    const sent = await secretary.openAndPress(pathOf(unitId), `${pathOf(unitId)}/submit`, {
      'submit-scan': await pdf(),
    });
    expect(sent.status).toBe(303);
    const reader = await as(TEAM_HEAD);
    const page = await reader.open(pathOf(unitId));
    expect(page.text).toContain('Đỗ Thị Bản Nháp; Dương Thư Ký Mẫu nhập thay từ bản giấy');
    const scan = page.links.find((href) => href.includes('/scans/')) ?? '';
    const cookie = await system.cookieOf(office.officeId, TEAM_HEAD);
    const file = await system.app.request(scan, { headers: { cookie } });
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(await file.arrayBuffer()).toEqual((await scanOf('Bản đăng ký có chữ ký')).buffer);
    expect((await reader.open(`${pathOf('T-1')}/scans/${scan.split('/').at(-1)!}`)).status).toBe(
      404,
    );
  });

  it('can be taken back by those who entered it, and declined with a scan as well', async () => {
    const coordinator = await as(COORDINATOR);
    await coordinator.openAndPress(pathOf(unitId), `${pathOf(unitId)}/withdraw`);
    await walk.untilUnit(unitId, 'open');
    const path = `${pathOf(unitId)}/decline`;
    const refused = await coordinator.openAndPress(pathOf(unitId), path, {
      'decline-reason': 'Hội không có nhiệm vụ riêng.',
    });
    expect(refused.errors.map(({ field }) => field)).toEqual(['decline-scan']);
    expect(refused.form(path).get('decline-reason')).toEqual(['Hội không có nhiệm vụ riêng.']);
    const declined = await coordinator.press(refused, path, { 'decline-scan': await pdf() });
    expect(declined.status).toBe(303);
    expect((await walk.unitState(unitId))?.declined?.fromPaper?.headId).toBe(MASS_ORG_HEAD);
  });
});
