import type { CalendarDayRow } from '../../../adapters/database/calendars.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import { isWeekend } from '../../../domain/working-days.ts';
import { formatWeekday } from '../../../locale/weekdays.ts';
import type { WebContext } from '../../environment.ts';
import { SummaryList } from '../../layout/content.tsx';
import { ActForm, Button, ButtonGroup, ErrorSummary } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import type { FormError } from '../../refusal.ts';
import { DayInWords } from './calendar-page.tsx';
import { pathOfDay, pathOfYear } from './calendar-reading.ts';

interface RemovalProps {
  readonly c: WebContext;
  readonly date: LocalDate;
  /** undefined: somebody else has just removed it. */
  readonly day: CalendarDayRow | undefined;
  readonly errors: readonly FormError[];
  readonly actId: string | undefined;
}

/** Asks once more, and says what the day will be then. */
export const CalendarRemovalPage = ({ c, date, day, errors, actId }: RemovalProps) => {
  const t = c.get('t');
  const title = t('calendar.remove-title');
  return (
    <Frame
      c={c}
      title={title}
      hasError={errors.length > 0}
      backLink={{ href: pathOfDay(date), label: formatWeekday(c.get('lang'), date) }}
    >
      <ErrorSummary t={t} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {day && (
        <SummaryList
          rows={[
            { key: formatWeekday(c.get('lang'), date), value: <DayInWords t={t} day={day} /> },
          ]}
        />
      )}
      <p>{isWeekend(date) ? t('calendar.then-off') : t('calendar.then-working')}</p>
      <ActForm action={`${pathOfDay(date)}/remove`} actId={actId}>
        <ButtonGroup>
          <Button kind="warning">{t('calendar.remove-now')}</Button>
          <a class="govuk-link" href={pathOfYear(date.slice(0, 4))}>
            {t('calendar.keep')}
          </a>
        </ButtonGroup>
      </ActForm>
    </Frame>
  );
};
