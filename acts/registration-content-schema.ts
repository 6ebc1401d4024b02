import * as z from 'zod';
import type { RegistrationContent } from '../domain/registration.ts';
import { indicatorSchema, nfc, optionalNfc } from './plan-content-schema.ts';
import { key, wholeNumber } from './year-file/fields.ts';

const task = z.strictObject({
  id: key,
  planTaskId: key.nullable(),
  domain: key,
  title: nfc,
  product: nfc,
  performer: optionalNfc,
  note: optionalNfc,
  indicators: z.array(indicatorSchema),
});

/** A unit's registration as it is written; see domain/registration.ts. Texts are normalised to NFC. */
export const registrationContentSchema: z.ZodType<RegistrationContent> = z.strictObject({
  year: wholeNumber(2000, 2100),
  unitId: key,
  headId: key,
  tasks: z.array(task),
});
