// The end of the reference year 2024 in our words: what its checks found, how it was scored, what was
// written about it.
import { amendmentsOfYearFile } from '../../acts/year-file/amendments-of-year-file.ts';
import { planOfYearFile } from '../../acts/year-file/plan-of-year-file.ts';
import { tasksInForce } from '../../domain/plan-in-force.ts';
import type { KeptResults } from '../../domain/summary/check-results.ts';
import type { SummaryText } from '../../domain/summary/year-report.ts';
import { readValue, referenceYear } from '../year-file/reference-year.ts';

const FILE = readValue(referenceYear());
export const plan2024 = planOfYearFile(FILE);
export const amendments2024 = amendmentsOfYearFile(FILE);
export const summary2024 = FILE.yearSummary!;

const leadOf = (taskId: string): string =>
  plan2024.tasks.find(({ id }) => id === taskId)?.leadUnitId ?? 'T-TH';

export const checks2024: readonly KeptResults[] = FILE.quarterChecks!.map((check) => ({
  version: 1,
  content: {
    quarter: check.quarter,
    checkedOn: check.checkedOn,
    results: check.results.map(({ taskId, indicatorId, actual, status, note, evidence }) => ({
      taskId,
      indicatorId,
      actual,
      grade: status,
      target: 0,
      percent: null,
      unitId: leadOf(taskId),
      note,
      evidence,
    })),
  },
}));

/** As in force at the check of the fourth quarter. */
export const tasks2024 = tasksInForce(plan2024.tasks, amendments2024, '2024-12-05');

const byDomain = Object.entries(summary2024.selfScore.byDomain);
export const criteria2024 = byDomain.map(([domain, [maxScore = 0]], index) => ({
  code: `TC${String(index + 1)}`,
  domain,
  name: `Kết quả thực hiện lĩnh vực ${domain}`,
  maxScore,
}));
export const selfScores2024 = byDomain.map(([, [, self = 0]], index) => ({
  code: `TC${String(index + 1)}`,
  self,
}));
export const appraised2024 = byDomain.map(([, [, self = 0, appraised = 0]], index) => ({
  code: `TC${String(index + 1)}`,
  appraised,
  differenceReason: self === appraised ? null : 'Minh chứng chưa đầy đủ.',
}));

export const text2024: SummaryText = {
  strengths: summary2024.strengths,
  weaknesses: summary2024.weaknesses,
  causes: summary2024.causes,
  lessons: ['Giao việc cho đơn vị tiếp nhận ngay khi sáp nhập.'],
  nextYearDirections: summary2024.nextYearDirections,
  proposals: [],
  commendations: summary2024.commendations,
};
