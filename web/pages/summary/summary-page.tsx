import type { WebContext } from '../../environment.ts';
import { EmptyState, InsetText } from '../../layout/content.tsx';
import { ActForm, Button, ButtonLink, ErrorSummary } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import { pathOfCycle, readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { MomentFields } from '../paper/moment-fields.tsx';
import { PaperPreview } from '../registration/period-notice.tsx';
import { NOTHING_REFUSED, repeatedActId, type RefusedForm } from '../registration/period-press.ts';
import { namedIn } from './commend-page.tsx';
import { freshYearReport, yearReportContents } from './report-form.ts';
import { FORMS } from './summary-fields.ts';
import { pathOfSummary, readSummaryView, type SummaryView } from './summary-reading.ts';
import { CountsList, FiguresTable, OutcomesTable, ScoresTable } from './summary-tables.tsx';

const OpenForm = ({
  c,
  cycle,
  form,
}: {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly form: RefusedForm;
}) => {
  const t = c.get('t');
  return (
    <ActForm action={`${pathOfSummary(cycle.year)}/open`} actId={repeatedActId(form)}>
      <MomentFields c={c} cycle={cycle} form={form} />
      <Button>{t('summary.open')}</Button>
    </ActForm>
  );
};

const Standing = ({ c, view }: { readonly c: WebContext; readonly view: SummaryView }) => {
  const t = c.get('t');
  const { phase, report } = view.state;
  if (phase === 'open' && report === null) return null;
  return (
    <InsetText>
      {t(`summary.standing-${report?.phase ?? 'cancelled'}`)}
      {report && (report.phase === 'approved' || report.phase === 'issued') && (
        <>
          {' '}
          <a class="govuk-link" href={`/papers/${report.paperId}`}>
            {t('summary.see-report')}
          </a>
        </>
      )}
    </InsetText>
  );
};

const FormLinks = ({ c, view }: { readonly c: WebContext; readonly view: SummaryView }) => {
  const t = c.get('t');
  const { parts } = view.state;
  const needs = { self: parts.criteria, appraised: parts.self };
  const offered = [...FORMS, 'report' as const].filter((form) =>
    form === 'self' || form === 'appraised' ? needs[form] !== null : true,
  );
  return (
    <ul class="govuk-list">
      {offered.map((form) => (
        <li>
          <a class="govuk-link" href={`${pathOfSummary(view.cycle.year)}/${form}`}>
            {t(`summary.form-${form}`)}
          </a>
        </li>
      ))}
    </ul>
  );
};

const Commend = async ({ c, view }: { readonly c: WebContext; readonly view: SummaryView }) => {
  const { cycle, contents } = view;
  if (!namedIn(contents.text?.commendations)) return null;
  if (!(await hasPower(c, 'submitDraft', cycle.day))) return null;
  return (
    <ButtonLink kind="secondary" href={`${pathOfSummary(cycle.year)}/commendation`}>
      {c.get('t')('decisions.write-commend')}
    </ButtonLink>
  );
};

const Preview = async ({ c, view }: { readonly c: WebContext; readonly view: SummaryView }) => {
  const t = c.get('t');
  const { cycle } = view;
  const contents = await yearReportContents(c, view, freshYearReport(view));
  if (contents === null) return null;
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={`${pathOfSummary(cycle.year)}/report`}>
          {t('summary.figure-sources')}
        </a>
      </p>
      <PaperPreview
        c={c}
        title={t('check.report-preview')}
        source={{ kind: 'year-report', content: contents.content }}
        facts={cycle.facts}
        year={cycle.year}
      />
    </>
  );
};

const Opened = ({ c, view }: { readonly c: WebContext; readonly view: SummaryView }) => {
  const t = c.get('t');
  return (
    <>
      <Standing c={c} view={view} />
      {view.isWritable && <FormLinks c={c} view={view} />}
      <Commend c={c} view={view} />
      <CountsList t={t} view={view} />
      <OutcomesTable t={t} view={view} />
      <FiguresTable t={t} view={view} />
      <ScoresTable t={t} view={view} />
      <Preview c={c} view={view} />
    </>
  );
};

/** The year's summary: figures with their sources, outcomes, scores, and the report as it would be. */
export const summaryPage = async (c: WebContext, form: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  const view = await readSummaryView(c, cycle);
  const isLive = cycle.state.cancelled === null && cycle.state.closed === null;
  const mayOpen = isLive && (await hasPower(c, 'sumUpYear', cycle.day));
  const title = t('summary.title', { year: cycle.year });
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfCycle(cycle.year) }}
      hasError={form.errors.length > 0}
      stylesheets={['paper.css']}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {view ? (
        <Opened c={c} view={view} />
      ) : (
        <EmptyState title={t('summary.not-opened')}>
          <p>{t('summary.not-opened-hint')}</p>
        </EmptyState>
      )}
      {!view && mayOpen && <OpenForm c={c} cycle={cycle} form={form} />}
    </Frame>,
    form.status,
  );
};
