// What a year file says that a check found, as each unit in charge would have reported it.
import type { LocalDate } from '../../domain/local-date.ts';
import { tasksInForce } from '../../domain/plan-in-force.ts';
import { unitInCharge } from '../../domain/unit-in-charge.ts';
import { amendmentsOfYearFile } from '../year-file/amendments-of-year-file.ts';
import type { Assumption } from '../year-file/papers-of-year-file.ts';
import { planOfYearFile } from '../year-file/plan-of-year-file.ts';
import type { YearFile } from '../year-file/year-file.ts';
import type { YearToEnter } from './year-to-enter.ts';

export type CheckInFile = NonNullable<YearFile['quarterChecks']>[number];
type Result = CheckInFile['results'][number];

/** A unit with the figures that the file has of its tasks. */
export interface ReportingUnit {
  readonly unitId: string;
  readonly reporterId: string;
  readonly judgeId: string;
  readonly figures: readonly {
    readonly taskId: string;
    readonly indicatorId: string;
    readonly actual: number;
    readonly note: string | null;
    readonly evidence: readonly string[];
  }[];
}

const unitsByTask = (file: YearFile, on: LocalDate): ReadonlyMap<string, string | null> => {
  const spans = file.orgUnits.map(({ id, validTo, successorId = null }) => ({
    id,
    validTo,
    successorId,
  }));
  const tasks = tasksInForce(planOfYearFile(file).tasks, amendmentsOfYearFile(file), on);
  return new Map(tasks.map(({ id, leadUnitId }) => [id, unitInCharge(spans, leadUnitId, on)]));
};

const figureOf = ({ taskId, indicatorId, actual, note, evidence }: Result) => ({
  taskId,
  indicatorId,
  actual,
  note: note.trim() === '' ? null : note,
  evidence,
});

// The unit's head reports, and the coordinator judges; what the coordinator reports goes before the head.
const peopleOf = (year: YearToEnter, unitId: string, on: LocalDate) => {
  const coordinatorId = year.coordinatorOn(on);
  const reporterId = year.headOfUnitOn(unitId, on) ?? coordinatorId;
  return {
    reporterId,
    judgeId: reporterId === coordinatorId ? year.leaderOn(on) : coordinatorId,
  };
};

/** Who reported what to the check. An indicator of which the file has no figure is not reported. */
export const reportingUnits = (
  year: YearToEnter,
  { checkedOn, results }: CheckInFile,
  place: string,
): { readonly reporting: readonly ReportingUnit[]; readonly assumed: readonly Assumption[] } => {
  const unitOf = unitsByTask(year.file, checkedOn);
  const unitIds = [...new Set(results.map(({ taskId }) => unitOf.get(taskId) ?? null))];
  const reporting = unitIds.flatMap((unitId): ReportingUnit[] => {
    if (unitId === null) return [];
    const own = results.filter(({ taskId }) => unitOf.get(taskId) === unitId);
    return [{ unitId, ...peopleOf(year, unitId, checkedOn), figures: own.map(figureOf) }];
  });
  const because = 'the file has the figures, and not who reported and who confirmed them';
  return {
    reporting,
    assumed: [
      ...reporting.map(({ unitId, reporterId, judgeId }) => ({
        path: `${place}/results`,
        assumed: `${unitId} reported by ${reporterId} and confirmed by ${judgeId} on ${checkedOn}`,
        because,
      })),
      ...results.flatMap(({ taskId }, index) =>
        (unitOf.get(taskId) ?? null) === null
          ? [
              {
                path: `${place}/results/${String(index)}`,
                assumed: 'reported by nobody',
                because: 'the unit in charge has ended, and none took its work over',
              },
            ]
          : [],
      ),
    ],
  };
};
