import type { WebContext } from '../../environment.ts';
import { EmptyState, InsetText } from '../../layout/content.tsx';
import { ActForm, Button, ErrorSummary, errorOf, Select, TextArea } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { mayGiveOccurredAt } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';
import { OccurredAtFields } from '../paper/paper-moment.tsx';
import { readKeptPeriod } from './period-keeping.ts';
import { periodFieldOf } from './period-opening-form.ts';
import { NOTHING_REFUSED, pressOnPeriod, repeatedActId, type RefusedForm } from './period-press.ts';
import { pathOfPeriod, type PeriodView } from './period-reading.ts';
import type { UnitPhase } from './period-units.ts';

const REOPENED_FROM: readonly UnitPhase[] = [
  'accepted',
  'declined',
  'supplement-approved',
  'not-opened',
];

interface ReopenProps {
  readonly c: WebContext;
  readonly view: PeriodView;
  readonly form: RefusedForm;
}

const ReopenForm = ({ c, view, form }: ReopenProps) => {
  const t = c.get('t');
  const { fields, errors } = form;
  const units = view.units.filter(({ phase }) => REOPENED_FROM.includes(phase));
  if (view.period.phase === 'awaiting-approval') {
    return <InsetText>{t('registration.reopen-before-leader')}</InsetText>;
  }
  if (units.length === 0) return <EmptyState title={t('registration.reopen-none')} />;
  return (
    <ActForm action={`${pathOfPeriod(view.cycle.year)}/reopen`} actId={repeatedActId(form)}>
      <Select
        t={t}
        name="unitId"
        label={t('registration.unit')}
        options={units.map(({ unitId, name, phase }) => ({
          value: unitId,
          label: t('registration.unit-stands', {
            name,
            standing: t(`registration.phase-${phase}`),
          }),
        }))}
        value={typedText(fields, 'unitId') || c.req.query('unit')}
        error={errorOf(errors, 'unitId')}
      />
      <TextArea
        t={t}
        name="reason"
        label={t('registration.reopen-reason')}
        hint={t('registration.reopen-reason-hint')}
        value={typedText(fields, 'reason')}
        error={errorOf(errors, 'reason')}
      />
      {mayGiveOccurredAt(view.cycle.facts, userOn(c).person.person_id) && (
        <OccurredAtFields
          t={t}
          fields={fields}
          errors={errors}
          isOpen={view.cycle.state.clock.mode === 'entered'}
        />
      )}
      <Button>{t('registration.reopen')}</Button>
    </ActForm>
  );
};

/** A unit registers anew: to correct what was accepted, or as a supplement to the approved list. */
export const reopenPage = async (c: WebContext, form: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const view = await readKeptPeriod(c);
  const isApproved = view.period.phase === 'approved';
  const title = t(isApproved ? 'registration.to-supplement' : 'registration.to-reopen');
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfPeriod(view.cycle.year) }}
      hasError={form.errors.length > 0}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {t(isApproved ? 'registration.supplement-hint' : 'registration.reopen-hint')}
      </p>
      <ReopenForm c={c} view={view} form={form} />
    </Frame>,
    form.status,
  );
};

export const reopenUnit = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const { cycle } = await readKeptPeriod(c);
  return pressOnPeriod(c, {
    fields,
    act: 'reopen-registration',
    data: { unitId: typedText(fields, 'unitId'), reason: typedText(fields, 'reason') },
    to: pathOfPeriod(cycle.year),
    fieldOf: periodFieldOf,
    again: (refused) => reopenPage(c, refused),
  });
};
