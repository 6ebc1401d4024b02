import type { Child } from 'hono/jsx';
import type { Words } from '../../locale/words.ts';
import { joinClasses } from './class-names.ts';

/** What every field of a form has. Its id is its name, so a summary of errors can link to it. */
export interface FieldProps {
  readonly t: Words;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly isOptional?: boolean | undefined;
}

/** The ids of hint and error, for aria-describedby; undefined where there is neither. */
export const describedBy = ({ name, hint, error }: FieldProps): string | undefined =>
  joinClasses(hint && `${name}-hint`, error && `${name}-error`) || undefined;

const OptionalNote = ({ t, isOptional }: Pick<FieldProps, 't' | 'isOptional'>) =>
  isOptional ? <span class="rc-optional"> ({t('shell.optional')})</span> : null;

const HintAndError = ({ t, name, hint, error }: FieldProps) => (
  <>
    {hint && (
      <div id={`${name}-hint`} class="govuk-hint">
        {hint}
      </div>
    )}
    {error && (
      <p id={`${name}-error`} class="govuk-error-message">
        <span class="govuk-visually-hidden">{t('shell.error-prefix')}</span> {error}
      </p>
    )}
  </>
);

const groupClass = (error: string | undefined): string =>
  joinClasses('govuk-form-group', error && 'govuk-form-group--error');

/** Label, hint and error around a field of one control. */
export const Field = (props: FieldProps & { readonly children: Child }) => (
  <div class={groupClass(props.error)}>
    <label class="govuk-label" for={props.name}>
      {props.label}
      <OptionalNote t={props.t} isOptional={props.isOptional} />
    </label>
    <HintAndError {...props} />
    {props.children}
  </div>
);

/** Legend, hint and error around a field of several controls. */
export const FieldGroup = (
  props: FieldProps & { readonly role?: 'group'; readonly children: Child },
) => (
  <div class={groupClass(props.error)}>
    <fieldset class="govuk-fieldset" role={props.role} aria-describedby={describedBy(props)}>
      <legend class="govuk-fieldset__legend">
        {props.label}
        <OptionalNote t={props.t} isOptional={props.isOptional} />
      </legend>
      <HintAndError {...props} />
      {props.children}
    </fieldset>
  </div>
);
