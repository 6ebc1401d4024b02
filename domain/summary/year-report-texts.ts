import { textsOfTasks, type DrawnText } from '../report-texts.ts';
import type { YearReportContent } from './year-report.ts';

/** What may be put otherwise in a year's report: the words of tasks, indicators and open questions. */
export const textsOfYearReport = (
  report: YearReportContent,
): readonly DrawnText<YearReportContent>[] => [
  ...textsOfTasks(report.tasks, (tasks) => ({ ...report, tasks })),
  ...report.openQuestions.map((question, at) => ({
    path: `/openQuestions/${String(at)}`,
    text: question,
    put: (text: string) => ({ ...report, openQuestions: report.openQuestions.with(at, text) }),
  })),
];
