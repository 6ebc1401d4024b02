import type { Quarter } from '../domain/plan.ts';
import { decisionWords } from './decision-papers.ts';
import { formatPaperDate } from './papers.ts';
import { lowerCase } from './vietnamese.ts';

interface Occasion {
  readonly year: number;
  readonly officeName: string;
  /** Who collects and drafts: a unit, or the office itself. */
  readonly draftedBy: string;
  readonly leaderPosition: string;
}

const WORK = 'công tác cải cách hành chính';
const IN_FORCE = 'Quyết định này có hiệu lực kể từ ngày ký.';
const RESPONSIBLE = 'chịu trách nhiệm thi hành Quyết định này';

/** The basis that every decision of an office has. */
export const usualBasis = (officeName: string): string =>
  `Căn cứ chức năng, nhiệm vụ, quyền hạn của ${officeName}`;

/** "Căn cứ Kế hoạch số 15/KH-ANNĐ ngày 15 tháng 01 năm 2024 của Phòng … về công tác …". */
export const planAsBasis = (
  { year, officeName }: Pick<Occasion, 'year' | 'officeName'>,
  plan: { readonly numberAndSymbol: string; readonly date: string },
): string =>
  `Căn cứ Kế hoạch số ${plan.numberAndSymbol} ${formatPaperDate(plan.date)} của ${officeName} về ${WORK} năm ${String(year)}`;

/** What an office usually says when it sets up who checks; its own words take their place. */
export const usualCheckTeam = (
  { year, draftedBy, leaderPosition }: Occasion,
  quarter: Quarter | null,
) => {
  const period = quarter === null ? '' : `${decisionWords.quarters[quarter]} `;
  return {
    subject: `Về việc thành lập Tổ kiểm tra ${WORK} ${period}năm ${String(year)}`,
    duties: [
      `Kiểm tra việc triển khai và kết quả thực hiện các nhiệm vụ, chỉ tiêu cải cách hành chính của đơn vị theo kế hoạch và nội dung đã đăng ký`,
      'Lập biên bản kiểm tra tại từng đơn vị; kiến nghị biện pháp, thời hạn khắc phục tồn tại, hạn chế',
      `Báo cáo kết quả kiểm tra với ${leaderPosition}`,
    ],
    execution: `${IN_FORCE} Tổ kiểm tra tự giải thể sau khi hoàn thành nhiệm vụ. ${draftedBy}, các đơn vị được kiểm tra và các đồng chí có tên tại Điều 1 ${RESPONSIBLE}`,
  };
};

/** What an office usually says when it commends. */
export const usualCommendation = ({ year, draftedBy }: Occasion) => ({
  subject: `Về việc khen thưởng thành tích trong ${WORK} năm ${String(year)}`,
  result: `Căn cứ kết quả thực hiện ${WORK} năm ${String(year)}`,
  merit: `đã có thành tích trong thực hiện ${WORK} năm ${String(year)}`,
  reward:
    'Mức tiền thưởng kèm theo hình thức khen thưởng thực hiện theo quy định của pháp luật về thi đua, khen thưởng',
  execution: `${IN_FORCE} ${draftedBy}, các đơn vị liên quan và các tập thể, cá nhân có tên tại Điều 1 ${RESPONSIBLE}`,
});

/** Whether a legal basis is of emulation and commendation. */
export const isOfCommendation = (citation: string): boolean =>
  lowerCase(citation).includes('khen thưởng');
