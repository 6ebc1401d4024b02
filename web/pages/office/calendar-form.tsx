import type { CalendarDayRow } from '../../../adapters/database/calendars.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import { formatWeekday } from '../../../locale/weekdays.ts';
import { DateInput, Radios } from '../../layout/choices.tsx';
import { ActForm, Button, ErrorSummary, errorOf, TextInput } from '../../layout/forms.tsx';
import { readDateInput, typedText, type TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { CALENDAR, isCalendarYear, pathOfDay, pathOfYear } from './calendar-reading.ts';
import { typedDay } from './office-fields.ts';
import type { OfficeFormProps } from './office-form.tsx';

export const fieldsOfDay = (day: CalendarDayRow): TypedFields => ({
  kind: day.kind,
  name: day.name,
});

export const dayOfFields = (date: LocalDate | null, fields: TypedFields) => ({
  date: date ?? typedDay(fields, 'date') ?? '',
  kind: typedText(fields, 'kind'),
  name: typedText(fields, 'name'),
});

/** `date` null: a new day, whose date is typed as well. */
type DayFormProps = OfficeFormProps & { readonly date: LocalDate | null };

const yearIn = ({ date, fields }: DayFormProps): string =>
  date?.slice(0, 4) ?? typedText(fields, 'date-year');

const DayFields = ({ c, date, fields, errors }: DayFormProps) => {
  const t = c.get('t');
  return (
    <>
      {date === null && (
        <DateInput
          t={t}
          name="date"
          label={t('calendar.date')}
          error={errorOf(errors, 'date')}
          value={readDateInput(fields, 'date').typed}
        />
      )}
      <Radios
        t={t}
        name="kind"
        label={t('calendar.kind')}
        error={errorOf(errors, 'kind')}
        value={typedText(fields, 'kind')}
        options={(['off', 'working'] as const).map((kind) => ({
          value: kind,
          label: t(`calendar.kind.${kind}`),
          hint: t(`calendar.kind-${kind}-hint`),
        }))}
      />
      <TextInput
        t={t}
        name="name"
        label={t('calendar.name')}
        hint={t('calendar.name-hint')}
        error={errorOf(errors, 'name')}
        value={typedText(fields, 'name')}
      />
    </>
  );
};

/** A day of the calendar, new or changed; from the form of a day leads the way to remove it. */
export const CalendarDayForm = (props: DayFormProps) => {
  const { c, date, errors, actId } = props;
  const t = c.get('t');
  const title = date === null ? t('calendar.add-title') : formatWeekday(c.get('lang'), date);
  const year = yearIn(props);
  return (
    <Frame
      c={c}
      title={title}
      hasError={errors.length > 0}
      backLink={{
        href: isCalendarYear(year) ? pathOfYear(year) : CALENDAR,
        label: t('calendar.title'),
      }}
    >
      <ErrorSummary t={t} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <ActForm action={date === null ? `${CALENDAR}/new` : pathOfDay(date)} actId={actId}>
        <DayFields {...props} />
        <Button>{t('calendar.save')}</Button>
      </ActForm>
      {date !== null && (
        <p>
          <a class="govuk-link" href={`${pathOfDay(date)}/remove`}>
            {t('calendar.remove')}
          </a>
        </p>
      )}
    </Frame>
  );
};
