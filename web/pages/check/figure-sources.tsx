import { readSourcedFigures, type SourcedFigure } from '../../../acts/check/confirmed-figures.ts';
import type { Quarter } from '../../../domain/plan.ts';
import { formatDateTime } from '../../../locale/dates.ts';
import { yearStrandId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import type { RunningCycle } from '../cycle/cycle-reading.ts';
import type { TrailStep } from '../cycle/trail-reading.ts';
import { findCheck, pathOfCheck } from './check-reading.ts';

/** The confirmed figures of a check, and the steps that confirmed them. */
export interface FigureSources {
  readonly quarter: Quarter;
  readonly figures: readonly SourcedFigure[];
  readonly confirmations: readonly TrailStep[];
}

export const readFigureSources = async (
  c: WebContext,
  cycle: RunningCycle,
  quarter: Quarter,
  trail: readonly TrailStep[],
): Promise<FigureSources> => {
  const { stores } = c.get('deps').acts;
  const officeId = cycle.row.office_id;
  const id = yearStrandId(officeId, cycle.year, { kind: 'check', id: quarter });
  const check = await findCheck(c, cycle, quarter);
  return {
    quarter,
    figures: check ? await readSourcedFigures(stores, officeId, check) : [],
    confirmations: trail.filter(
      ({ type, workflowId }) => type === 'FiguresConfirmed' && workflowId === id,
    ),
  };
};

/** Who did a step, and when. */
export const DoneBy = ({
  cycle,
  step,
}: {
  readonly cycle: RunningCycle;
  readonly step: TrailStep | undefined;
}) =>
  step ? (
    <>
      {step.event.by && `${cycle.nameOf(step.event.by.personId)}, `}
      {formatDateTime(step.at)}
    </>
  ) : null;

interface CellsProps {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly unitName: (unitId: string) => string;
  readonly sources: FigureSources;
  readonly taskId: string;
  readonly indicatorId: string;
}

/** Two cells of a table: which unit reported the figure, in which version, and who confirmed it. */
export const sourceCells = ({ c, cycle, unitName, sources, taskId, indicatorId }: CellsProps) => {
  const t = c.get('t');
  const { quarter, figures, confirmations } = sources;
  const source = figures.find(
    ({ figure }) => figure.taskId === taskId && figure.indicatorId === indicatorId,
  );
  if (!source) return [t('shell.empty-value'), t('shell.empty-value')];
  const { unitId, version } = source;
  const step = confirmations.findLast(
    ({ event }) => event.unitId === unitId && event.version === version,
  );
  return [
    <a href={`${pathOfCheck(cycle.year, quarter)}/units/${unitId}`}>
      {t('check.source-version', { unit: unitName(unitId), version })}
    </a>,
    <DoneBy cycle={cycle} step={step} />,
  ];
};
