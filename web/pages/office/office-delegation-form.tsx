import type { PersonRow } from '../../../adapters/database/offices.ts';
import { Radios } from '../../layout/choices.tsx';
import { errorOf, Select, TextArea } from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { typedDay } from './office-fields.ts';
import { OfficeForm, type OfficeFormProps } from './office-form.tsx';
import { PeriodFields } from './office-period-fields.tsx';

const CAPACITIES = ['KT.', 'TL.', 'TUQ.', 'Q.'] as const;

export const delegationOfFields = (fields: TypedFields) => ({
  toPersonId: typedText(fields, 'toPersonId'),
  capacity: typedText(fields, 'capacity'),
  validFrom: typedDay(fields, 'validFrom') ?? '',
  validTo: typedDay(fields, 'validTo') ?? '',
  basis: typedText(fields, 'basis'),
});

type DelegationFormProps = OfficeFormProps & { readonly candidates: readonly PersonRow[] };

/** The head lets somebody decide while away: to whom, in which capacity, how long, on what basis. */
export const DelegationForm = (props: DelegationFormProps) => {
  const { c, fields, errors, candidates } = props;
  const t = c.get('t');
  return (
    <OfficeForm
      {...props}
      title={t('office.add-delegation')}
      intro={<p>{t('office.delegation-explained')}</p>}
      button={t('office.delegate')}
    >
      <Select
        t={t}
        name="toPersonId"
        label={t('office.delegated-to')}
        error={errorOf(errors, 'toPersonId')}
        value={typedText(fields, 'toPersonId')}
        options={candidates.map(({ person_id, full_name, position }) => ({
          value: person_id,
          label: `${full_name}, ${position}`,
        }))}
      />
      <Radios
        t={t}
        name="capacity"
        label={t('office.capacity')}
        error={errorOf(errors, 'capacity')}
        value={typedText(fields, 'capacity')}
        options={CAPACITIES.map((value) => ({ value, label: t(`office.capacity.${value}`) }))}
      />
      <PeriodFields t={t} fields={fields} errors={errors} open="none" />
      <TextArea
        t={t}
        name="basis"
        label={t('office.delegation-basis')}
        hint={t('office.delegation-basis-hint')}
        error={errorOf(errors, 'basis')}
        rows={2}
        value={typedText(fields, 'basis')}
      />
    </OfficeForm>
  );
};
