import { QUARTERS } from '../../../domain/plan.ts';
import type { Words } from '../../../locale/words.ts';
import { DateInput } from '../../layout/choices.tsx';
import { errorOf, Select, type FormError } from '../../layout/forms.tsx';
import { readDateInput, typedText, type TypedFields } from '../../layout/typed-values.ts';

interface InputsProps {
  readonly t: Words;
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
}

/** The days of the year: registration and the four checks. */
export const ScheduleInputs = ({ t, fields, errors }: InputsProps) => {
  const dates = [
    { name: 'schedule-registrationOpensOn', label: t('plan.registration-opens-on') },
    { name: 'schedule-registrationDeadline', label: t('plan.registration-deadline') },
    ...QUARTERS.map((quarter) => ({
      name: `schedule-checks-${quarter}`,
      label: t(`plan.check-${quarter}`),
    })),
  ];
  return (
    <>
      <h2 class="govuk-heading-m">{t('plan.schedule')}</h2>
      {dates.map(({ name, label }) => (
        <DateInput
          t={t}
          name={name}
          label={label}
          value={readDateInput(fields, name).typed}
          error={errorOf(errors, name)}
        />
      ))}
    </>
  );
};

type Choice = { readonly value: string; readonly label: string };

// Who signed a former version may have left the post; the form still says who it was.
const withTyped = (choices: readonly Choice[], typed: string, label: string): readonly Choice[] =>
  typed === '' || choices.some(({ value }) => value === typed)
    ? choices
    : [...choices, { value: typed, label }];

export const SignerInput = ({
  t,
  fields,
  errors,
  choices,
  nameOf,
}: InputsProps & {
  readonly choices: readonly Choice[];
  readonly nameOf: (personId: string) => string;
}) => {
  const typed = typedText(fields, 'signer-personId');
  return (
    <Select
      t={t}
      name="signer-personId"
      label={t('plan.signer')}
      hint={t('plan.signer-hint')}
      options={withTyped(choices, typed, nameOf(typed.split('|')[0] ?? ''))}
      value={typed}
      error={errorOf(errors, 'signer-personId')}
    />
  );
};
