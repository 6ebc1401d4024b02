import type { OfficeFacts, Person, Unit } from '../../domain/office.ts';
import type { RegistrationFormSource, PaperSource } from '../../domain/paper-source.ts';
import type { Indicator } from '../../domain/plan.ts';
import type {
  RegisteredTask,
  RegistrationContent,
  RegistrationListContent,
  RegistrationListEntry,
  RegistrationOpeningContent,
} from '../../domain/registration.ts';
import type { PaperDating, PaperStage } from '../../documents/paper.ts';

const team = (id: string, name: string, abbreviation: string): Unit => ({
  id,
  kind: 'team',
  name,
  abbreviation,
});

const person = (
  id: string,
  name: string,
  position: string,
  unitId: string | null,
  change: Partial<Person> = {},
): Person => ({
  id,
  fullName: name,
  rank: 'Thiếu tá',
  position,
  unitId,
  mailbox: `${id.toLowerCase()}@annd.test`,
  roles: ['teamLead'],
  ...change,
});

/** The office of the reference year 2024, five units of it. */
export const office: OfficeFacts = {
  officeId: 'annd',
  date: '2024-01-15',
  name: 'Phòng An ninh nội địa',
  parentName: 'Công an tỉnh Nghệ An',
  symbol: 'ANNĐ',
  placeName: 'Nghệ An',
  units: [
    team('T-TH', 'Đội Tham mưu - Tổng hợp', 'TH'),
    team('T-1', 'Đội công tác số 1', 'Đ1'),
    team('T-2', 'Đội công tác số 2', 'Đ2'),
    team('T-3', 'Đội công tác số 3', 'Đ3'),
    {
      id: 'M-PN',
      kind: 'massOrganisation',
      name: 'Hội Phụ nữ Phòng An ninh nội địa',
      abbreviation: 'PN',
    },
  ],
  people: [
    person('P-01', 'Nguyễn Văn Mẫu', 'Trưởng phòng', null, {
      rank: 'Thượng tá',
      roles: ['leader'],
    }),
    person('P-02', 'Trần Thí Dụ', 'Phó Trưởng phòng', null, {
      rank: 'Thượng tá',
      roles: ['deputyLeader'],
    }),
    person('P-03', 'Lê Thị Minh Họa', 'Đội trưởng Đội Tham mưu - Tổng hợp', 'T-TH', {
      rank: 'Trung tá',
      roles: ['teamLead', 'cycleCoordinator'],
    }),
    person('P-04', 'Phạm Giả Định', 'Đội trưởng Đội công tác số 1', 'T-1'),
    person('P-06', 'Vũ Thử Nghiệm', 'Đội trưởng Đội công tác số 2', 'T-2'),
    person('P-10', 'Đỗ Thị Bản Nháp', 'Chủ tịch Hội Phụ nữ', 'M-PN', {
      rank: '',
      mailbox: null,
      roles: ['massOrgHead'],
    }),
  ],
  superiors: [],
  domains: [
    { code: 'D1', name: 'Cải cách thể chế' },
    { code: 'D2', name: 'Cải cách thủ tục hành chính' },
    { code: 'D4', name: 'Cải cách chế độ công vụ' },
  ],
  legalBases: [],
};

const indicator = (
  id: string,
  name: string,
  unit: string,
  [baseline, target]: readonly [number | null, number],
  [Q1, Q2, Q3, Q4]: readonly [number, number, number, number],
): Indicator => ({
  id,
  name,
  unit,
  direction: baseline !== null && baseline > target ? 'decrease' : 'increase',
  aggregation: 'latest',
  baseline,
  target,
  quarterTargets: { Q1, Q2, Q3, Q4 },
});

const review: RegisteredTask = {
  id: 'n1',
  planTaskId: 'NV1',
  domain: 'D1',
  title: 'Rà soát, sửa đổi, bổ sung quy chế, quy trình công tác nội bộ',
  product: 'Quy chế, quy trình được sửa đổi, ban hành',
  performer: null,
  note: null,
  indicators: [
    indicator('c1', 'Tỷ lệ quy chế được rà soát', '%', [null, 100], [25, 60, 100, 100]),
    indicator('c2', 'Số quy chế được ban hành mới', 'văn bản', [0, 4], [0, 2, 3, 4]),
  ],
};

const speedUp: RegisteredTask = {
  id: 'n2',
  planTaskId: 'NV2',
  domain: 'D2',
  title: 'Cắt giảm thời gian xử lý văn bản, báo cáo nội bộ',
  product: 'Quy trình xử lý văn bản rút gọn',
  performer: 'Tổ văn thư - lưu trữ',
  note: 'Lồng ghép với chuyển đổi số',
  indicators: [
    indicator('c3', 'Thời gian xử lý một văn bản đến', 'ngày', [3, 2], [2.8, 2.5, 2.2, 2]),
  ],
};

const ownTask: RegisteredTask = {
  id: 'n3',
  planTaskId: null,
  domain: 'D4',
  title: 'Xây dựng bảng phân công nhiệm vụ theo vị trí công tác.',
  product: 'Bảng phân công nhiệm vụ',
  performer: null,
  note: null,
  indicators: [],
};

const registration = (
  unitId: string,
  headId: string,
  tasks: readonly RegisteredTask[],
): RegistrationContent => ({ year: 2024, unitId, headId, tasks });

export const ofTeam1 = registration('T-1', 'P-04', [review, speedUp, ownTask]);
export const ofTeam2 = registration('T-2', 'P-06', [{ ...review, note: 'Gửi bản giấy' }]);
const ofCoordinator = registration('T-TH', 'P-03', [speedUp]);
export const ofWomensUnion = registration('M-PN', 'P-10', [ownTask]);

const sharedTasks = [
  { key: 'NV1', joinedKeys: [], leadUnitId: 'T-1', unitIds: ['T-1', 'T-2'] },
  { key: 'NV2', joinedKeys: [], leadUnitId: 'T-TH', unitIds: ['T-TH', 'T-1'] },
] as const;

const entry = (
  unitId: string,
  standing: RegistrationListEntry['standing'],
  change: Partial<RegistrationListEntry> = {},
): RegistrationListEntry => ({
  unitId,
  round: 1,
  standing,
  version: standing === 'registered' ? 1 : null,
  isLate: false,
  declineReasonId: null,
  ...change,
});

export const openingContent: RegistrationOpeningContent = {
  year: 2024,
  subject: 'Về việc đăng ký nhiệm vụ cải cách hành chính năm 2024',
  signer: { personId: 'P-01', capacity: null },
  planVersion: 1,
  issuedPlan: { number: 15, documentDate: '2024-01-15' },
  opensOn: '2024-01-16',
  dueOn: '2024-02-05',
  unitIds: ['T-TH', 'T-1', 'T-2', 'T-3', 'M-PN'],
  requirements: [
    'mỗi đơn vị đăng ký ít nhất 01 nhiệm vụ trọng tâm',
    'Chỉ tiêu đăng ký không thấp hơn chỉ tiêu giao tại Kế hoạch.',
  ],
};

const listContent: RegistrationListContent = {
  year: 2024,
  subject: 'Kết quả phê duyệt đăng ký nhiệm vụ cải cách hành chính năm 2024',
  signer: { personId: 'P-02', capacity: 'KT.' },
  planVersion: 1,
  issuedPlan: { number: 15, documentDate: '2024-01-15' },
  entries: [
    entry('T-TH', 'registered'),
    entry('T-1', 'registered'),
    entry('T-2', 'registered', { isLate: true }),
    entry('T-3', 'missing'),
    entry('M-PN', 'declined', { declineReasonId: 'reason-1' }),
  ],
  sharedTasks,
};

export const opening = (change: Partial<RegistrationOpeningContent> = {}): PaperSource => ({
  kind: 'registration-opening',
  content: { ...openingContent, ...change },
});

type ResultSource = Extract<PaperSource, { kind: 'registration-result' }>;

export const result = (
  change: Partial<RegistrationListContent> = {},
  beside: Partial<ResultSource> = {},
): ResultSource => ({
  kind: 'registration-result',
  content: { ...listContent, ...change },
  registrations: [ofTeam2, ofCoordinator, ofTeam1],
  declineReasons: { 'reason-1': 'hội viên đã tham gia nhiệm vụ của các đội.' },
  ...beside,
});

export const form = (content: RegistrationContent): RegistrationFormSource => ({
  kind: 'registration-form',
  content,
  sharedTasks,
});

export const commitment = (content: RegistrationContent): RegistrationFormSource => ({
  kind: 'commitment',
  content,
  sharedTasks,
});

export const dating = (stage: PaperStage): PaperDating => {
  const isNumbered = stage === 'final' || stage === 'working-copy';
  return {
    stage,
    number: isNumbered ? 9 : null,
    date: isNumbered ? '2024-02-16' : null,
    confirmedAt: null,
  };
};
