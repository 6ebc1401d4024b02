import type { YearGrade } from '../domain/grading.ts';
import type { TaskOutcome } from '../domain/outcomes.ts';
import type { Quarter } from '../domain/plan.ts';

/** Words of the year's report, beside those of its template. Approvals bind them. */
export const summaryWords = {
  asAbove: 'Như trên',
  noFigure: '-',
  steering: 'Công tác chỉ đạo, điều hành',
  total: 'Tổng cộng',
  quarters: { Q1: 'Quý I', Q2: 'Quý II', Q3: 'Quý III', Q4: 'Quý IV' } satisfies Record<
    Quarter,
    string
  >,
  grades: {
    EXCEEDED: 'Vượt',
    ACHIEVED: 'Đạt',
    NOT_ACHIEVED: 'Không đạt',
    MISSING: 'Chưa có số liệu',
  } satisfies Record<YearGrade, string>,
  outcomes: {
    EXCEEDED: 'hoàn thành vượt mức',
    ACHIEVED: 'hoàn thành',
    PARTIALLY_ACHIEVED: 'hoàn thành một phần',
    NOT_ACHIEVED: 'không hoàn thành',
    CARRIED_OVER: 'chuyển sang năm sau',
  } satisfies Record<TaskOutcome, string>,
  undecided: 'chưa xác định kết quả',
} as const;
