// The year of the office whose conference closes one year and opens the next in one sitting: examples/2022.json.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performAct } from '../../../acts/perform-act.ts';
import { canReadPdf } from '../../documents/paper-text.ts';
import { openEnteredYear, type EnteredYear } from './entered-year.ts';

const COORDINATOR = 'P-04';
const SECRETARY = 'P-12';
const REFORM_OFFICE = 'Phòng Tham mưu Công an tỉnh';
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

let year: EnteredYear;
beforeAll(async () => {
  year = await openEnteredYear(2022);
}, 120_000);
afterAll(() => year.close());

const taskOf = (id: string) => {
  const task = year.file.plan.tasks.find((one) => one.id === id);
  if (!task) throw new Error(`no task ${id}`);
  return task;
};

describe.runIf(canReadPdf)(
  'the year 2022 of an office that closes and opens in one sitting',
  () => {
    it('4 October 2021: registration is opened on proposed tasks, before there is a plan', async () => {
      await year.enterUntil('2021-10-04');
      expect(await year.paper('DOC-TB-DK')).toContain(
        'Trên cơ sở các nhiệm vụ dự kiến tại dự thảo Kế hoạch',
      );
      expect(await year.page(COORDINATOR, '')).toContain('Đã nhập đến 04/10/2021');
    });

    it('27 October: six tasks are registered, a number equal to the list (1.12)', async () => {
      await year.enterUntil('2021-10-27');
      const result = await year.paper('DOC-TB-KQ');
      expect(result).toContain('với 06 nhiệm vụ');
      for (const { title } of year.file.plan.tasks) expect(result).toContain(title);
      expect((await year.result()).registrations).toEqual({
        approved: 6,
        declined: 1,
        late: 1,
        returned: 1,
      });
    });

    it('… three of them by mass organisations of the province (1.16, 1.17, 1.18)', async () => {
      const result = await year.paper('DOC-TB-KQ');
      for (const [id, owner] of [
        ['NV4', 'Hội Phụ nữ Công an tỉnh'],
        ['NV5', 'Công đoàn Công an tỉnh'],
        ['NV6', 'Đoàn thanh niên Công an tỉnh'],
      ] as const) {
        const place = result.indexOf(owner, result.indexOf('Phụ lục'));
        expect(place).toBeGreaterThan(-1);
        expect(result.indexOf(taskOf(id).title, place)).toBeGreaterThan(place);
      }
    });

    it('… with what each comes to: a product, a count, days that are saved (1.13, 1.14, 1.15)', async () => {
      const result = await year.paper('DOC-TB-KQ');
      expect(result).toContain('Tiến độ xây dựng phần mềm thống kê (%): tăng từ 0 lên 100');
      expect(result).toContain('Số lớp tập huấn công tác tuyên truyền (lớp): tăng từ 0 lên 4');
      expect(result).toContain('(lượt người): tăng từ 0 lên 240');
      expect(result).toContain('Số ngày kiểm tra giảm được trong năm (ngày): đạt 25');
    });

    it('28 October: the reform office of the province is invited, own units are summoned (1.3)', async () => {
      await year.enterUntil('2021-10-28');
      expect(await year.recipientsOf('DOC-GM')).toContain(REFORM_OFFICE);
      expect(await year.recipientsOf('DOC-TB-TT')).toContain('Đội công tác số 1');
    });

    it('… to one sitting, in the morning, that closes 2021 and opens 2022 (1.1)', async () => {
      const invitation = await year.paper('DOC-GM');
      expect(invitation).toContain('sáng thứ Năm, ngày 04 tháng 11 năm 2021');
      expect(invitation).toContain(
        'Hội nghị tổng kết công tác cải cách hành chính năm 2021 và đăng ký, cam kết thực hiện ' +
          'nhiệm vụ cải cách hành chính năm 2022',
      );
      expect(await year.page(COORDINATOR, '/conferences/conference')).toContain(
        'Tổng kết năm cũ và đăng ký, cam kết năm mới',
      );
    });

    it('… by an office whose papers name the organ above it (1.2)', async () => {
      expect(await year.paper('DOC-GM')).toMatch(
        /^CÔNG AN TỈNH NGHỆ AN PHÒNG CÔNG TÁC ĐẢNG VÀ CÔNG TÁC CHÍNH TRỊ Số: 448\/GM-CTĐCTCT /,
      );
    });

    it('… and one person above is meant under two titles, with one mailbox (1.8)', async () => {
      expect(await year.recipientsOf('DOC-GM')).toEqual(
        expect.arrayContaining([
          'Giám đốc Công an tỉnh',
          'Chủ tịch Hội đồng thi đua khen thưởng Công an tỉnh',
        ]),
      );
      const invitations = year.system.smtp
        .messagesTo('giamdoc@cat-nghean.test')
        .filter(({ parsed }) => parsed.subject?.includes('448/GM-CTĐCTCT'));
      expect(invitations).toHaveLength(1);
    });

    it('4 November: the results of 2021 are told there (1.4, 1.5, 1.7, 1.8, 1.9, 1.10)', async () => {
      await year.enterUntil('2021-11-04');
      const minutes = await year.paper('DOC-BB');
      for (const told of [
        'tham mưu, triển khai thực hiện nhiều văn bản, kế hoạch của cấp trên',
        '03 phần mềm thuộc lĩnh vực thi đua khen thưởng, công tác đảng và đoàn thể',
        'từ 10 cụm xuống còn 09 cụm thi đua',
        'hướng dẫn thủ tục rút gọn trong đề xuất khen thưởng. Qua đó, giảm các cuộc họp không cần thiết',
        'kiểm tra 03 chuyên đề',
        'đã sử dụng ứng dụng Zoom để tổ chức sinh hoạt trực tuyến',
      ]) {
        expect(minutes).toContain(told);
      }
    });

    it('… among them criteria of scoring that were changed, as each year may (1.6)', async () => {
      expect(await year.paper('DOC-BB')).toContain(
        'chỉnh sửa các nội dung chấm điểm các lĩnh vực phù hợp với yêu cầu nhiệm vụ mới',
      );
    });

    it('… before leaders, teams and the reform office of the province (1.3)', async () => {
      const minutes = await year.paper('DOC-BB');
      expect(minutes).toContain(
        'Đại biểu có mặt: Chuyên viên cải cách hành chính Phòng Tham mưu Công an tỉnh',
      );
      expect(minutes).toContain('triệu tập 62; có mặt 58; vắng mặt 04');
      expect(await year.recipientsOf('DOC-BB')).toContain(REFORM_OFFICE);
    });

    it('… where the commands of teams sign a commitment, and nobody else has to (1.19)', async () => {
      const commitment = await year.paper('DOC-CK');
      expect(commitment).toContain('BẢN CAM KẾT');
      expect(commitment).not.toContain('GIAO ƯỚC');
      expect(commitment).toContain('5. Đội công tác số 4, đại diện là Thiếu tá Ngô Văn Dự Thảo');
      expect(commitment).not.toContain('Công đoàn Công an tỉnh, đại diện là');
      expect((await year.result()).signatures).toEqual({ required: 5, signed: 5 });
    });

    it('… and which is photographed, as a whole and at the signing (1.20)', async () => {
      for (const [index, caption] of [
        'Toàn cảnh hội nghị',
        'Chỉ huy các đội ký cam kết',
      ].entries()) {
        await performAct(year.system.acts, 'attach-photo', {
          actId: randomUUID(),
          officeId: year.officeId,
          year: year.year,
          personId: SECRETARY,
          channel: 'web',
          occurredAt: null,
          data: {
            conferenceId: 'conference',
            caption,
            bytes: new Uint8Array([...PICTURE, index]),
          },
        });
      }
      const page = await year.page(COORDINATOR, '/conferences/conference');
      expect(page).toContain('Toàn cảnh hội nghị');
      expect(page).toContain('Chỉ huy các đội ký cam kết');
    });

    it('… and whose news item drafts itself from all of that', async () => {
      const news = await year.page(COORDINATOR, '/conferences/conference/news');
      for (const told of [
        'Sáng 04/11/2021, Phòng Công tác Đảng và công tác Chính trị, Công an tỉnh Nghệ An tổ chức',
        'từ 10 cụm xuống còn 09 cụm thi đua',
        'Đơn vị xác định cải cách hành chính là nhiệm vụ chính trị trọng tâm',
        'đăng ký thực hiện 06 nhiệm vụ:',
        'số ngày kiểm tra giảm được trong năm: 25 ngày',
        'Công đoàn Công an tỉnh chủ trì',
        'đại diện chỉ huy các đội công tác',
        'Toàn cảnh hội nghị Chỉ huy các đội ký cam kết',
      ]) {
        expect(news).toContain(told);
      }
    });

    it('10 November: what only the Director can grant is submitted to him, and granted', async () => {
      await year.enterUntil('2021-12-08');
      expect(await year.paper('DOC-TTR')).toContain('TỜ TRÌNH Đề nghị bố trí kinh phí');
      expect(await year.page('P-10', '/dialogue/CH-2')).toContain(
        'Đồng ý chủ trương; kinh phí bố trí trong quý III năm 2022.',
      );
    });

    it('12 January 2022: the plan is issued at last, on the papers of those above (1.4)', async () => {
      await year.enterUntil('2022-01-12');
      const plan = await year.paper('DOC-KH');
      expect(plan).toContain(
        'Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ',
      );
      expect(plan).toContain('Tổ chức thực hiện 06 nhiệm vụ, với 10 chỉ tiêu');
    });

    it('… and says that reform is the office’s central political task (1.11)', async () => {
      expect(await year.paper('DOC-KH')).toContain(
        'Cải cách hành chính là nhiệm vụ chính trị trọng tâm của đơn vị trong năm 2022',
      );
    });

    it('20 June: as the epidemic is over, a target is lowered for the quarters to come (1.18)', async () => {
      await year.enterUntil('2022-06-20');
      const amendment = await year.paper('DOC-KH-DC');
      expect(amendment).toContain('Dịch bệnh Covid-19 đã được kiểm soát');
      expect(amendment).toContain('Chỉ tiêu năm 60 40 01/7/2022');
      expect(await year.paper('DOC-BC-Q2')).toContain('/60%');
    });

    it('23 September: the third check is measured against the lowered target', async () => {
      await year.enterUntil('2022-09-23');
      expect(await year.paper('DOC-BC-Q3')).toContain(
        'Tỷ lệ buổi giao ban, sinh hoạt chi đoàn tổ chức trực tuyến: 40/40%',
      );
    });

    it('14 December: 27 days were saved where 25 were promised, and one task goes on (1.15, 1.17)', async () => {
      await year.enterUntil('2022-12-14');
      const report = await year.paper('DOC-BC-NAM');
      expect(report).toContain('thực hiện 27 ngày, chỉ tiêu 25 ngày (Vượt)');
      expect(report).toContain('Nhiệm vụ chuyển sang năm 2023: - Nhiệm vụ 5');
      expect(report).toContain('Ký giao ước, cam kết: 05/05 bên');
    });

    it('at its end the year is closed, and all is as its file says', async () => {
      await year.enterAll();
      expect(await year.result()).toMatchObject({ state: 'closed', differences: [] });
    });
  },
);
