import { QUARTERS } from '../../../domain/plan.ts';
import type { Words } from '../../../locale/words.ts';
import { Details } from '../../layout/content.tsx';
import { errorOf, NumberInput, Select, TextInput } from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import type { FormError } from '../../refusal.ts';
import { filledRows, rowCount, rowField } from './indicator-fields.ts';

interface RowProps {
  readonly t: Words;
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  readonly row: number;
}

const Choices = ({ t, fields, errors, row }: RowProps) => {
  const valueOf = (name: string) => typedText(fields, rowField(row, name));
  const directions = ['increase', 'decrease'] as const;
  const aggregations = ['latest', 'cumulative', 'average'] as const;
  return (
    <>
      <Select
        t={t}
        name={rowField(row, 'direction')}
        label={t('plan.direction')}
        value={valueOf('direction') || 'increase'}
        options={directions.map((value) => ({ value, label: t(`plan.direction-${value}`) }))}
        error={errorOf(errors, rowField(row, 'direction'))}
      />
      <Select
        t={t}
        name={rowField(row, 'aggregation')}
        label={t('plan.aggregation')}
        value={valueOf('aggregation') || 'latest'}
        options={aggregations.map((value) => ({ value, label: t(`plan.aggregation-${value}`) }))}
        error={errorOf(errors, rowField(row, 'aggregation'))}
      />
    </>
  );
};

const IndicatorRow = ({ t, fields, errors, row }: RowProps) => {
  const about = (name: string, label: string) => ({
    t,
    name: rowField(row, name),
    label,
    value: typedText(fields, rowField(row, name)),
    error: errorOf(errors, rowField(row, name)),
  });
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-visually-hidden">
        {t('plan.indicator-number', { number: row + 1 })}
      </legend>
      <input
        type="hidden"
        name={rowField(row, 'id')}
        value={typedText(fields, rowField(row, 'id'))}
      />
      <TextInput {...about('name', t('plan.indicator-name'))} />
      <TextInput {...about('unit', t('plan.indicator-unit'))} width={10} />
      <Choices t={t} fields={fields} errors={errors} row={row} />
      <NumberInput
        {...about('baseline', t('plan.baseline'))}
        isOptional
        hint={t('plan.baseline-hint')}
        width={5}
      />
      <NumberInput {...about('target', t('plan.target'))} width={5} />
      {QUARTERS.map((quarter) => (
        <NumberInput {...about(quarter, t(`plan.target-${quarter}`))} width={5} />
      ))}
    </fieldset>
  );
};

const summaryOf = (t: Words, fields: TypedFields, row: number): string => {
  const name = typedText(fields, rowField(row, 'name'));
  const number = t('plan.indicator-number', { number: row + 1 });
  return name === '' ? t('plan.indicator-blank', { number }) : `${number}: ${name}`;
};

/** Rows of indicators, folded but for those with a fault and the first free one of a new task. */
export const IndicatorInputs = ({ t, fields, errors }: Omit<RowProps, 'row'>) => {
  const filled = filledRows(fields);
  const rows = Array.from({ length: rowCount(fields) }, (_, row) => row);
  const isOpen = (row: number): boolean =>
    errors.some(({ field }) => field?.startsWith(`indicators-${String(row)}-`)) ||
    (filled.length === 0 && row === 0);
  return (
    <>
      <h2 class="govuk-heading-m">{t('plan.indicators')}</h2>
      <p class="govuk-hint">{t('plan.indicators-hint')}</p>
      {rows.map((row) => (
        <Details summary={summaryOf(t, fields, row)} isOpen={isOpen(row)}>
          <IndicatorRow t={t} fields={fields} errors={errors} row={row} />
        </Details>
      ))}
    </>
  );
};
