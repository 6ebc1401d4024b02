import * as z from 'zod';
import type { CorrectionContent } from '../../domain/correction.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import type { Addressees } from '../../domain/recipients.ts';
import { KIND_NAMES, numberAndSymbol } from '../../locale/paper-names.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { yearOf } from '../on-strand.ts';
import { nfc, signerSchema } from '../plan-content-schema.ts';
import { submitDraft } from './submit-draft.ts';
import { text } from '../year-file/fields.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

/** What a paper that was issued says of itself. @throws DomainError unknown-reference, not-ready */
export const readIssued = async (
  deps: ActDependencies,
  call: Call,
  paperId: string,
): Promise<CorrectionContent['corrected']> => {
  const paper = await deps.stores.papers.find(call.officeId, paperId);
  if (!paper || paper.year !== yearOf(call)) {
    throw new DomainError(
      'unknown-reference',
      'the year has no such paper',
      { given: paperId },
      '/paperId',
    );
  }
  const number = numberAndSymbol(paper);
  if (paper.issued_on === null || paper.document_date === null || number === null) {
    throw new DomainError('not-ready', 'only an issued paper is corrected', { phase: paper.phase });
  }
  return {
    paperId,
    numberAndSymbol: number,
    kind: KIND_NAMES[paper.kind],
    date: paper.document_date,
    subject: await deps.stores.paperSources.readSubject({
      officeId: call.officeId,
      year: paper.year,
      paperId,
      kind: paper.kind,
      contentVersion: paper.content_version,
    }),
  };
};

// Whoever got the paper gets its correction.
const addresseesOf = async (
  deps: ActDependencies,
  call: Call,
  paperId: string,
): Promise<Addressees> => {
  const deliveries = await deps.stores.deliveries.list(call.officeId, paperId);
  const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
  const ids = deliveries.map(({ recipient_id }) => recipient_id);
  return {
    superiorIds: facts.superiors.map(({ id }) => id).filter((id) => ids.includes(id)),
    unitIds: facts.units.map(({ id }) => id).filter((id) => ids.includes(id)),
    guests: deliveries
      .filter((row) => row.recipient_id.startsWith('guest.'))
      .map((row) => ({
        key: row.recipient_id.slice('guest.'.length),
        name: row.recipient_name,
        mailbox: row.mailbox,
      })),
  };
};

/**
 * An official letter that corrects the form of an issued paper (Decree 30/2020, article 18.3). It goes to
 * whoever got that paper.
 */
export const submitCorrection = defineAct({
  name: 'submit-correction',
  schema: z.strictObject({
    paperId: text,
    subject: nfc,
    signer: signerSchema,
    places: z.array(z.strictObject({ where: nfc, printed: nfc, right: nfc })).min(1),
  }),
  power: 'submitDraft',
  async perform(deps, call) {
    const { paperId, subject, signer, places } = call.data;
    const corrected = await readIssued(deps, call, paperId);
    const content: CorrectionContent = {
      year: yearOf(call),
      subject,
      signer,
      addressees: await addresseesOf(deps, call, paperId),
      corrected,
      places,
    };
    return submitDraft(deps, call, {
      source: { kind: 'correction', content },
      about: paperId,
      ownerId: null,
    });
  },
});
