import type { CheckResult } from '../../../domain/check/check-content.ts';
import { isCheckOver, isReported } from '../../../domain/check/quarterly-check.ts';
import { formatDate } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { DateInput } from '../../layout/choices.tsx';
import { EmptyState, InsetText, Table } from '../../layout/content.tsx';
import { ActForm, Button, ButtonLink, ErrorSummary, errorOf } from '../../layout/forms.tsx';
import { formatVietnameseNumber, readDateInput } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { hasPower, mayGiveOccurredAt } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';
import { readRunningCycle } from '../cycle/cycle-reading.ts';
import { OccurredAtFields } from '../paper/paper-moment.tsx';
import { NOTHING_REFUSED, repeatedActId, type RefusedForm } from '../registration/period-press.ts';
import {
  pathOfCheck,
  pathOfChecks,
  quarterOn,
  readCheckView,
  readGraded,
  romanOf,
  type CheckView,
} from './check-reading.ts';
import { paperToReplace } from './report-form.ts';
import { CheckTag, heldWords } from './checks-page.tsx';

interface ViewProps {
  readonly c: WebContext;
  readonly view: CheckView;
}

const Units = ({ c, view }: ViewProps) => {
  const t = c.get('t');
  const path = pathOfCheck(view.cycle.year, view.quarter);
  return (
    <Table
      caption={t('check.units')}
      columns={[{ label: t('check.unit') }, { label: t('check.standing') }]}
      rows={(view.check.units ?? []).map(({ unitId, standing }) => [
        <a class="govuk-link" href={`${path}/units/${unitId}`}>
          {view.unitName(unitId)}
        </a>,
        t(`check.unit-${standing}`),
      ])}
    />
  );
};

const shown = (value: number | null): string =>
  value === null ? '' : formatVietnameseNumber(value);

const Results = ({ c, view, results }: ViewProps & { results: readonly CheckResult[] }) => {
  const t = c.get('t');
  const indicatorOf = ({ taskId, indicatorId }: CheckResult) => {
    const task = view.tasks.find((one) => one.task.id === taskId)?.task;
    const indicator = task?.indicators.find(({ id }) => id === indicatorId);
    return indicator ? `${indicator.name} (${indicator.unit})` : indicatorId;
  };
  return (
    <Table
      caption={t('check.results')}
      columns={[
        { label: t('check.indicator') },
        { label: t('check.unit') },
        { label: t('check.target'), isNumeric: true },
        { label: t('check.actual'), isNumeric: true },
        { label: t('check.percent'), isNumeric: true },
        { label: t('check.grade') },
      ]}
      rows={results.map((result) => [
        indicatorOf(result),
        result.unitId === null ? t('check.no-unit') : view.unitName(result.unitId),
        formatVietnameseNumber(result.target),
        shown(result.actual),
        shown(result.percent),
        t(`check.grade-${result.grade}`),
      ])}
    />
  );
};

const Visits = ({ c, view }: ViewProps) => {
  const t = c.get('t');
  const path = `${pathOfCheck(view.cycle.year, view.quarter)}/visits`;
  return view.check.visits.length === 0 ? null : (
    <section aria-labelledby="visits-title">
      <h2 class="govuk-heading-m" id="visits-title">
        {t('check.visits')}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {view.check.visits.map(({ visitId, unitId, on, remedies }) => (
          <li>
            {t('check.visit-line', {
              unit: view.unitName(unitId),
              date: formatDate(on),
              count: remedies.length,
            })}{' '}
            <a class="govuk-link" href={`${path}/${visitId}/sheet.pdf`}>
              {t('check.sheet')}
              <span class="govuk-visually-hidden"> {visitId}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

const HoldForm = ({ c, view, form }: ViewProps & { form: RefusedForm }) => {
  const t = c.get('t');
  const { fields, errors } = form;
  return (
    <section aria-labelledby="hold-title">
      <h2 class="govuk-heading-m" id="hold-title">
        {t('check.hold')}
      </h2>
      <ActForm
        action={`${pathOfCheck(view.cycle.year, view.quarter)}/hold`}
        actId={repeatedActId(form)}
      >
        <DateInput
          t={t}
          name="checkedOn"
          label={t('check.held-on')}
          hint={t('check.hold-hint')}
          value={
            Object.keys(fields).length === 0
              ? view.cycle.day
              : readDateInput(fields, 'checkedOn').typed
          }
          error={errorOf(errors, 'checkedOn')}
        />
        {mayGiveOccurredAt(view.cycle.facts, userOn(c).person.person_id) && (
          <OccurredAtFields t={t} fields={fields} errors={errors} />
        )}
        <Button>{t('check.hold')}</Button>
      </ActForm>
    </section>
  );
};

const ReportLine = ({ c, view }: ViewProps) => {
  const t = c.get('t');
  const { report } = view.check;
  return report === null ? null : (
    <InsetText>
      {t('check.report-standing', { phase: t(`check.report-${report.phase}`) })}
    </InsetText>
  );
};

const OpenCheck = ({ c, view, form }: ViewProps & { form: RefusedForm }) => {
  const t = c.get('t');
  const { check } = view;
  const path = pathOfCheck(view.cycle.year, view.quarter);
  return (
    <>
      {!isCheckOver(check) && (
        <ButtonLink kind="secondary" href={`${path}/visits/new`}>
          {t('check.new-visit')}
        </ButtonLink>
      )}{' '}
      {!isCheckOver(check) && (
        <ButtonLink
          kind="secondary"
          href={`${pathOfChecks(view.cycle.year)}/team?quarter=${view.quarter}`}
        >
          {t('decisions.write-team')}
        </ButtonLink>
      )}{' '}
      {check.phase === 'held' && !isReported(check) && (
        <ButtonLink href={`${path}/report`}>{t('check.write-report')}</ButtonLink>
      )}{' '}
      {paperToReplace(view) !== null && (
        <ButtonLink kind="secondary" href={`${path}/report`}>
          {t('check.replace-report')}
        </ButtonLink>
      )}
      {!isCheckOver(check) && !isReported(check) && <HoldForm c={c} view={view} form={form} />}
    </>
  );
};

const notOpenedPage = async (c: WebContext, form: RefusedForm) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  const quarter = quarterOn(c);
  const title = t('check.of-quarter', { quarter: romanOf(quarter), year: cycle.year });
  const mayOpen = cycle.state.cancelled === null && (await hasPower(c, 'openCheck', cycle.day));
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfChecks(cycle.year) }}
      hasError={form.errors.length > 0}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <EmptyState title={t('check.not-opened')}>
        <p>{t('check.opens-itself')}</p>
      </EmptyState>
      {mayOpen && (
        <ActForm action={`${pathOfCheck(cycle.year, quarter)}/open`} actId={repeatedActId(form)}>
          <Button>{t('check.open', { quarter: romanOf(quarter) })}</Button>
        </ActForm>
      )}
    </Frame>,
    form.status,
  );
};

/** One check: its units, its indicators with their grades, its visits, and what can be done now. */
export const checkPage = async (c: WebContext, form: RefusedForm = NOTHING_REFUSED) => {
  const view = await readCheckView(c);
  if (!view) return notOpenedPage(c, form);
  const t = c.get('t');
  const { cycle, quarter, check } = view;
  const title = t('check.of-quarter', { quarter: romanOf(quarter), year: cycle.year });
  const [results, mayRun] = await Promise.all([
    readGraded(c, view),
    hasPower(c, 'runCheck', cycle.day),
  ]);
  const { from, to } = check.held?.dataPeriod ?? check.dataPeriod;
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfChecks(cycle.year) }}
      hasError={form.errors.length > 0}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <CheckTag t={t} check={check} /> {t('check.planned-on')}: {formatDate(check.plannedOn)}.{' '}
        {heldWords(t, check)}
      </p>
      <p class="govuk-body">
        {t('check.data-period', { from: formatDate(from), to: formatDate(to) })}
      </p>
      <ReportLine c={c} view={view} />
      <Units c={c} view={view} />
      {!check.held && <p class="govuk-body">{t('check.results-so-far')}</p>}
      <Results c={c} view={view} results={results} />
      <Visits c={c} view={view} />
      {mayRun && <OpenCheck c={c} view={view} form={form} />}
    </Frame>,
    form.status,
  );
};
