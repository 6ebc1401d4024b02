import type { CalendarDayRow } from '../../../adapters/database/calendars.ts';
import { isWeekend } from '../../../domain/working-days.ts';
import { formatWeekday } from '../../../locale/weekdays.ts';
import type { Words } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { EmptyState, SummaryList, Tag, WarningText } from '../../layout/content.tsx';
import { ActForm, Button, ButtonGroup, ButtonLink, ErrorSummary } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import type { FormError } from '../../refusal.ts';
import {
  CALENDAR,
  isCalendarYear,
  pathOfDay,
  pathOfYear,
  type CalendarView,
} from './calendar-reading.ts';

interface CalendarProps {
  readonly c: WebContext;
  readonly view: CalendarView;
}

// As they stand in a date, for months that have something to show.
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;

/** Why a day changes nothing, where it does not: the week's rule says the same. */
const needlessBecause = ({ date, kind }: CalendarDayRow) => {
  if (kind === 'off') return isWeekend(date) ? 'calendar.weekend-anyway' : null;
  return isWeekend(date) ? null : 'calendar.workday-anyway';
};

/** Kind and name of a day, and what is to be noted of it. */
export const DayInWords = ({ t, day }: { readonly t: Words; readonly day: CalendarDayRow }) => {
  const reason = needlessBecause(day);
  const notes = [
    ...(reason ? [t(reason)] : []),
    ...(day.origin === 'office' ? [t('calendar.by-office')] : []),
  ];
  return (
    <>
      <Tag tone={day.kind === 'off' ? 'plain' : 'busy'}>{t(`calendar.kind.${day.kind}`)}</Tag>{' '}
      {day.name}
      {notes.length > 0 && <div class="govuk-hint">{notes.join('. ')}</div>}
    </>
  );
};

const Month = ({ c, view, month }: CalendarProps & { readonly month: (typeof MONTHS)[number] }) => {
  const t = c.get('t');
  const days = view.days.filter(({ date }) => date.slice(5, 7) === month);
  if (days.length === 0) return null;
  return (
    <section aria-labelledby={`month-${month}`}>
      <h2 class="govuk-heading-m" id={`month-${month}`}>
        {t(`calendar.month.${month}`)}
      </h2>
      <SummaryList
        rows={days.map((day) => ({
          key: formatWeekday(c.get('lang'), day.date),
          value: <DayInWords t={t} day={day} />,
          action: view.mayKeep
            ? { href: pathOfDay(day.date), label: t('shell.change') }
            : undefined,
        }))}
      />
    </section>
  );
};

const OtherYears = ({ c, view }: CalendarProps) => {
  const t = c.get('t');
  const [before, after] = [view.year - 1, view.year + 1];
  return (
    <nav aria-label={t('calendar.other-years')}>
      <ButtonGroup>
        {isCalendarYear(String(before)) && (
          <a class="govuk-link" href={pathOfYear(before)}>
            {t('calendar.previous-year', { year: before })}
          </a>
        )}
        {isCalendarYear(String(after)) && (
          <a class="govuk-link" href={pathOfYear(after)}>
            {t('calendar.next-year', { year: after })}
          </a>
        )}
      </ButtonGroup>
    </nav>
  );
};

const ConfirmYear = ({ c, view }: CalendarProps) => {
  const t = c.get('t');
  return (
    <ActForm action={`${CALENDAR}/confirm`}>
      <p>{t('calendar.computed-advice')}</p>
      <input type="hidden" name="year" value={view.year} />
      <Button kind="secondary">{t('calendar.confirm-year')}</Button>
    </ActForm>
  );
};

const Standing = ({ c, view }: CalendarProps) => {
  const t = c.get('t');
  const { year, isOfficial, days, mayKeep } = view;
  if (isOfficial === null)
    return days.length > 0 ? <p>{t('calendar.own-year', { year })}</p> : null;
  if (isOfficial) return null;
  return (
    <>
      <WarningText t={t}>{t('calendar.computed', { year })}</WarningText>
      {mayKeep && <ConfirmYear c={c} view={view} />}
    </>
  );
};

/** The days of a year that differ from the week's rule: read by all, kept by coordinator and head. */
export const CalendarPage = ({
  c,
  view,
  errors = [],
}: CalendarProps & { readonly errors?: readonly FormError[] }) => {
  const t = c.get('t');
  const title = t('calendar.of-year', { year: view.year });
  return (
    <Frame
      c={c}
      title={title}
      hasError={errors.length > 0}
      backLink={{ href: '/office', label: t('office.title') }}
    >
      <ErrorSummary t={t} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <OtherYears c={c} view={view} />
      <p>{t('calendar.rule')}</p>
      <Standing c={c} view={view} />
      {view.mayKeep && (
        <ButtonLink href={`${CALENDAR}/new?year=${view.year}`} kind="secondary">
          {t('calendar.add')}
        </ButtonLink>
      )}
      {view.days.length === 0 && (
        <EmptyState title={t('calendar.empty', { year: view.year })}>
          <p>{t('calendar.empty-advice')}</p>
        </EmptyState>
      )}
      {MONTHS.map((month) => (
        <Month c={c} view={view} month={month} />
      ))}
    </Frame>
  );
};
