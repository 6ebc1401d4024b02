import type { AssignmentPhase } from '../domain/assignment.ts';
import type { Grade } from '../domain/grading.ts';
import type { Quarter } from '../domain/plan.ts';

/** Words of the papers of a quarter's check, beside those of their templates. Approvals bind them. */
export const checkWords = {
  grades: {
    EXCEEDED: 'Vượt',
    ON_TRACK: 'Đúng tiến độ',
    BEHIND: 'Chậm tiến độ',
    ACHIEVED: 'Đạt',
    NOT_ACHIEVED: 'Không đạt',
    MISSING: 'Chưa có số liệu',
  } satisfies Readonly<Record<Grade, string>>,
  quarters: { Q1: 'I', Q2: 'II', Q3: 'III', Q4: 'IV' } satisfies Readonly<Record<Quarter, string>>,
  works: {
    given: 'đang thực hiện',
    returned: 'đang thực hiện',
    reported: 'đã báo cáo, chờ xác nhận',
    done: 'đã hoàn thành',
    cancelled: 'thôi thực hiện',
  } satisfies Readonly<Record<AssignmentPhase, string>>,
  overdue: 'quá hạn',
  nextQuarter: 'quý',
  nextYear: 'năm',
  noUnit: 'chưa có đơn vị chủ trì',
  sheetTitle: 'Biên bản kiểm tra việc thực hiện nhiệm vụ cải cách hành chính quý',
} as const;

/** "quý II", or after the last "năm 2025": what the report looks ahead to. */
export const periodAfter = (quarter: Quarter, year: number): string => {
  const next = { Q1: 'Q2', Q2: 'Q3', Q3: 'Q4', Q4: null } as const;
  const following = next[quarter];
  return following === null
    ? `${checkWords.nextYear} ${String(year + 1)}`
    : `${checkWords.nextQuarter} ${checkWords.quarters[following]}`;
};
