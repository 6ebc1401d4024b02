import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { openRegistrationWalk, registrationOf } from '../support/registration.ts';
import { scanOf } from '../support/scan.ts';
import { takePaperThrough } from '../support/walk.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { createReader } from './reader.ts';

let system: OfficeSystem;

beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const cycleOf = (office: TestOffice) => `/cycles/${String(office.year)}`;

const openAs = async (office: TestOffice, personId: string, path = cycleOf(office)) => {
  const cookie = await system.cookieOf(office.officeId, personId);
  return createReader(system, cookie).open(path);
};

const untilPlanIssued = (office: TestOffice) =>
  system.until('the plan is issued', async () => {
    const state = await office.cycleState();
    return state?.plan.phase === 'issued';
  });

describe('the year on the page of its cycle', () => {
  it('asks the coordinator to open registration once the plan is issued', async () => {
    const office = await system.startOffice();
    const before = await openAs(office, CLERK);
    expect(before.text).not.toContain('Mở đăng ký nhiệm vụ');
    await takePaperThrough(system, office, await office.approve(), 15);
    await untilPlanIssued(office);
    const page = await openAs(office, CLERK);
    expect(page.text).toMatch(
      /Mở đăng ký nhiệm vụĐang chờHạn [\d/]+, còn 7 ngàyChờ: Lê Thị Minh Họa/,
    );
    expect(page.text).toMatch(/Đăng ký nhiệm vụSắp tớiHạn/);
    expect(page.text).not.toContain('Đăng ký của từng đơn vị');
  });

  it('goes through registration step by step, each with whom it waits for', async () => {
    const office = await system.startOffice();
    const walk = openRegistrationWalk(system, office);
    await walk.open();
    await office.paper((await walk.period())?.opening.paperId ?? '', 'awaiting-signature');
    const opened = await openAs(office, CLERK);
    expect(opened.text).toMatch(/Mở đăng ký nhiệm vụĐã xongLê Thị Minh Họa mở lúc/);
    expect(opened.text).toMatch(/phát hành thông báo đăng kýĐang chờChờ: Nguyễn Văn Mẫu/);
    expect(opened.text).toMatch(
      /Các đơn vị đăng kýĐang chờ.*Chờ: Đội Tham mưu - Tổng hợp \(Lê Thị Minh Họa\), .* và 1 đơn vị khác00\/06/,
    );
    expect(opened.text).toMatch(/Phê duyệt danh sách đăng kýSắp tới/);

    await walk.accept(await walk.submit('T-1'));
    await walk.submit('T-2');
    const registering = await openAs(office, CLERK);
    expect(registering.text).toMatch(/Đội công tác số 1✓ Đã gửi✓ Đã chấp nhận–/);
    expect(registering.text).toMatch(/Đội công tác số 2✓ Đã gửi● Chờ xem xét–/);
    expect(registering.text).toMatch(/Đội Ứng dụng công nghệ● Chưa gửi––/);
    expect(registering.links).toContain(`${cycleOf(office)}/registration/units/T-1`);

    await walk.accept(await readSubmitted(office, 'T-2'));
    const list = await walk.close();
    const closed = await openAs(office, CLERK);
    expect(closed.text).toMatch(
      /Chốt danh sách đăng ký, trình lãnh đạoĐã xongLê Thị Minh Họa chốt/,
    );
    expect(closed.text).toMatch(/Phê duyệt danh sách đăng kýĐang chờChờ: Nguyễn Văn Mẫu/);
    expect(closed.text).toMatch(/Đội công tác số 1✓ Đã gửi✓ Đã chấp nhận● Chờ phê duyệt/);
    expect(closed.text).toMatch(/Đội Ứng dụng công nghệ● Chưa gửi–! Chưa đăng ký/);

    const result = await walk.approve(list);
    await office.paper(result, 'awaiting-signature');
    const approved = await openAs(office, CLERK);
    expect(approved.text).toMatch(/Phê duyệt danh sách đăng kýĐã xongPhê duyệt lúc/);
    expect(approved.text).toMatch(/phát hành thông báo kết quảĐang chờChờ: Nguyễn Văn Mẫu/);
    expect(approved.text).toMatch(/Đội công tác số 1✓ Đã gửi✓ Đã chấp nhận✓ Đã phê duyệt/);
    expect(approved.links).toContain(`/papers/${result}`);
  });

  it('tells in the trail which unit did what, and says each thing once', async () => {
    const office = await system.startOffice();
    const walk = openRegistrationWalk(system, office);
    await walk.open();
    await walk.accept(await walk.submit('T-1'));
    await office.act(COORDINATOR, 'reopen-registration', {
      unitId: 'T-1',
      reason: 'Sửa chỉ tiêu.',
    });
    await walk.untilUnit('T-1', 'returned', 2);
    await walk.accept(await walk.submit('T-1'));
    await office.act(HEAD, 'return-list', { ...(await walk.close()), reason: 'Chờ Đội số 2.' });
    await walk.untilPeriod('open');
    const { text } = await openAs(office, HEAD);
    expect(text).toContain('Đội công tác số 1: gửi bản đăng ký (phiên bản 1)');
    expect(text).toMatch(/Hoàng Ví Dụchỉ huy độiĐội công tác số 1: gửi bản đăng ký/);
    expect(text).toContain('Đội công tác số 1: chấp nhận bản đăng ký (phiên bản 1)');
    expect(text).toContain('Đội công tác số 1: cho đơn vị đăng ký lạiLý do: Sửa chỉ tiêu.');
    expect(text).toContain('Trả lại danh sách đăng ký (phiên bản 1)Lý do: Chờ Đội số 2.');
    expect(text).toContain('Thông báo đăng ký nhiệm vụ: chuẩn bị xong bản in để ký');
    expect(text.match(/chấp nhận bản đăng ký/g)).toHaveLength(2);
    expect(text.match(/Trả lại danh sách đăng ký/g)).toHaveLength(1);
    expect(text).not.toMatch(/[a-z]kế hoạch \(phiên bản 1\)Lý do: Chờ/);
  });

  it('leaves the pages of the plan to the plan, whatever the leader decided on the list', async () => {
    const office = await system.startOffice();
    const walk = openRegistrationWalk(system, office);
    await walk.open();
    await walk.accept(await walk.submit('T-1'));
    await office.act(HEAD, 'return-list', { ...(await walk.close()), reason: 'Chờ Đội số 2.' });
    await walk.untilPeriod('open');
    const plan = `${cycleOf(office)}/plan`;
    expect((await openAs(office, HEAD, plan)).text).not.toContain('Chờ Đội số 2.');
    expect((await openAs(office, HEAD, `${plan}/approval/1`)).status).toBe(404);
    await office.submit();
    const approval = await openAs(office, HEAD, `${plan}/approval/1`);
    expect([approval.status, approval.text.includes('Chờ Đội số 2.')]).toEqual([200, false]);
  });
});

const readSubmitted = async (office: TestOffice, unitId: string) => {
  const state = await openRegistrationWalk(system, office).unitState(unitId);
  return {
    unitId,
    version: state?.submitted?.version ?? 0,
    sha256: state?.submitted?.sha256 ?? '',
  };
};

/** A past year, in which the second team came after the deadline, on paper. */
const enterLateRegistration = async () => {
  const office = await system.startOffice('2024');
  const walk = openRegistrationWalk(system, office);
  const on = (day: string) => ({ occurredAt: `2024-01-${day}T09:00:00+07:00` });
  await office.act(
    COORDINATOR,
    'open-registration',
    {
      subject: 'Về việc đăng ký nhiệm vụ cải cách hành chính năm 2024',
      dueOn: '2024-01-19',
      signer: { personId: HEAD, capacity: null },
      requirements: [],
    },
    on('16'),
  );
  await walk.untilUnit('T-2', 'open');
  const registration = registrationOf(2024, 'T-2', 'P-06');
  await office.act(COORDINATOR, 'save-registration', { basedOn: null, registration }, on('23'));
  await office.act(
    COORDINATOR,
    'submit-registration',
    {
      unitId: 'T-2',
      version: 1,
      lateReason: 'Trực chiến cả tuần.',
      bytes: await scanOf('Bản đăng ký của Đội 2'),
    },
    on('24'),
  );
  await walk.untilUnit('T-2', 'submitted');
  const read = await readSubmitted(office, 'T-2');
  await office.act(COORDINATOR, 'accept-registration', read, on('25'));
  await walk.untilStanding('T-2', 'accepted');
  return office;
};

describe('what is late', () => {
  it('is marked in the grid and the table with its reason, and in the trail with both names', async () => {
    const office = await enterLateRegistration();
    const page = await openAs(office, CLERK);
    expect(page.text).toMatch(/Đội công tác số 2! Gửi chậm✓ Đã chấp nhận/);
    expect(page.text).toMatch(/Đội công tác số 3! Chưa gửi, quá hạn 6 ngày/);
    expect(page.text).toMatch(/Các đơn vị đăng kýQuá hạnHạn 19\/01\/2024, quá hạn 6 ngày/);
    expect(page.text).toMatch(
      /Lê Thị Minh Họa.*Đội công tác số 2: gửi bản đăng ký \(phiên bản 1\)nhập thay Vũ Thử Nghiệm từ bản giấy đã kýLý do chậm: Trực chiến cả tuần\./,
    );
    const period = `${cycleOf(office)}/registration`;
    const { text } = await openAs(office, CLERK, `${period}?show=late`);
    expect(text).toMatch(/Đội công tác số 2Đã chấp nhận Gửi chậmLý do chậm: Trực chiến cả tuần\./);
    expect(text).toContain('07 chậm hạn');
    expect(text).toMatch(/Đội công tác số 3Chưa gửi quá hạn 6 ngày/);
  });
});

const CROWD = 80;

// Runs in the browser: whether the last unit is inside the region that scrolls.
const IS_LAST_IN_VIEW = `(() => {
  const region = document.querySelector('.rc-grid');
  const row = region.querySelector('tbody tr:last-child').getBoundingClientRect();
  const seen = region.getBoundingClientRect();
  return row.top >= seen.top && row.bottom <= seen.bottom;
})()`;

const addCrowd = (officeId: string) =>
  system.stores.offices.save({
    units: Array.from({ length: CROWD }, (_each, index) => ({
      office_id: officeId,
      unit_id: `N-${String(index)}`,
      ordinal: 100 + index,
      kind: 'team' as const,
      name: `Tổ công tác mẫu số ${String(index + 1)}`,
      abbreviation: `T${String(index)}`,
      valid_from: '2020-01-01',
      valid_to: null,
      successor_id: null,
    })),
  });

describe.skipIf(!hasBrowser)('the units of a large office (needs Chromium)', () => {
  it('stay readable: a grid that scrolls by itself and can be reached by keyboard, wide and on a phone', async () => {
    const office = await system.startOffice();
    await addCrowd(office.officeId);
    const walk = openRegistrationWalk(system, office);
    await walk.open();
    await walk.accept(await walk.submit('T-1'));
    const browser = await openInBrowser(system);
    const cookie = await system.cookieOf(office.officeId, COORDINATOR);
    const period = `${cycleOf(office)}/registration`;
    try {
      expect(await browser.examine(cycleOf(office), cookie)).toEqual([]);
      expect(await browser.examine(period, cookie)).toEqual([]);
      expect(await browser.examine(`${period}/close`, cookie)).toEqual([]);
      for (const width of [1280, 360]) {
        await browser.withPage({ cookie, width }, async (page) => {
          await page.goto(`${browser.origin}${cycleOf(office)}`);
          const grid = page.getByRole('region', { name: 'Đăng ký của từng đơn vị' });
          expect(await grid.getByRole('row').count()).toBe(CROWD + 7);
          expect(await page.evaluate(IS_LAST_IN_VIEW)).toBe(false);
          await grid.focus();
          await page.keyboard.press('End');
          await expect.poll(() => page.evaluate(IS_LAST_IN_VIEW)).toBe(true);
        });
      }
    } finally {
      await browser.close();
    }
    // axe reads a page of eighty units six times.
  }, 240_000);
});
