import type { LocalDate } from '../../../domain/local-date.ts';
import type { WebContext } from '../../environment.ts';
import { DateInput } from '../../layout/choices.tsx';
import { errorOf, Select, TextArea, TextInput } from '../../layout/forms.tsx';
import { readDateInput, typedText, type TypedFields } from '../../layout/typed-values.ts';
import { mayGiveOccurredAt } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';
import type { FormError } from '../../refusal.ts';
import type { RunningCycle } from '../cycle/cycle-reading.ts';
import { MomentFields } from '../registration/unit-moment.tsx';

/** What was typed into one of a page's forms and refused. */
export interface RefusedForm {
  readonly form: string;
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  readonly status: 200 | 403 | 404 | 409 | 413 | 422 | 503;
}

export const NOTHING_REFUSED: RefusedForm = { form: '', fields: {}, errors: [], status: 200 };

interface FieldProps {
  readonly c: WebContext;
  readonly refused: RefusedForm;
  /** With the form's prefix: several forms stand on one page. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isOptional?: boolean | undefined;
}

const shared = ({ c, refused, name, label, hint, isOptional }: FieldProps) => ({
  t: c.get('t'),
  name,
  label,
  hint,
  isOptional,
  error: errorOf(refused.errors, name),
});

export const TextField = (props: FieldProps & { readonly value?: string | undefined }) => (
  <TextInput
    {...shared(props)}
    value={typedText(props.refused.fields, props.name) || props.value}
  />
);

export const AreaField = (props: FieldProps) => (
  <TextArea {...shared(props)} value={typedText(props.refused.fields, props.name)} />
);

export const SelectField = (
  props: FieldProps & { readonly options: readonly { value: string; label: string }[] },
) => (
  <Select
    {...shared(props)}
    options={props.options}
    value={typedText(props.refused.fields, props.name)}
  />
);

export const DayField = (props: FieldProps & { readonly value?: LocalDate | undefined }) => {
  const read = readDateInput(props.refused.fields, props.name);
  const value = read.kind === 'empty' ? (props.value ?? null) : read.typed;
  return <DateInput {...shared(props)} value={value} />;
};

/** When it happened, for those who enter what was done on paper. */
export const FormMoment = ({
  c,
  cycle,
  refused,
  form,
}: {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly refused: RefusedForm;
  readonly form: string;
}) =>
  mayGiveOccurredAt(cycle.facts, userOn(c).person.person_id) ? (
    <MomentFields
      t={c.get('t')}
      form={form}
      fields={refused.fields}
      errors={refused.errors}
      isOpen={cycle.state.clock.mode === 'entered'}
    />
  ) : null;

/** "Try later" was the answer: the same press stays the same act. */
export const repeatedActId = (refused: RefusedForm, form: string): string | undefined =>
  refused.form === form && refused.status === 503 ? typedText(refused.fields, 'actId') : undefined;

/** A date that was typed, as acts take it: empty where there is none. */
export const dayIn = (fields: TypedFields, name: string): string => {
  const read = readDateInput(fields, name);
  return read.kind === 'date' ? read.date : '';
};
