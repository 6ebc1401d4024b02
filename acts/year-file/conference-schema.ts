import * as z from 'zod';
import { CONFERENCE_SESSIONS } from '../../locale/year-file.ts';
import { count, cycleYear, day, dueDay, moment, ordinal, refused, text, texts } from './fields.ts';

const headcount = z.strictObject({ summoned: count, present: count, absentWithReason: count });

export const conferenceSchema = z.strictObject({
  id: text,
  kind: z.enum(['LAUNCH', 'SUMMARY_AND_REGISTRATION']),
  name: text,
  closesCycleYear: cycleYear.optional(),
  opensCycleYear: cycleYear.optional(),
  date: day,
  session: z
    .literal(CONFERENCE_SESSIONS.morning)
    .transform(() => 'morning' as const)
    .optional(),
  startAt: moment,
  endAt: moment,
  location: text,
  chairId: text,
  secretaryId: text,
  host: text,
  launchedBy: text.optional(),
  inResponseTo: text.optional(),
  context: z
    .strictObject({
      consecutiveYearsRankedFirst: count,
      rankedBy: text,
      scope: text,
      rankedEntity: text,
    })
    .optional(),
  attendance: z.strictObject({
    guests: text.optional(),
    witnesses: text.optional(),
    headcount,
  }),
  agenda: z.array(z.strictObject({ ordinal, item: text, minutes: count, ownerId: text })),
  conclusion: text,
  minutesDocumentId: text,
});

export const commitmentsSchema = z.strictObject({
  documentId: text,
  title: text,
  signedOn: day,
  witnessId: text,
  signatoryRule: text,
  signatories: z.array(z.strictObject({ orgUnitId: text, personId: text, role: text })),
});

const missing = (expected: string, path: string) => ({
  ...refused('missing-field', expected),
  path: [path],
});

const escalation = z
  .strictObject({
    documentId: text,
    toSuperiorIds: texts,
    sentOn: day,
    dueOn: dueDay,
    status: z.enum(['ANSWERED', 'OVERDUE']),
    repliedOn: day.nullable(),
    reply: text.nullable(),
  })
  .refine(
    ({ toSuperiorIds }) => toSuperiorIds.length > 0,
    missing('the id of a superior', 'toSuperiorIds'),
  )
  .refine(
    ({ status, repliedOn }) => status !== 'ANSWERED' || repliedOn !== null,
    missing('the day of the reply', 'repliedOn'),
  )
  .refine(
    ({ status, reply }) => status !== 'ANSWERED' || reply !== null,
    missing('the reply', 'reply'),
  );

const ANSWERED: readonly string[] = ['ANSWERED_AT_CONFERENCE', 'ANSWERED_IN_WRITING'];

const question = z
  .strictObject({
    id: text,
    askedByOrgUnitId: text.nullable(),
    askedById: text.nullable(),
    anonymous: z.boolean(),
    domain: text,
    text,
    status: z.enum(['ANSWERED_AT_CONFERENCE', 'ANSWERED_IN_WRITING', 'ESCALATED', 'MERGED']),
    answer: text.optional(),
    answeredById: text.optional(),
    escalation: escalation.optional(),
    actionOwnerOrgUnitId: text.optional(),
    dueOn: dueDay.optional(),
    mergedIntoId: text.optional(),
  })
  .refine(({ anonymous, askedById }) => !anonymous || askedById === null, {
    ...refused('not-schema', 'null, for the question is anonymous'),
    path: ['askedById'],
  })
  .refine(({ anonymous, askedByOrgUnitId }) => !anonymous || askedByOrgUnitId === null, {
    ...refused('not-schema', 'null, for the question is anonymous'),
    path: ['askedByOrgUnitId'],
  })
  .refine(
    ({ anonymous, askedById, askedByOrgUnitId }) => anonymous || (askedById ?? askedByOrgUnitId),
    missing('who asked, for the question is not anonymous', 'askedById'),
  )
  .refine(
    ({ status, answer }) => !ANSWERED.includes(status) || answer,
    missing('the answer', 'answer'),
  )
  .refine(
    ({ status, escalation: sent }) => status !== 'ESCALATED' || sent,
    missing('to whom, when and by which paper it went up', 'escalation'),
  )
  .refine(
    ({ status, mergedIntoId }) => status !== 'MERGED' || mergedIntoId,
    missing('the id of the question that it went into', 'mergedIntoId'),
  );

export const dialogueSchema = z.strictObject({
  responderId: text,
  spirit: text.optional(),
  responseRule: text.optional(),
  escalationRule: text.optional(),
  questions: z.array(question),
});
