import { DomainError } from '../errors.ts';
import type { QuarterReportContent, ReportOverride } from './check-content.ts';

// Words alone: a figure or a grade comes from what was confirmed, and from nowhere else.
const TASK_TITLE = /^\/tasks\/(\d+)\/title$/;
const INDICATOR_TEXT = /^\/tasks\/(\d+)\/indicators\/(\d+)\/(name|note)$/;
const WORK_TEXT = /^\/works\/(\d+)\/task$/;
const PATHS = [
  '/tasks/n/title',
  '/tasks/n/indicators/n/name',
  '/tasks/n/indicators/n/note',
  '/works/n/task',
];

const change = <Row>(rows: readonly Row[], at: string | undefined, by: (row: Row) => Row) => {
  const index = Number(at);
  return rows[index] === undefined
    ? null
    : rows.map((row, position) => (position === index ? by(row) : row));
};

const overrideTask = (
  content: QuarterReportContent,
  { path, text }: ReportOverride,
): QuarterReportContent | null => {
  const title = TASK_TITLE.exec(path);
  if (title) {
    const tasks = change(content.tasks, title[1], (task) => ({ ...task, title: text }));
    return tasks && { ...content, tasks };
  }
  const [, at, position, field] = INDICATOR_TEXT.exec(path) ?? [];
  const indicators = change(content.tasks[Number(at)]?.indicators ?? [], position, (one) =>
    field === 'name' ? { ...one, name: text } : { ...one, note: text },
  );
  const tasks = indicators && change(content.tasks, at, (task) => ({ ...task, indicators }));
  return tasks && { ...content, tasks };
};

const overrideText = (
  content: QuarterReportContent,
  override: ReportOverride,
): QuarterReportContent | null => {
  const [isWork, at] = WORK_TEXT.exec(override.path) ?? [];
  if (isWork === undefined) return overrideTask(content, override);
  const works = change(content.works, at, (work) => ({ ...work, task: override.text }));
  return works && { ...content, works };
};

/**
 * The report with other words where the system's own did not fit; why is kept with them.
 * @throws DomainError unknown-reference for a path that is no text of the report
 */
export const withOverrides = (
  content: QuarterReportContent,
  overrides: readonly ReportOverride[],
): QuarterReportContent =>
  overrides.reduce((report, override, index) => {
    const changed = overrideText(report, override);
    if (changed) return { ...changed, overrides: [...report.overrides, override] };
    throw new DomainError(
      'unknown-reference',
      'no text of the report that may be put otherwise',
      { given: override.path, expected: PATHS },
      `/overrides/${String(index)}/path`,
    );
  }, content);
