import type { QuestionState } from '../../../domain/dialogue/question.ts';
import type { WebContext } from '../../environment.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { userOn } from '../../signed-in.ts';
import { readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { dialoguePage } from './dialogue-page.tsx';
import { pressInDialogue } from './dialogue-press.ts';
import { pathOfDialogue } from './dialogue-reading.ts';

const askerOf = (c: WebContext, { facts }: RunningCycle, fields: TypedFields) => {
  const who = typedText(fields, 'who');
  if (who === 'unnamed') return { isAnonymous: true, askedById: null, askedByUnitId: null };
  if (who === 'other') {
    return {
      isAnonymous: false,
      askedById: typedText(fields, 'question-askedById') || null,
      askedByUnitId: typedText(fields, 'question-askedByUnitId') || null,
    };
  }
  const { person_id } = userOn(c).person;
  const unitId = facts.people.find(({ id }) => id === person_id)?.unitId ?? null;
  const isUnit = facts.units.some(({ id }) => id === unitId);
  return { isAnonymous: false, askedById: person_id, askedByUnitId: isUnit ? unitId : null };
};

// Counted on: "CH-7"; one that somebody took a moment earlier is refused, and the next press counts anew.
const nextQuestionId = (states: readonly QuestionState[]): string => {
  const numbers = states.map(({ questionId }) => Number(/^CH-(\d+)$/.exec(questionId)?.[1] ?? 0));
  return `CH-${String(Math.max(0, ...numbers) + 1)}`;
};

export const askInDialogue = async (c: WebContext): Promise<Response> => {
  const cycle = await readRunningCycle(c);
  const { strands } = c.get('deps').acts.stores;
  const { officeId } = cycle.facts;
  const questionId = nextQuestionId(await strands.list(officeId, cycle.year, 'question'));
  return pressInDialogue(c, {
    form: 'ask',
    act: 'ask-question',
    fields: await c.req.parseBody(),
    read: (fields) => ({
      questionId,
      question: {
        text: typedText(fields, 'question-text'),
        domain: typedText(fields, 'question-domain'),
        ...askerOf(c, cycle, fields),
        conferenceId: null,
      },
    }),
    to: pathOfDialogue(cycle.year),
    isShown: async () => {
      const states = await strands.list(officeId, cycle.year, 'question');
      return states.some((state) => state.questionId === questionId);
    },
    again: (refused) => dialoguePage(c, refused),
  });
};
