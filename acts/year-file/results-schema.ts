import * as z from 'zod';
import { FIGURE_GRADES } from '../../domain/grading.ts';
import { TASK_OUTCOMES } from '../../domain/outcomes.ts';
import {
  count,
  day,
  dueDay,
  earlierYear,
  quarter,
  text,
  textOrEmpty,
  texts,
  validityDay,
} from './fields.ts';

const result = z.strictObject({
  taskId: text,
  indicatorId: text,
  actual: z.number(),
  status: z.enum(FIGURE_GRADES),
  note: textOrEmpty,
  evidence: texts,
});

export const quarterCheckSchema = z.strictObject({
  quarter,
  plannedOn: dueDay,
  checkedOn: day,
  dataPeriod: z.strictObject({ from: validityDay, to: validityDay }),
  status: z.enum(['DONE', 'DONE_LATE']),
  overdueDays: count.optional(),
  documentId: text,
  results: z.array(result),
});

const taskOutcome = z.strictObject({
  taskId: text,
  outcome: z.enum(TASK_OUTCOMES),
});

const selfScore = z.strictObject({
  max: z.number(),
  self: z.number(),
  appraised: z.number().nullable(),
  byDomain: z.record(z.string(), z.array(z.number())),
});

export const yearSummarySchema = z.strictObject({
  documentId: text,
  conferenceOn: day,
  indicatorCount: count,
  achieved: count,
  exceeded: count,
  notAchieved: count,
  taskOutcomes: z.array(taskOutcome),
  selfScore,
  strengths: texts,
  weaknesses: texts,
  causes: texts,
  nextYearDirections: texts,
  commendations: z.strictObject({ collectives: count, individuals: count }),
});

const metric = z.strictObject({
  unit: text,
  value: z.number().optional(),
  from: z.number().optional(),
  to: z.number().optional(),
  inspections: z.number().optional(),
});

export const previousYearSummarySchema = z.strictObject({
  year: earlierYear,
  results: z.array(z.strictObject({ id: text, text, metric: metric.nullable() })),
});
