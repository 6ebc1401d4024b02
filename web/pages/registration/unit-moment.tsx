import { DateInput } from '../../layout/choices.tsx';
import { Details } from '../../layout/content.tsx';
import { errorOf, TextInput } from '../../layout/forms.tsx';
import { readDateInput, typedText, type TypedFields } from '../../layout/typed-values.ts';
import type { Words } from '../../../locale/words.ts';
import type { FormError } from '../../refusal.ts';

/** The fields of one of a page's forms, under the names that they have without the form's prefix. */
export const fieldsOfForm = (fields: TypedFields, form: string): TypedFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name.startsWith(`${form}-`) ? name.slice(form.length + 1) : name,
      value,
    ]),
  );

interface MomentProps {
  readonly t: Words;
  /** Several forms stand on one page, each with fields of its own. */
  readonly form: string;
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  readonly isOpen: boolean;
}

/** When it happened on paper; readOccurredAt reads it back from the form's own fields. */
export const MomentFields = ({ t, form, fields, errors, isOpen }: MomentProps) => {
  const name = `${form}-occurredAt`;
  const day = readDateInput(fields, name);
  const error = errorOf(errors, name);
  return (
    <Details
      summary={t('paper.occurred-earlier')}
      isOpen={isOpen || error !== undefined || day.kind !== 'empty'}
    >
      <DateInput
        t={t}
        name={name}
        label={t('paper.occurred-on')}
        hint={t('paper.occurred-hint')}
        error={error}
        value={day.typed}
      />
      <TextInput
        t={t}
        name={`${name}Time`}
        label={t('paper.occurred-time')}
        hint={t('paper.occurred-time-hint')}
        width={5}
        value={typedText(fields, `${name}Time`)}
      />
    </Details>
  );
};
