import * as z from 'zod';
import { nfc } from '../plan-content-schema.ts';

/** What a unit is to do; kept as kind `assignment` under the assignment's id. */
export const assignmentContentSchema = z.strictObject({ task: nfc });
export type AssignmentContent = z.output<typeof assignmentContentSchema>;

/** What the unit did, with what proves it; kept as kind `work-report` under the assignment's id. */
export const workReportSchema = z.strictObject({ done: nfc, evidence: z.array(nfc) });
