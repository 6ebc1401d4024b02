import { textsOfTasks, type DrawnText } from '../report-texts.ts';
import type { QuarterReportContent } from './check-content.ts';

/** What may be put otherwise in a quarter's report: the words of tasks, indicators, notes and work. */
export const textsOfQuarterReport = (
  report: QuarterReportContent,
): readonly DrawnText<QuarterReportContent>[] => [
  ...textsOfTasks(report.tasks, (tasks) => ({ ...report, tasks })),
  ...report.works.map((work, at) => ({
    path: `/works/${String(at)}/task`,
    text: work.task,
    put: (task: string) => ({ ...report, works: report.works.with(at, { ...work, task }) }),
  })),
];
