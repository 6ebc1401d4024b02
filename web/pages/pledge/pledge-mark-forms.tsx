import { Checkboxes, DateInput } from '../../layout/choices.tsx';
import { Details } from '../../layout/content.tsx';
import { Button, errorOf, FileUpload, Select, TextInput } from '../../layout/forms.tsx';
import { readDateInput, typedText } from '../../layout/typed-values.ts';
import { typedChoices } from '../plan/form-reading.ts';
import { Moment, PledgeAct, type FormProps } from './pledge-form.tsx';
import type { PledgeLine } from './pledge-reading.ts';
import { personChoices } from '../office/person-choices.ts';

const unsignedOf = ({ lines }: FormProps['view']): readonly PledgeLine[] =>
  lines.filter(({ signature }) => signature === null);

const DayAndScan = ({ c, view, refused, form }: FormProps & { readonly form: string }) => {
  const t = c.get('t');
  const { fields, errors } = refused;
  const typed = readDateInput(fields, `${form}-signedOn`);
  return (
    <>
      <DateInput
        t={t}
        name={`${form}-signedOn`}
        label={t('pledge.signed-day')}
        value={refused.form === form ? typed.typed : view.cycle.day}
        error={errorOf(errors, `${form}-signedOn`)}
      />
      <FileUpload
        t={t}
        name={`${form}-scan`}
        label={t('pledge.scan-file')}
        hint={t('pledge.scan-later')}
        isOptional
        accept="application/pdf"
        error={errorOf(errors, `${form}-scan`)}
      />
      <Moment c={c} view={view} refused={refused} form={form} />
    </>
  );
};

/** Heads who signed on one day, with the one scan of their sheet. */
export const MarkForm = (props: FormProps) => {
  const { c, view, refused } = props;
  const t = c.get('t');
  const unsigned = unsignedOf(view);
  if (unsigned.length === 0) return null;
  return (
    <section aria-labelledby="mark-title">
      <h2 class="govuk-heading-m" id="mark-title">
        {t('pledge.mark-title')}
      </h2>
      <PledgeAct view={view} refused={refused} form="mark" hasFiles>
        <Checkboxes
          t={t}
          name="mark-unitIds"
          label={t('pledge.mark-who')}
          options={unsigned.map(({ unitId, unitName, headName }) => ({
            value: unitId,
            label: unitName,
            hint: headName ?? t('pledge.no-head'),
          }))}
          values={typedChoices(refused.fields, 'mark-unitIds')}
          error={errorOf(refused.errors, 'mark-unitIds')}
        />
        <DayAndScan {...props} form="mark" />
        <Button>{t('pledge.mark')}</Button>
      </PledgeAct>
    </section>
  );
};

/** Somebody else signed for the head, with a delegation. */
export const SubstituteForm = (props: FormProps) => {
  const { c, view, refused } = props;
  const t = c.get('t');
  const unsigned = unsignedOf(view);
  if (unsigned.length === 0) return null;
  const { fields, errors } = refused;
  return (
    <Details summary={t('pledge.substitute-title')} isOpen={refused.form === 'substitute'}>
      <PledgeAct view={view} refused={refused} form="substitute" hasFiles>
        <Select
          t={t}
          name="substitute-unitId"
          label={t('registration.unit')}
          options={unsigned.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
          value={typedText(fields, 'substitute-unitId')}
          error={errorOf(errors, 'substitute-unitId')}
        />
        <Select
          t={t}
          name="substitute-personId"
          label={t('pledge.substitute')}
          options={personChoices(view.cycle.facts.people)}
          value={typedText(fields, 'substitute-personId')}
          error={errorOf(errors, 'substitute-personId')}
        />
        <TextInput
          t={t}
          name="substitute-basis"
          label={t('pledge.basis')}
          hint={t('pledge.basis-hint')}
          value={typedText(fields, 'substitute-basis')}
          error={errorOf(errors, 'substitute-basis')}
        />
        <DayAndScan {...props} form="substitute" />
        <Button>{t('pledge.mark')}</Button>
      </PledgeAct>
    </Details>
  );
};
