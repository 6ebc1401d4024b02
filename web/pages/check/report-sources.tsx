import { readSourcedFigures, type SourcedFigure } from '../../../acts/check/confirmed-figures.ts';
import type {
  QuarterReportContent,
  ReportedIndicator,
  ReportOverride,
} from '../../../domain/check/check-content.ts';
import { yearStrandId } from '../../../workflows/contract.ts';
import { formatDateTime } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { Table, Tag } from '../../layout/content.tsx';
import { formatVietnameseNumber } from '../../layout/typed-values.ts';
import type { RunningCycle } from '../cycle/cycle-reading.ts';
import { readTrail, type TrailStep } from '../cycle/trail-reading.ts';
import { pathOfWork } from '../work/work-reading.ts';
import { findCheck, pathOfCheck } from './check-reading.ts';

interface SourcesProps {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly content: QuarterReportContent;
  readonly unitName: (unitId: string) => string;
}

interface Sources {
  readonly figures: readonly SourcedFigure[];
  readonly confirmations: readonly TrailStep[];
}

const readSources = async ({ c, cycle, content }: SourcesProps): Promise<Sources> => {
  const { stores } = c.get('deps').acts;
  const officeId = cycle.row.office_id;
  const { quarter } = content;
  const check = await findCheck(c, cycle, quarter);
  const id = yearStrandId(officeId, cycle.year, { kind: 'check', id: quarter });
  const [figures, trail] = await Promise.all([
    check ? readSourcedFigures(stores, officeId, check) : [],
    readTrail(stores, officeId, cycle.year),
  ]);
  const confirmations = trail.filter(
    ({ type, workflowId }) => type === 'FiguresConfirmed' && workflowId === id,
  );
  return { figures, confirmations };
};

const Otherwise = ({
  c,
  overrides,
}: {
  readonly c: WebContext;
  readonly overrides: readonly ReportOverride[];
}) => (
  <>
    {overrides.map(({ text, reason }) => (
      <div>
        <Tag tone="soon">{c.get('t')('check.source-put-otherwise')}</Tag>{' '}
        {c.get('t')('check.override-said', { text, reason })}
      </div>
    ))}
  </>
);

const Confirmed = ({
  cycle,
  step,
}: Pick<SourcesProps, 'cycle'> & { readonly step: TrailStep | undefined }) =>
  step ? (
    <>
      {step.event.by && `${cycle.nameOf(step.event.by.personId)}, `}
      {formatDateTime(step.at)}
    </>
  ) : null;

interface RowProps extends SourcesProps {
  readonly sources: Sources;
  readonly taskId: string;
  readonly indicator: ReportedIndicator;
  readonly overrides: readonly ReportOverride[];
}

const rowOf = ({
  c,
  cycle,
  content,
  unitName,
  sources,
  taskId,
  indicator,
  overrides,
}: RowProps) => {
  const t = c.get('t');
  const source = sources.figures.find(
    ({ figure }) => figure.taskId === taskId && figure.indicatorId === indicator.id,
  );
  const step = sources.confirmations.findLast(
    ({ event }) => event.unitId === source?.unitId && event.version === source?.version,
  );
  const actual = indicator.actuals[content.quarter] ?? null;
  return [
    <>
      {`${indicator.name} (${indicator.unit})`}
      <Otherwise c={c} overrides={overrides} />
    </>,
    actual === null ? t('summary.no-figure') : formatVietnameseNumber(actual),
    source ? (
      <a href={`${pathOfCheck(cycle.year, content.quarter)}/units/${source.unitId}`}>
        {t('check.source-version', { unit: unitName(source.unitId), version: source.version })}
      </a>
    ) : (
      t('shell.empty-value')
    ),
    source ? <Confirmed cycle={cycle} step={step} /> : t('shell.empty-value'),
  ];
};

const Works = ({ c, cycle, content }: SourcesProps) =>
  content.works.length === 0 ? null : (
    <>
      <p class="govuk-body">{c.get('t')('check.source-works')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {content.works.map(({ assignmentId, task }, at) => (
          <li>
            <a href={pathOfWork(cycle.year, assignmentId)}>{task}</a>
            <Otherwise
              c={c}
              overrides={content.overrides.filter(
                ({ path }) => path === `/works/${String(at)}/task`,
              )}
            />
          </li>
        ))}
      </ul>
    </>
  );

/** Of each figure of a quarter's report who reported and who confirmed it, and what was put otherwise. */
export const ReportSources = async (props: SourcesProps) => {
  const { c, content } = props;
  const t = c.get('t');
  const sources = await readSources(props);
  const overridesAt = (path: string) =>
    content.overrides.filter((one) => one.path.startsWith(`${path}/`));
  return (
    <>
      <Table
        caption={t('check.sources')}
        columns={[
          { label: t('check.source-indicator') },
          { label: t('check.source-figure'), isNumeric: true },
          { label: t('check.source-unit') },
          { label: t('check.source-confirmed') },
        ]}
        rows={content.tasks.flatMap(({ id, indicators }, at) =>
          indicators.map((indicator, position) => {
            const task = `/tasks/${String(at)}`;
            const overrides = [
              ...(position === 0
                ? content.overrides.filter(({ path }) => path === `${task}/title`)
                : []),
              ...overridesAt(`${task}/indicators/${String(position)}`),
            ];
            return rowOf({ ...props, sources, taskId: id, indicator, overrides });
          }),
        )}
      />
      <Works {...props} />
    </>
  );
};
