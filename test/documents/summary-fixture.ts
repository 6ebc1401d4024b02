import { stateChange, type PlanAmendmentContent } from '../../domain/amendment/plan-amendment.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import type { DraftSource } from '../../domain/paper-source.ts';
import { NO_ADDRESSEES } from '../../domain/recipients.ts';
import { figuresOfYear } from '../../domain/summary/figures-of-year.ts';
import { scoreTableOf } from '../../domain/summary/score-table.ts';
import type { YearReportContent } from '../../domain/summary/year-report.ts';
import {
  amendments2024,
  appraised2024,
  checks2024,
  criteria2024,
  plan2024,
  selfScores2024,
  tasks2024,
  text2024,
} from '../support/year-2024.ts';
import { office as smallOffice } from './registration-fixture.ts';

const [amendment = { effectiveOn: '2024-07-15', changes: [] }] = amendments2024;

/** At the end of the year: team 3 has gone into team 2, team 4 has another name. */
export const office: OfficeFacts = {
  ...smallOffice,
  date: '2024-12-12',
  units: [
    ...smallOffice.units.filter(({ id }) => id !== 'T-3'),
    { id: 'T-4', kind: 'team', name: 'Đội công tác số 3', abbreviation: 'Đ3' },
  ],
  otherUnits: [{ id: 'T-3', name: 'Đội công tác số 3 (cũ)' }],
  superiors: [
    {
      id: 'S-1',
      kind: 'superior',
      name: 'Lãnh đạo Công an tỉnh Nghệ An',
      mailbox: 'lanhdao@cat.test',
      followsReform: false,
    },
    {
      id: 'S-2',
      kind: 'specialised',
      name: 'Phòng Tham mưu Công an tỉnh Nghệ An',
      mailbox: 'thammuu@cat.test',
      followsReform: true,
    },
  ],
  domains: [
    { code: 'D1', name: 'Cải cách thể chế' },
    { code: 'D2', name: 'Cải cách thủ tục hành chính' },
    { code: 'D3', name: 'Cải cách tổ chức bộ máy hành chính nhà nước' },
    { code: 'D4', name: 'Cải cách chế độ công vụ' },
    { code: 'D5', name: 'Cải cách tài chính công' },
    { code: 'D6', name: 'Xây dựng, phát triển Chính phủ điện tử, Chính phủ số' },
  ],
};

const head = { year: 2024, signer: { personId: 'P-01', capacity: null } } as const;

export const amendmentOf = (change: Partial<PlanAmendmentContent> = {}): DraftSource => ({
  kind: 'plan-amendment',
  content: {
    ...head,
    subject: 'Điều chỉnh, bổ sung Kế hoạch số 15/KH-ANNĐ ngày 15 tháng 01 năm 2024',
    addressees: NO_ADDRESSEES,
    amendmentId: 'ADJ-1',
    amended: {
      paperId: 'plan-2024-v1',
      numberAndSymbol: '15/KH-ANNĐ',
      date: '2024-01-15',
      subject: 'Thực hiện công tác cải cách hành chính năm 2024 của Phòng An ninh nội địa',
    },
    reason: 'Sáp nhập Đội công tác số 3 vào Đội công tác số 2; nâng chỉ tiêu họp không giấy',
    effectiveOn: amendment.effectiveOn,
    changes: amendment.changes.map((one) => stateChange(plan2024.tasks, one)),
    ...change,
  },
});

export const yearReport = (change: Partial<YearReportContent> = {}): DraftSource => ({
  kind: 'year-report',
  content: {
    ...head,
    ...figuresOfYear(tasks2024, checks2024),
    subject: 'Kết quả công tác cải cách hành chính năm 2024, phương hướng, nhiệm vụ năm 2025',
    addressees: NO_ADDRESSEES,
    registration: { units: 7, registered: 6, declined: 1 },
    pledges: { required: 7, signed: 7 },
    dialogue: {
      asked: 6,
      answeredAtOnce: 2,
      answeredInWriting: 1,
      merged: 1,
      escalated: 2,
      escalatedOpen: 1,
    },
    openQuestions: ['Bổ sung máy quét cho các đội'],
    scores: scoreTableOf(criteria2024, selfScores2024, appraised2024),
    summary: text2024,
    ...change,
  },
});
