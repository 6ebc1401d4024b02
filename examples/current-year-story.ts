// What the people of the example write while the current year's cycle is played.
import type { RegistrationContent } from '../domain/registration.ts';

export const PEOPLE = {
  head: 'P-01',
  coordinator: 'P-03',
  headOfTeam1: 'P-05',
  headOfTeam2: 'P-06',
  headOfYouthUnion: 'P-09',
  headOfWomensUnion: 'P-10',
  clerk: 'P-11',
  registryClerk: 'P-12',
} as const;

export const TEXTS = {
  openingSubject: (year: number) =>
    `Về việc đăng ký nhiệm vụ cải cách hành chính năm ${String(year)}`,
  requirements: [
    'Mỗi đơn vị đăng ký ít nhất một nhiệm vụ, có sản phẩm, chỉ tiêu và mốc thời gian từng quý.',
    'Nhiệm vụ được Kế hoạch giao chủ trì phải đăng ký với chỉ tiêu không thấp hơn Kế hoạch.',
  ],
  returned:
    'Chưa ghi mốc quý của chỉ tiêu tập huấn; đề nghị bổ sung và nêu rõ sản phẩm của nhiệm vụ.',
  declined:
    'Hội viên đều tham gia nhiệm vụ của các đội; năm nay Hội không đăng ký nhiệm vụ riêng, tập trung phối hợp.',
  launchName: (year: number) =>
    `Lễ phát động phong trào thi đua cải cách hành chính năm ${String(year)} và đối thoại về công tác cải cách hành chính`,
  hall: 'Hội trường Phòng An ninh nội địa',
  host: 'Phòng An ninh nội địa',
  launchedBy: 'Đảng ủy, Lãnh đạo Phòng An ninh nội địa',
  agenda: [
    {
      title: 'Ổn định tổ chức, tuyên bố lý do, giới thiệu đại biểu',
      minutes: 10,
      ownerId: PEOPLE.coordinator,
    },
    {
      title: 'Phát động phong trào thi đua cải cách hành chính',
      minutes: 20,
      ownerId: PEOPLE.head,
    },
    {
      title: 'Ký kết giao ước thi đua',
      minutes: 15,
      ownerId: PEOPLE.coordinator,
    },
    {
      title: 'Đối thoại về công tác cải cách hành chính',
      minutes: 60,
      ownerId: PEOPLE.head,
    },
    { title: 'Kết luận, bế mạc', minutes: 15, ownerId: PEOPLE.head },
  ],
  question:
    'Đề nghị rà soát, gộp các báo cáo định kỳ trong đơn vị có nội dung trùng nhau để giảm thời gian làm báo cáo.',
} as const;

export const registrationOfTeam1 = (year: number): RegistrationContent => ({
  year,
  unitId: 'T-1',
  headId: PEOPLE.headOfTeam1,
  tasks: [
    {
      id: 'D1',
      planTaskId: 'NV2',
      domain: 'D2',
      title: 'Cắt giảm thời gian xử lý văn bản, báo cáo nội bộ',
      product: 'Quy trình xử lý văn bản rút gọn được ban hành',
      performer: 'Tổ Tổng hợp của đội',
      note: null,
      indicators: [
        {
          id: 'CT2.1',
          name: 'Thời gian xử lý bình quân một văn bản đến',
          unit: 'ngày làm việc',
          direction: 'decrease',
          aggregation: 'average',
          baseline: 3,
          target: 2,
          quarterTargets: { Q1: 2.8, Q2: 2.5, Q3: 2.2, Q4: 2 },
        },
      ],
    },
  ],
});

export const registrationOfTeam2 = (year: number): RegistrationContent => ({
  year,
  unitId: 'T-2',
  headId: PEOPLE.headOfTeam2,
  tasks: [
    {
      id: 'D1',
      planTaskId: 'NV3',
      domain: 'D4',
      title: 'Phân công lại nhiệm vụ theo vị trí công tác, tập huấn cán bộ',
      product: 'Bảng phân công nhiệm vụ',
      performer: null,
      note: null,
      indicators: [
        {
          id: 'CT3.2',
          name: 'Lượt cán bộ, chiến sĩ được tập huấn',
          unit: 'lượt người',
          direction: 'increase',
          aggregation: 'cumulative',
          baseline: 0,
          target: 60,
          quarterTargets: { Q1: 0, Q2: 0, Q3: 0, Q4: 60 },
        },
      ],
    },
  ],
});

/** The coordinator's own unit. */
export const registrationOfStaffTeam = (year: number): RegistrationContent => ({
  year,
  unitId: 'T-TH',
  headId: PEOPLE.coordinator,
  tasks: [
    {
      id: 'D1',
      planTaskId: 'NV1',
      domain: 'D1',
      title: 'Rà soát, sửa đổi, bổ sung quy chế, quy trình công tác nội bộ',
      product: 'Quy chế, quy trình được sửa đổi, ban hành',
      performer: null,
      note: null,
      indicators: [
        {
          id: 'CT1.2',
          name: 'Số quy chế, quy trình được sửa đổi, ban hành mới',
          unit: 'văn bản',
          direction: 'increase',
          aggregation: 'cumulative',
          baseline: 0,
          target: 4,
          quarterTargets: { Q1: 0, Q2: 2, Q3: 3, Q4: 4 },
        },
      ],
    },
  ],
});

export const registrationOfYouthUnion = (year: number): RegistrationContent => ({
  year,
  unitId: 'M-TN',
  headId: PEOPLE.headOfYouthUnion,
  tasks: [
    {
      id: 'D1',
      planTaskId: 'NV5',
      domain: 'D6',
      title: 'Sinh hoạt chi đoàn, học tập chuyên đề trực tuyến',
      product: 'Các buổi sinh hoạt trực tuyến, không dùng giấy',
      performer: 'Ban Chấp hành Chi đoàn',
      note: null,
      indicators: [
        {
          id: 'CT5.2',
          name: 'Tỷ lệ buổi sinh hoạt không giấy',
          unit: '%',
          direction: 'increase',
          aggregation: 'latest',
          baseline: null,
          target: 50,
          quarterTargets: { Q1: 20, Q2: 30, Q3: 40, Q4: 50 },
        },
      ],
    },
  ],
});
