import { isLocalDate, type Instant } from '../../../domain/local-date.ts';
import type { Words } from '../../../locale/words.ts';
import { Details } from '../../layout/content.tsx';
import { DateInput } from '../../layout/choices.tsx';
import { errorOf, TextInput } from '../../layout/forms.tsx';
import { readDateInput, typedText, type TypedFields } from '../../layout/typed-values.ts';
import type { FormError } from '../../refusal.ts';

const TIME = /^([01]?\d|2[0-3])[:.hH]([0-5]\d)$/;

type ReadMoment =
  { readonly isRight: true; readonly occurredAt: Instant | null } | { readonly isRight: false };

/** When it happened on paper: nothing given is now; half given, or no real day or time, is wrong. */
export const readOccurredAt = (fields: TypedFields): ReadMoment => {
  const day = readDateInput(fields, 'occurredAt');
  const time = typedText(fields, 'occurredAtTime');
  if (day.kind === 'empty' && time === '') return { isRight: true, occurredAt: null };
  const [, hours, minutes] = TIME.exec(time) ?? [];
  if (day.kind !== 'date' || !isLocalDate(day.date) || !hours || !minutes) {
    return { isRight: false };
  }
  return { isRight: true, occurredAt: `${day.date}T${hours.padStart(2, '0')}:${minutes}:00+07:00` };
};

interface OccurredAtProps {
  readonly t: Words;
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  /** While a past year is being entered, every act has a day of its own. */
  readonly isOpen?: boolean;
}

/** Folded away: most acts are pressed when they happen. */
export const OccurredAtFields = ({ t, fields, errors, isOpen = false }: OccurredAtProps) => {
  const day = readDateInput(fields, 'occurredAt');
  const error = errorOf(errors, 'occurredAt');
  return (
    <Details
      summary={t('paper.occurred-earlier')}
      isOpen={isOpen || error !== undefined || day.kind !== 'empty'}
    >
      <DateInput
        t={t}
        name="occurredAt"
        label={t('paper.occurred-on')}
        hint={t('paper.occurred-hint')}
        error={error}
        value={day.typed}
      />
      <TextInput
        t={t}
        name="occurredAtTime"
        label={t('paper.occurred-time')}
        hint={t('paper.occurred-time-hint')}
        width={5}
        value={typedText(fields, 'occurredAtTime')}
      />
    </Details>
  );
};
