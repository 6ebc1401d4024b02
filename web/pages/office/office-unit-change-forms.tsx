// What becomes of a unit in mid-year: it ends and another takes it over, or it gets another name.
import { DateInput } from '../../layout/choices.tsx';
import { errorOf, Select, TextArea, TextInput } from '../../layout/forms.tsx';
import { readDateInput, typedText, type TypedFields } from '../../layout/typed-values.ts';
import { textOrNull, typedDay } from './office-fields.ts';
import { OfficeForm, type OfficeFormProps } from './office-form.tsx';
import type { UnitRow } from './office-view.ts';

interface ChangeProps extends OfficeFormProps {
  readonly unit: UnitRow;
}

export const endingOfFields = (unitId: string, fields: TypedFields) => ({
  unitId,
  validTo: typedDay(fields, 'validTo') ?? '',
  successorId: textOrNull(fields, 'successorId'),
  reason: typedText(fields, 'reason'),
});

/** A unit's last day, and which unit takes it over. */
export const EndUnitForm = ({
  others,
  unit,
  ...props
}: ChangeProps & { readonly others: readonly UnitRow[] }) => {
  const { c, fields, errors } = props;
  const t = c.get('t');
  return (
    <OfficeForm
      {...props}
      title={t('office.end-unit-title', { unit: unit.name })}
      intro={<p class="govuk-body">{t('office.end-unit-what')}</p>}
      button={t('office.end-unit')}
    >
      <DateInput
        t={t}
        name="validTo"
        label={t('office.end-unit-on')}
        error={errorOf(errors, 'validTo')}
        value={readDateInput(fields, 'validTo').typed}
      />
      <Select
        t={t}
        name="successorId"
        label={t('office.successor')}
        hint={t('office.successor-hint')}
        isOptional
        options={others.map(({ unit_id, name }) => ({ value: unit_id, label: name }))}
        value={typedText(fields, 'successorId')}
        error={errorOf(errors, 'successorId')}
      />
      <TextArea
        t={t}
        name="reason"
        label={t('office.change-reason')}
        value={typedText(fields, 'reason')}
        error={errorOf(errors, 'reason')}
      />
    </OfficeForm>
  );
};

export const renamingOfFields = (unitId: string, fields: TypedFields) => ({
  unitId,
  name: typedText(fields, 'name'),
  from: typedDay(fields, 'from') ?? '',
});

/** Another name from a day on. */
export const RenameUnitForm = ({ unit, ...props }: ChangeProps) => {
  const { c, fields, errors } = props;
  const t = c.get('t');
  return (
    <OfficeForm
      {...props}
      title={t('office.rename-unit-title', { unit: unit.name })}
      intro={<p class="govuk-body">{t('office.rename-unit-what')}</p>}
      button={t('office.rename-unit')}
    >
      <TextInput
        t={t}
        name="name"
        label={t('office.new-name')}
        hint={t('office.unit-name-hint')}
        error={errorOf(errors, 'name')}
        value={typedText(fields, 'name')}
      />
      <DateInput
        t={t}
        name="from"
        label={t('office.rename-from')}
        error={errorOf(errors, 'from')}
        value={readDateInput(fields, 'from').typed}
      />
    </OfficeForm>
  );
};
