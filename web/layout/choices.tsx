import type { LocalDate } from '../../domain/local-date.ts';
import { joinClasses } from './class-names.ts';
import { FieldGroup, type FieldProps } from './field.tsx';
import { type TypedDate, typedDateOf } from './typed-values.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

// The first control carries the field's own id: there the summary of errors leads.
const controlId = (name: string, index: number): string =>
  index === 0 ? name : `${name}-${String(index + 1)}`;

interface ChoiceControlProps {
  readonly kind: 'radios' | 'checkboxes';
  readonly name: string;
  readonly index: number;
  readonly choice: Choice;
  readonly isChosen: boolean;
}

const ChoiceControl = ({ kind, name, index, choice, isChosen }: ChoiceControlProps) => {
  const id = controlId(name, index);
  return (
    <div class={`govuk-${kind}__item`}>
      <input
        class={`govuk-${kind}__input`}
        id={id}
        name={name}
        type={kind === 'radios' ? 'radio' : 'checkbox'}
        value={choice.value}
        checked={isChosen}
        aria-describedby={choice.hint && `${id}-item-hint`}
      />
      <label class={`govuk-label govuk-${kind}__label`} for={id}>
        {choice.label}
      </label>
      {choice.hint && (
        <div id={`${id}-item-hint`} class={`govuk-hint govuk-${kind}__hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  );
};

interface RadiosProps extends FieldProps {
  readonly options: readonly Choice[];
  readonly value?: string | null | undefined;
}

export const Radios = (props: RadiosProps) => (
  <FieldGroup {...props}>
    <div class="govuk-radios" data-module="govuk-radios">
      {props.options.map((choice, index) => (
        <ChoiceControl
          kind="radios"
          name={props.name}
          index={index}
          choice={choice}
          isChosen={choice.value === props.value}
        />
      ))}
    </div>
  </FieldGroup>
);

interface CheckboxesProps extends FieldProps {
  readonly options: readonly Choice[];
  readonly values?: readonly string[] | undefined;
}

export const Checkboxes = (props: CheckboxesProps) => (
  <FieldGroup {...props}>
    <div class="govuk-checkboxes" data-module="govuk-checkboxes">
      {props.options.map((choice, index) => (
        <ChoiceControl
          kind="checkboxes"
          name={props.name}
          index={index}
          choice={choice}
          isChosen={props.values?.includes(choice.value) ?? false}
        />
      ))}
    </div>
  </FieldGroup>
);

interface DateInputProps extends FieldProps {
  readonly value?: LocalDate | TypedDate | null | undefined;
}

const DATE_PARTS = ['day', 'month', 'year'] as const;

/** Three boxes in the order people write a date here; readDateInput() reads them back. */
export const DateInput = (props: DateInputProps) => {
  const typed = typedDateOf(props.value);
  return (
    <FieldGroup {...props} role="group">
      <div class="govuk-date-input">
        {DATE_PARTS.map((part) => {
          const id = part === 'day' ? props.name : `${props.name}-${part}`;
          return (
            <div class="govuk-date-input__item">
              <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for={id}>
                  {props.t(`shell.${part}`)}
                </label>
                <input
                  class={joinClasses(
                    'govuk-input govuk-date-input__input',
                    part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
                    props.error && 'govuk-input--error',
                  )}
                  id={id}
                  name={`${props.name}-${part}`}
                  type="text"
                  inputmode="numeric"
                  value={typed[part]}
                />
              </div>
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
};
