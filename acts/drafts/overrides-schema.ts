import * as z from 'zod';
import { nfc } from '../plan-content-schema.ts';

/** Other words for what the system drew in a report, each with its reason. */
export const overridesSchema = z
  .array(z.strictObject({ path: nfc, text: nfc, reason: nfc }))
  .default([]);
