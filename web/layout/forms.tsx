import { randomUUID } from 'node:crypto';
import type { Child } from 'hono/jsx';
import type { Words } from '../../locale/words.ts';
import { joinClasses } from './class-names.ts';
import { describedBy, Field, type FieldProps } from './field.tsx';
import { formatVietnameseNumber } from './typed-values.ts';

type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30;

interface TextInputProps extends FieldProps {
  readonly value?: string | null | undefined;
  readonly type?: 'text' | 'email' | 'password' | undefined;
  readonly autocomplete?: string | undefined;
  readonly width?: InputWidth | undefined;
  readonly inputmode?: 'numeric' | 'decimal' | undefined;
}

const isTechnical = (type: TextInputProps['type']): boolean =>
  type === 'email' || type === 'password';

export const TextInput = (props: TextInputProps) => (
  <Field {...props}>
    <input
      class={joinClasses(
        'govuk-input',
        props.width && `govuk-input--width-${String(props.width)}`,
        props.error && 'govuk-input--error',
      )}
      id={props.name}
      name={props.name}
      type={props.type ?? 'text'}
      value={props.type === 'password' ? undefined : (props.value ?? undefined)}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
      autocapitalize={isTechnical(props.type) ? 'none' : undefined}
      aria-describedby={describedBy(props)}
    />
  </Field>
);

interface NumberInputProps extends FieldProps {
  /** A stored number, or the text that was typed and could not be read. */
  readonly value?: number | string | null | undefined;
  readonly width?: InputWidth | undefined;
}

/** A text box on purpose: a browser's own number box knows no decimal comma. */
export const NumberInput = ({ value, width = 10, ...field }: NumberInputProps) => (
  <TextInput
    {...field}
    width={width}
    inputmode="decimal"
    value={typeof value === 'number' ? formatVietnameseNumber(value) : value}
  />
);

interface TextAreaProps extends FieldProps {
  readonly value?: string | null | undefined;
  readonly rows?: number | undefined;
}

export const TextArea = (props: TextAreaProps) => (
  <Field {...props}>
    <textarea
      class={joinClasses('govuk-textarea', props.error && 'govuk-textarea--error')}
      id={props.name}
      name={props.name}
      rows={props.rows ?? 4}
      aria-describedby={describedBy(props)}
    >
      {/* A browser drops the first line break of a text area. */}
      {`\n${props.value ?? ''}`}
    </textarea>
  </Field>
);

interface SelectProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string | null | undefined;
}

/** Begins with an empty choice, so nothing is chosen that nobody chose. */
export const Select = (props: SelectProps) => (
  <Field {...props}>
    <select
      class={joinClasses('govuk-select', props.error && 'govuk-select--error')}
      id={props.name}
      name={props.name}
      aria-describedby={describedBy(props)}
    >
      <option value="">{props.t('shell.choose')}</option>
      {props.options.map(({ value, label }) => (
        <option value={value} selected={value === props.value}>
          {label}
        </option>
      ))}
    </select>
  </Field>
);

interface FileUploadProps extends FieldProps {
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
}

export const FileUpload = (props: FileUploadProps) => (
  <Field {...props}>
    <input
      class={joinClasses('govuk-file-upload', props.error && 'govuk-file-upload--error')}
      id={props.name}
      name={props.name}
      type="file"
      accept={props.accept}
      multiple={props.multiple}
      aria-describedby={describedBy(props)}
    />
  </Field>
);

interface ButtonProps {
  readonly kind?: 'primary' | 'secondary' | 'warning' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly children: Child;
}

const buttonClass = (kind: ButtonProps['kind']): string =>
  joinClasses('govuk-button', kind && kind !== 'primary' && `govuk-button--${kind}`);

export const Button = ({ kind, name, value, children }: ButtonProps) => (
  <button
    type="submit"
    class={buttonClass(kind)}
    data-module="govuk-button"
    name={name}
    value={value}
  >
    {children}
  </button>
);

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export const ButtonLink = ({
  href,
  kind,
  children,
}: Pick<ButtonProps, 'kind' | 'children'> & { readonly href: string }) => (
  <a href={href} class={buttonClass(kind)}>
    {children}
  </a>
);

export const ButtonGroup = ({ children }: { readonly children: Child }) => (
  <div class="govuk-button-group">{children}</div>
);

interface ActFormProps {
  readonly action: string;
  /** Given where a form is shown again after "try later": the same press must stay the same act. */
  readonly actId?: string | undefined;
  readonly hasFiles?: boolean | undefined;
  readonly children: Child;
}

/** A form whose press is one act: sent twice, it still counts once. */
export const ActForm = ({ action, actId = randomUUID(), hasFiles, children }: ActFormProps) => (
  <form
    method="post"
    action={action}
    enctype={hasFiles ? 'multipart/form-data' : undefined}
    novalidate
    // Going back, a browser would put old texts into a page that says it holds the newest version.
    autocomplete="off"
  >
    <input type="hidden" name="actId" value={actId} />
    {children}
  </form>
);

export interface FormError {
  /** The id (name) of the field; null where the error belongs to no single field. */
  readonly field: string | null;
  readonly text: string;
}

/** Stands above the form and links each error to its field. */
export const ErrorSummary = ({
  t,
  errors,
}: {
  readonly t: Words;
  readonly errors: readonly FormError[];
}) =>
  errors.length === 0 ? null : (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{t('shell.error-title')}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map(({ field, text }) => (
              <li>{field === null ? text : <a href={`#${field}`}>{text}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );

/** The error of one field, for its `error` property. */
export const errorOf = (errors: readonly FormError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.text;
