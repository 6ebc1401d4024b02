import * as z from 'zod';
import { isOwnSubmission } from '../../domain/authority.ts';
import { decideQuestion, type AnsweredHow } from '../../domain/dialogue/question.ts';
import type { QuestionAnswer } from '../../domain/dialogue/question-content.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import type { AssignmentStrand } from '../../domain/year-strand.ts';
import { defineAct, type ActDependencies } from '../act.ts';
import { checkTexts, refer } from '../check-plan.ts';
import { keptDueDay, noticeOfMove } from '../due-day.ts';
import { commanded, datedFor } from '../on-strand.ts';
import { nfc } from '../plan-content-schema.ts';
import { resolveAuthority } from '../resolve-authority.ts';
import { checkWork, keepWork, type WantedWork } from '../work/give-work.ts';
import { day, key } from '../year-file/fields.ts';
import {
  pressOnQuestion,
  questionWorkflowId,
  readQuestion,
  saveText,
  type Call,
} from './on-question.ts';

/** Absent where the one who presses answers; the secretary says who did. */
const answeredById = { answeredById: key.optional() };

// In writing a deputy may answer with KT., as for any paper; aloud only by delegation (office custom).
const isResponder = async (
  deps: ActDependencies,
  call: Call,
  personId: string,
  how: AnsweredHow | null,
): Promise<boolean> => {
  const today = localDateOf(call.at);
  const facts = await deps.stores.factsOn(call.officeId, today);
  const roles = facts.people.find(({ id }) => id === personId)?.roles ?? [];
  if (roles.includes('leader') || roles.includes('dialogueResponder')) return true;
  if (how === 'in-writing' && roles.includes('deputyLeader')) return true;
  try {
    const { delegationId } = await resolveAuthority(
      deps,
      call.officeId,
      personId,
      'answerQuestion',
      today,
    );
    return delegationId !== null;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'no-power') return false;
    throw error;
  }
};

/** Who answered: whoever presses, or as the secretary enters it. @throws DomainError no-power */
const responderOf = async (
  deps: ActDependencies,
  call: Call,
  given: string | undefined,
  how: AnsweredHow | null,
): Promise<string> => {
  const personId = given ?? call.personId;
  const isEntered = call.authority.roleId === 'secretary';
  if (!isEntered && personId !== call.personId) {
    throw new DomainError('no-power', 'each answers for themselves', {}, '/answeredById');
  }
  if (await isResponder(deps, call, personId, how)) return personId;
  throw new DomainError(
    'no-power',
    'the head answers, or a deputy who is delegated',
    { roles: ['dialogueResponder', 'leader'] },
    '/answeredById',
  );
};

const saveAnswer = (
  deps: ActDependencies,
  call: Call,
  questionId: string,
  content: QuestionAnswer,
): Promise<number> => saveText(deps, call, 'question-answer', questionId, content);

const checkOwn = async (deps: ActDependencies, call: Call, questionId: string) => {
  const state = await readQuestion(deps, call, questionId);
  if (isOwnSubmission(call.authority, [state.askedById])) {
    throw new DomainError('own-submission', 'nobody but the head answers their own question');
  }
  return state;
};

const workSchema = z.strictObject({ assignmentId: key, unitId: key, dueOn: day, task: nfc });

/**
 * Answered aloud or in writing; the answer may give a unit work, and the question ends when that is done.
 * An answer is given once: what was forgotten is a question of its own.
 */
export const answerQuestion = defineAct({
  name: 'answer-question',
  schema: z.strictObject({
    questionId: key,
    how: z.enum(['at-conference', 'in-writing']),
    answer: nfc,
    isLegitimate: z.boolean().default(true),
    work: workSchema.nullable(),
    ...answeredById,
  }),
  power: 'answerQuestion',
  async perform(deps, call) {
    const { questionId, how, answer, isLegitimate, work } = call.data;
    const state = await checkOwn(deps, call, questionId);
    const personId = await responderOf(deps, call, call.data.answeredById, how);
    checkTexts(deps, [{ pointer: '/answer', text: answer }]);
    const ownerId = questionWorkflowId(call, questionId);
    const wanted: WantedWork | null = work && {
      ...work,
      content: { task: work.task },
      source: { kind: 'question', ownerId },
    };
    const commandFor = (strand: AssignmentStrand | null, version: number) => ({
      ...commanded(call),
      type: 'answerQuestion' as const,
      version,
      how,
      isLegitimate,
      answeredById: personId,
      work: strand,
    });
    const probe: AssignmentStrand | null = wanted && {
      kind: 'assignment',
      id: wanted.assignmentId,
      source: wanted.source,
      unitId: wanted.unitId,
      dueOn: wanted.dueOn,
      contentVersion: 1,
    };
    const dated = { ...commandFor(probe, 1), ...datedFor(call, state.clock) };
    decideQuestion(state, dated, call.enteredAt);
    if (wanted) await checkAnswerWork(deps, call, wanted);
    const strand = wanted && (await keepWork(deps, call, wanted));
    const done = await pressOnQuestion(
      deps,
      call,
      questionId,
      (version) => commandFor(strand, version),
      () => saveAnswer(deps, call, questionId, { answer, reason: null }),
    );
    const notices = work && strand ? noticeOfMove(work.dueOn, strand.dueOn) : [];
    return { ...done, notices };
  },
});

const checkAnswerWork = async (
  deps: ActDependencies,
  call: Call,
  wanted: WantedWork,
): Promise<void> => {
  await checkWork(deps, call, wanted);
  const last = await deps.stores.versions.latest(call.officeId, 'assignment', wanted.assignmentId);
  if (!last || last.act_id === call.actId) return;
  throw new DomainError(
    'duplicate-id',
    'that work is there already',
    { id: wanted.assignmentId },
    '/work/assignmentId',
  );
};

/**
 * Legitimate, and beyond what the head may decide: to bodies above, with the day by which they are asked
 * to answer; on a day off it moves to the next working day. What is not legitimate is answered with an
 * explanation, never passed up.
 */
export const passQuestionUp = defineAct({
  name: 'pass-question-up',
  schema: z.strictObject({
    questionId: key,
    answer: nfc,
    reason: nfc,
    toSuperiorIds: z.array(key).min(1),
    dueOn: day,
    form: z.enum(['transfer-slip', 'submission', 'report-up']),
    ...answeredById,
  }),
  power: 'answerQuestion',
  async perform(deps, call) {
    const { questionId, answer, reason, toSuperiorIds, dueOn, form } = call.data;
    await checkOwn(deps, call, questionId);
    const personId = await responderOf(deps, call, call.data.answeredById, null);
    checkTexts(deps, [
      { pointer: '/answer', text: answer },
      { pointer: '/reason', text: reason },
    ]);
    const today = localDateOf(call.at);
    // A day that is over is refused, not moved.
    const kept = dueOn < today ? dueOn : await keptDueDay(deps, call, dueOn);
    const { superiors } = await deps.stores.factsOn(call.officeId, today);
    toSuperiorIds.forEach((id, index) => {
      const isRight = ({ kind }: { kind: string }) => form !== 'submission' || kind === 'superior';
      refer(
        superiors.filter(isRight).map((body) => body.id),
        id,
        `/toSuperiorIds/${String(index)}`,
      );
    });
    const commandFor = (version: number) => ({
      ...commanded(call),
      type: 'passQuestionUp' as const,
      version,
      answeredById: personId,
      form,
      superiorIds: [...new Set(toSuperiorIds)],
      dueOn: kept,
    });
    const done = await pressOnQuestion(deps, call, questionId, commandFor, () =>
      saveAnswer(deps, call, questionId, { answer, reason }),
    );
    return { ...done, result: { dueOn: kept }, notices: noticeOfMove(dueOn, kept) };
  },
});
