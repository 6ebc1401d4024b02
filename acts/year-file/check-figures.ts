import { DomainError } from '../../domain/errors.ts';
import { checkTarget } from '../../domain/target.ts';
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

const checkHeadcount = ({ conference }: YearFile): void => {
  if (!conference) return;
  const { summoned, present, absentWithReason } = conference.attendance.headcount;
  if (present + absentWithReason === summoned) return;
  const expected = `present + absentWithReason = ${String(summoned)}`;
  throw new DomainError(
    'not-schema',
    'who came and who did not must make up who was summoned',
    { present, absentWithReason, summoned, expected },
    '/conference/attendance/headcount',
  );
};

/** Targets that can be reached, and headcounts that add up. */
export const checkFigures = (file: YearFile): void => {
  checkTargets(file);
  checkAdjustedTargets(file);
  checkHeadcount(file);
};
