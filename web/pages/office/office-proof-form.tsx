import { Checkboxes } from '../../layout/choices.tsx';
import { errorOf } from '../../layout/forms.tsx';
import type { TypedFields } from '../../layout/typed-values.ts';
import { tickedIn } from './office-fields.ts';
import { OfficeForm, type OfficeFormProps } from './office-form.tsx';

export const fieldsOfProofMark = (isPrinted: boolean): TypedFields => ({
  isPrinted: isPrinted ? 'yes' : '',
});

export const proofMarkOfFields = (fields: TypedFields) => ({
  isPrinted: tickedIn(fields, 'isPrinted').includes('yes'),
});

/** Whether papers bear the mark by which anybody can look them up. */
export const ProofMarkForm = (props: OfficeFormProps) => {
  const { c, fields, errors } = props;
  const t = c.get('t');
  return (
    <OfficeForm
      {...props}
      title={t('proof.office-title')}
      intro={<p>{t('proof.office-in-short')}</p>}
      button={t('office.save')}
    >
      <Checkboxes
        t={t}
        name="isPrinted"
        label={t('proof.office-choice')}
        hint={t('proof.office-choice-hint')}
        error={errorOf(errors, 'isPrinted')}
        values={tickedIn(fields, 'isPrinted')}
        options={[{ value: 'yes', label: t('proof.office-printed') }]}
      />
    </OfficeForm>
  );
};
