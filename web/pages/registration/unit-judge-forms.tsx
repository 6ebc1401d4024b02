import { InsetText } from '../../layout/content.tsx';
import { DateInput } from '../../layout/choices.tsx';
import { ActForm, Button, errorOf } from '../../layout/forms.tsx';
import { readDateInput } from '../../layout/typed-values.ts';
import { pathOfUnit } from './unit-reading.ts';
import { actIdOf, Moment, ReasonField, type UnitFormProps } from './unit-writer-forms.tsx';

const AcceptForm = (props: UnitFormProps) => {
  const { c, view } = props;
  const { submitted } = view.state ?? {};
  if (!submitted || view.judging !== 'accept') return null;
  return (
    <ActForm action={`${pathOfUnit(view)}/accept`} actId={actIdOf(props, 'accept')}>
      <input type="hidden" name="version" value={submitted.version} />
      <input type="hidden" name="sha256" value={submitted.sha256} />
      <Moment {...props} form="accept" />
      <Button>{c.get('t')('unit.accept', { version: submitted.version })}</Button>
    </ActForm>
  );
};

const ConsentForm = (props: UnitFormProps) => {
  const { c, view } = props;
  const { declined } = view.state ?? {};
  if (!declined || view.judging !== 'consent') return null;
  return (
    <ActForm action={`${pathOfUnit(view)}/consent`} actId={actIdOf(props, 'consent')}>
      <input type="hidden" name="reasonId" value={declined.reasonId} />
      <Moment {...props} form="consent" />
      <Button>{c.get('t')('unit.consent')}</Button>
    </ActForm>
  );
};

const ReturnForm = (props: UnitFormProps) => {
  const { c, view, refused } = props;
  const t = c.get('t');
  if (!view.mayGiveBack) return null;
  return (
    <ActForm action={`${pathOfUnit(view)}/return`} actId={actIdOf(props, 'return')}>
      <input type="hidden" name="version" value={view.state?.submitted?.version ?? ''} />
      <input type="hidden" name="declineReasonId" value={view.state?.declined?.reasonId ?? ''} />
      <ReasonField
        c={c}
        refused={refused}
        name="return-reason"
        label={t('unit.return-reason')}
        hint={t('unit.return-hint')}
      />
      <DateInput
        t={t}
        name="return-resubmitOn"
        label={t('unit.resubmit-on')}
        hint={t('unit.resubmit-hint')}
        isOptional
        value={readDateInput(refused.fields, 'return-resubmitOn').typed}
        error={errorOf(refused.errors, 'return-resubmitOn')}
      />
      <Moment {...props} form="return" />
      <Button kind="secondary">{t('unit.return')}</Button>
    </ActForm>
  );
};

const SupplementForms = (props: UnitFormProps) => {
  const { c, view, refused } = props;
  const t = c.get('t');
  const { supplement, unit } = view;
  if (!supplement || !unit || view.judging !== 'supplement') return null;
  const Read = () => (
    <>
      <input type="hidden" name="round" value={unit.round} />
      <input type="hidden" name="version" value={supplement.version} />
      <input type="hidden" name="boundHash" value={supplement.boundHash} />
    </>
  );
  return (
    <>
      <ActForm
        action={`${pathOfUnit(view)}/approve-supplement`}
        actId={actIdOf(props, 'approve-supplement')}
      >
        <Read />
        <Button>{t('unit.approve-supplement')}</Button>
      </ActForm>
      <ActForm
        action={`${pathOfUnit(view)}/return-supplement`}
        actId={actIdOf(props, 'return-supplement')}
      >
        <Read />
        <ReasonField
          c={c}
          refused={refused}
          name="return-supplement-reason"
          label={t('unit.return-reason')}
          hint={t('unit.return-hint')}
        />
        <Button kind="secondary">{t('unit.return')}</Button>
      </ActForm>
    </>
  );
};

const canDecide = ({ view }: UnitFormProps): boolean =>
  view.mayGiveBack || (view.judging !== null && view.judging !== 'own');

/** A registration is long, and whoever has read it before wants to get on. */
export const ToUnitDecision = (props: UnitFormProps) =>
  canDecide(props) ? (
    <p class="govuk-body">
      <a class="govuk-link" href="#decide-title">
        {props.c.get('t')('plan.to-decision')}
      </a>
    </p>
  ) : null;

/** Accept or consent, or return with the reason; or why the reader can do neither. */
export const JudgeForms = (props: UnitFormProps) => {
  const t = props.c.get('t');
  if (props.view.judging === 'own') return <InsetText>{t('plan.own-submission')}</InsetText>;
  if (!canDecide(props)) return null;
  return (
    <section aria-labelledby="decide-title">
      <h2 class="govuk-heading-m" id="decide-title">
        {t('plan.decide-title')}
      </h2>
      <AcceptForm {...props} />
      <ConsentForm {...props} />
      <SupplementForms {...props} />
      <ReturnForm {...props} />
    </section>
  );
};
