import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { DomainError } from '../../../domain/errors.ts';
import { isLocalDate, type LocalDate } from '../../../domain/local-date.ts';
import type { WebContext, WebEnv } from '../../environment.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { press } from '../../press.ts';
import { userOn } from '../../signed-in.ts';
import { CalendarDayForm, dayOfFields, fieldsOfDay } from './calendar-form.tsx';
import { CalendarPage } from './calendar-page.tsx';
import {
  isCalendarYear,
  mayKeepCalendar,
  pathOfYear,
  readCalendar,
  yearAsked,
} from './calendar-reading.ts';
import { CalendarRemovalPage } from './calendar-removal.tsx';

const DATE = '/:date{[0-9]{4}-[0-9]{2}-[0-9]{2}}';

const typedOn = async (c: WebContext): Promise<TypedFields> => c.req.parseBody();

const checkMayKeep = async (c: WebContext): Promise<void> => {
  if (!(await mayKeepCalendar(c))) throw new DomainError('no-power', 'this form is for others');
};

const findDay = (c: WebContext, date: LocalDate) =>
  isLocalDate(date)
    ? c.get('deps').acts.stores.calendars.findDay(userOn(c).officeId, date)
    : undefined;

// Try later: the same press again must stay the same act.
const actIdOf = (fields: TypedFields, status: ContentfulStatusCode): string | undefined =>
  status === 503 ? typedText(fields, 'actId') : undefined;

const showYear = async (c: WebContext): Promise<Response> => {
  const year = yearAsked(c);
  if (year === null) return c.notFound();
  return c.html(<CalendarPage c={c} view={await readCalendar(c, year)} />);
};

const confirmYear = async (c: WebContext): Promise<Response> => {
  const fields = await typedOn(c);
  const typed = typedText(fields, 'year');
  if (!isCalendarYear(typed)) return c.notFound();
  const year = Number(typed);
  return press(c, {
    fields,
    act: 'confirm-calendar-year',
    year: null,
    data: { year },
    to: pathOfYear(year),
    again: async (errors, status) =>
      c.html(<CalendarPage c={c} view={await readCalendar(c, year)} errors={errors} />, status),
  });
};

const showNew = async (c: WebContext): Promise<Response> => {
  await checkMayKeep(c);
  const fields = { 'date-year': c.req.query('year') ?? '' };
  return c.html(
    <CalendarDayForm c={c} date={null} fields={fields} errors={[]} actId={undefined} />,
  );
};

const showDay = async (c: WebContext, date: LocalDate): Promise<Response> => {
  await checkMayKeep(c);
  const day = await findDay(c, date);
  if (!day) return c.notFound();
  const fields = fieldsOfDay(day);
  return c.html(
    <CalendarDayForm c={c} date={date} fields={fields} errors={[]} actId={undefined} />,
  );
};

/** `date` null: a new day. A day that somebody removed in the meantime is there again. */
const saveDay = async (c: WebContext, date: LocalDate | null): Promise<Response> => {
  if (date !== null && !isLocalDate(date)) return c.notFound();
  const fields = await typedOn(c);
  const data = dayOfFields(date, fields);
  return press(c, {
    fields,
    act: 'save-calendar-day',
    year: null,
    data,
    to: pathOfYear(data.date.slice(0, 4)),
    again: (errors, status) => {
      const actId = actIdOf(fields, status);
      const form = { c, date, fields, errors, actId };
      return c.html(<CalendarDayForm {...form} />, status);
    },
  });
};

const showRemoval = async (c: WebContext, date: LocalDate): Promise<Response> => {
  await checkMayKeep(c);
  const day = await findDay(c, date);
  if (!day) return c.notFound();
  return c.html(<CalendarRemovalPage c={c} date={date} day={day} errors={[]} actId={undefined} />);
};

const removeDay = async (c: WebContext, date: LocalDate): Promise<Response> => {
  if (!isLocalDate(date)) return c.notFound();
  const fields = await typedOn(c);
  return press(c, {
    fields,
    act: 'remove-calendar-day',
    year: null,
    data: { date },
    to: pathOfYear(date.slice(0, 4)),
    again: async (errors, status) => {
      const page = { c, date, day: await findDay(c, date), errors, actId: actIdOf(fields, status) };
      return c.html(<CalendarRemovalPage {...page} />, status);
    },
  });
};

/** Days off and working weekend days; it stands behind the sign-in of the office's pages. */
export const calendarRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.get('/', (c) => showYear(c));
  routes.post('/confirm', (c) => confirmYear(c));
  routes.get('/new', (c) => showNew(c));
  routes.post('/new', (c) => saveDay(c, null));
  routes.get(DATE, (c) => showDay(c, c.req.param('date')));
  routes.post(DATE, (c) => saveDay(c, c.req.param('date')));
  routes.get(`${DATE}/remove`, (c) => showRemoval(c, c.req.param('date')));
  routes.post(`${DATE}/remove`, (c) => removeDay(c, c.req.param('date')));
  return routes;
};
