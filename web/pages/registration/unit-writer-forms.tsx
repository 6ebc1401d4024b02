import { isLateAt } from '../../../domain/registration-lateness.ts';
import type { WebContext } from '../../environment.ts';
import { Details, InsetText, WarningText } from '../../layout/content.tsx';
import { ActForm, Button, errorOf, FileUpload, TextArea } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { mayGiveOccurredAt } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';
import { MomentFields } from './unit-moment.tsx';
import { pathOfUnit } from './unit-reading.ts';
import type { RefusedUnit, UnitView } from './unit-view.ts';

export interface UnitFormProps {
  readonly c: WebContext;
  readonly view: UnitView;
  readonly refused: RefusedUnit;
}

/** Only where the press was not judged yet is it to stay the same act. */
export const actIdOf = ({ refused }: UnitFormProps, form: string): string | undefined =>
  refused.form === form && refused.status === 503 ? typedText(refused.fields, 'actId') : undefined;

/** For those who may say when it happened on paper. */
export const Moment = ({ c, view, refused, form }: UnitFormProps & { form: string }) =>
  mayGiveOccurredAt(view.cycle.facts, userOn(c).person.person_id) ? (
    <MomentFields
      t={c.get('t')}
      form={form}
      fields={refused.fields}
      errors={refused.errors}
      isOpen={view.cycle.state.clock.mode === 'entered'}
    />
  ) : null;

export const ReasonField = ({
  c,
  refused,
  name,
  label,
  hint,
}: Pick<UnitFormProps, 'c' | 'refused'> & { name: string; label: string; hint: string }) => (
  <TextArea
    t={c.get('t')}
    name={name}
    label={label}
    hint={hint}
    value={typedText(refused.fields, name)}
    error={errorOf(refused.errors, name)}
  />
);

const ScanField = ({ c, view, refused, form }: UnitFormProps & { form: string }) => {
  const t = c.get('t');
  if (!view.isFromPaper) return null;
  return (
    <FileUpload
      t={t}
      name={`${form}-scan`}
      label={t('unit.scan')}
      hint={t('unit.scan-hint')}
      error={errorOf(refused.errors, `${form}-scan`)}
      accept="application/pdf,.pdf"
    />
  );
};

// While a past year is entered, the day that is given decides whether it was late.
const asksWhyLate = ({ state, moment, cycle }: UnitView, hasError: boolean): boolean => {
  if (!state || state.lateReasonId !== null) return false;
  const { clock } = cycle.state;
  return hasError || clock.mode === 'entered' || isLateAt(state, moment);
};

const SubmitForm = (props: UnitFormProps) => {
  const { c, view, refused } = props;
  const t = c.get('t');
  const { latest, head } = view;
  if (!latest || latest.content.tasks.length === 0) return null;
  if (latest.content.headId !== head?.id) return null;
  const { version } = latest.row;
  const lateError = errorOf(refused.errors, 'submit-lateReason');
  return (
    <ActForm
      action={`${pathOfUnit(view)}/submit`}
      actId={actIdOf(props, 'submit')}
      hasFiles={view.isFromPaper}
    >
      <input type="hidden" name="version" value={version} />
      {asksWhyLate(view, lateError !== undefined) && (
        <ReasonField
          c={c}
          refused={refused}
          name="submit-lateReason"
          label={t('unit.late-reason')}
          hint={t('unit.late-reason-hint')}
        />
      )}
      <ScanField {...props} form="submit" />
      <Moment {...props} form="submit" />
      <Button>{t('unit.submit', { version })}</Button>
    </ActForm>
  );
};

const DeclineForm = (props: UnitFormProps) => {
  const { c, view, refused } = props;
  const t = c.get('t');
  return (
    <Details summary={t('unit.decline-title')} isOpen={refused.form === 'decline'}>
      <ActForm
        action={`${pathOfUnit(view)}/decline`}
        actId={actIdOf(props, 'decline')}
        hasFiles={view.isFromPaper}
      >
        <ReasonField
          c={c}
          refused={refused}
          name="decline-reason"
          label={t('unit.decline-reason')}
          hint={t('unit.decline-hint')}
        />
        <ScanField {...props} form="decline" />
        <Moment {...props} form="decline" />
        <Button kind="secondary">{t('unit.decline')}</Button>
      </ActForm>
    </Details>
  );
};

// The head has changed since it was written: whoever heads the unit now reads it and signs for it.
const HeadForm = (props: UnitFormProps) => {
  const { c, view } = props;
  const t = c.get('t');
  const { latest, head, cycle } = view;
  if (!latest || !head || latest.content.headId === head.id) return null;
  return (
    <>
      <WarningText t={t}>
        {t('unit.head-changed-from', { head: cycle.nameOf(latest.content.headId) })}
      </WarningText>
      <ActForm action={`${pathOfUnit(view)}/head`} actId={actIdOf(props, 'save')}>
        <input type="hidden" name="basedOn" value={latest.row.version} />
        <Button>{t('unit.take-over', { head: head.fullName })}</Button>
      </ActForm>
    </>
  );
};

/** Submit what is written, or say why the unit registers nothing. */
export const WriterForms = (props: UnitFormProps) => {
  const { c, view } = props;
  const t = c.get('t');
  if (!view.isWriting) return null;
  return (
    <section aria-labelledby="submit-title">
      <h2 class="govuk-heading-m" id="submit-title">
        {t('unit.submit-title')}
      </h2>
      {view.isFromPaper && (
        <InsetText>{t('unit.from-paper', { head: view.head?.fullName ?? '' })}</InsetText>
      )}
      <HeadForm {...props} />
      <SubmitForm {...props} />
      <DeclineForm {...props} />
    </section>
  );
};

const waits = ({ cycle, state }: UnitView): boolean =>
  cycle.state.cancelled === null && (state?.phase === 'submitted' || state?.phase === 'declining');

// What a head submitted is theirs to take back; coordinator and clerk take back what they entered.
const mayWithdraw = (view: UnitView): boolean => {
  if (!waits(view) || !view.mayWrite) return false;
  const waiting = view.state?.submitted ?? view.state?.declined;
  return !view.isFromPaper || Boolean(waiting?.fromPaper);
};

export const WithdrawForm = (props: UnitFormProps) => {
  const { c, view } = props;
  if (!mayWithdraw(view)) return null;
  return (
    <ActForm action={`${pathOfUnit(view)}/withdraw`} actId={actIdOf(props, 'withdraw')}>
      <Moment {...props} form="withdraw" />
      <Button kind="secondary">{c.get('t')('unit.withdraw')}</Button>
    </ActForm>
  );
};
