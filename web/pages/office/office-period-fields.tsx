import type { Words } from '../../../locale/words.ts';
import { DateInput } from '../../layout/choices.tsx';
import { errorOf } from '../../layout/forms.tsx';
import { readDateInput, type TypedFields } from '../../layout/typed-values.ts';
import type { FormError } from '../../refusal.ts';

interface PeriodProps {
  readonly t: Words;
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  /** Which ends may stay open. */
  readonly open: 'none' | 'end' | 'both';
}

/** From and to, both days counted in. */
export const PeriodFields = ({ t, fields, errors, open }: PeriodProps) => (
  <>
    <DateInput
      t={t}
      name="validFrom"
      label={t('office.valid-from')}
      error={errorOf(errors, 'validFrom')}
      isOptional={open === 'both'}
      value={readDateInput(fields, 'validFrom').typed}
    />
    <DateInput
      t={t}
      name="validTo"
      label={t('office.valid-to')}
      error={errorOf(errors, 'validTo')}
      isOptional={open !== 'none'}
      value={readDateInput(fields, 'validTo').typed}
    />
  </>
);
