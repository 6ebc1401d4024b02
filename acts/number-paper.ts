import * as z from 'zod';
import { decideDocumentIssue } from '../domain/document-issue.ts';
import { DomainError } from '../domain/errors.ts';
import { localDateOf } from '../domain/local-date.ts';
import { defineAct, type ActDependencies, type ActOutcome, type CheckedCall } from './act.ts';
import { commanded, pressOnPaper, readPaper, sendToPaper } from './on-strand.ts';
import { newProofCode } from './proof/proof-code.ts';
import { saveReason } from './save-reason.ts';
import { day, text, wholeNumber } from './year-file/fields.ts';

interface NumberData {
  readonly paperId: string;
  readonly number: number | null;
  readonly documentDate: string;
}

// The papers of a year that is entered from its originals were printed without a mark.
const proofCodeFor = (
  office: { readonly has_proof_mark: boolean },
  { clock }: Pick<CheckedCall<unknown>, 'clock'>,
): string | null => (office.has_proof_mark && clock.mode === 'live' ? newProofCode() : null);

const seriesOf = async (deps: ActDependencies, call: CheckedCall<NumberData>) => {
  const office = await deps.stores.offices.find(call.officeId);
  if (!office) throw new DomainError('office-unknown', 'no such office');
  const state = await readPaper(deps, call, call.data.paperId);
  const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
  return {
    state,
    isOwned: office.number_series === 'owned',
    wish: {
      officeId: call.officeId,
      seriesYear: Number(call.data.documentDate.slice(0, 4)),
      symbol: deps.paperCheck.symbolOf(state.kind, facts),
      paperId: call.data.paperId,
      actId: call.actId,
      proofCode: proofCodeFor(office, call),
    },
  };
};

const schema = z.strictObject({
  paperId: text,
  number: wholeNumber(1, 99_999).nullable(),
  documentDate: day,
});

const missingNumber = () =>
  new DomainError('missing-field', "the number from the office's register", {}, '/number');

/**
 * Gives the paper its number (Decree 30/2020, art. 15). `external`: the one that the clerk took from the
 * office's register; `owned`: the next that we count, and `number` stays null.
 */
export const numberPaper = defineAct<NumberData>({
  name: 'number-paper',
  schema,
  power: 'handlePaper',
  perform: (deps, call) => giveNumber(deps, call, {}),
});

/**
 * Gives a paper that is signed digitally its number, before the signature: who signs it signs the number and
 * the day along, on that day (docs/adr/018).
 */
export const numberForDigital = defineAct<NumberData>({
  name: 'number-for-digital-signature',
  schema,
  power: 'handlePaper',
  async perform(deps, call) {
    const { name } = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    deps.digitalSigning.checkSeal(name, call.at);
    return giveNumber(deps, call, { forDigital: true });
  },
});

const giveNumber = async (
  deps: ActDependencies,
  call: CheckedCall<NumberData>,
  way: { readonly forDigital?: true },
): Promise<ActOutcome> => {
  const { paperId, documentDate } = call.data;
  const { state, isOwned, wish } = await seriesOf(deps, call);
  const given = isOwned
    ? Math.max(0, ...state.voidNumbers.map(({ value }) => value)) + 1
    : call.data.number;
  if (given === null) throw missingNumber();
  const command = { ...commanded(call), type: 'giveNumber' as const, documentDate, ...way };
  // Judged before a number is taken, so that a refusal costs none.
  decideDocumentIssue(state, { ...command, number: given }, call.enteredAt);

  const number = isOwned ? await deps.stores.papers.reserveNextNumber(wish) : given;
  if (!isOwned) await deps.stores.papers.reserveNumber(wish, number);
  const outOfOrder = await deps.stores.papers.findOutOfOrder(wish, number, documentDate);
  try {
    const done = await sendToPaper(deps, call, paperId, { ...command, number });
    return {
      ...done,
      result: { number },
      notices: outOfOrder.length > 0 ? ['number-out-of-order'] : [],
    };
  } catch (error) {
    // A counted number stays with the paper that took it; a typed one is free again once refused.
    const isRefused = error instanceof DomainError && error.code !== 'temporarily-unavailable';
    if (isRefused && !isOwned) {
      await deps.stores.papers.releaseNumber(call.officeId, paperId, call.actId);
    }
    throw error;
  }
};

/** A number given by mistake: it stays in the register as void, and the paper waits for another. */
export const voidNumber = defineAct({
  name: 'void-number',
  schema: z.strictObject({ paperId: text, number: wholeNumber(1, 99_999), reason: text }),
  power: 'handlePaper',
  async perform(deps, call) {
    const { paperId, number, reason } = call.data;
    const command = {
      ...commanded(call),
      type: 'voidNumber' as const,
      number,
      reasonId: call.actId,
    };
    return pressOnPaper(deps, call, paperId, command, () => saveReason(deps, call, reason));
  },
});
