import {
  figuresContentId,
  type FiguresContent,
  type ReportedFigure,
} from '../../domain/check/check-content.ts';
import type { CheckedUnit, QuarterlyCheckState } from '../../domain/check/quarterly-check.ts';
import { gradeQuarter } from '../../domain/graded-figures.ts';
import type { CheckResult } from '../../domain/check/check-content.ts';
import type { ActDependencies } from '../act.ts';
import type { TaskInForce } from './plan-in-force.ts';

type Stores = Pick<ActDependencies, 'stores'>['stores'];

export const readFigures = async (
  stores: Stores,
  officeId: string,
  { year, quarter }: Pick<QuarterlyCheckState, 'year' | 'quarter'>,
  unitId: string,
  version: number,
): Promise<readonly ReportedFigure[]> => {
  const id = figuresContentId(year, quarter, unitId);
  const row = await stores.versions.find(officeId, 'check-figures', id, version);
  if (!row) throw new Error(`version ${String(version)} of ${id} is missing`);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by report-figures
  return (JSON.parse(row.text) as FiguresContent).figures;
};

const keyOf = ({ taskId, indicatorId }: Pick<ReportedFigure, 'taskId' | 'indicatorId'>): string =>
  JSON.stringify([taskId, indicatorId]);

/** By the order of their confirmation: where a task changed hands, the later unit's figure counts. */
const byConfirmation = (units: readonly CheckedUnit[]): readonly CheckedUnit[] =>
  units
    .filter(({ confirmed }) => confirmed !== null)
    .toSorted((left, right) => (left.at < right.at ? -1 : 1));

/** A figure with the unit that reported it, and the version of its report. */
export interface SourcedFigure {
  readonly figure: ReportedFigure;
  readonly unitId: string;
  readonly version: number;
}

/** Every figure that has been confirmed so far, one for each indicator, with its source. */
export const readSourcedFigures = async (
  stores: Stores,
  officeId: string,
  state: QuarterlyCheckState,
): Promise<readonly SourcedFigure[]> => {
  const figures = new Map<string, SourcedFigure>();
  for (const { unitId, confirmed } of byConfirmation(state.units ?? [])) {
    if (confirmed === null) continue;
    const rows = await readFigures(stores, officeId, state, unitId, confirmed);
    for (const figure of rows) figures.set(keyOf(figure), { figure, unitId, version: confirmed });
  }
  return [...figures.values()];
};

export const readConfirmedFigures = async (
  stores: Stores,
  officeId: string,
  state: QuarterlyCheckState,
): Promise<readonly ReportedFigure[]> =>
  (await readSourcedFigures(stores, officeId, state)).map(({ figure }) => figure);

/** Every indicator of the tasks with its figure and grade; what nobody reported is missing. */
export const gradedResults = (
  tasks: readonly TaskInForce[],
  { quarter }: Pick<QuarterlyCheckState, 'quarter'>,
  confirmed: readonly ReportedFigure[],
): readonly CheckResult[] => {
  const known = tasks.flatMap(({ task }) =>
    task.indicators.map(({ id }) => keyOf({ taskId: task.id, indicatorId: id })),
  );
  const figures = confirmed.filter((figure) => known.includes(keyOf(figure)));
  const graded = gradeQuarter(
    tasks.map(({ task }) => task),
    quarter,
    figures.map(({ taskId, indicatorId, actual }) => ({ taskId, indicatorId, actual })),
  );
  return graded.map((result) => {
    const figure = figures.find((one) => keyOf(one) === keyOf(result));
    return {
      ...result,
      unitId: tasks.find(({ task }) => task.id === result.taskId)?.unitId ?? null,
      note: figure?.note ?? '',
      evidence: figure?.evidence ?? [],
    };
  });
};
