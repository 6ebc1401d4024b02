import type { WebContext } from '../../environment.ts';
import { errorOf, TextArea } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { mayGiveOccurredAt } from '../../powers.ts';
import type { FormError } from '../../refusal.ts';
import { userOn } from '../../signed-in.ts';
import type { RunningCycle } from '../cycle/cycle-reading.ts';
import { repeatedActId, type RefusedForm } from '../registration/period-press.ts';
import { MomentFields } from '../registration/unit-moment.tsx';

interface PartProps {
  readonly c: WebContext;
  readonly form: RefusedForm;
}

/** "Try later" was the answer to that very form: the same press stays the same act. */
export const actIdOf = (form: RefusedForm, name: string): string | undefined =>
  typedText(form.fields, 'form') === name ? repeatedActId(form) : undefined;

/** Which of the page's forms it is goes along with the press. */
export const Named = ({ name }: { readonly name: string }) => (
  <input type="hidden" name="form" value={name} />
);

/** When it happened on paper, for those who may say so. */
export const Moment = ({
  c,
  cycle,
  form,
  name,
}: PartProps & { readonly cycle: RunningCycle; readonly name: string }) =>
  mayGiveOccurredAt(cycle.facts, userOn(c).person.person_id) ? (
    <MomentFields
      t={c.get('t')}
      form={name}
      fields={form.fields}
      errors={form.errors}
      isOpen={cycle.state.clock.mode === 'entered'}
    />
  ) : null;

export const TypedArea = ({
  c,
  form,
  name,
  label,
  hint,
}: PartProps & { readonly name: string; readonly label: string; readonly hint: string }) => (
  <TextArea
    t={c.get('t')}
    name={name}
    label={label}
    hint={hint}
    value={typedText(form.fields, name)}
    error={errorOf(form.errors, name)}
  />
);

/** A page's forms have fields of their own: the error goes to that of the form that was pressed. */
export const inForm = (name: string, errors: readonly FormError[]): readonly FormError[] =>
  errors.map((error) => ({
    ...error,
    field: error.field === null ? null : `${name}-${error.field}`,
  }));
