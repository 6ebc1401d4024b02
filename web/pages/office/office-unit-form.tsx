import { Radios } from '../../layout/choices.tsx';
import { errorOf, TextInput } from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { dateBoxes, typedDay } from './office-fields.ts';
import { OfficeForm, type OfficeFormProps } from './office-form.tsx';
import { PeriodFields } from './office-period-fields.tsx';
import type { UnitRow } from './office-view.ts';

export const fieldsOfUnit = (unit: UnitRow): TypedFields => ({
  kind: unit.kind,
  name: unit.name,
  abbreviation: unit.abbreviation,
  ...dateBoxes('validFrom', unit.valid_from),
  ...dateBoxes('validTo', unit.valid_to),
});

export const unitOfFields = (unitId: string, fields: TypedFields) => ({
  unitId,
  kind: typedText(fields, 'kind'),
  name: typedText(fields, 'name'),
  abbreviation: typedText(fields, 'abbreviation'),
  validFrom: typedDay(fields, 'validFrom') ?? '',
  validTo: typedDay(fields, 'validTo'),
});

const ChangeLinks = ({ c }: Pick<OfficeFormProps, 'c'>) => {
  const t = c.get('t');
  const path = new URL(c.req.url).pathname;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`${path}/name`}>
        {t('office.rename-unit-link')}
      </a>
      {' · '}
      <a class="govuk-link" href={`${path}/end`}>
        {t('office.end-unit-link')}
      </a>
    </p>
  );
};

export const UnitForm = (props: OfficeFormProps & { readonly isNew: boolean }) => {
  const { c, fields, errors } = props;
  const t = c.get('t');
  return (
    <OfficeForm
      {...props}
      title={props.isNew ? t('office.add-unit') : typedText(fields, 'name')}
      intro={props.isNew ? undefined : <ChangeLinks c={c} />}
      button={t('office.save')}
    >
      <TextInput
        t={t}
        name="name"
        label={t('office.unit-name')}
        hint={t('office.unit-name-hint')}
        error={errorOf(errors, 'name')}
        value={typedText(fields, 'name')}
      />
      <TextInput
        t={t}
        name="abbreviation"
        label={t('office.abbreviation')}
        error={errorOf(errors, 'abbreviation')}
        width={10}
        value={typedText(fields, 'abbreviation')}
      />
      <Radios
        t={t}
        name="kind"
        label={t('office.unit-kind')}
        error={errorOf(errors, 'kind')}
        value={typedText(fields, 'kind')}
        options={(['team', 'massOrganisation'] as const).map((value) => ({
          value,
          label: t(`office.unit-kind.${value}`),
        }))}
      />
      <PeriodFields t={t} fields={fields} errors={errors} open="end" />
    </OfficeForm>
  );
};
