import { SHIPPED_CALENDAR } from '../locale/shipped-calendar.ts';
import type { ActDependencies } from './act.ts';

type Stores = Pick<ActDependencies['stores'], 'calendars' | 'offices'>;

/** The years of days that ship with the system; those the office had before are left as they are. */
export const giveStandardCalendar = (
  { calendars }: Pick<Stores, 'calendars'>,
  officeId: string,
): Promise<void> => calendars.seed(officeId, SHIPPED_CALENDAR);

/** At a start: a newer system may ship years that its offices don't have yet. */
export const giveStandardCalendars = async (stores: Stores): Promise<void> => {
  for (const { office_id } of await stores.offices.list()) {
    await giveStandardCalendar(stores, office_id);
  }
};
