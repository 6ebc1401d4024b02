import * as z from 'zod';
import { wantsSlip } from '../../domain/dialogue/question-end.ts';
import type { EscalationForm, QuestionState } from '../../domain/dialogue/question.ts';
import type { UpwardContent, UpwardQuestion } from '../../domain/dialogue/upward-content.ts';
import { draftIdOf, type Draft } from '../../domain/draft.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import { NO_ADDRESSEES } from '../../domain/recipients.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { once } from '../check-plan.ts';
import { submitDraft } from '../drafts/submit-draft.ts';
import { readCycle, yearOf } from '../on-strand.ts';
import { nfc, signerSchema } from '../plan-content-schema.ts';
import { day, key } from '../year-file/fields.ts';
import { questionWorkflowId, readQuestion, type Call } from './on-question.ts';

const schema = z.strictObject({
  /** One within kind and year: the first question's id, or what the office calls the paper. */
  about: key,
  questionIds: z.array(key).min(1),
  subject: nfc,
  signer: signerSchema,
  dueOn: day,
});
type Wanted = z.output<typeof schema>;

const wantsAgain = ({ slip }: QuestionState, draftId: string): boolean =>
  slip?.draftId === draftId && slip.phase === 'drafting';

const ownsDraft = ({ ownerId, otherOwnerIds = [] }: Draft, workflowId: string): boolean =>
  ownerId === workflowId || otherOwnerIds.includes(workflowId);

// The cycle knows of a slip before its question does.
const isOnOtherSlip = (drafts: readonly Draft[], workflowId: string, draftId: string): boolean =>
  drafts.some(
    (draft) =>
      draft.draftId !== draftId && draft.phase !== 'dropped' && ownsDraft(draft, workflowId),
  );

const checkQuestion = (
  question: QuestionState,
  kind: EscalationForm,
  draftId: string,
  isTaken: boolean,
  place: string,
): void => {
  const { questionId, phase, passedUp } = question;
  const isWanted = wantsSlip(question) || wantsAgain(question, draftId);
  if (passedUp?.form === kind && isWanted && !isTaken) return;
  throw new DomainError(
    'out-of-time',
    `question ${questionId} wants no ${kind}`,
    { phase, form: passedUp?.form ?? null },
    place,
  );
};

const upwardQuestion = async (
  deps: ActDependencies,
  call: Call,
  state: QuestionState,
): Promise<UpwardQuestion> => {
  const { text } = await deps.stores.questions.read(call.officeId, state);
  const answer = await deps.stores.questions.readAnswer(call.officeId, state);
  const { questionId, domain, askedByUnitId, askedById, askedAt, conferenceId } = state;
  return {
    questionId,
    text,
    domain,
    askedByUnitId,
    askedById,
    askedOn: localDateOf(askedAt),
    isFromConference: conferenceId !== null,
    reason: answer?.reason ?? '',
  };
};

// Several questions on one paper are all for the same bodies (office custom).
const bodiesOf = (questions: readonly QuestionState[]): readonly string[] => {
  const [first = [], ...others] = questions.map(({ passedUp }) => passedUp?.superiorIds ?? []);
  others.forEach((ids, index) => {
    if (ids.toSorted().join() === first.toSorted().join()) return;
    throw new DomainError(
      'not-schema',
      'questions on one paper go to the same bodies',
      { expected: first },
      `/questionIds/${String(index + 1)}`,
    );
  });
  return first;
};

const submit = async (
  deps: ActDependencies,
  call: CheckedCall<Wanted>,
  kind: 'transfer-slip' | 'submission',
) => {
  const { about, questionIds, subject, signer, dueOn } = call.data;
  once(questionIds, (index) => `/questionIds/${String(index)}`);
  const draftId = draftIdOf(kind, yearOf(call), about);
  const { drafts } = await readCycle(deps, call);
  const questions = await Promise.all(
    questionIds.map((id, index) => readQuestion(deps, call, id, `/questionIds/${String(index)}`)),
  );
  questions.forEach((question, index) => {
    const isTaken = isOnOtherSlip(drafts, questionWorkflowId(call, question.questionId), draftId);
    checkQuestion(question, kind, draftId, isTaken, `/questionIds/${String(index)}`);
  });
  const content: UpwardContent = {
    year: yearOf(call),
    subject,
    signer,
    addressees: { ...NO_ADDRESSEES, superiorIds: bodiesOf(questions) },
    questions: await Promise.all(questions.map((one) => upwardQuestion(deps, call, one))),
    dueOn,
  };
  const [ownerId = null, ...otherOwnerIds] = questionIds.map((id) => questionWorkflowId(call, id));
  return submitDraft(deps, call, { source: { kind, content }, about, ownerId, otherOwnerIds });
};

/** Several proposals to one body may go on one slip; one for several bodies goes on one, addressed to all. */
export const submitTransferSlip = defineAct({
  name: 'submit-transfer-slip',
  schema,
  power: 'submitDraft',
  perform: (deps, call) => submit(deps, call, 'transfer-slip'),
});

/** The same to leaders above, who decide. */
export const submitSubmission = defineAct({
  name: 'submit-submission',
  schema,
  power: 'submitDraft',
  perform: (deps, call) => submit(deps, call, 'submission'),
});
