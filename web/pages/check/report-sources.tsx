import type { QuarterReportContent } from '../../../domain/check/check-content.ts';
import type { WebContext } from '../../environment.ts';
import { Table } from '../../layout/content.tsx';
import { formatVietnameseNumber } from '../../layout/typed-values.ts';
import type { RunningCycle } from '../cycle/cycle-reading.ts';
import { readTrail } from '../cycle/trail-reading.ts';
import { overridesOf, overridesUnder, PutOtherwise } from '../drafts/report-overrides.tsx';
import { pathOfWork } from '../work/work-reading.ts';
import { readFigureSources, sourceCells } from './figure-sources.tsx';

interface SourcesProps {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly content: QuarterReportContent;
  readonly unitName: (unitId: string) => string;
}

const Works = ({ c, cycle, content }: SourcesProps) =>
  content.works.length === 0 ? null : (
    <>
      <p class="govuk-body">{c.get('t')('check.source-works')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {content.works.map(({ assignmentId, task }, at) => (
          <li>
            <a href={pathOfWork(cycle.year, assignmentId)}>{task}</a>
            <PutOtherwise
              t={c.get('t')}
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
  const { c, cycle, content, unitName } = props;
  const t = c.get('t');
  const none = t('shell.empty-value');
  const { stores } = c.get('deps').acts;
  const trail = await readTrail(stores, cycle.row.office_id, cycle.year);
  const sources = await readFigureSources(c, cycle, content.quarter, trail);
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
        rows={content.tasks.flatMap((task, at) =>
          task.indicators.length === 0
            ? [
                [
                  <>
                    {task.title}
                    <PutOtherwise t={t} overrides={overridesUnder(content.overrides, at)} />
                  </>,
                  none,
                  none,
                  none,
                ],
              ]
            : task.indicators.map(({ id, name, unit, actuals }, position) => {
                const actual = actuals[content.quarter] ?? null;
                return [
                  <>
                    {`${name} (${unit})`}
                    <PutOtherwise t={t} overrides={overridesOf(content.overrides, at, position)} />
                  </>,
                  actual === null ? t('summary.no-figure') : formatVietnameseNumber(actual),
                  ...sourceCells({ c, cycle, unitName, sources, taskId: task.id, indicatorId: id }),
                ];
              }),
        )}
      />
      <Works {...props} />
    </>
  );
};
