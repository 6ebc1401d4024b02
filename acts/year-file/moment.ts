import { epochMsOf, type Instant, instantOf, isInstant } from '../../domain/local-date.ts';

const MOMENT =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2}))?(?:\.\d{1,9})?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const OFFICE_OFFSET_MINUTES = 7 * 60;

const offsetMinutes = (sign = '+', hours = '00', minutes = '00'): number | null => {
  const size = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || size > 14 * 60) return null;
  return sign === '-' ? -size : size;
};

/** A date-time of ISO 8601 with any offset, as the same moment at +07:00; null where there is none. */
export const readMoment = (text: string): Instant | null => {
  const match = MOMENT.exec(text);
  if (!match?.[1]) return null;
  const local = `${match[1]}:${match[2] ?? '00'}+07:00`;
  const offset = offsetMinutes(match[3], match[4], match[5]);
  if (!isInstant(local) || offset === null) return null;
  const moment = instantOf(epochMsOf(local) + (OFFICE_OFFSET_MINUTES - offset) * 60_000);
  return isInstant(moment) ? moment : null;
};
