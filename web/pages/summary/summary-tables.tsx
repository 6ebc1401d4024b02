import { QUARTERS } from '../../../domain/plan.ts';
import type { FiguresOfYear, IndicatorOfYear } from '../../../domain/summary/figures-of-year.ts';
import { formatDate } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import { InsetText, SummaryList, Table } from '../../layout/content.tsx';
import { formatVietnameseNumber } from '../../layout/typed-values.ts';
import type { SummaryView } from './summary-reading.ts';

interface TableProps {
  readonly t: Words;
  readonly view: SummaryView;
}

const figure = (t: Words, value: number | null): string =>
  value === null ? t('summary.no-figure') : formatVietnameseNumber(value);

const indicatorRow = (t: Words, indicator: IndicatorOfYear, ordinal: number): string[] => [
  `${String(ordinal)}. ${indicator.name} (${indicator.unit})`,
  figure(t, indicator.baseline),
  formatVietnameseNumber(indicator.target),
  ...QUARTERS.map((quarter) => figure(t, indicator.quarters[quarter])),
  indicator.percent === null
    ? t('shell.empty-value')
    : `${formatVietnameseNumber(indicator.percent)}%`,
  t(`summary.grade-${indicator.grade}`),
];

/** Which checks the year's figures come from. */
export const SourcesNote = ({
  t,
  sources,
}: {
  readonly t: Words;
  readonly sources: FiguresOfYear['sources'];
}) => (
  <InsetText>
    {sources.length === 0
      ? t('summary.no-sources')
      : t('summary.sources', {
          sources: sources
            .map(({ quarter, checkedOn, version }) =>
              t('summary.source', {
                quarter: t(`summary.${quarter}`),
                date: formatDate(checkedOn),
                version,
              }),
            )
            .join('; '),
        })}
  </InsetText>
);

/** Every indicator of the year, by quarters, and where its figures come from. */
export const FiguresTable = ({ t, view }: TableProps) => {
  const { sources, tasks } = view.figures;
  return (
    <>
      <Table
        caption={t('summary.figures')}
        columns={[
          { label: t('summary.indicator') },
          { label: t('summary.year-before'), isNumeric: true },
          { label: t('summary.target'), isNumeric: true },
          ...QUARTERS.map((quarter) => ({ label: t(`summary.${quarter}`), isNumeric: true })),
          { label: t('summary.percent'), isNumeric: true },
          { label: t('summary.grade') },
        ]}
        rows={tasks.flatMap(({ ordinal, indicators }) =>
          indicators.map((indicator) => indicatorRow(t, indicator, ordinal)),
        )}
      />
      <SourcesNote t={t} sources={sources} />
    </>
  );
};

/** What became of each task. */
export const OutcomesTable = ({ t, view }: TableProps) => (
  <Table
    caption={t('summary.outcomes')}
    columns={[
      { label: t('summary.task') },
      { label: t('summary.lead') },
      { label: t('summary.outcome') },
    ]}
    rows={view.figures.tasks.map(({ ordinal, title, leadUnitId, outcome, carriedReason }) => [
      `${ordinal}. ${title}`,
      view.unitName(leadUnitId),
      [outcome === null ? t('summary.undecided') : t(`summary.outcome-${outcome}`), carriedReason]
        .filter((words) => words !== null)
        .join(': '),
    ])}
  />
);

/** The year in counts. */
export const CountsList = ({ t, view }: TableProps) => {
  const { counts } = view.figures;
  const { registration, pledges, dialogue } = view.counts;
  const none = t('shell.empty-value');
  return (
    <SummaryList
      rows={[
        {
          key: t('summary.indicators'),
          value: t('summary.indicator-counts', {
            indicators: counts.indicators,
            exceeded: counts.exceeded,
            achieved: counts.achieved,
            missed: counts.notAchieved,
            missing: counts.missing,
          }),
        },
        {
          key: t('summary.registered'),
          value: registration ? `${registration.registered}/${registration.units}` : none,
        },
        {
          key: t('summary.pledged'),
          value: pledges ? `${pledges.signed}/${pledges.required}` : none,
        },
        {
          key: t('summary.dialogue'),
          value: dialogue
            ? t('summary.dialogue-counts', {
                asked: dialogue.asked,
                escalated: dialogue.escalated,
                open: dialogue.escalatedOpen,
              })
            : none,
        },
      ]}
    />
  );
};

/** The office's criteria with its own scores and the appraisal. */
export const ScoresTable = ({ t, view }: TableProps) => {
  const { scores } = view;
  if (!scores) return <p class="govuk-body">{t('summary.no-scores')}</p>;
  const { rows, totals } = scores;
  return (
    <Table
      caption={t('summary.scores')}
      columns={[
        { label: t('summary.criterion') },
        { label: t('summary.max'), isNumeric: true },
        { label: t('summary.self'), isNumeric: true },
        { label: t('summary.appraised'), isNumeric: true },
        { label: t('summary.difference') },
      ]}
      rows={[
        ...rows.map((row) => [
          `${row.code}. ${row.name}`,
          formatVietnameseNumber(row.maxScore),
          formatVietnameseNumber(row.self),
          figure(t, row.appraised),
          row.differenceReason ?? t('shell.empty-value'),
        ]),
        [
          t('summary.total'),
          formatVietnameseNumber(totals.max),
          formatVietnameseNumber(totals.self),
          figure(t, totals.appraised),
          t('shell.empty-value'),
        ],
      ]}
    />
  );
};
