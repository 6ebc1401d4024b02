import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  COORDINATOR,
  DEPUTY,
  HEAD,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { openDraftWalk } from '../support/drafts.ts';
import { openRegistrationWalk } from '../support/registration.ts';
import { todayHere } from '../support/walk.ts';
import { actsByMail, linkTo } from './mailed-links.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let holder: Reader;
let office: TestOffice;
let walk: ReturnType<typeof openRegistrationWalk>;

beforeAll(async () => {
  system = await openOfficeSystem({ hasOfficeDay: true });
  holder = createReader(system, null);
});
afterAll(() => system.close());
beforeEach(async () => {
  office = await system.startOffice();
  walk = openRegistrationWalk(system, office);
});

const press = (link: string, how: 'approve' | 'return', reason = '') =>
  holder.send(`${link}/${how}`, how === 'return' ? { reason } : {});

const delegateTo = (personId: string) =>
  office.act(HEAD, 'delegate', {
    toPersonId: personId,
    capacity: 'KT.',
    validFrom: todayHere(),
    validTo: todayHere(),
    basis: 'Phân công trực lãnh đạo',
  });

const decline = async (reason: string) => {
  await office.act(TEAM_HEAD, 'decline-registration', { unitId: 'T-2', reason });
  await walk.untilUnit('T-2', 'declining');
};

const commands = async () =>
  (await actsByMail(system, office.officeId)).map(({ command }) => command);

describe('by the link in a mail the leader decides on', () => {
  it('the draft of a paper, and never on the next version by the link of the one before', async () => {
    const drafts = openDraftWalk(system, office);
    const paperId = await drafts.issuePlan();
    const { draftId } = await drafts.submitCorrection(paperId);
    const first = await linkTo(system, office, 'approve-draft');
    const page = await holder.open(first);
    expect(page.title).toContain('Dự thảo văn bản năm');
    expect(page.text).toContain('V/v đính chính Kế hoạch cải cách hành chính');
    expect((await press(first, 'return', 'Nêu rõ trang.')).status).toBe(303);
    await drafts.untilDraft(draftId, 'drafting');
    const returned = await holder.open(first);
    expect(returned.text).toContain('Nêu rõ trang.');
    expect(returned.text).toContain('Hiện đang chờ: Lê Thị Minh Họa. Việc: Chỉnh sửa dự thảo');

    await drafts.submitCorrection(paperId);
    const changed = await holder.open(first);
    expect(changed.text).toContain('Phiên bản mới: 2.');
    expect(changed.links).toContain(`/cycles/${String(office.year)}/drafts/${draftId}/2`);
    expect((await press(first, 'approve')).status).toBe(409);

    const second = await linkTo(system, office, 'approve-draft', { before: first });
    expect((await holder.press(await holder.open(second), `${second}/approve`)).status).toBe(303);
    await drafts.untilDraft(draftId, 'approved');
    expect((await commands()).toSorted()).toEqual(['approve-draft', 'return-draft']);
  });

  it("the registration of the coordinator's own unit, with its form before the eyes", async () => {
    await walk.open();
    await walk.submit('T-TH');
    const link = await linkTo(system, office, 'accept-registration');
    const page = await holder.open(link);
    expect(page.title).toContain('Bản đăng ký năm');
    expect(page.title).toContain('Đội Tham mưu - Tổng hợp');
    expect(page.text).toContain('Rút ngắn thời gian xử lý văn bản của T-TH');
    expect((await holder.press(page, `${link}/approve`)).status).toBe(303);
    await walk.untilStanding('T-TH', 'accepted');
    expect((await holder.open(link)).title).toBe('Đã chấp nhận bản đăng ký');
    expect(await commands()).toEqual(['accept-registration']);
  });

  it('the same registration again after it was corrected, by a link of its own', async () => {
    await walk.open();
    await walk.submit('T-TH');
    const first = await linkTo(system, office, 'accept-registration');
    expect((await press(first, 'return', 'Nêu rõ chỉ tiêu.')).status).toBe(303);
    await walk.untilUnit('T-TH', 'returned');
    const returned = await holder.open(first);
    expect(returned.title).toBe('Đã trả lại');
    expect(returned.text).toContain('Hiện đang chờ: Lê Thị Minh Họa. Việc: Chỉnh sửa');

    await walk.submit('T-TH');
    const changed = await holder.open(first);
    expect(changed.text).toContain('Đã có nội dung mới chờ quyết định');
    expect(changed.text).toContain('Phiên bản mới: 2.');
    expect(changed.links).toContain(`/cycles/${String(office.year)}/registration/units/T-TH`);
    expect(changed.actions).toEqual([]);
    expect((await press(first, 'approve')).status).toBe(409);
    expect((await walk.unitState('T-TH'))?.phase).toBe('submitted');

    const second = await linkTo(system, office, 'accept-registration', { before: first });
    expect((await press(second, 'approve')).status).toBe(303);
    await walk.untilStanding('T-TH', 'accepted');
  });

  it('a unit that declines, of which the reason is read first', async () => {
    await walk.open();
    await decline('Đội không có nhiệm vụ cải cách.');
    const link = await linkTo(system, office, 'consent-decline');
    const page = await holder.open(link);
    expect(page.text).toContain('Đội không có nhiệm vụ cải cách.');
    expect(page.text).toContain('Vũ Thử Nghiệm');
    expect((await holder.press(page, `${link}/approve`)).status).toBe(303);
    await walk.untilStanding('T-2', 'declined');
    expect((await holder.open(link)).title).toBe('Đã đồng ý cho đơn vị không đăng ký');
    expect(await commands()).toEqual(['consent-decline']);
  });

  it('this decline and not the next one, with approving and with returning', async () => {
    await walk.open();
    await decline('Lý do thứ nhất.');
    const first = await linkTo(system, office, 'consent-decline');
    await office.act(TEAM_HEAD, 'withdraw-registration', { unitId: 'T-2' });
    await walk.untilUnit('T-2', 'open');
    expect((await holder.open(first)).title).toBe('Đã được rút về');
    await decline('Lý do thứ hai.');
    expect((await holder.open(first)).text).toContain('Lý do thứ hai.');
    expect((await press(first, 'return', 'Cần đăng ký.')).status).toBe(409);
    expect((await press(first, 'approve')).status).toBe(409);
    expect((await walk.unitState('T-2'))?.phase).toBe('declining');

    const second = await linkTo(system, office, 'consent-decline', { before: first });
    expect((await press(second, 'return', 'Cần đăng ký ít nhất một nhiệm vụ.')).status).toBe(303);
    await walk.untilUnit('T-2', 'returned');
    expect(await commands()).toEqual(['return-registration']);
  });

  it('the closed list, and what a unit registers after it', async () => {
    await walk.open();
    await walk.accept(await walk.submit('T-1'));
    await walk.close();
    const list = await linkTo(system, office, 'approve-list');
    const page = await holder.open(list);
    expect(page.title).toContain('Danh sách đăng ký nhiệm vụ năm');
    expect(page.text).toContain('Rút ngắn thời gian xử lý văn bản của T-1');
    expect((await press(list, 'return', 'Bổ sung Đội 4.')).status).toBe(303);
    await walk.untilPeriod('open');
    await walk.close();
    const again = await linkTo(system, office, 'approve-list', { before: list });
    expect((await press(again, 'approve')).status).toBe(303);
    await walk.untilPeriod('approved');

    const late = await walk.submit('T-4', {}, { lateReason: 'Trùng đợt công tác.' });
    await office.act(COORDINATOR, 'accept-registration', late);
    const supplement = await linkTo(system, office, 'approve-supplement');
    const shown = await holder.open(supplement);
    expect(shown.title).toContain('Đăng ký bổ sung năm');
    expect(shown.text).toContain('Rút ngắn thời gian xử lý văn bản của T-4');
    expect((await press(supplement, 'approve')).status).toBe(303);
    await walk.untilStanding('T-4', 'supplement-approved');
    expect((await commands()).toSorted()).toEqual([
      'approve-list',
      'approve-supplement',
      'return-list',
    ]);
  });
});

describe("a head's delegate", () => {
  it('has a link of their own and decides on behalf of the head, which the other link then says', async () => {
    await delegateTo(DEPUTY);
    await office.submit();
    const [own, heads] = [
      await linkTo(system, office, 'approve-plan', { personId: DEPUTY }),
      await linkTo(system, office, 'approve-plan'),
    ];
    expect(own).not.toBe(heads);
    const page = await holder.open(own);
    expect(page.text).toContain('Trần Thí Dụ (thay Nguyễn Văn Mẫu theo ủy quyền)');
    expect((await press(own, 'approve')).status).toBe(303);
    expect((await office.approvalState(1))?.decision?.by).toMatchObject({
      personId: DEPUTY,
      roleId: 'leader',
      capacity: 'KT.',
    });
    const words = 'Trần Thí Dụ (thay Nguyễn Văn Mẫu theo ủy quyền) đã phê duyệt lúc';
    expect((await holder.open(own)).text).toContain(words);
    const other = await holder.open(heads);
    expect(other.text).toContain(words);
    expect(other.text).toContain('từ đường dẫn trong thư của người đó');
    expect((await press(heads, 'return', 'Đổi ý.')).status).toBe(409);
    expect((await actsByMail(system, office.officeId))[0]).toMatchObject({ person_id: DEPUTY });
  });

  it('whose delegation has ended reads nothing and decides nothing', async () => {
    await delegateTo(DEPUTY);
    await office.submit();
    const link = await linkTo(system, office, 'approve-plan', { personId: DEPUTY });
    await system.db
      .updateTable('delegation')
      .set({ valid_from: '2020-01-01', valid_to: '2020-01-31' })
      .where('office_id', '=', office.officeId)
      .execute();
    const page = await holder.open(link);
    expect([page.status, page.title]).toEqual([403, 'Không còn thẩm quyền quyết định']);
    expect(page.text).toContain('Hôm nay Trần Thí Dụ không có thẩm quyền quyết định việc này');
    expect(page.text).toContain('Hiện đang chờ: Nguyễn Văn Mẫu.');
    expect(page.text).not.toContain('CỘNG HÒA');
    expect(page.actions).toEqual([]);
    expect((await press(link, 'approve')).status).toBe(403);
    expect((await office.approvalState(1))?.decision).toBeNull();
  });

  it('who submitted the plan does not decide on it', async () => {
    await delegateTo(COORDINATOR);
    await office.submit();
    const link = await linkTo(system, office, 'approve-plan', { personId: COORDINATOR });
    const page = await holder.open(link);
    expect(page.text).toContain('do chính Lê Thị Minh Họa soạn hoặc trình');
    expect(page.actions).toEqual([]);
    expect((await press(link, 'approve')).status).toBe(403);
    expect((await office.approvalState(1))?.decision).toBeNull();
  });
});
