import * as z from 'zod';
import type { PlanContent } from '../domain/plan.ts';
import { day, key, ordinal, perQuarter, text, wholeNumber } from './year-file/fields.ts';

const nfc = text.transform((value) => value.normalize('NFC').trim());
const optional = nfc.nullable();

const indicator = z.strictObject({
  id: key,
  name: nfc,
  unit: nfc,
  direction: z.enum(['increase', 'decrease']),
  aggregation: z.enum(['cumulative', 'latest', 'average']),
  baseline: z.number().nullable(),
  target: z.number(),
  quarterTargets: perQuarter(z.number()),
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
  indicators: z.array(indicator),
});

/** The plan as staff write it; see domain/plan.ts. Texts are normalised to NFC. */
export const planContentSchema: z.ZodType<PlanContent> = z.strictObject({
  year: wholeNumber(2000, 2100),
  subject: nfc,
  signer: z.strictObject({
    personId: key,
    capacity: z.enum(['KT.', 'TL.', 'TUQ.', 'Q.', 'TM.']).nullable(),
  }),
  legalBasisIds: z.array(key),
  otherBases: z.array(nfc),
  purpose: optional,
  priorityStatement: optional,
  qualityGoal: optional,
  requirements: z.array(nfc),
  solutions: z.array(nfc),
  funding: optional,
  focalTaskCount: wholeNumber(0, 999).nullable(),
  schedule: z.strictObject({
    registrationOpensOn: day,
    registrationDeadline: day,
    checks: perQuarter(day),
  }),
  tasks: z.array(task),
});
