import * as z from 'zod';
import { moment, refused, text, textOrEmpty } from './fields.ts';

interface Decided {
  readonly reason?: string | undefined;
}

const hasReason = (decided: Decided): boolean => (decided.reason ?? '').trim() !== '';
const reasonMissing = { ...refused('missing-field', 'a reason'), path: ['reason'] };

const historyEntry = z
  .strictObject({
    at: moment,
    action: z.enum(['RESUBMITTED', 'RETURNED']),
    byId: text,
    reason: textOrEmpty,
  })
  .refine((entry) => entry.action !== 'RETURNED' || hasReason(entry), reasonMissing);

export const registrationSchema = z
  .strictObject({
    id: text,
    orgUnitId: text,
    submittedAt: moment,
    submittedById: text,
    items: z.array(
      z.strictObject({
        taskId: text,
        commitment: text,
        targets: z.record(z.string(), z.number()),
      }),
    ),
    status: z.enum(['APPROVED', 'DECLINED', 'RETURNED']),
    reason: text.optional(),
    late: z.boolean(),
    lateReason: text.optional(),
    channel: z.literal('paper').optional(),
    history: z.array(historyEntry).optional(),
  })
  .refine((entry) => entry.status !== 'DECLINED' || hasReason(entry), reasonMissing);

export const approvalSchema = z
  .strictObject({
    id: text,
    subject: text,
    decision: z.enum(['APPROVED', 'RETURNED']),
    byId: text,
    at: moment,
    reason: text.optional(),
    documentId: text.optional(),
  })
  .refine((approval) => approval.decision !== 'RETURNED' || hasReason(approval), reasonMissing);
