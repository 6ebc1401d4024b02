import type { CitedPaper } from '../../domain/correction.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import { recipientIdOfBody, type Addressees } from '../../domain/recipients.ts';
import { KIND_NAMES, numberAndSymbol } from '../../locale/paper-names.ts';
import type { ActDependencies, CheckedCall } from '../act.ts';
import { yearOf } from '../on-strand.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

/**
 * An issued paper of the year, as a letter about it names it.
 * @throws DomainError unknown-reference; not-ready where it is not issued, or has no number to be named by
 */
export const readIssued = async (
  deps: ActDependencies,
  call: Call,
  paperId: string,
): Promise<CitedPaper> => {
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
    throw new DomainError('not-ready', 'only a paper that is issued under a number is cited', {
      phase: paper.phase,
    });
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

/**
 * Whoever got the paper gets what is written about it. A unit that has ended since gets nothing.
 * @throws DomainError not-ready while nobody has got the paper
 */
export const recipientsOfIssued = async (
  deps: ActDependencies,
  call: Call,
  paperId: string,
): Promise<Addressees> => {
  const deliveries = await deps.stores.deliveries.list(call.officeId, paperId);
  if (deliveries.length === 0) {
    throw new DomainError('not-ready', 'nobody has got the paper yet', {}, '/paperId');
  }
  const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
  const ids = deliveries.map(({ recipient_id }) => recipient_id);
  return {
    superiorIds: facts.superiors
      .map(({ id }) => id)
      .filter((id) => ids.includes(recipientIdOfBody(facts, id))),
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
