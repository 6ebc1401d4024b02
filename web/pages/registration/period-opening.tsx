import type { PaperSource } from '../../../domain/paper-source.ts';
import { waitersFor } from '../../../domain/waiters.ts';
import { workingDayFrom } from '../../../domain/working-days.ts';
import { formatDate } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { DateInput } from '../../layout/choices.tsx';
import { EmptyState, InsetText, WarningText } from '../../layout/content.tsx';
import {
  ActForm,
  Button,
  ButtonGroup,
  ErrorSummary,
  errorOf,
  TextArea,
} from '../../layout/forms.tsx';
import { readDateInput, typedText } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import { pathOfCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { MomentFields } from '../paper/moment-fields.tsx';
import { nameOfPaper, planPaper } from '../paper/paper-names.ts';
import { signerChoices } from '../plan/general-fields.ts';
import { findPlan, pathOfPlan, readLatestPlan, type PlanVersion } from '../plan/plan-reading.ts';
import { SignerInput } from '../plan/schedule-inputs.tsx';
import { NoticePreview } from './period-notice.tsx';
import { openingFieldsOf, readOpeningForm } from './period-opening-form.ts';
import { NOTHING_REFUSED, repeatedActId, type RefusedForm } from './period-press.ts';
import { pathOfPeriod, readIssuedPlan } from './period-reading.ts';

// The plan that units will answer: what is before or past the leader, else the latest draft.
const readPlanToAnswer = async (c: WebContext, { year, state }: RunningCycle) => {
  const { plan } = state;
  const given = plan.phase === 'drafting' ? null : await findPlan(c, year, plan.submitted.version);
  return given ?? (await readLatestPlan(c, year));
};

interface OpeningProps {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly plan: PlanVersion;
  readonly source: Extract<PaperSource, { kind: 'registration-opening' }>;
  readonly form: RefusedForm;
}

const readSource = async (
  c: WebContext,
  cycle: RunningCycle,
  plan: PlanVersion,
  form: RefusedForm,
): Promise<OpeningProps['source']> => {
  const { data } = readOpeningForm(form.fields, c.get('t'));
  const calendar = await c.get('deps').acts.stores.calendars.calendarOf(cycle.row.office_id);
  return {
    kind: 'registration-opening',
    content: {
      ...data,
      year: cycle.year,
      planVersion: plan.row.version,
      issuedPlan: await readIssuedPlan(c, cycle),
      opensOn: cycle.day,
      dueOn: workingDayFrom(calendar, data.dueOn),
      unitIds: cycle.facts.units.map(({ id }) => id),
    },
  };
};

/** Whether units will answer the issued plan, or tasks that are only proposed. */
const OnWhichPlan = ({ c, cycle, plan, source }: OpeningProps) => {
  const t = c.get('t');
  const { issuedPlan } = source.content;
  const text = issuedPlan
    ? t('registration.on-issued-plan', {
        paper: nameOfPaper(t, planPaper(cycle, issuedPlan.number)),
        date: formatDate(issuedPlan.documentDate),
      })
    : t('registration.on-proposed-tasks', {
        version: plan.row.version,
        count: plan.plan.tasks.length,
      });
  return (
    <InsetText>
      {text}{' '}
      <a class="govuk-link" href={pathOfPlan(cycle.year)}>
        {t('cycle.open-plan')}
      </a>
    </InsetText>
  );
};

const Fields = ({ c, cycle, form }: OpeningProps) => {
  const t = c.get('t');
  const { fields, errors } = form;
  return (
    <>
      <TextArea
        t={t}
        name="subject"
        label={t('registration.subject')}
        rows={2}
        value={typedText(fields, 'subject')}
        error={errorOf(errors, 'subject')}
      />
      <DateInput
        t={t}
        name="dueOn"
        label={t('registration.due-on')}
        hint={t('registration.due-on-hint')}
        value={readDateInput(fields, 'dueOn').typed}
        error={errorOf(errors, 'dueOn')}
      />
      <SignerInput
        t={t}
        fields={fields}
        errors={errors}
        choices={signerChoices(cycle.facts)}
        nameOf={cycle.nameOf}
      />
      <TextArea
        t={t}
        name="requirements"
        label={t('registration.requirements')}
        hint={t('plan.one-per-line')}
        isOptional
        value={typedText(fields, 'requirements')}
        error={errorOf(errors, 'requirements')}
      />
      <MomentFields c={c} cycle={cycle} form={form} />
    </>
  );
};

const OpeningForm = (props: OpeningProps) => {
  const { c, cycle, form, source } = props;
  const t = c.get('t');
  const count = cycle.facts.units.length;
  return (
    <>
      <OnWhichPlan {...props} />
      <p class="govuk-body">{t('registration.opening-for', { count })}</p>
      <ActForm action={`${pathOfPeriod(cycle.year)}/open`} actId={repeatedActId(form)}>
        <Fields {...props} />
        <ButtonGroup>
          {/* First, so that the Enter key shows the notice and opens nothing. */}
          <Button kind="secondary" name="step" value="preview">
            {t('registration.show-notice')}
          </Button>
          <Button name="step" value="open">
            {t('registration.open')}
          </Button>
        </ButtonGroup>
      </ActForm>
      <NoticePreview c={c} source={source} facts={cycle.facts} year={cycle.year} />
    </>
  );
};

const NotOpened = ({ c, cycle }: Pick<OpeningProps, 'c' | 'cycle'>) => {
  const t = c.get('t');
  const names = waitersFor('cycleCoordinator', cycle.facts).map(cycle.nameOf).join(', ');
  return (
    <EmptyState title={t('registration.not-opened')}>
      <p>
        {names === ''
          ? t('registration.not-opened-nobody')
          : t('registration.not-opened-hint', { names })}
      </p>
    </EmptyState>
  );
};

/** Before registration is opened: the form and the notice for whoever opens it. */
export const openingPage = async (
  c: WebContext,
  cycle: RunningCycle,
  refused: RefusedForm = NOTHING_REFUSED,
) => {
  const t = c.get('t');
  const isCancelled = cycle.state.cancelled !== null;
  const mayOpen = !isCancelled && (await hasPower(c, 'openRegistration', cycle.day));
  const plan = await readPlanToAnswer(c, cycle);
  const isFresh = Object.keys(refused.fields).length === 0;
  const form = isFresh ? { ...refused, fields: openingFieldsOf(plan.plan) } : refused;
  const source = await readSource(c, cycle, plan, form);
  const title = t('registration.title', { year: cycle.year });
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
      {isCancelled && <WarningText t={t}>{t('registration.cycle-cancelled')}</WarningText>}
      {mayOpen ? (
        <OpeningForm c={c} cycle={cycle} plan={plan} source={source} form={form} />
      ) : (
        <NotOpened c={c} cycle={cycle} />
      )}
    </Frame>,
    form.status,
  );
};
