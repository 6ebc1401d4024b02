// One conference of each kind, told once for the tests that need a part of it.
import type { ConferenceContent } from '../../domain/conference/conference-content.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { COORDINATOR, HEAD, SECRETARY } from './office-system.ts';

/** A launch as in the office of the examples, on the day given. */
export const launchOn = (
  date: LocalDate,
  change: Partial<ConferenceContent> = {},
): ConferenceContent => ({
  kind: 'LAUNCH',
  name: 'Lễ phát động phong trào thi đua cải cách hành chính và đối thoại',
  closesYear: null,
  opensYear: null,
  date,
  session: 'afternoon',
  startAt: `${date}T14:00:00+07:00`,
  endAt: `${date}T16:00:00+07:00`,
  place: 'Hội trường Phòng An ninh nội địa',
  link: null,
  chairId: HEAD,
  secretaryId: SECRETARY,
  host: 'Phòng An ninh nội địa',
  launchedBy: 'Đảng ủy, Lãnh đạo Phòng An ninh nội địa',
  inResponseTo: 'phong trào thi đua do Bộ Công an, Công an tỉnh phát động',
  context: null,
  witnesses: 'Lãnh đạo Phòng và toàn thể cán bộ, chiến sĩ',
  guestsText: null,
  agenda: [
    { ordinal: 1, title: 'Ổn định tổ chức', minutes: 10, ownerId: COORDINATOR },
    { ordinal: 2, title: 'Phát động phong trào thi đua', minutes: 20, ownerId: HEAD },
    { ordinal: 3, title: 'Kết luận, bế mạc', minutes: 15, ownerId: HEAD },
  ],
  guests: [
    { key: 'khach-1', name: 'Ông Nguyễn Văn Khách', mailbox: 'khach@ban.test' },
    { key: 'khach-2', name: 'Bà Trần Thị Khách', mailbox: null },
  ],
  invitedSuperiorIds: [],
  summonedUnitIds: ['T-TH', 'T-1'],
  ...change,
});

export const ATTENDED = {
  summoned: 48,
  present: 45,
  absentWithReason: 3,
  absentWithoutReason: 0,
  groups: [
    { name: 'Các đội', summoned: 40, present: 38, absentWithReason: 2, absentWithoutReason: 0 },
    { name: 'Đoàn thể', summoned: 8, present: 7, absentWithReason: 1, absentWithoutReason: 0 },
  ],
  guests: null,
};

/** Minutes that give one unit work until the day. */
export const minutesWith = (dueOn: LocalDate, change: object = {}) => ({
  opening: 'Đồng chí thư ký tuyên bố lý do, giới thiệu đại biểu',
  course: [{ title: 'Phát động', text: 'Đồng chí Trưởng phòng phát động phong trào thi đua' }],
  questions: null,
  signing: 'Đại diện các đội ký giao ước thi đua',
  conclusion: 'Các đội triển khai ngay nhiệm vụ đã ký giao ước',
  conclusionWork: [
    { assignmentId: 'KL-1', unitId: 'T-TH', dueOn, task: 'Tổng hợp ý kiến, báo cáo Trưởng phòng' },
  ],
  readBack: true,
  ...change,
});
