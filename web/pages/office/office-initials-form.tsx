import type { OfficeRow, PersonRow } from '../../../adapters/database/offices.ts';
import { kindsToInitial } from '../../../domain/initials.ts';
import { Checkboxes } from '../../layout/choices.tsx';
import { errorOf, Select } from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { textOrNull, tickedIn } from './office-fields.ts';
import { OfficeForm, type OfficeFormProps } from './office-form.tsx';

export const fieldsOfInitials = (office: OfficeRow): TypedFields => ({
  content: office.content_initialled,
  form: office.form_initialled,
  formCheckerId: office.form_checker_id ?? '',
});

export const initialsOfFields = (fields: TypedFields) => ({
  content: tickedIn(fields, 'content'),
  form: tickedIn(fields, 'form'),
  formCheckerId: textOrNull(fields, 'formCheckerId'),
});

type InitialsFormProps = OfficeFormProps & { readonly people: readonly PersonRow[] };

/** Which kinds of paper are initialled before they go to the leader, and who checks their form. */
export const InitialsForm = (props: InitialsFormProps) => {
  const { c, fields, errors, people } = props;
  const t = c.get('t');
  const kinds = kindsToInitial().map((kind) => ({ value: kind, label: t(`paper.kind.${kind}`) }));
  return (
    <OfficeForm
      {...props}
      title={t('initials.office-title')}
      intro={<p>{t('initials.office-in-short')}</p>}
      button={t('office.save')}
    >
      <Checkboxes
        t={t}
        name="content"
        label={t('initials.content-kinds')}
        hint={t('initials.content-kinds-hint')}
        error={errorOf(errors, 'content')}
        values={tickedIn(fields, 'content')}
        options={kinds}
      />
      <Checkboxes
        t={t}
        name="form"
        label={t('initials.form-kinds')}
        hint={t('initials.form-kinds-hint')}
        error={errorOf(errors, 'form')}
        values={tickedIn(fields, 'form')}
        options={kinds}
      />
      <Select
        t={t}
        name="formCheckerId"
        label={t('initials.form-checker')}
        hint={t('initials.form-checker-hint')}
        error={errorOf(errors, 'formCheckerId')}
        value={typedText(fields, 'formCheckerId')}
        options={people.map(({ person_id, full_name, position }) => ({
          value: person_id,
          label: `${full_name}, ${position}`,
        }))}
      />
    </OfficeForm>
  );
};
