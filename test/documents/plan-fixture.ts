import type { PaperIndicator, PaperStage } from '../../documents/paper.ts';
import type { PlanPaper } from '../../documents/plan-paper.ts';

const indicator = (
  name: string,
  unit: string,
  [baseline, target]: readonly [number | null, number],
  [Q1, Q2, Q3, Q4]: readonly [number, number, number, number],
  direction: 'increase' | 'decrease' = 'increase',
): PaperIndicator => ({
  name,
  unit,
  direction,
  baseline,
  target,
  quarterTargets: { Q1, Q2, Q3, Q4 },
});

const teams = [1, 2, 3, 4].map((number) => `Đội công tác số ${String(number)}`);
const staffTeam = 'Đội Tham mưu - Tổng hợp';
const youthUnion = 'Chi đoàn Thanh niên Phòng An ninh nội địa';
const womensUnion = 'Hội Phụ nữ Phòng An ninh nội địa';
const [team1 = '', team2 = '', team3 = '', team4 = ''] = teams;

/** The plan of the reference year 2024; the head signs number 15 on 15 January. */
export const plan2024 = (stage: PaperStage): PlanPaper => {
  const isNumbered = stage === 'final' || stage === 'working-copy';
  return {
    kind: 'plan',
    stage,
    year: 2024,
    head: {
      parentName: 'Công an tỉnh Nghệ An',
      officeName: 'Phòng An ninh nội địa',
      symbol: 'KH-ANNĐ',
      number: isNumbered ? '15' : null,
      placeName: 'Nghệ An',
      date: isNumbered ? '2024-01-15' : null,
    },
    subject: 'Thực hiện công tác cải cách hành chính năm 2024 của Phòng An ninh nội địa',
    bases: [
      'Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030',
      'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
      'Thực hiện Kế hoạch của Giám đốc Công an tỉnh Nghệ An về công tác cải cách hành chính năm 2024',
    ],
    purpose:
      'Đẩy mạnh cải cách hành chính, hoàn thành có chất lượng, vượt chỉ tiêu, vượt mức so với kế hoạch đã đề ra.',
    priorityStatement: null,
    qualityGoal: 'hoàn thành có chất lượng, vượt chỉ tiêu, vượt mức so với kế hoạch đã đề ra',
    requirements: [],
    solutions: [],
    funding: null,
    focalTaskCount: 5,
    taskGroups: [
      {
        domainName: 'Cải cách thể chế',
        tasks: [
          {
            ordinal: 1,
            title: 'Rà soát, sửa đổi, bổ sung quy chế, quy trình công tác nội bộ',
            product: 'Quy chế, quy trình được sửa đổi, ban hành',
            lead: staffTeam,
            coordinating: teams,
            indicators: [
              indicator(
                'Tỷ lệ quy chế, quy trình nội bộ được rà soát',
                '%',
                [null, 100],
                [25, 60, 100, 100],
              ),
              indicator(
                'Số quy chế, quy trình được sửa đổi, ban hành mới',
                'văn bản',
                [0, 4],
                [0, 2, 3, 4],
              ),
            ],
          },
        ],
      },
      {
        domainName: 'Cải cách thủ tục hành chính',
        tasks: [
          {
            ordinal: 2,
            title: 'Cắt giảm thời gian xử lý văn bản, báo cáo nội bộ',
            product: 'Quy trình xử lý văn bản rút gọn',
            lead: team1,
            coordinating: [staffTeam],
            indicators: [
              indicator(
                'Thời gian xử lý bình quân một văn bản đến',
                'ngày làm việc',
                [3, 2],
                [2.8, 2.5, 2.2, 2],
                'decrease',
              ),
              indicator(
                'Tỷ lệ báo cáo định kỳ gửi đúng hạn',
                '%',
                [null, 100],
                [100, 100, 100, 100],
              ),
            ],
          },
        ],
      },
      {
        domainName: 'Cải cách chế độ công vụ',
        tasks: [
          {
            ordinal: 3,
            title:
              'Phân công lại nhiệm vụ theo vị trí công tác gắn với nâng cao chất lượng đội ngũ cán bộ',
            product: 'Bảng phân công nhiệm vụ; lớp tập huấn',
            lead: team2,
            coordinating: [staffTeam, womensUnion],
            indicators: [
              indicator(
                'Tỷ lệ đội có bảng phân công nhiệm vụ được phê duyệt',
                '%',
                [null, 100],
                [0, 50, 100, 100],
              ),
              indicator(
                'Số lượt cán bộ, chiến sĩ được tập huấn kỹ năng số, kỹ năng soạn thảo văn bản',
                'lượt người',
                [0, 60],
                [10, 30, 45, 60],
              ),
            ],
          },
        ],
      },
      {
        domainName: 'Cải cách tài chính công',
        tasks: [
          {
            ordinal: 4,
            title: 'Thực hành tiết kiệm, công khai chi tiêu nội bộ',
            product: 'Báo cáo công khai; sổ theo dõi tiết kiệm',
            lead: team3,
            coordinating: [],
            indicators: [
              indicator(
                'Mức tiết kiệm chi văn phòng phẩm, điện, nước so với năm trước',
                '%',
                [null, 10],
                [2, 5, 8, 10],
              ),
              indicator('Số lần công khai chi tiêu nội bộ', 'lần', [0, 4], [1, 2, 3, 4]),
            ],
          },
        ],
      },
      {
        domainName: 'Xây dựng, phát triển Chính phủ điện tử, Chính phủ số',
        tasks: [
          {
            ordinal: 5,
            title: 'Xử lý công việc trên môi trường mạng, họp không giấy',
            product: 'Quy trình xử lý điện tử; lịch họp không giấy',
            lead: team4,
            coordinating: [youthUnion, womensUnion],
            indicators: [],
          },
        ],
      },
    ],
    schedule: {
      registrationOpensOn: '2024-01-16',
      registrationDeadline: '2024-02-05',
      checks: { Q1: '2024-03-14', Q2: '2024-06-14', Q3: '2024-09-13', Q4: '2024-12-05' },
    },
    coordinatingUnitName: staffTeam,
    units: [...teams, youthUnion, womensUnion],
    recipients: [
      'Lãnh đạo Công an tỉnh (để b/c)',
      'Phòng Tham mưu Công an tỉnh (để t/dõi)',
      'Các đội, đoàn thể (để t/h)',
    ],
    archive: 'Lưu: VT, TH',
    signature: {
      lines: ['TRƯỞNG PHÒNG'],
      signer: 'Thượng tá Nguyễn Văn Mẫu',
      confirmation: null,
    },
  };
};
