import type { CheckSheetContent, QuarterReportContent } from '../../domain/check/check-content.ts';
import { NO_ADDRESSEES } from '../../domain/recipients.ts';
import { office } from './registration-fixture.ts';

/** The office with the leadership above it, and the units' domains of reform. */
export const checkedOffice = {
  ...office,
  superiors: [
    {
      id: 'S-1',
      kind: 'superior' as const,
      name: 'Giám đốc Công an tỉnh Nghệ An',
      mailbox: null,
      followsReform: false,
    },
    {
      id: 'S-2',
      kind: 'specialised' as const,
      name: 'Phòng Tham mưu Công an tỉnh',
      mailbox: null,
      followsReform: true,
    },
  ],
};

const shared = { direction: 'increase', baseline: null, evidence: [], note: null } as const;

/** The second quarter: four days late, with every grade that a quarter may have. */
export const quarterReport: QuarterReportContent = {
  year: 2024,
  subject: 'Kết quả công tác cải cách hành chính quý II và 6 tháng đầu năm 2024',
  signer: { personId: 'P-01', capacity: null },
  addressees: NO_ADDRESSEES,
  quarter: 'Q2',
  plannedOn: '2024-06-14',
  checkedOn: '2024-06-18',
  dataPeriod: { from: '2024-03-15', to: '2024-06-14' },
  resultsVersion: 1,
  issuedPlan: { number: 15, documentDate: '2024-01-15' },
  tasks: [
    {
      id: 'NV1',
      ordinal: 1,
      title: 'Rà soát, sửa đổi quy trình công tác',
      primaryDomain: office.domains[0]?.code ?? '',
      leadUnitId: 'T-1',
      indicators: [
        {
          ...shared,
          id: 'CT1',
          name: 'Quy trình được rà soát',
          unit: '%',
          target: 100,
          quarterTarget: 60,
          actuals: { Q1: 25, Q2: 60 },
          percent: 100,
          grade: 'ON_TRACK',
          evidence: ['Biên bản rà soát', 'Danh mục quy trình'],
        },
        {
          ...shared,
          id: 'CT2',
          name: 'Văn bản sửa đổi, ban hành mới',
          unit: 'văn bản',
          baseline: 1,
          target: 4,
          quarterTarget: 2,
          actuals: { Q1: null, Q2: 3 },
          percent: 150,
          grade: 'EXCEEDED',
          note: 'ban hành sớm 01 quy chế',
        },
      ],
    },
    {
      id: 'NV2',
      ordinal: 2,
      title: 'Giảm thời gian kiểm tra',
      primaryDomain: office.domains[1]?.code ?? '',
      leadUnitId: 'M-PN',
      indicators: [
        {
          ...shared,
          id: 'CT3',
          name: 'Số ngày kiểm tra được giảm',
          unit: 'ngày',
          target: 25,
          quarterTarget: 12,
          actuals: { Q1: 4, Q2: 9.5 },
          percent: 79.17,
          grade: 'BEHIND',
        },
        {
          ...shared,
          id: 'CT4',
          name: 'Mức độ hài lòng',
          unit: '%',
          target: 90,
          quarterTarget: 90,
          actuals: { Q1: 91, Q2: null },
          percent: null,
          grade: 'MISSING',
        },
      ],
    },
  ],
  visits: [
    { unitId: 'T-1', on: '2024-06-17', themes: ['Điều lệnh', 'Phòng, chống tác hại rượu, bia'] },
  ],
  works: [
    {
      assignmentId: '2024-Q1-DK-1-1',
      unitId: 'T-2',
      dueOn: '2024-03-27',
      task: 'Cập nhật sổ theo dõi.',
      phase: 'given',
      isOverdue: true,
    },
    {
      assignmentId: 'V-2',
      unitId: 'T-1',
      dueOn: '2024-05-02',
      task: 'Thay bảng tin',
      phase: 'done',
      isOverdue: false,
    },
  ],
  overview: {
    strengths: ['Các đội chủ động thực hiện', 'Số liệu báo cáo đúng hạn.'],
    weaknesses: ['Việc giảm thời gian kiểm tra còn chậm'],
    causes: [],
    directions: ['Đẩy nhanh tiến độ nhiệm vụ chậm'],
    proposals: [],
  },
  overrides: [],
};

export const checkSheet: CheckSheetContent = {
  year: 2024,
  quarter: 'Q2',
  visitId: 'DK-2',
  unitId: 'T-1',
  on: '2024-06-17',
  themes: ['Điều lệnh', 'Phòng, chống tác hại rượu, bia'],
  team: ['P-01'],
  strengths: 'Hồ sơ đầy đủ',
  weaknesses: null,
  findings: [
    { text: 'Chậm cập nhật sổ.', remedy: 'Cập nhật sổ theo dõi' },
    { text: 'Đã nhắc tại chỗ.', remedy: null },
  ],
  remedyDueOn: '2024-07-02',
  issuedPlan: { number: 15, documentDate: '2024-01-15' },
  headId: null,
  rows: [
    {
      taskTitle: 'Rà soát, sửa đổi quy trình công tác',
      name: 'Quy trình được rà soát',
      unit: '%',
      quarterTarget: 60,
      actual: 60,
      percent: 100,
      grade: 'ON_TRACK',
      evidence: ['Biên bản rà soát'],
    },
  ],
};
