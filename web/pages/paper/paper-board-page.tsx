import type { PaperRow } from '../../../adapters/database/papers.ts';
import type { PaperPhase } from '../../../domain/document-issue.ts';
import { formatDate, formatDateTime } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { Details } from '../../layout/content.tsx';
import { Radios } from '../../layout/choices.tsx';
import { ActForm, Button, errorOf, ErrorSummary } from '../../layout/forms.tsx';
import { Board, type BoardCard, type BoardColumn } from '../../layout/progress.tsx';
import { Frame } from '../../page-frame.tsx';
import type { FormError } from '../../refusal.ts';
import type { BoardView } from './paper-board-view.ts';
import { nameOfPaper } from './paper-names.ts';
import { RegisterTable } from './paper-register-table.tsx';
import { personName } from './paper-view.ts';

const COLUMNS = [
  { id: 'to-sign', phases: ['preparing', 'awaiting-signature', 'awaiting-digital-signature'] },
  { id: 'to-number', phases: ['awaiting-number'] },
  { id: 'to-stamp', phases: ['awaiting-stamp', 'awaiting-issue'] },
  { id: 'issued', phases: ['delivering', 'closed'] },
] as const satisfies readonly { id: string; phases: readonly PaperPhase[] }[];

const sinceOf = (t: Words, view: BoardView, paper: PaperRow): readonly string[] => {
  if (paper.issued_on !== null) {
    return [t('paper.issued-on', { date: formatDate(paper.issued_on) })];
  }
  const row = view.waiting.find(({ workflow_id }) => workflow_id === paper.workflow_id);
  return row ? [t('paper.waits-since', { when: formatDateTime(row.since) })] : [];
};

const cardOf = (t: Words, view: BoardView, paper: PaperRow): BoardCard => ({
  title: nameOfPaper(t, paper),
  href: `/papers/${paper.paper_id}`,
  lines: [
    t('paper.signed-by', { name: personName(view.people, paper.signer_id) }),
    ...sinceOf(t, view, paper),
  ],
  tag: {
    text: t(`paper.phase.${paper.phase}`),
    tone: paper.phase === 'closed' ? 'good' : 'busy',
  },
});

// What is done stands with its year; what is not done stands until it is.
const isShown = (view: BoardView, { issued_on }: PaperRow): boolean =>
  issued_on === null || Number(issued_on.slice(0, 4)) === view.year;

const columnsOf = (t: Words, view: BoardView): readonly BoardColumn[] =>
  COLUMNS.map(({ id, phases }) => ({
    id,
    title: t(`paper.column.${id}`),
    cards: view.papers
      .filter((paper) => phases.some((phase) => phase === paper.phase) && isShown(view, paper))
      .map((paper) => cardOf(t, view, paper)),
  }));

const Cancelled = ({ t, view }: { readonly t: Words; readonly view: BoardView }) => {
  const papers = view.papers.filter(({ phase }) => phase === 'cancelled');
  if (papers.length === 0) return null;
  return (
    <Details summary={t('paper.cancelled-papers', { count: papers.length })}>
      <ul class="govuk-list">
        {papers.map((paper) => (
          <li>
            <a href={`/papers/${paper.paper_id}`}>{nameOfPaper(t, paper)}</a>
          </li>
        ))}
      </ul>
    </Details>
  );
};

interface SeriesProps {
  readonly t: Words;
  readonly view: BoardView;
  readonly errors: readonly FormError[];
}

const NumberSeries = ({ t, view, errors }: SeriesProps) => {
  const series = view.office.number_series;
  return (
    <>
      <p>{t(`paper.series-is.${series}`)}</p>
      {view.mayKeepOffice && (
        <Details summary={t('paper.change-series')} isOpen={errors.length > 0}>
          <ActForm action="/papers">
            <Radios
              t={t}
              name="series"
              label={t('paper.series')}
              error={errorOf(errors, 'series')}
              value={series}
              options={(['external', 'owned'] as const).map((value) => ({
                value,
                label: t(`paper.series-choice.${value}`),
                hint: t(`paper.series-hint.${value}`),
              }))}
            />
            <Button>{t('paper.save-series')}</Button>
          </ActForm>
        </Details>
      )}
    </>
  );
};

const Years = ({ t, view }: { readonly t: Words; readonly view: BoardView }) =>
  view.years.length < 2 ? null : (
    <p>
      {t('paper.other-years')}{' '}
      {view.years
        .filter((year) => year !== view.year)
        .map((year) => (
          <>
            <a href={`/papers?year=${String(year)}`}>{year}</a>{' '}
          </>
        ))}
    </p>
  );

/** Where each paper stands, at a glance, and the outgoing register below. */
export const BoardPage = ({
  c,
  view,
  errors,
}: {
  readonly c: WebContext;
  readonly view: BoardView;
  readonly errors: readonly FormError[];
}) => {
  const t = c.get('t');
  return (
    <Frame c={c} title={t('paper.board')} hasError={errors.length > 0} backLink={{ href: '/' }}>
      <ErrorSummary t={t} errors={errors} />
      <h1 class="govuk-heading-l">{t('paper.board')}</h1>
      <Board t={t} columns={columnsOf(t, view)} />
      <Cancelled t={t} view={view} />
      <RegisterTable t={t} view={view} />
      <Years t={t} view={view} />
      <h2 class="govuk-heading-m">{t('paper.series')}</h2>
      <NumberSeries t={t} view={view} errors={errors} />
    </Frame>
  );
};
