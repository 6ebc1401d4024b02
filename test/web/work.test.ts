import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../domain/local-date.ts';
import { openDraftWalk } from '../support/drafts.ts';
import {
  COORDINATOR,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { todayHere } from '../support/walk.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { dayIn } from './office-reader.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openDraftWalk>;
let coordinator: Reader;
let team: Reader;
let works: string;
let work: string;

const as = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  walk = openDraftWalk(system, office);
  [coordinator, team] = [await as(COORDINATOR), await as(TEAM_HEAD)];
  works = `/cycles/${String(office.year)}/work`;
});
afterAll(() => system.close());

const typed = () => ({
  unitId: 'T-2',
  task: 'Lập danh mục quy trình nội bộ.',
  ...dayIn('dueOn', addDays(todayHere(), 5)),
});

describe('work given to a unit', () => {
  it('is none at first; a day that is over is refused at its field, with what was typed', async () => {
    expect((await coordinator.open(`/cycles/${String(office.year)}`)).links).toContain(works);
    expect((await coordinator.open(works)).text).toContain('Chưa giao việc nào cho đơn vị.');
    const path = `${works}/new`;
    const page = await coordinator.open(path);
    const past = dayIn('dueOn', addDays(todayHere(), -1));
    const refused = await coordinator.press(page, path, { ...typed(), ...past });
    expect(refused.errors.map(({ field }) => field)).toEqual(['dueOn']);
    expect(refused.form(path).get('task')).toEqual(['Lập danh mục quy trình nội bộ.']);
    const empty = await coordinator.press(page, path, { ...typed(), task: '' });
    expect(empty.errors.map(({ field }) => field)).toEqual(['task']);
    const done = await coordinator.press(refused, path, typed());
    expect(done.status).toBe(303);
    work = done.location?.split('?')[0] ?? '';
    const list = await team.open(works);
    expect(list.text).toContain('Lập danh mục quy trình nội bộ.');
    expect(list.text).toContain('Đang làm');
    expect(list.links).not.toContain(path);
    expect((await team.open(path)).status).toBe(404);
  });

  it('waits in the list of the unit’s head, who reports it with its evidence', async () => {
    expect((await team.open('/waiting')).links).toContain(work);
    const page = await team.open(work);
    expect(page.actions).not.toContain(`${work}/confirm`);
    const refused = await team.press(page, `${work}/report`, {});
    expect(refused.errors.map(({ field }) => field)).toEqual(['report-done']);
    await team.press(page, `${work}/report`, {
      'report-done': 'Đã lập danh mục.',
      'report-evidence': 'Danh mục kèm Báo cáo số 05\n\nBiên bản họp ngày 10/5',
    });
    const read = await coordinator.open(work);
    expect(read.text).toContain('Đã báo cáo, chờ xác nhận');
    expect(read.text).toContain('Danh mục kèm Báo cáo số 05');
    expect(read.text).toContain('Biên bản họp ngày 10/5');
    expect(read.actions).not.toContain(`${work}/report`);
  });

  it('goes back with the reason, which the unit reads; then it moves, and is dropped', async () => {
    expect((await coordinator.open('/waiting')).links).toContain(work);
    const page = await coordinator.open(work);
    await coordinator.press(page, `${work}/return`, { 'return-reason': 'Thiếu quy trình số 3.' });
    const back = await team.open(work);
    expect(back.text).toContain('Thiếu quy trình số 3.');
    expect(back.actions).toContain(`${work}/report`);
    const again = await coordinator.open(work);
    const nowhere = await coordinator.press(again, `${work}/move`, { 'move-reason': 'x' });
    expect(nowhere.errors.map(({ field }) => field)).toEqual(['move-unitId']);
    await coordinator.press(again, `${work}/move`, {
      'move-unitId': 'T-1',
      'move-reason': 'Đúng chức năng hơn.',
    });
    const moved = await team.open(work);
    expect(moved.title).toBe('Việc giao cho Đội công tác số 1');
    expect(moved.actions).not.toContain(`${work}/report`);
    expect(moved.text).not.toContain('Báo cáo trước bị trả lại');
    await coordinator.openAndPress(work, `${work}/drop`, { 'drop-reason': 'Đã có nơi làm.' });
    const dropped = await coordinator.open(work);
    expect(dropped.text).toContain('Đã dừng');
    expect(dropped.text).toContain('Đã có nơi làm.');
    expect(dropped.actions).toEqual(['/sign-out']);
  });

  it('is confirmed by somebody else than who reported it, and is done', async () => {
    await walk.giveWork('work-own', { unitId: 'T-TH' });
    const path = `${works}/work-own`;
    await coordinator.openAndPress(path, `${path}/report`, { 'report-done': 'Đã xong.' });
    const own = await coordinator.open(path);
    expect(own.text).toContain('Bạn là người báo cáo việc này');
    expect(own.actions).not.toContain(`${path}/confirm`);
    await walk.giveWork('work-2', { unitId: 'T-2' });
    const other = `${works}/work-2`;
    await team.openAndPress(other, `${other}/report`, { 'report-done': 'Đã xong.' });
    const done = await coordinator.openAndPress(other, `${other}/confirm`);
    expect(done.status).toBe(303);
    expect((await coordinator.open(other)).text).toContain('Đã xong');
    expect((await walk.untilWork('work-2', 'done')).phase).toBe('done');
  });

  it('that is not there is no page', async () => {
    expect((await team.open(`${works}/work-77`)).status).toBe(404);
    expect((await team.send(`${work}/nothing`, {})).status).toBe(404);
  });
});

describe.runIf(hasBrowser)('in a browser', () => {
  it('list, one piece of work and the form are clean for axe, and fit a phone', async () => {
    await walk.giveWork('work-seen', { unitId: 'T-2' });
    const browser = await openInBrowser(system);
    try {
      const cookie = await system.cookieOf(office.officeId, COORDINATOR);
      const path = `${works}/work-seen`;
      expect(await browser.examine(works, cookie)).toEqual([]);
      expect(await browser.examine(path, cookie)).toEqual([]);
      expect(await browser.examine(`${works}/new`, cookie)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
