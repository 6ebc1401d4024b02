import type { Waiting } from '../waiting.ts';
import { wantsSlip } from './question-end.ts';
import type { QuestionState } from './question.ts';

// A paper on its way waits by itself; the reply is waited for once the question has gone up.
const isSentUp = ({ passedUp, slip }: QuestionState): boolean =>
  passedUp?.form === 'report-up' || slip?.phase === 'issued';

/** No question stays without an answer or a way up; whoever coordinates writes that and asks for the reply. */
export const waitingInQuestion = (state: QuestionState): readonly Waiting[] => {
  const { phase, passedUp, askedAt } = state;
  if (phase === 'asked') {
    const base = {
      personId: null,
      unitId: null,
      what: 'answer-question',
      role: 'dialogueResponder',
    } as const;
    return [{ ...base, since: askedAt, until: null }];
  }
  if (phase !== 'passed-up' || passedUp === null) return [];
  const base = {
    personId: null,
    unitId: null,
    role: 'cycleCoordinator',
    since: passedUp.at,
  } as const;
  if (wantsSlip(state)) return [{ ...base, what: 'write-slip', until: null }];
  return isSentUp(state) ? [{ ...base, what: 'enter-reply', until: passedUp.dueOn }] : [];
};
