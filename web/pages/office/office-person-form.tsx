import type { PersonRow } from '../../../adapters/database/offices.ts';
import { ROLES } from '../../../domain/authority.ts';
import { Checkboxes } from '../../layout/choices.tsx';
import { errorOf, Select, TextInput } from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { dateBoxes, textOrNull, tickedIn, typedDay } from './office-fields.ts';
import { OfficeForm, type OfficeFormProps } from './office-form.tsx';
import { PeriodFields } from './office-period-fields.tsx';
import type { UnitRow } from './office-view.ts';

export const fieldsOfPerson = (person: PersonRow): TypedFields => ({
  fullName: person.full_name,
  rank: person.rank,
  position: person.position,
  unitId: person.unit_id ?? '',
  email: person.email ?? '',
  byHand: person.delivery_mode === 'paper' ? ['yes'] : [],
  roles: person.roles,
  ...dateBoxes('validFrom', person.valid_from),
  ...dateBoxes('validTo', person.valid_to),
});

export const personOfFields = (personId: string, fields: TypedFields) => ({
  personId,
  fullName: typedText(fields, 'fullName'),
  rank: typedText(fields, 'rank'),
  position: typedText(fields, 'position'),
  unitId: textOrNull(fields, 'unitId'),
  email: textOrNull(fields, 'email'),
  byHand: tickedIn(fields, 'byHand').includes('yes'),
  roles: tickedIn(fields, 'roles'),
  validFrom: typedDay(fields, 'validFrom'),
  validTo: typedDay(fields, 'validTo'),
});

type PersonFormProps = OfficeFormProps & {
  readonly isNew: boolean;
  readonly units: readonly UnitRow[];
};

const NameFields = ({ c, fields, errors, units }: PersonFormProps) => {
  const t = c.get('t');
  const field = (name: string) => ({
    t,
    name,
    error: errorOf(errors, name),
    value: typedText(fields, name),
  });
  return (
    <>
      <TextInput {...field('fullName')} label={t('office.full-name')} />
      <TextInput {...field('rank')} label={t('office.rank')} isOptional width={20} />
      <TextInput {...field('position')} label={t('office.position')} />
      <Select
        {...field('unitId')}
        label={t('office.unit')}
        hint={t('office.unit-hint')}
        isOptional
        options={units.map(({ unit_id, name }) => ({ value: unit_id, label: name }))}
      />
      <TextInput
        {...field('email')}
        type="email"
        label={t('office.mailbox')}
        hint={t('office.mailbox-hint')}
        isOptional
      />
      <Checkboxes
        t={t}
        name="byHand"
        label={t('office.way')}
        values={tickedIn(fields, 'byHand')}
        options={[{ value: 'yes', label: t('office.by-hand-wished') }]}
      />
    </>
  );
};

export const PersonForm = (props: PersonFormProps) => {
  const { c, fields, errors } = props;
  const t = c.get('t');
  return (
    <OfficeForm
      {...props}
      title={props.isNew ? t('office.add-person') : typedText(fields, 'fullName')}
      intro={props.isNew ? undefined : <p>{t('office.successor-advice')}</p>}
      button={t('office.save')}
    >
      <NameFields {...props} />
      <Checkboxes
        t={t}
        name="roles"
        label={t('office.roles')}
        hint={t('office.roles-hint')}
        error={errorOf(errors, 'roles')}
        values={tickedIn(fields, 'roles')}
        options={ROLES.map((role) => ({ value: role, label: t(`office.role.${role}`) }))}
      />
      <PeriodFields t={t} fields={fields} errors={errors} open="both" />
    </OfficeForm>
  );
};
