import { DomainError } from './errors.ts';

/** A text that stands on the paper in place of the one that the system drew, and why. */
export interface ReportOverride {
  readonly path: string;
  readonly text: string;
  readonly reason: string;
}

/** Words of a report that people may put otherwise. Figures and grades are none: they were confirmed. */
export interface DrawnText<Report> {
  /** JSON pointer into the report. */
  readonly path: string;
  /** null: nothing is said there. */
  readonly text: string | null;
  readonly put: (text: string) => Report;
}

interface TaskTexts {
  readonly title: string;
  readonly indicators: readonly { readonly name: string; readonly note?: string | null }[];
}

/** Titles of a report's tasks, names of their indicators, and what is noted of these. */
export const textsOfTasks = <Task extends TaskTexts, Report>(
  tasks: readonly Task[],
  putTasks: (tasks: readonly Task[]) => Report,
): readonly DrawnText<Report>[] =>
  tasks.flatMap((task, at) => {
    const path = `/tasks/${String(at)}`;
    const change = (changed: Partial<TaskTexts>): Report =>
      putTasks(tasks.with(at, { ...task, ...changed }));
    const ofIndicators = task.indicators.flatMap((one, position) => {
      const place = `${path}/indicators/${String(position)}`;
      const changeOne = (changed: Partial<TaskTexts['indicators'][number]>): Report =>
        change({ indicators: task.indicators.with(position, { ...one, ...changed }) });
      const putName = (name: string): Report => changeOne({ name });
      const putNote = (note: string): Report => changeOne({ note });
      return [
        { path: `${place}/name`, text: one.name, put: putName },
        ...(one.note === undefined
          ? []
          : [{ path: `${place}/note`, text: one.note, put: putNote }]),
      ];
    });
    const putTitle = (title: string): Report => change({ title });
    return [{ path: `${path}/title`, text: task.title, put: putTitle }, ...ofIndicators];
  });

/**
 * The report with other words where the system's own did not fit; why is kept with them.
 * @throws DomainError unknown-reference for a path that is no text of the report
 */
export const withOverrides = <Report extends { readonly overrides?: readonly ReportOverride[] }>(
  report: Report,
  overrides: readonly ReportOverride[],
  textsOf: (report: Report) => readonly DrawnText<Report>[],
): Report =>
  overrides.reduce((before, override, index) => {
    const texts = textsOf(before);
    const place = texts.find(({ path }) => path === override.path);
    if (place) {
      return { ...place.put(override.text), overrides: [...(before.overrides ?? []), override] };
    }
    throw new DomainError(
      'unknown-reference',
      'no text of the report that may be put otherwise',
      { given: override.path, expected: texts.map(({ path }) => path) },
      `/overrides/${String(index)}/path`,
    );
  }, report);
