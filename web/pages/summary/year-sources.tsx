import { SUMMARY_PARTS, type SummaryPart } from '../../../domain/summary/year-end-summary.ts';
import type { YearReportContent } from '../../../domain/summary/year-report.ts';
import type { WebContext } from '../../environment.ts';
import { Table } from '../../layout/content.tsx';
import { formatVietnameseNumber } from '../../layout/typed-values.ts';
import {
  DoneBy,
  readFigureSources,
  sourceCells,
  type FigureSources,
} from '../check/figure-sources.tsx';
import type { RunningCycle } from '../cycle/cycle-reading.ts';
import { readTrail, type TrailStep } from '../cycle/trail-reading.ts';
import { pathOfDialogue, pathOfQuestion } from '../dialogue/dialogue-reading.ts';
import { overridesOf, overridesUnder, PutOtherwise } from '../drafts/report-overrides.tsx';
import { pathOfPledges } from '../pledge/pledge-reading.ts';
import { pathOfPeriod } from '../registration/period-reading.ts';
import { SourcesNote } from './summary-tables.tsx';

interface SourcesProps {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly content: YearReportContent;
  readonly unitName: (unitId: string) => string;
}

type FiguresProps = SourcesProps & { readonly checks: readonly FigureSources[] };

const Figures = ({ c, cycle, content, unitName, checks }: FiguresProps) => {
  const t = c.get('t');
  const none = t('shell.empty-value');
  const { overrides = [] } = content;
  return (
    <Table
      caption={t('summary.figure-sources')}
      columns={[
        { label: t('check.source-indicator') },
        { label: t('summary.quarter') },
        { label: t('check.source-figure'), isNumeric: true },
        { label: t('check.source-unit') },
        { label: t('check.source-confirmed') },
      ]}
      rows={content.tasks.flatMap(({ taskId, title, outcome, indicators }, at) =>
        indicators.length === 0 || checks.length === 0
          ? [
              [
                <>
                  {title}
                  <PutOtherwise t={t} overrides={overridesUnder(overrides, at)} />
                </>,
                none,
                outcome === null ? t('summary.undecided') : t(`summary.outcome-${outcome}`),
                none,
                none,
              ],
            ]
          : indicators.flatMap(({ id, name, unit, quarters }, position) =>
              checks.map((sources, index) => {
                const actual = quarters[sources.quarter];
                return [
                  <>
                    {`${name} (${unit})`}
                    {index === 0 && (
                      <PutOtherwise t={t} overrides={overridesOf(overrides, at, position)} />
                    )}
                  </>,
                  t(`summary.${sources.quarter}`),
                  actual === null ? t('summary.no-figure') : formatVietnameseNumber(actual),
                  ...sourceCells({ c, cycle, unitName, sources, taskId, indicatorId: id }),
                ];
              }),
            ),
      )}
    />
  );
};

/** What people wrote or scored: the version that the report was drawn from, who kept it and when. */
const partRow = ({ c, cycle }: SourcesProps, part: SummaryPart, version: number, trail: Steps) => {
  const t = c.get('t');
  const step = trail.findLast(
    ({ type, event }) =>
      type === 'SummaryPartKept' && event.part === part && event.version === version,
  );
  return [
    t(`summary.form-${part}`),
    t('summary.source-part', { version }),
    <DoneBy cycle={cycle} step={step} />,
  ];
};
type Steps = readonly TrailStep[];

/** What the year's other rooms counted: where each thing that was counted stands. */
const countRows = ({ c, cycle, content }: SourcesProps) => {
  const t = c.get('t');
  const { registration, pledges, dialogue } = content;
  const rooms = [
    { name: 'registered', counted: registration, path: pathOfPeriod(cycle.year) },
    { name: 'pledged', counted: pledges, path: pathOfPledges(cycle.year) },
    { name: 'dialogue', counted: dialogue, path: pathOfDialogue(cycle.year) },
  ] as const;
  return rooms.flatMap(({ name, counted, path }) =>
    counted === null
      ? []
      : [[t(`summary.${name}`), <a href={path}>{t('summary.source-list')}</a>, '']],
  );
};

const OpenQuestions = ({ c, cycle, content }: SourcesProps) => {
  const t = c.get('t');
  const { openQuestions, openQuestionIds = [], overrides = [] } = content;
  if (openQuestions.length === 0) return null;
  return (
    <>
      <p class="govuk-body">{t('summary.source-questions')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {openQuestions.map((text, at) => {
          const id = openQuestionIds[at];
          return (
            <li>
              {id === undefined ? (
                text
              ) : (
                <a href={pathOfQuestion({ year: cycle.year, questionId: id })}>{text}</a>
              )}
              <PutOtherwise
                t={t}
                overrides={overrides.filter(({ path }) => path === `/openQuestions/${String(at)}`)}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
};

/** Of each figure and sentence of a year's report where it comes from, and what was put otherwise. */
export const YearSources = async (props: SourcesProps) => {
  const { c, cycle, content } = props;
  const t = c.get('t');
  const trail = await readTrail(c.get('deps').acts.stores, cycle.row.office_id, cycle.year);
  const checks = await Promise.all(
    content.sources.map(({ quarter }) => readFigureSources(c, cycle, quarter, trail)),
  );
  const parts = SUMMARY_PARTS.flatMap((part) => {
    const version = content.parts?.[part];
    return version === undefined ? [] : [partRow(props, part, version, trail)];
  });
  return (
    <>
      <Figures {...props} checks={checks} />
      <SourcesNote t={t} sources={content.sources} />
      <Table
        caption={t('summary.other-sources')}
        columns={[
          { label: t('summary.source-of') },
          { label: t('summary.source-from') },
          { label: t('summary.source-kept') },
        ]}
        rows={[...parts, ...countRows(props)]}
      />
      <OpenQuestions {...props} />
    </>
  );
};
