// The year of the office that launches its movement in April, after the first check: examples/2024.json.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canReadPdf } from '../../documents/paper-text.ts';
import { openEnteredYear, type EnteredYear } from './entered-year.ts';

const COORDINATOR = 'P-03';
const HEAD_OF_TEAM_1 = 'P-05';

let year: EnteredYear;
beforeAll(async () => {
  year = await openEnteredYear(2024);
}, 120_000);
afterAll(() => year.close());

const UNITS = [
  'Chi đoàn Thanh niên Phòng An ninh nội địa',
  'Hội Phụ nữ Phòng An ninh nội địa',
  'Đội Tham mưu - Tổng hợp',
  'Đội công tác số 1',
  'Đội công tác số 2',
  'Đội công tác số 3',
  'Đội công tác số 4',
];

describe.runIf(canReadPdf)('the year 2024 of an office that launches in April', () => {
  it('15 January: the plan is issued with five focal tasks, counted from its list (2.6)', async () => {
    await year.enterUntil('2024-01-15');
    const plan = await year.paper('DOC-KH');
    expect(plan).toContain('Số: 15/KH-ANNĐ');
    expect(plan).toContain('05 nhiệm vụ, trong đó có 05 nhiệm vụ trọng tâm, với 10 chỉ tiêu');
    for (const { title } of year.file.plan.tasks) expect(plan).toContain(title);
  });

  it('… it aims at doing more than the plan says (2.7)', async () => {
    expect(await year.paper('DOC-KH')).toContain(
      'hoàn thành có chất lượng, vượt chỉ tiêu, vượt mức so với kế hoạch đã đề ra',
    );
  });

  it('… it goes to those above, who follow it, and to every team and mass organisation (2.2)', async () => {
    expect((await year.recipientsOf('DOC-KH')).toSorted()).toEqual(
      ['Lãnh đạo Công an tỉnh', 'Phòng Tham mưu Công an tỉnh', ...UNITS].toSorted(),
    );
  });

  it('… and its tasks stand in the six domains, one of them in two (2.8)', async () => {
    const page = await year.page(COORDINATOR, '/dialogue');
    for (const domain of [
      'Cải cách thể chế',
      'Cải cách thủ tục hành chính',
      'Cải cách tổ chức bộ máy hành chính nhà nước',
      'Cải cách chế độ công vụ',
      'Cải cách tài chính công',
      'Xây dựng, phát triển Chính phủ điện tử, Chính phủ số',
    ]) {
      expect(page).toContain(domain);
    }
    expect(year.file.plan.tasks.map(({ domains }) => domains)).toContainEqual(['D3', 'D4']);
  });

  it('26 February: all seven units have registered, one of them late', async () => {
    await year.enterUntil('2024-02-26');
    expect(await year.page(COORDINATOR, '/registration')).toContain(
      '07/07 đơn vị đã đăng ký xong: 01 chậm hạn',
    );
    expect(await year.paper('DOC-TB-PD')).toContain(
      'Đăng ký sau thời hạn: 01 đơn vị (Chi đoàn Thanh niên Phòng An ninh nội địa).',
    );
  });

  it('18 March: the first quarter is checked and reported before anything was launched', async () => {
    await year.enterUntil('2024-03-18');
    expect(await year.page(COORDINATOR, '/conferences')).toContain('Chưa có hội nghị nào.');
    const report = await year.paper('DOC-BC-Q1');
    expect(report).toContain('vượt 02; đúng tiến độ 07; chậm tiến độ 01; chưa có số liệu 00');
    expect(report).toContain('78/80%, bằng 97,5% chỉ tiêu quý; chậm tiến độ');
  });

  it('10 April: guests are invited, by a paper whose first number is void', async () => {
    await year.enterUntil('2024-04-10');
    const invitation = await year.paper('DOC-GM');
    expect(invitation).toContain('Số: 62/GM-ANNĐ');
    expect(invitation).toContain('KT. TRƯỞNG PHÒNG PHÓ TRƯỞNG PHÒNG');
    const { register } = await year.result();
    expect(register.void).toBe(1);
  });

  it('17 April: the ceremony launches, signs, answers and concludes, under both its names (2.1)', async () => {
    await year.enterUntil('2024-04-17');
    const minutes = await year.paper('DOC-BB');
    const parts = [
      'LỄ PHÁT ĐỘNG PHONG TRÀO THI ĐUA CẢI CÁCH HÀNH CHÍNH NĂM 2024',
      'KÝ KẾT GIAO ƯỚC THỰC HIỆN PHONG TRÀO THI ĐUA CẢI CÁCH HÀNH CHÍNH NĂM 2024',
      'ĐỐI THOẠI VỀ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH',
      'KẾT LUẬN, BẾ MẠC',
    ].map((part) => minutes.indexOf(part));
    expect(parts).not.toContain(-1);
    expect(parts).toEqual(parts.toSorted((left, right) => left - right));
    expect(minutes).toContain('Hội nghị kết thúc vào 16 giờ 00 phút, ngày 17 tháng 4 năm 2024');
    expect(minutes).toContain('triệu tập 48; có mặt 45; vắng mặt 03');
  });

  it('… in the context that the province was first for eight years running (2.3)', async () => {
    expect(await year.paper('DOC-BB')).toContain(
      'Công an Nghệ An 8 năm liên tiếp được Bộ Công an xếp thứ nhất về cải cách hành chính ' +
        '(toàn lực lượng Công an nhân dân)',
    );
  });

  it('… in answer to the movement of ministry and province (2.4)', async () => {
    const answers = /Hưởng ứng:? phong trào thi đua CCHC do Bộ Công an, Công an tỉnh phát động/i;
    expect(await year.paper('DOC-BB')).toMatch(answers);
    expect(await year.paper('DOC-GU')).toMatch(answers);
  });

  it('… launched by party committee and leaders together (2.5)', async () => {
    expect(await year.paper('DOC-BB')).toContain(
      'Phát động: Đảng ủy, Lãnh đạo Phòng An ninh nội địa.',
    );
  });

  it('… where all teams and mass organisations sign one pledge before witnesses (2.9)', async () => {
    const pledge = await year.paper('DOC-GU');
    for (const unit of UNITS) expect(pledge).toContain(`${unit}, đại diện là`);
    expect(pledge).toContain('trước sự chứng kiến của Thượng tá Nguyễn Văn Mẫu, Trưởng phòng');
    expect(await year.paper('DOC-BB')).toContain(
      'Chứng kiến: Lãnh đạo Phòng An ninh nội địa và toàn thể CBCS',
    );
    expect((await year.result()).signatures).toEqual({ required: 7, signed: 7 });
  });

  it('… that is called by its name there, a mutual pledge (2.13)', async () => {
    const pledge = await year.paper('DOC-GU');
    expect(pledge).toContain('GIAO ƯỚC THI ĐUA');
    expect(pledge).not.toContain('BẢN CAM KẾT');
    expect(pledge).not.toContain('Số:');
  });

  it('… and where questions are asked, one of them without a name (2.10)', async () => {
    const page = await year.page(HEAD_OF_TEAM_1, '/dialogue');
    expect(page).toContain('Tổng số ý kiến6');
    expect(page).toContain('Phạm Giả Định, Đội công tác số 1');
    expect(page).toContain('Ý kiến không ghi tên');
  });

  it('… and the head leaves none without an answer or a way up (2.11)', async () => {
    const page = await year.page(HEAD_OF_TEAM_1, '/dialogue');
    expect(page).toContain('Chưa trả lời0');
    expect(await year.page(HEAD_OF_TEAM_1, '/dialogue/CH-1')).toContain(
      'Người trả lờiNguyễn Văn Mẫu, 17/04/2024 16:00',
    );
  });

  it('… and the news item of the day drafts itself from all of that', async () => {
    const news = await year.page(COORDINATOR, '/conferences/conference/news');
    for (const told of [
      'Ngày 17/4/2024, Phòng An ninh nội địa, Công an tỉnh Nghệ An tổ chức Lễ phát động',
      'Công an Nghệ An 8 năm liên tiếp được Bộ Công an xếp thứ nhất',
      'Đảng ủy, Lãnh đạo Phòng An ninh nội địa đã phát động',
      '05 nhiệm vụ trọng tâm',
      'vượt chỉ tiêu, vượt mức so với kế hoạch',
      'trước sự chứng kiến của Lãnh đạo Phòng An ninh nội địa và toàn thể CBCS',
      '06 ý kiến, kiến nghị được nêu',
      'trả lời nghiêm túc, đầy đủ những ý kiến đề xuất',
    ]) {
      expect(news).toContain(told);
    }
  });

  it('22 April: what the head can’t decide goes to those above and to a specialised unit (2.12)', async () => {
    await year.enterUntil('2024-04-22');
    const slip = await year.paper('DOC-PC-1');
    expect(slip).toContain('PHIẾU CHUYỂN');
    expect(slip).toContain('Kính gửi: - Lãnh đạo Công an tỉnh; - Phòng Hậu cần Công an tỉnh.');
    expect(slip).toContain('không thuộc thẩm quyền giải quyết của Trưởng phòng');
    expect(slip).toContain('trả lời chậm nhất ngày 22/5/2024');
    expect(await year.recipientsOf('DOC-PC-2')).toEqual(['Phòng Tham mưu Công an tỉnh']);
  });

  it('23 May: one reply is in and read by the asker, the other is overdue (2.12)', async () => {
    await year.enterUntil('2024-06-18');
    expect(await year.page('P-08', '/dialogue/CH-2')).toContain(
      'Đưa vào nhu cầu trang bị năm 2025.',
    );
    expect(await year.page(COORDINATOR, '/dialogue')).toContain('(đã có trả lời: 1; quá hạn: 1)');
  });

  it('15 July: the plan is amended from August on, and quarters that were checked keep their targets', async () => {
    await year.enterUntil('2024-07-15');
    const amendment = await year.paper('DOC-KH-DC');
    expect(amendment).toContain('Đơn vị chủ trì Đội công tác số 3 Đội công tác số 2 01/8/2024');
    expect(amendment).toContain('Các quý đã kiểm tra trước ngày áp dụng giữ nguyên chỉ tiêu cũ.');
  });

  it('20 September: the third check is five days late, and the merged team reports for both', async () => {
    await year.enterUntil('2024-09-20');
    const report = await year.paper('DOC-BC-Q3');
    expect(report).toContain('ngày 18/9/2024, chậm 05 ngày so với ngày dự kiến 13/9/2024');
    expect(report).toContain('tiết kiệm, công khai chi tiêu nội bộ (Đội công tác số 2)');
    expect(report).toContain('Có 03 việc giao cho các đơn vị');
  });

  it('12 December: the year’s report tells exceeded from achieved (2.7)', async () => {
    await year.enterUntil('2024-12-12');
    const report = await year.paper('DOC-BC-NAM');
    expect(report).toContain('10 chỉ tiêu, trong đó vượt 05, đạt 04, không đạt 01');
    expect(report).toContain('hoàn thành vượt mức 04, hoàn thành 00, hoàn thành một phần 01');
    expect(report).toContain('Đội Ứng dụng công nghệ chủ trì');
    expect(report).toContain('chuyển cấp trên 02 (chưa có trả lời 01)');
  });

  it('at its end the year is closed, and all is as its file says', async () => {
    await year.enterAll();
    const result = await year.result();
    expect(result).toMatchObject({ state: 'closed', differences: [] });
    expect(result.deliveries.undeliverable).toBe(0);
    expect(await year.page(COORDINATOR, '')).toContain('Chu trình đã khép lại lúc');
  });
});
