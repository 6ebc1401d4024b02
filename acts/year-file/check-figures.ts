import { checkHeadcount } from '../../domain/attendance.ts';
import { checkTarget } from '../../domain/target.ts';
import { amendmentsOfYearFile } from './amendments-of-year-file.ts';
import type { YearFile } from './year-file.ts';

type Indicator = YearFile['plan']['tasks'][number]['indicators'][number];
type Change = YearFile['plan']['adjustments'][number]['changes'][number];

const keyOf = (taskId: string, indicatorId: string): string =>
  JSON.stringify([taskId, indicatorId]);

const checkTargets = ({ plan }: YearFile): void => {
  plan.tasks.forEach((task, index) => {
    task.indicators.forEach((indicator, position) => {
      const place = `/plan/tasks/${String(index)}/indicators/${String(position)}/target`;
      checkTarget(indicator, place);
    });
  });
};

const checkChange = (indicator: Indicator | undefined, change: Change, place: string): void => {
  if (!indicator || change.field !== 'target' || typeof change.to !== 'number') return;
  checkTarget({ ...indicator, target: change.to }, place);
};

const indicatorsById = (tasks: YearFile['plan']['tasks']): ReadonlyMap<string, Indicator> =>
  new Map(
    tasks.flatMap((task) =>
      task.indicators.map((indicator) => [keyOf(task.id, indicator.id), indicator]),
    ),
  );

const checkAdjustedTargets = ({ plan }: YearFile): void => {
  const indicators = indicatorsById(plan.tasks);
  plan.adjustments.forEach(({ changes }, index) => {
    changes.forEach((change, position) => {
      const indicator = indicators.get(keyOf(change.taskId, change.indicatorId ?? ''));
      const place = `/plan/adjustments/${String(index)}/changes/${String(position)}/to`;
      checkChange(indicator, change, place);
    });
  });
};

/** Targets that can be reached, adjustments of what can be adjusted, and headcounts that add up. */
export const checkFigures = (file: YearFile): void => {
  checkTargets(file);
  amendmentsOfYearFile(file);
  checkAdjustedTargets(file);
  const headcount = file.conference?.attendance.headcount;
  if (headcount) checkHeadcount(headcount, '/conference/attendance/headcount');
};
