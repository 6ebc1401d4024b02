import type { WebContext } from '../../environment.ts';
import { ActForm, Button, ButtonGroup, ButtonLink, ErrorSummary } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import { pathOfCycle, readRunningCycle } from '../cycle/cycle-reading.ts';
import { openingPage } from './period-opening.tsx';
import { NOTHING_REFUSED, repeatedActId, type RefusedForm } from './period-press.ts';
import { pathOfPeriod, readNotices, readPeriod, type PeriodView } from './period-reading.ts';
import { pathOfShared, SharedTable } from './period-shared.tsx';
import { ListStanding, PeriodFacts } from './period-standing.tsx';
import { PeriodTable } from './period-table.tsx';
import { readPeriodTasks, type PeriodTasks } from './period-tasks.ts';

interface KeepingProps {
  readonly c: WebContext;
  readonly view: PeriodView;
  readonly form: RefusedForm;
}

/** What the coordinator can do with the period as it stands. */
const Keeping = ({ c, view, form }: KeepingProps) => {
  const t = c.get('t');
  const { period, cycle } = view;
  const path = pathOfPeriod(cycle.year);
  if (period.phase === 'awaiting-approval') {
    const version = period.list?.submitted.version ?? 0;
    return (
      <ActForm action={`${path}/withdraw`} actId={repeatedActId(form)}>
        <input type="hidden" name="version" value={version} />
        <Button kind="secondary">{t('registration.withdraw-list', { version })}</Button>
      </ActForm>
    );
  }
  return (
    <ButtonGroup>
      {period.phase === 'open' && (
        <ButtonLink href={`${path}/close`}>{t('registration.to-close')}</ButtonLink>
      )}
      <ButtonLink kind="secondary" href={`${path}/reopen`}>
        {t(period.phase === 'open' ? 'registration.to-reopen' : 'registration.to-supplement')}
      </ButtonLink>
    </ButtonGroup>
  );
};

const Shared = ({
  c,
  view,
  tasks,
  mayKeep,
}: Omit<KeepingProps, 'form'> & { readonly tasks: PeriodTasks; readonly mayKeep: boolean }) => {
  const t = c.get('t');
  return (
    <section aria-labelledby="shared-title">
      <h2 class="govuk-heading-m" id="shared-title">
        {t('registration.shared')}
      </h2>
      <SharedTable c={c} view={view} tasks={tasks} />
      {mayKeep && view.period.phase === 'open' && (
        <p class="govuk-body">
          <a class="govuk-link" href={pathOfShared(view.cycle.year)}>
            {t('registration.to-shared')}
          </a>
        </p>
      )}
    </section>
  );
};

const BlankForm = ({ c, year }: { readonly c: WebContext; readonly year: number }) => {
  const t = c.get('t');
  const path = `${pathOfPeriod(year)}/blank-form`;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`${path}.pdf`}>
        {t('registration.blank-pdf')}
      </a>
      {' · '}
      <a class="govuk-link" href={`${path}.docx`}>
        {t('registration.blank-docx')}
      </a>
    </p>
  );
};

const standingPage = async (c: WebContext, view: PeriodView, form: RefusedForm) => {
  const t = c.get('t');
  const { cycle } = view;
  const [notices, tasks, mayKeep] = await Promise.all([
    readNotices(c, view),
    readPeriodTasks(c, view),
    hasPower(c, 'openRegistration', cycle.day),
  ]);
  const isKept = mayKeep && cycle.state.cancelled === null;
  const title = t('registration.title', { year: cycle.year });
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfCycle(cycle.year) }}
      hasError={form.errors.length > 0}
    >
      <ErrorSummary t={t} errors={form.errors.map((error) => ({ ...error, field: null }))} />
      <h1 class="govuk-heading-l">{title}</h1>
      <ListStanding c={c} view={view} />
      <PeriodFacts c={c} view={view} notices={notices} />
      {isKept && <Keeping c={c} view={view} form={form} />}
      <PeriodTable c={c} view={view} />
      {view.period.units.some(({ accepted }) => accepted !== null) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${pathOfPeriod(cycle.year)}/papers`}>
            {t('unit.see-all-papers')}
          </a>
        </p>
      )}
      <BlankForm c={c} year={cycle.year} />
      <Shared c={c} view={view} tasks={tasks} mayKeep={isKept} />
    </Frame>,
    form.status,
  );
};

/** Registration of the year: to be opened, or how each unit stands. */
export const periodPage = async (c: WebContext, form: RefusedForm = NOTHING_REFUSED) => {
  const cycle = await readRunningCycle(c);
  const view = await readPeriod(c, cycle);
  return view ? standingPage(c, view, form) : openingPage(c, cycle, form);
};
