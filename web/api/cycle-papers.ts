import type { DeliveryRow, MessageRow } from '../../adapters/database/deliveries.ts';
import type { PaperRow } from '../../adapters/database/papers.ts';
import type { Stores } from '../../adapters/database/stores.ts';
import { DomainError } from '../../domain/errors.ts';
import { instantOf } from '../../domain/local-date.ts';
import { KIND_NAMES, numberAndSymbol } from '../../locale/paper-names.ts';
import { readNames } from './people-names.ts';

const readOffice = async (stores: Stores, officeId: string) => {
  const office = await stores.offices.find(officeId);
  if (office) return office;
  throw new DomainError('office-unknown', 'no such office', { officeId });
};

const momentOf = (date: Date | null): string | null => date && instantOf(date.getTime());

/** The papers of a cycle; of each file the newest, by what it is. */
export const readDocuments = async (stores: Stores, officeId: string, year: number) => {
  const [, whoIs, papers] = await Promise.all([
    readOffice(stores, officeId),
    readNames(stores, officeId),
    stores.papers.list(officeId, year),
  ]);
  return Promise.all(
    papers.map(async (paper) => {
      const files = await stores.papers.listFiles(officeId, paper.paper_id);
      return {
        id: paper.paper_id,
        kind: paper.kind,
        title: KIND_NAMES[paper.kind],
        version: paper.content_version,
        phase: paper.phase,
        number: paper.number,
        numberDisplay: numberAndSymbol(paper),
        documentDate: paper.document_date,
        issuedOn: paper.issued_on,
        signer: whoIs(paper.signer_id),
        files: Object.fromEntries(files.map(({ role, sha256 }) => [role, sha256])),
      };
    }),
  );
};

const howOf = (row: DeliveryRow): 'mail' | 'by-hand' | 'not-sent' => {
  if (row.status === 'historic') return 'not-sent';
  return row.mailbox === null || row.status === 'handed-over' ? 'by-hand' : 'mail';
};

const triesOf = (message: MessageRow | undefined) =>
  message
    ? {
        tries: message.attempts,
        lastTriedAt: momentOf(message.last_attempt_at),
        lastFault: message.last_fault,
        responseCode: message.response_code,
        sentAt: momentOf(message.sent_at),
      }
    : { tries: 0, lastTriedAt: null, lastFault: null, responseCode: null, sentAt: null };

/** One row for each paper and unit or body, with the fate of the message that carries it. */
export const readDeliveries = async (stores: Stores, officeId: string, year: number) => {
  const [, whoIs, papers] = await Promise.all([
    readOffice(stores, officeId),
    readNames(stores, officeId),
    stores.papers.list(officeId, year),
  ]);
  const ofPaper = async (paper: PaperRow) => {
    const [deliveries, messages] = await Promise.all([
      stores.deliveries.list(officeId, paper.paper_id),
      stores.deliveries.listMessages(officeId, paper.paper_id),
    ]);
    return deliveries.map((row) => ({
      paper: { id: paper.paper_id, numberDisplay: numberAndSymbol(paper) },
      recipient: { id: row.recipient_id, name: row.recipient_name, group: row.recipient_group },
      person: whoIs(row.person_id),
      how: howOf(row),
      mailbox: row.mailbox,
      status: row.status,
      ...triesOf(messages.find(({ message_id }) => message_id === row.message_id)),
      handedOverOn: row.handed_over_on,
      confirmedAt: momentOf(row.confirmed_at),
    }));
  };
  return (await Promise.all(papers.map(ofPaper))).flat();
};
