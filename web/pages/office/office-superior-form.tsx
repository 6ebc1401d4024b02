import { Checkboxes, Radios } from '../../layout/choices.tsx';
import { errorOf, TextInput } from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { textOrNull, tickedIn } from './office-fields.ts';
import { OfficeForm, type OfficeFormProps } from './office-form.tsx';
import type { SuperiorRow } from './office-view.ts';

export const fieldsOfSuperior = (body: SuperiorRow): TypedFields => ({
  name: body.name,
  kind: body.kind,
  email: body.email ?? '',
  followsReform: body.follows_reform ? 'yes' : '',
});

export const superiorOfFields = (superiorId: string, fields: TypedFields) => ({
  superiorId,
  name: typedText(fields, 'name'),
  kind: typedText(fields, 'kind'),
  email: textOrNull(fields, 'email'),
  followsReform: tickedIn(fields, 'followsReform').includes('yes'),
});

export const SuperiorForm = (props: OfficeFormProps & { readonly isNew: boolean }) => {
  const { c, fields, errors } = props;
  const t = c.get('t');
  return (
    <OfficeForm
      {...props}
      title={props.isNew ? t('office.add-superior') : typedText(fields, 'name')}
      button={t('office.save')}
    >
      <TextInput
        t={t}
        name="name"
        label={t('office.superior-name')}
        error={errorOf(errors, 'name')}
        value={typedText(fields, 'name')}
      />
      <Radios
        t={t}
        name="kind"
        label={t('office.superior-kind')}
        error={errorOf(errors, 'kind')}
        value={typedText(fields, 'kind')}
        options={(['superior', 'specialised'] as const).map((value) => ({
          value,
          label: t(`office.superior-kind.${value}`),
        }))}
      />
      <TextInput
        t={t}
        name="email"
        type="email"
        label={t('office.mailbox')}
        hint={t('office.mailbox-hint')}
        isOptional
        error={errorOf(errors, 'email')}
        value={typedText(fields, 'email')}
      />
      <Checkboxes
        t={t}
        name="followsReform"
        label={t('office.reform-work')}
        error={errorOf(errors, 'followsReform')}
        values={tickedIn(fields, 'followsReform')}
        options={[{ value: 'yes', label: t('office.follows-reform-long') }]}
      />
    </OfficeForm>
  );
};
