import * as z from 'zod';
import { defineAct, outcome } from './act.ts';
import { checkTexts } from './check-plan.ts';
import { day, text, wholeNumber } from './year-file/fields.ts';
import { placedTexts } from './year-file/texts-of-year-file.ts';

// The years that isLocalDate() knows.
const [FIRST_YEAR, LAST_YEAR] = [1900, 2999];

// Both acts wake the office's day: its next digest was counted by the calendar as it was before.

/**
 * A day off, or a day on which the office works though the week says no; new or changed (same date).
 * Taken also where it changes nothing, such as a holiday on a Sunday: people look for its name there.
 */
export const saveCalendarDay = defineAct({
  name: 'save-calendar-day',
  schema: z.strictObject({
    date: day,
    kind: z.enum(['off', 'working']),
    name: text.transform((value) => value.normalize('NFC').trim()),
  }),
  power: 'keepOffice',
  async perform(deps, call) {
    const { date, kind, name } = call.data;
    checkTexts(deps, placedTexts(call.data));
    await deps.stores.calendars.saveDay({ office_id: call.officeId, date, kind, name });
    await deps.temporal.wakeOfficeDay(call.officeId);
    return outcome({ workflowId: null, seq: null, result: { date, kind, name } });
  },
});

/** The day follows the week's rule again. One that was removed already is no reason to refuse. */
export const removeCalendarDay = defineAct({
  name: 'remove-calendar-day',
  schema: z.strictObject({ date: day }),
  power: 'keepOffice',
  async perform({ stores, temporal }, call) {
    const { date } = call.data;
    const before = await stores.calendars.findDay(call.officeId, date);
    await stores.calendars.removeDay(call.officeId, date);
    await temporal.wakeOfficeDay(call.officeId);
    const result = { date, kind: before?.kind ?? null, name: before?.name ?? null };
    return outcome({ workflowId: null, seq: null, result });
  },
});

/** Somebody has compared the year with the government's notice: no longer marked as computed. */
export const confirmCalendarYear = defineAct({
  name: 'confirm-calendar-year',
  schema: z.strictObject({ year: wholeNumber(FIRST_YEAR, LAST_YEAR) }),
  power: 'keepOffice',
  async perform({ stores }, call) {
    const { year } = call.data;
    await stores.calendars.confirmYear(call.officeId, year);
    return outcome({ workflowId: null, seq: null, result: { year } });
  },
});
