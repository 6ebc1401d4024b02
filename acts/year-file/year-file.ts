import * as z from 'zod';
import { commitmentsSchema, conferenceSchema, dialogueSchema } from './conference-schema.ts';
import { approvalSchema, registrationSchema } from './decisions-schema.ts';
import { documentSchema } from './document-schema.ts';
import { cycleYear, moment, text } from './fields.ts';
import {
  domainSchema,
  legalBasisSchema,
  orgUnitSchema,
  personSchema,
  superiorSchema,
  unitSchema,
} from './organisation-schema.ts';
import { planSchema } from './plan-schema.ts';
import {
  previousYearSummarySchema,
  quarterCheckSchema,
  yearSummarySchema,
} from './results-schema.ts';

/** They only say where each value comes from. */
export const IGNORED_KEYS: readonly string[] = ['about', 'seedFacts', 'fromKnowledge', 'invented'];

const seedSchema = z.strictObject({
  file: text,
  title: text,
  site: text,
  publishedAt: moment,
  author: text,
});

/** The reference schema "cchc-sample/1": a start needs what is not optional here. */
export const yearFileSchema = z.strictObject({
  schemaVersion: z.literal('cchc-sample/1'),
  cycleYear,
  timezone: z.literal('Asia/Ho_Chi_Minh'),
  seed: seedSchema.optional(),
  unit: unitSchema,
  superiors: z.array(superiorSchema),
  orgUnits: z.array(orgUnitSchema),
  people: z.array(personSchema),
  domains: z.array(domainSchema),
  legalBases: z.array(legalBasisSchema),
  previousYearSummary: previousYearSummarySchema.optional(),
  plan: planSchema,
  registrations: z.array(registrationSchema).optional(),
  approvals: z.array(approvalSchema).optional(),
  conference: conferenceSchema.optional(),
  commitments: commitmentsSchema.optional(),
  dialogue: dialogueSchema.optional(),
  quarterChecks: z.array(quarterCheckSchema).optional(),
  yearSummary: yearSummarySchema.optional(),
  documents: z.array(documentSchema).optional(),
});

/** A whole year as data: times at +07:00, texts in NFC, Vietnamese values as keys. */
export type YearFile = z.output<typeof yearFileSchema>;
