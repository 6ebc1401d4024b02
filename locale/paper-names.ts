import type { PaperKind } from '../domain/paper-kind.ts';
import { displayNumber } from '../domain/recipients.ts';
import type { FormKind } from '../domain/template-kind.ts';

export const KIND_NAMES: Readonly<Record<PaperKind, string>> = {
  plan: 'Kế hoạch',
  'registration-opening': 'Thông báo',
  'registration-result': 'Thông báo',
  correction: 'Công văn',
  recall: 'Công văn',
  'plan-amendment': 'Kế hoạch',
  'year-report': 'Báo cáo',
  pledge: 'Giao ước thi đua',
  invitation: 'Giấy mời',
  summons: 'Thông báo',
  'conference-cancellation': 'Thông báo',
  minutes: 'Biên bản',
  conclusion: 'Thông báo',
  submission: 'Tờ trình',
  'transfer-slip': 'Phiếu chuyển',
  'quarter-report': 'Báo cáo',
  letter: 'Công văn',
  notice: 'Thông báo',
  report: 'Báo cáo',
  'news-item': 'Tin bài',
  'check-team-decision': 'Quyết định',
  'commendation-decision': 'Quyết định',
};

export const FORM_NAMES: Readonly<Record<FormKind, string>> = {
  'registration-form': 'Bản đăng ký',
  commitment: 'Bản cam kết',
  'blank-registration-form': 'Bản đăng ký trống',
  'pledge-sheet': 'Bản giao ước, cam kết để ký',
  programme: 'Chương trình',
  'attendance-sheet': 'Danh sách đại biểu và ký tên',
  'question-slip': 'Phiếu hỏi',
  'dialogue-summary': 'Bảng tổng hợp ý kiến đối thoại',
  'check-sheet': 'Biên bản kiểm tra',
  'approval-slip': 'Phiếu trình',
  'hand-over-list': 'Danh sách giao nhận văn bản',
};
const WORKING_COPY = 'bản làm việc';
const ENCLOSURE = 'Chương trình';
const ENCLOSED_WITH = 'kèm';

/** `symbol`: what stands behind the number, "KH-ANNĐ"; both null where the kind gets no number. */
export interface NamedPaper {
  readonly kind: PaperKind;
  readonly number: number | null;
  readonly symbol: string | null;
}

/** "15/KH-ANNĐ"; null where the paper has no number, or none yet. */
export const numberAndSymbol = ({
  number,
  symbol,
}: Pick<NamedPaper, 'number' | 'symbol'>): string | null =>
  number === null || symbol === null ? null : `${displayNumber(number)}/${symbol}`;

/** "Kế hoạch số 15/KH-ANNĐ", or "Giao ước thi đua". */
export const titleOf = (paper: NamedPaper): string => {
  const number = numberAndSymbol(paper);
  return number === null ? KIND_NAMES[paper.kind] : `${KIND_NAMES[paper.kind]} số ${number}`;
};

// A slash can't stand in a file name; the letters stay Vietnamese, as people search for them.
export const paperFileName = (paper: NamedPaper, ending: 'pdf' | 'docx'): string => {
  const name = titleOf(paper).replaceAll('/', '-');
  return ending === 'docx' ? `${name} (${WORKING_COPY}).docx` : `${name}.pdf`;
};

/** "Chương trình (kèm Giấy mời số 62-GM-ANNĐ).pdf". */
export const enclosureFileName = (paper: NamedPaper, ending: 'pdf' | 'docx'): string =>
  `${ENCLOSURE} (${ENCLOSED_WITH} ${titleOf(paper).replaceAll('/', '-')}).${ending}`;
