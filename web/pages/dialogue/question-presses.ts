import type { QuestionState } from '../../../domain/dialogue/question.ts';
import type { WebContext } from '../../environment.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { dayIn } from './dialogue-forms.tsx';
import { pressInDialogue } from './dialogue-press.ts';
import { pathOfDialogue } from './dialogue-reading.ts';
import { questionPage } from './question-page.tsx';

interface Asked {
  readonly cycle: RunningCycle;
  readonly questionId: string;
  readonly fields: TypedFields;
}
interface QuestionForm {
  readonly act: string;
  readonly read: (asked: Asked) => unknown;
}

// `parseBody({ all: true })` gives one chosen box as a text, several as a list.
const manyIn = (fields: TypedFields, name: string): readonly string[] =>
  [fields[name] ?? []].flat().filter((value) => typeof value === 'string');

const responderIn = (fields: TypedFields) => {
  const answeredById = typedText(fields, 'answeredById');
  return answeredById === '' ? {} : { answeredById };
};

const workIn = ({ fields, questionId, cycle }: Asked) => {
  const unitId = typedText(fields, 'work-unitId');
  const task = typedText(fields, 'work-task');
  if (unitId === '' && task === '') return null;
  const assignmentId = `${String(cycle.year)}-${questionId}`;
  return { assignmentId, unitId, task, dueOn: dayIn(fields, 'work-dueOn') };
};

// A deputy signs for the head.
const signerIn = ({ fields, cycle }: Asked) => {
  const personId = typedText(fields, 'signer');
  const isHead = cycle.facts.people.some(
    ({ id, roles }) => id === personId && roles.includes('leader'),
  );
  return { personId, capacity: isHead ? null : 'KT.' };
};

const slip = (kind: 'transfer-slip' | 'submission'): QuestionForm => ({
  act: `submit-${kind}`,
  read: (asked) => ({
    about: asked.questionId,
    questionIds: [asked.questionId, ...manyIn(asked.fields, 'questionIds')],
    subject: typedText(asked.fields, 'subject'),
    signer: signerIn(asked),
    dueOn: dayIn(asked.fields, 'dueOn'),
  }),
});

const FORMS: ReadonlyMap<string, QuestionForm> = new Map<string, QuestionForm>([
  [
    'answer',
    {
      act: 'answer-question',
      read: (asked) => ({
        questionId: asked.questionId,
        how: typedText(asked.fields, 'how'),
        answer: typedText(asked.fields, 'answer'),
        isLegitimate: typedText(asked.fields, 'isIllegitimate') !== 'yes',
        work: workIn(asked),
        ...responderIn(asked.fields),
      }),
    },
  ],
  [
    'pass-up',
    {
      act: 'pass-question-up',
      read: ({ questionId, fields }) => ({
        questionId,
        answer: typedText(fields, 'answer'),
        reason: typedText(fields, 'reason'),
        toSuperiorIds: manyIn(fields, 'toSuperiorIds'),
        dueOn: dayIn(fields, 'dueOn'),
        form: typedText(fields, 'form'),
        ...responderIn(fields),
      }),
    },
  ],
  [
    'merge',
    {
      act: 'merge-question',
      read: ({ questionId, fields }) => ({ questionId, intoId: typedText(fields, 'intoId') }),
    },
  ],
  ['transfer-slip', slip('transfer-slip')],
  ['submission', slip('submission')],
  [
    'close',
    {
      act: 'close-question',
      read: ({ questionId, fields }) => ({ questionId, reason: typedText(fields, 'reason') }),
    },
  ],
]);

const readReply = async ({ questionId, fields }: Asked) => {
  const { bytes } = fields;
  return {
    questionId,
    reply: {
      text: typedText(fields, 'reply-text'),
      number: typedText(fields, 'reply-number') || null,
      date: dayIn(fields, 'reply-date'),
      issuerId: typedText(fields, 'reply-issuerId'),
      summary: null,
    },
    bytes:
      bytes instanceof File && bytes.size > 0 ? new Uint8Array(await bytes.arrayBuffer()) : null,
  };
};

const REPLY: QuestionForm = { act: 'enter-reply', read: readReply };

const isLater = (before: QuestionState | undefined, now: QuestionState | undefined): boolean =>
  before !== now && JSON.stringify(before) !== JSON.stringify(now);

/** One press on a question's page: its form read, the act performed, or the page again. */
export const pressQuestion = async (c: WebContext): Promise<Response> => {
  const form = c.req.param('form') ?? '';
  const questionId = c.req.param('questionId') ?? '';
  const known = form === 'reply' ? REPLY : FORMS.get(form);
  if (!known) return c.notFound();
  const cycle = await readRunningCycle(c);
  const { strands } = c.get('deps').acts.stores;
  const stateNow = async () => {
    const states = await strands.list(cycle.facts.officeId, cycle.year, 'question');
    return states.find((state) => state.questionId === questionId);
  };
  const before = await stateNow();
  return pressInDialogue(c, {
    form,
    act: known.act,
    fields: await c.req.parseBody({ all: true }),
    read: (fields) => known.read({ cycle, questionId, fields }),
    to: `${pathOfDialogue(cycle.year)}/${questionId}`,
    isShown: async () => isLater(before, await stateNow()),
    again: (refused) => questionPage(c, refused),
  });
};
