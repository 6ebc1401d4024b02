import * as z from 'zod';
import {
  CONFERENCE_KINDS,
  type AttendanceContent,
  type ConferenceContent,
  type MinutesText,
} from '../../domain/conference/conference-content.ts';
import { nfc, optionalNfc } from '../plan-content-schema.ts';
import { count, day, email, key, moment, ordinal, wholeNumber } from '../year-file/fields.ts';

const year = wholeNumber(2000, 2100).nullable();

/** What is planned; see domain/conference/conference-content.ts. Texts are normalised to NFC. */
export const conferenceSchema: z.ZodType<ConferenceContent> = z.strictObject({
  kind: z.enum(CONFERENCE_KINDS),
  name: nfc,
  closesYear: year,
  opensYear: year,
  date: day,
  session: z.enum(['morning', 'afternoon']).nullable(),
  startAt: moment,
  endAt: moment,
  place: nfc,
  link: optionalNfc,
  chairId: key,
  secretaryId: key,
  host: nfc,
  launchedBy: optionalNfc,
  inResponseTo: optionalNfc,
  context: optionalNfc,
  witnesses: optionalNfc,
  guestsText: optionalNfc,
  agenda: z.array(
    z.strictObject({ ordinal, title: nfc, minutes: wholeNumber(1, 24 * 60), ownerId: key }),
  ),
  guests: z.array(z.strictObject({ key, name: nfc, mailbox: email.nullable() })),
  invitedSuperiorIds: z.array(key),
  summonedUnitIds: z.array(key),
});

const headcount = {
  summoned: count,
  present: count,
  absentWithReason: count,
  absentWithoutReason: count,
};

export const attendanceSchema: z.ZodType<AttendanceContent> = z.strictObject({
  ...headcount,
  groups: z.array(z.strictObject({ name: nfc, ...headcount })),
  guests: optionalNfc,
});

export const minutesSchema: z.ZodType<MinutesText> = z.strictObject({
  opening: nfc,
  course: z.array(z.strictObject({ title: nfc, text: nfc })),
  questions: optionalNfc,
  signing: optionalNfc,
  conclusion: nfc,
  conclusionWork: z.array(
    z.strictObject({ assignmentId: key, unitId: key, dueOn: day, task: nfc }),
  ),
  readBack: z.boolean(),
});
