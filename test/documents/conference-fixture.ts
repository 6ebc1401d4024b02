import type { ConferenceContent } from '../../domain/conference/conference-content.ts';
import type {
  ConferenceFormSource,
  ConferenceSource,
} from '../../domain/conference/conference-draft.ts';

/** The launch of the reference year 2024, in the office of registration-fixture.ts. */
const launch: ConferenceContent = {
  kind: 'LAUNCH',
  name: 'Lễ phát động phong trào thi đua cải cách hành chính năm 2024 và đối thoại về công tác cải cách hành chính',
  closesYear: null,
  opensYear: 2024,
  date: '2024-04-17',
  session: 'afternoon',
  startAt: '2024-04-17T14:00:00+07:00',
  endAt: '2024-04-17T16:00:00+07:00',
  place: 'Hội trường Phòng An ninh nội địa',
  link: null,
  chairId: 'P-01',
  secretaryId: 'P-03',
  host: 'Phòng An ninh nội địa',
  launchedBy: 'Đảng ủy, Lãnh đạo Phòng An ninh nội địa',
  inResponseTo: 'phong trào thi đua CCHC do Bộ Công an, Công an tỉnh phát động',
  context: null,
  witnesses: 'Lãnh đạo Phòng An ninh nội địa và toàn thể CBCS',
  guestsText: null,
  agenda: [
    {
      ordinal: 1,
      title: 'Ổn định tổ chức, tuyên bố lý do, giới thiệu đại biểu',
      minutes: 10,
      ownerId: 'P-03',
    },
    { ordinal: 2, title: 'Lễ phát động phong trào thi đua', minutes: 20, ownerId: 'P-01' },
    { ordinal: 3, title: 'Ký kết giao ước thi đua', minutes: 15, ownerId: 'P-03' },
    {
      ordinal: 4,
      title: 'Đối thoại về công tác cải cách hành chính',
      minutes: 60,
      ownerId: 'P-01',
    },
    { ordinal: 5, title: 'Kết luận, bế mạc', minutes: 15, ownerId: 'P-01' },
  ],
  guests: [
    { key: 'k1', name: 'Đại diện Phòng Tham mưu Công an tỉnh', mailbox: 'pv01@cat.test' },
    { key: 'k2', name: 'Ông Nguyễn Văn Khách, chuyên viên cải cách hành chính', mailbox: null },
  ],
  invitedSuperiorIds: [],
  summonedUnitIds: ['T-TH', 'T-1', 'T-2'],
};

/** One that closes 2023 and opens 2024 in the same sitting, half of it by link. */
const summary: ConferenceContent = {
  ...launch,
  kind: 'SUMMARY_AND_REGISTRATION',
  name: 'Hội nghị tổng kết công tác cải cách hành chính năm 2023 và đăng ký, cam kết thực hiện nhiệm vụ cải cách hành chính năm 2024',
  closesYear: 2023,
  opensYear: 2024,
  session: 'morning',
  startAt: '2024-04-17T08:00:00+07:00',
  endAt: '2024-04-17T10:30:00+07:00',
  link: 'https://hop.test/phong-1',
  witnesses: null,
};

const signer = { personId: 'P-01', capacity: null };
const common = { year: 2024, conferenceId: 'CONF-2024', conference: launch, signer };
const guests = { superiorIds: [], unitIds: [], guests: launch.guests };
const units = { superiorIds: [], unitIds: launch.summonedUnitIds, guests: [] };
const all = { ...guests, unitIds: launch.summonedUnitIds };
const cited = {
  paperId: 'invitation-2024-CONF-2024-v1',
  kind: 'Giấy mời',
  numberAndSymbol: '62/GM-ANNĐ',
  date: '2024-04-10',
};

export const invitation = (change: object = {}): ConferenceSource => ({
  kind: 'invitation',
  content: {
    ...common,
    subject: 'Dự Lễ phát động phong trào thi đua cải cách hành chính năm 2024',
    addressees: guests,
    sequence: 0,
    replaced: null,
    notes: ['Trang phục: thu đông'],
    ...change,
  },
});

export const replacing = invitation({
  sequence: 1,
  replaced: { ...cited, reason: 'Hội trường được dùng cho việc đột xuất' },
});

export const summons = (change: object = {}): ConferenceSource => ({
  kind: 'summons',
  content: {
    ...common,
    subject: 'Triệu tập dự Lễ phát động phong trào thi đua cải cách hành chính năm 2024',
    addressees: units,
    sequence: 0,
    replaced: null,
    requirements: ['Đội trưởng chuẩn bị ý kiến đối thoại'],
    ...change,
  },
});

export const cancellation: ConferenceSource = {
  kind: 'conference-cancellation',
  content: {
    ...common,
    subject: 'Không tổ chức Lễ phát động phong trào thi đua cải cách hành chính năm 2024',
    addressees: all,
    sequence: 1,
    cancelled: [cited, { ...cited, kind: 'Thông báo', numberAndSymbol: '63/TB-ANNĐ' }],
    reason: 'tình hình dịch bệnh',
  },
};

const attendance = {
  summoned: 48,
  present: 45,
  absentWithReason: 3,
  absentWithoutReason: 0,
  groups: [
    {
      name: 'Các đội công tác',
      summoned: 40,
      present: 38,
      absentWithReason: 2,
      absentWithoutReason: 0,
    },
    { name: 'Các đoàn thể', summoned: 8, present: 7, absentWithReason: 1, absentWithoutReason: 0 },
  ],
  guests: 'chuyên viên cải cách hành chính Phòng Tham mưu Công an tỉnh',
};

export const minutes = (change: object = {}): ConferenceSource => ({
  kind: 'minutes',
  content: {
    ...common,
    subject:
      'Lễ phát động phong trào thi đua và đối thoại về công tác cải cách hành chính năm 2024',
    addressees: all,
    startedAt: '2024-04-17T14:00:00+07:00',
    endedAt: '2024-04-17T16:00:00+07:00',
    attendance,
    minutes: {
      opening: 'Đồng chí thư ký tuyên bố lý do, giới thiệu đại biểu',
      course: [
        {
          title: 'Phát động',
          text: 'Đồng chí Trưởng phòng phát động phong trào thi đua với 05 nhiệm vụ trọng tâm',
        },
      ],
      questions:
        'Có 06 câu hỏi, ý kiến; Trưởng phòng trả lời trực tiếp 03, chuyển cấp trên 02, gộp 01',
      signing: 'Đại diện chỉ huy các đội công tác và đoàn thể ký kết giao ước thi đua',
      conclusion: 'Giao các đội, đoàn thể triển khai ngay nhiệm vụ đã ký giao ước',
      conclusionWork: [
        {
          assignmentId: 'KL-1',
          unitId: 'T-TH',
          dueOn: '2024-04-24',
          task: 'Tổng hợp ý kiến đối thoại, báo cáo Trưởng phòng',
        },
      ],
      readBack: true,
    },
    ...change,
  },
});

/** Of a summary conference, with nothing signed, asked or given as work. */
export const summaryMinutes = minutes({
  conference: summary,
  subject:
    'Hội nghị tổng kết công tác cải cách hành chính năm 2023 và đăng ký, cam kết thực hiện nhiệm vụ năm 2024',
  attendance: { ...attendance, groups: [], guests: null },
  minutes: {
    opening: 'Đồng chí thư ký tuyên bố lý do',
    course: [],
    questions: null,
    signing: null,
    conclusion: 'Các đội thực hiện nghiêm túc nhiệm vụ đã cam kết',
    conclusionWork: [],
    readBack: true,
  },
});

export const conclusion: ConferenceSource = {
  kind: 'conclusion',
  content: {
    ...common,
    subject:
      'Kết luận của đồng chí Trưởng phòng tại Lễ phát động phong trào thi đua cải cách hành chính năm 2024',
    addressees: all,
    minutes: { ...cited, kind: 'Biên bản', numberAndSymbol: '66/BB-ANNĐ', date: '2024-04-17' },
    points: [
      'Các đội, đoàn thể triển khai ngay nhiệm vụ đã ký giao ước',
      'Đội Tham mưu - Tổng hợp tổng hợp ý kiến đối thoại, báo cáo Trưởng phòng trước ngày 24/4/2024',
    ],
  },
};

export const programme: ConferenceFormSource = {
  kind: 'programme',
  content: { year: 2024, conference: summary },
  parentKind: 'invitation',
};

export const attendanceSheet: ConferenceFormSource = {
  kind: 'attendance-sheet',
  content: { year: 2024, conference: launch },
};
