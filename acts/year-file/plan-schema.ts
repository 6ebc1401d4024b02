import * as z from 'zod';
import { count, day, dueDay, ordinal, perQuarter, text, texts } from './fields.ts';

const indicator = z.strictObject({
  id: text,
  name: text,
  unit: text,
  direction: z.enum(['decrease', 'increase']),
  aggregation: z.enum(['average', 'cumulative', 'latest']),
  baseline: z.number().nullable(),
  target: z.number(),
  quarterTargets: perQuarter(z.number()),
});

const task = z.strictObject({
  id: text,
  ordinal,
  title: text,
  domains: texts,
  primaryDomain: text,
  leadOrgUnitId: text,
  coordinatingOrgUnitIds: texts,
  product: text,
  indicators: z.array(indicator),
});

const change = z.strictObject({
  taskId: text,
  indicatorId: text.optional(),
  field: text,
  from: z.union([z.number(), z.string()]),
  to: z.union([z.number(), z.string()]),
  effectiveOn: day.optional(),
});

const adjustment = z.strictObject({
  id: text,
  documentId: text,
  effectiveOn: day,
  reason: text,
  changes: z.array(change),
});

export const planSchema = z.strictObject({
  id: text,
  documentId: text,
  version: ordinal,
  status: z.literal('APPROVED'),
  purpose: text.optional(),
  priorityStatement: text.optional(),
  qualityGoal: text.optional(),
  focalTaskCount: count.optional(),
  registeredTaskCount: count.optional(),
  registrationOpensOn: dueDay,
  registrationDeadline: dueDay,
  checkSchedule: perQuarter(dueDay),
  tasks: z.array(task),
  adjustments: z.array(adjustment),
});
