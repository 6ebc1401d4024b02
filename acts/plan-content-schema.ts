import * as z from 'zod';
import type { PlanContent } from '../domain/plan.ts';
import { day, key, ordinal, perQuarter, text, wholeNumber } from './year-file/fields.ts';

export const nfc = text.transform((value) => value.normalize('NFC').trim());
export const optionalNfc = nfc.nullable();

export const indicatorSchema = z.strictObject({
  id: key,
  name: nfc,
  unit: nfc,
  direction: z.enum(['increase', 'decrease']),
  aggregation: z.enum(['cumulative', 'latest', 'average']),
  baseline: z.number().nullable(),
  target: z.number(),
  quarterTargets: perQuarter(z.number()),
});

export const signerSchema = z.strictObject({
  personId: key,
  capacity: z.enum(['KT.', 'TL.', 'TUQ.', 'Q.', 'TM.']).nullable(),
});

const task = z.strictObject({
  id: key,
  ordinal,
  title: nfc,
  domains: z.array(key),
  primaryDomain: key,
  leadUnitId: key,
  coordinatingUnitIds: z.array(key),
  product: nfc,
  indicators: z.array(indicatorSchema),
});

/** The plan as staff write it; see domain/plan.ts. Texts are normalised to NFC. */
export const planContentSchema: z.ZodType<PlanContent> = z.strictObject({
  year: wholeNumber(2000, 2100),
  subject: nfc,
  signer: signerSchema,
  legalBasisIds: z.array(key),
  otherBases: z.array(nfc),
  purpose: optionalNfc,
  priorityStatement: optionalNfc,
  qualityGoal: optionalNfc,
  requirements: z.array(nfc),
  solutions: z.array(nfc),
  funding: optionalNfc,
  focalTaskCount: wholeNumber(0, 999).nullable(),
  schedule: z.strictObject({
    registrationOpensOn: day,
    registrationDeadline: day,
    checks: perQuarter(day),
  }),
  tasks: z.array(task),
});
