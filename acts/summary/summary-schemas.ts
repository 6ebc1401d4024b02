import * as z from 'zod';
import { TASK_OUTCOMES } from '../../domain/outcomes.ts';
import type { DecidedOutcomes } from '../../domain/summary/figures-of-year.ts';
import type {
  AppraisedScore,
  SelfScore,
  SummaryCriterion,
} from '../../domain/summary/score-table.ts';
import type {
  CommendedPerson,
  CommendedUnit,
  SummaryText,
} from '../../domain/summary/year-report.ts';
import { nfc, optionalNfc } from '../plan-content-schema.ts';
import { count, key } from '../year-file/fields.ts';

export const criteriaSchema: z.ZodType<readonly SummaryCriterion[]> = z.array(
  z.strictObject({ code: key, domain: key, name: nfc, maxScore: z.number() }),
);

export const selfScoresSchema: z.ZodType<readonly SelfScore[]> = z.array(
  z.strictObject({ code: key, self: z.number() }),
);

export const appraisedScoresSchema: z.ZodType<readonly AppraisedScore[]> = z.array(
  z.strictObject({ code: key, appraised: z.number(), differenceReason: optionalNfc }),
);

export const outcomesSchema: z.ZodType<DecidedOutcomes> = z.strictObject({
  carriedOver: z.array(z.strictObject({ taskId: key, reason: nfc })),
  said: z.array(z.strictObject({ taskId: key, outcome: z.enum(TASK_OUTCOMES) })).default([]),
});

const paragraphs = z.array(nfc);
const named = z.strictObject({ name: nfc, form: nfc });

export const collectiveSchema: z.ZodType<CommendedUnit> = z.union([
  z.strictObject({ unitId: key, form: nfc }),
  named,
]);
export const individualSchema: z.ZodType<CommendedPerson> = z.union([
  z.strictObject({ personId: key, form: nfc }),
  named,
]);

export const summaryTextSchema: z.ZodType<SummaryText> = z.strictObject({
  strengths: paragraphs,
  weaknesses: paragraphs,
  causes: paragraphs,
  lessons: paragraphs,
  nextYearDirections: paragraphs,
  proposals: paragraphs,
  commendations: z.strictObject({
    collectives: z.union([z.array(collectiveSchema), count]),
    individuals: z.union([z.array(individualSchema), count]),
  }),
});
