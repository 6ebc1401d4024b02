import { headOfUnit } from '../../../domain/office.ts';
import { daysWithoutScan, isPaperOnItsWay, isPledgeOver } from '../../../domain/pledge/pledge.ts';
import { formatDate } from '../../../locale/dates.ts';
import { wordsIn } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { Details } from '../../layout/content.tsx';
import { Button, errorOf, FileUpload, Select, TextArea, TextInput } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { userOn } from '../../signed-in.ts';
import { SIGNER, signerChoices, signerValue } from '../plan/general-fields.ts';
import { SignerInput } from '../plan/schedule-inputs.tsx';
import { Moment, PledgeAct, type FormProps } from './pledge-form.tsx';
import { DropForm, SignatoriesForm } from './pledge-change-forms.tsx';
import { MarkForm, SubstituteForm } from './pledge-mark-forms.tsx';

const ConfirmForm = ({ c, view, refused, unitId }: FormProps & { readonly unitId: string }) => {
  const t = c.get('t');
  const unitName = view.lines.find((line) => line.unitId === unitId)?.unitName ?? unitId;
  return (
    <section aria-labelledby="confirm-title">
      <h2 class="govuk-heading-m" id="confirm-title">
        {t('pledge.confirm-title', { unit: unitName })}
      </h2>
      <p class="govuk-body">{t('pledge.confirm-hint')}</p>
      <PledgeAct view={view} refused={refused} form="confirm">
        <input type="hidden" name="unitId" value={unitId} />
        <Button>{t('pledge.confirm')}</Button>
      </PledgeAct>
    </section>
  );
};

const ScanForm = ({ c, view, refused }: FormProps) => {
  const t = c.get('t');
  const days = daysWithoutScan(view.state);
  if (days.length === 0) return null;
  return (
    <Details summary={t('pledge.attach-scan')} isOpen>
      <PledgeAct view={view} refused={refused} form="scan" hasFiles>
        <Select
          t={t}
          name="scan-signedOn"
          label={t('pledge.scan-day')}
          options={days.map((day) => ({ value: day, label: formatDate(day) }))}
          value={typedText(refused.fields, 'scan-signedOn') || days[0]}
          error={errorOf(refused.errors, 'scan-signedOn')}
        />
        <FileUpload
          t={t}
          name="scan-scan"
          label={t('pledge.scan-file')}
          hint={t('pledge.scan-hint')}
          accept="application/pdf"
          error={errorOf(refused.errors, 'scan-scan')}
        />
        <Moment c={c} view={view} refused={refused} form="scan" />
        <Button>{t('pledge.attach-scan')}</Button>
      </PledgeAct>
    </Details>
  );
};

const TakeBackForm = ({ c, view, refused }: FormProps) => {
  const t = c.get('t');
  const signed = view.lines.filter(({ signature }) => signature !== null);
  if (signed.length === 0) return null;
  const { fields, errors } = refused;
  return (
    <Details summary={t('pledge.take-back')} isOpen={refused.form === 'take-back'}>
      <PledgeAct view={view} refused={refused} form="take-back">
        <Select
          t={t}
          name="take-back-unitId"
          label={t('registration.unit')}
          options={signed.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
          value={typedText(fields, 'take-back-unitId')}
          error={errorOf(errors, 'take-back-unitId')}
        />
        <TextArea
          t={t}
          name="take-back-reason"
          label={t('pledge.reason')}
          value={typedText(fields, 'take-back-reason')}
          error={errorOf(errors, 'take-back-reason')}
        />
        <Moment c={c} view={view} refused={refused} form="take-back" />
        <Button kind="warning">{t('pledge.take-back')}</Button>
      </PledgeAct>
    </Details>
  );
};

const SubmitForm = ({ c, view, refused }: FormProps) => {
  const t = c.get('t');
  const { cycle } = view;
  const { errors } = refused;
  const leader = cycle.facts.people.find(({ roles }) => roles.includes('leader'));
  const isRefused = refused.form === 'submit';
  const fields = isRefused
    ? refused.fields
    : {
        'submit-subject': wordsIn('vi')('pledge.subject-of', { year: cycle.year }),
        [SIGNER]: leader ? signerValue({ personId: leader.id, capacity: null }) : '',
      };
  return (
    <section aria-labelledby="submit-title">
      <h2 class="govuk-heading-m" id="submit-title">
        {t('pledge.submit-title')}
      </h2>
      <p class="govuk-body">{t('pledge.submit-hint')}</p>
      <PledgeAct view={view} refused={refused} form="submit">
        <TextInput
          t={t}
          name="submit-subject"
          label={t('pledge.subject')}
          value={typedText(fields, 'submit-subject')}
          error={errorOf(errors, 'submit-subject')}
        />
        <SignerInput
          t={t}
          fields={fields}
          errors={errors}
          choices={signerChoices(cycle.facts)}
          nameOf={cycle.nameOf}
        />
        <Moment c={c} view={view} refused={refused} form="submit" />
        <Button>{t('pledge.submit')}</Button>
      </PledgeAct>
    </section>
  );
};

/** The unit that the reader heads and has not signed for. */
const ownUnit = (c: WebContext, { cycle, lines }: FormProps['view']): string | null =>
  lines.find(
    ({ unitId, signature }) =>
      signature === null && headOfUnit(cycle.facts, unitId)?.id === userOn(c).person.person_id,
  )?.unitId ?? null;

interface PledgeFormsProps extends FormProps {
  readonly mayMark: boolean;
  readonly mayOpen: boolean;
  readonly maySubmit: boolean;
}

/** What whoever keeps the pledge may enter while its paper is not on its way. */
const KeepersForms = (props: FormProps) => (
  <>
    <MarkForm {...props} />
    <SubstituteForm {...props} />
    <TakeBackForm {...props} />
  </>
);

/** What the reader may do on the pledge now. */
export const PledgeForms = ({ mayMark, mayOpen, maySubmit, ...props }: PledgeFormsProps) => {
  const { c, view } = props;
  const { state } = view;
  if (isPledgeOver(state)) return null;
  const scan = mayMark && <ScanForm {...props} />;
  if (isPaperOnItsWay(state)) return <>{scan}</>;
  const unitId = ownUnit(c, view);
  const isToSubmit = state.form === 'joint' && state.phase === 'signed';
  return (
    <>
      {unitId !== null && <ConfirmForm {...props} unitId={unitId} />}
      {maySubmit && isToSubmit && <SubmitForm {...props} />}
      {scan}
      {mayMark && <KeepersForms {...props} />}
      {mayOpen && (
        <>
          <SignatoriesForm {...props} />
          <DropForm {...props} />
        </>
      )}
    </>
  );
};
