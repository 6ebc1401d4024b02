import { countQuestions } from '../../../domain/dialogue/question-end.ts';
import { askedQuestion, type QuestionState } from '../../../domain/dialogue/question.ts';
import type { SummarisedQuestion } from '../../../domain/dialogue/summary-content.ts';
import type { UpwardContent } from '../../../domain/dialogue/upward-content.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import type { PaperSource } from '../../../domain/paper-source.ts';
import { office } from '../registration-fixture.ts';

const body = (id: string, name: string, kind: 'superior' | 'specialised') => ({
  id,
  name,
  kind,
  mailbox: null,
  followsReform: false,
});
export const facts: OfficeFacts = {
  ...office,
  date: '2024-04-22',
  domains: [...office.domains, { code: 'D6', name: 'Hiện đại hóa nền hành chính' }],
  superiors: [
    body('SUP-LDCAT', 'Lãnh đạo Công an tỉnh', 'superior'),
    body('SUP-PH10', 'Phòng Hậu cần Công an tỉnh', 'specialised'),
  ],
};

export const upward = (change: Partial<UpwardContent> = {}): UpwardContent => ({
  year: 2024,
  subject: 'Chuyển kiến nghị của cán bộ, chiến sĩ về trang thiết bị số hóa',
  signer: { personId: 'P-01', capacity: null },
  addressees: { superiorIds: ['SUP-LDCAT', 'SUP-PH10'], unitIds: [], guests: [] },
  questions: [
    {
      questionId: 'CH-2',
      text: 'Đề nghị trang bị thêm máy tính, máy quét phục vụ số hóa hồ sơ.',
      domain: 'D6',
      askedByUnitId: 'T-2',
      askedById: 'P-06',
      askedOn: '2024-04-17',
      isFromConference: true,
      reason: 'kinh phí trang bị do cấp trên cấp',
    },
    {
      questionId: 'CH-3',
      text: 'Đề nghị nâng cấp đường truyền',
      domain: 'D6',
      askedByUnitId: null,
      askedById: null,
      askedOn: '2024-04-02',
      isFromConference: false,
      reason: 'đường truyền do cấp trên quản lý',
    },
  ],
  dueOn: '2024-05-22',
  ...change,
});
export const slip: PaperSource = { kind: 'transfer-slip', content: upward() };
export const submission: PaperSource = {
  kind: 'submission',
  content: upward({
    subject: 'Về trang thiết bị số hóa',
    addressees: { superiorIds: ['SUP-LDCAT'], unitIds: [], guests: [] },
  }),
};

const asked = (id: string, change: Partial<QuestionState> = {}): QuestionState => ({
  ...askedQuestion(
    2024,
    {
      kind: 'question',
      id,
      contentVersion: 1,
      domain: 'D2',
      isAnonymous: false,
      askedByUnitId: 'T-1',
      askedById: 'P-04',
      conferenceId: 'HN-1',
    },
    { clock: { mode: 'live' }, openedAt: '2024-04-17T09:30:00+07:00' },
  ),
  ...change,
});
const at = '2024-04-17T10:00:00+07:00';
const said = { version: 1, isLegitimate: true, answeredById: 'P-01', at } as const;
const work = {
  strand: {
    kind: 'assignment',
    id: 'V-1',
    source: { kind: 'question', ownerId: null },
    unitId: 'T-TH',
    dueOn: '2024-05-17',
    contentVersion: 1,
  },
  by: { personId: 'P-01', roleId: 'leader', delegationId: null, capacity: null },
  isOpened: true,
  ended: 'done',
} as const;
const passedUp = {
  form: 'transfer-slip',
  superiorIds: ['SUP-LDCAT', 'SUP-PH10'],
  dueOn: '2024-05-22',
  at,
} as const;

const row = (
  state: QuestionState,
  text: string,
  answer: string | null,
  rest: Partial<SummarisedQuestion> = {},
): SummarisedQuestion => ({ state, text, answer, reply: null, slipNumber: null, ...rest });

const rows: readonly SummarisedQuestion[] = [
  row(
    asked('CH-1', { phase: 'answered', answer: { ...said, how: 'at-conference' }, work }),
    'Đề nghị giảm số lượng báo cáo nội bộ có nội dung trùng nhau.',
    'Thống nhất; giao Đội Tham mưu - Tổng hợp rà soát.',
  ),
  row(
    asked('CH-2', {
      phase: 'replied',
      answer: { ...said, how: null },
      passedUp,
      reply: { version: 1, date: '2024-05-20', issuerId: 'SUP-PH10', at },
    }),
    'Đề nghị trang bị thêm máy quét.',
    'Kiến nghị chính đáng; đề xuất cấp trên.',
    { slipNumber: '69/PC-ANNĐ', reply: { text: 'Đưa vào nhu cầu năm 2025.', number: '12/PH10' } },
  ),
  row(
    asked('CH-3', { phase: 'passed-up', answer: { ...said, how: null }, passedUp }),
    'Đề nghị nâng cấp phần mềm.',
    'Tiếp thu.',
    { slipNumber: '70/PC-ANNĐ' },
  ),
  row(
    asked('CH-5', {
      phase: 'answered',
      isAnonymous: true,
      askedById: null,
      askedByUnitId: null,
      answer: { ...said, how: 'in-writing', isLegitimate: false },
    }),
    'Đề nghị công khai kinh phí.',
    'Công khai hằng quý.',
  ),
  row(
    asked('CH-6', { phase: 'merged', merged: { intoId: 'CH-1', at, isPassedOn: true } }),
    'Đề nghị bỏ báo cáo giấy.',
    null,
  ),
  row(asked('CH-7'), 'Đề nghị thêm chỗ để xe.', null),
];
export const summary: PaperSource = {
  kind: 'dialogue-summary',
  content: {
    year: 2024,
    day: '2024-06-03',
    questions: rows,
    counts: countQuestions(
      rows.map(({ state }) => state),
      '2024-06-03',
    ),
  },
};
