import type { DeliveryRow, MessageRow } from '../adapters/database/deliveries.ts';
import type { OutgoingMessage } from '../adapters/mail.ts';
import { getsWorkingCopy } from '../domain/recipients.ts';
import { paperFileName, type NumberedPaper } from '../locale/paper-names.ts';
import { fillMessage, type PaperMessageView } from './fill-message.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { readPlanContent } from './plan-content.ts';

/** Writes the message that takes an issued paper to one mailbox, for one or several units. */
export const createPaperMessages = ({ stores, documents, links }: ActivityDependencies) => {
  const issuedFile = async (officeId: string, paperId: string) => {
    // The scan of the signed original, where there is one, is the paper; ours stays beside it.
    const file =
      (await stores.papers.findFile(officeId, paperId, 'scan')) ??
      (await stores.papers.findFile(officeId, paperId, 'final-pdf'));
    if (!file) throw new Error(`the issued file of ${paperId} is missing`);
    return file;
  };

  const attach = async (fileName: string, file: { sha256: string; media_type: string }) => ({
    fileName,
    mediaType: file.media_type,
    bytes: await documents.get(file.sha256),
  });

  const attachmentsOf = async (
    message: MessageRow,
    deliveries: readonly DeliveryRow[],
    view: NumberedPaper,
  ): Promise<OutgoingMessage['attachments']> => {
    const { office_id, paper_id } = message;
    const paper = await attach(paperFileName(view, 'pdf'), await issuedFile(office_id, paper_id));
    if (!deliveries.some((row) => getsWorkingCopy(row.recipient_group))) return [paper];
    const copy = await stores.papers.findFile(office_id, paper_id, 'working-copy');
    if (!copy) throw new Error(`the working copy of ${paper_id} is missing`);
    return [paper, await attach(paperFileName(view, 'docx'), copy)];
  };

  return {
    compose: async (message: MessageRow): Promise<OutgoingMessage> => {
      const { office_id, message_id, paper_id } = message;
      const [paper, office, deliveries] = await Promise.all([
        stores.papers.find(office_id, paper_id),
        stores.offices.find(office_id),
        stores.deliveries.listOfMessage(office_id, message_id),
      ]);
      if (!paper || !office || paper.number === null || paper.document_date === null) {
        throw new Error(`the issued paper ${paper_id} is missing`);
      }
      const content = await readPlanContent(stores, office_id, paper.year, paper.content_version);
      const view = {
        kind: paper.kind,
        number: paper.number,
        symbol: office.symbol,
        date: paper.document_date,
        officeName: office.name,
        subject: content.subject,
        recipients: deliveries.map((row) => ({
          name: row.recipient_name,
          expiresOn: row.link_expires_on,
          url: links.urlOf({
            officeId: office_id,
            paperId: paper_id,
            recipientId: row.recipient_id,
            expiresOn: row.link_expires_on,
          }),
        })),
      } satisfies PaperMessageView;
      return {
        messageId: message_id,
        to: message.mailbox,
        ...fillMessage(
          view,
          deliveries.some((row) => getsWorkingCopy(row.recipient_group)),
        ),
        attachments: await attachmentsOf(message, deliveries, view),
      };
    },
  };
};
