import * as z from 'zod';
import { isComplaint } from '../../locale/dialogue-papers.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import { decideReformCycle } from '../../domain/reform-cycle.ts';
import type { QuestionStrand } from '../../domain/year-strand.ts';
import { defineAct } from '../act.ts';
import { checkTexts, refer } from '../check-plan.ts';
import { commanded, readCycle, sendToCycle } from '../on-strand.ts';
import { nfc } from '../plan-content-schema.ts';
import { key } from '../year-file/fields.ts';
import { saveText, type Call } from './on-question.ts';

const questionSchema = z.strictObject({
  text: nfc,
  domain: key,
  askedByUnitId: key.nullable(),
  askedById: key.nullable(),
  isAnonymous: z.boolean(),
  conferenceId: key.nullable(),
});
type Question = z.output<typeof questionSchema>;

const ASK_FOR_OTHERS = ['secretary', 'clerk', 'cycleCoordinator'] as const;

const refuseAsker = (message: string, place: string): DomainError =>
  new DomainError('no-power', message, { roles: ASK_FOR_OTHERS }, place);

const checkSelf = (
  { personId }: Call,
  { askedById, askedByUnitId }: Question,
  facts: OfficeFacts,
): void => {
  const person = facts.people.find(({ id }) => id === personId);
  if (person?.roles.some((role) => ASK_FOR_OTHERS.some((one) => one === role))) return;
  if (askedById !== personId) {
    throw refuseAsker('each asks for themselves', '/question/askedById');
  }
  if (askedByUnitId === null || askedByUnitId === person?.unitId) return;
  throw refuseAsker('each asks for their own unit', '/question/askedByUnitId');
};

const checkAsker = (call: Call, question: Question, facts: OfficeFacts): void => {
  const { isAnonymous, askedById, askedByUnitId } = question;
  if (isAnonymous) {
    if (askedById === null && askedByUnitId === null) return;
    const place = askedById === null ? '/question/askedByUnitId' : '/question/askedById';
    throw new DomainError('not-schema', 'a question without a name names nobody', {}, place);
  }
  if (askedById === null && askedByUnitId === null) {
    throw new DomainError('missing-field', 'a question names who asked', {}, '/question/askedById');
  }
  if (askedById !== null) {
    refer(
      facts.people.map(({ id }) => id),
      askedById,
      '/question/askedById',
    );
  }
  if (askedByUnitId !== null) {
    refer(
      facts.units.map(({ id }) => id),
      askedByUnitId,
      '/question/askedByUnitId',
    );
  }
  checkSelf(call, question, facts);
};

/** Complaints and denunciations follow laws of their own and are handed over, not kept here. */
const checkText = (text: string): void => {
  if (!isComplaint(text)) return;
  throw new DomainError(
    'complaint',
    'complaints and denunciations are not settled in a dialogue',
    {},
    '/question/text',
  );
};

/**
 * A question or proposal, before the conference, at it or at any time of the year. Asked without a name,
 * whoever pressed is kept nowhere: not in the act, not as author, not in trail or history.
 */
export const askQuestion = defineAct({
  name: 'ask-question',
  schema: z.strictObject({ questionId: key, question: questionSchema }),
  power: null,
  isUnnamed: ({ question }) => question.isAnonymous,
  async perform(deps, call) {
    const { questionId, question } = call.data;
    const { text, ...asked } = question;
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    checkAsker(call, question, facts);
    refer(
      facts.domains.map(({ code }) => code),
      question.domain,
      '/question/domain',
    );
    checkTexts(deps, [{ pointer: '/question/text', text }]);
    checkText(text);
    const strandOf = (contentVersion: number): QuestionStrand => ({
      kind: 'question',
      id: questionId,
      contentVersion,
      ...asked,
    });
    const command = { ...commanded(call), type: 'openStrand' as const };
    const state = await readCycle(deps, call);
    decideReformCycle(state, { ...command, strand: strandOf(1) }, call.enteredAt);
    const version = await saveText(deps, call, 'question', questionId, { text });
    return sendToCycle(deps, call, { ...command, strand: strandOf(version) });
  },
});
