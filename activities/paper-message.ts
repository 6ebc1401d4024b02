import type { MessageRow } from '../adapters/database/deliveries.ts';
import type { PaperRow } from '../adapters/database/papers.ts';
import type { OutgoingMessage } from '../adapters/mail.ts';
import type { DocumentIssueState } from '../domain/document-issue.ts';
import { fileInForce, issuedRole, type PaperFileRole } from '../domain/paper-files.ts';
import { getsWorkingCopy } from '../domain/recipients.ts';
import { enclosureFileName, paperFileName } from '../locale/paper-names.ts';
import { calendarOf } from './conference-calendar.ts';
import { fillMessage, type PaperMessageView } from './fill-message.ts';
import type { ActivityDependencies } from './dependencies.ts';

const calendarFile = (text: string): OutgoingMessage['attachments'][number] => ({
  fileName: 'hoi-nghi.ics',
  mediaType: `text/calendar; charset=utf-8; method=${/^METHOD:(\w+)/m.exec(text)?.[1] ?? 'REQUEST'}`,
  bytes: Buffer.from(text, 'utf8'),
});

/** Writes the message that takes an issued paper to one mailbox, for one or several units. */
export const createPaperMessages = ({ stores, documents, links }: ActivityDependencies) => {
  const stateOf = async ({ office_id, workflow_id }: PaperRow): Promise<DocumentIssueState> => {
    const strand = await stores.strands.find(office_id, workflow_id, 'documentIssue');
    if (!strand) throw new Error(`the paper ${workflow_id} is missing`);
    return strand.state;
  };

  const attach = async (
    paper: PaperRow,
    state: DocumentIssueState,
    role: PaperFileRole,
    fileName: string,
  ) => {
    const sha256 = fileInForce(state, role);
    const file =
      sha256 === null
        ? undefined
        : await stores.papers.findFile(paper.office_id, paper.paper_id, role, sha256);
    if (!file) throw new Error(`the ${role} of ${paper.paper_id} is missing`);
    return { fileName, mediaType: file.media_type, bytes: await documents.get(file.sha256) };
  };

  const attachmentsOf = async (
    paper: PaperRow,
    state: DocumentIssueState,
    view: PaperMessageView,
  ): Promise<OutgoingMessage['attachments']> => {
    const files: [PaperFileRole, string][] = [[issuedRole(state), paperFileName(view, 'pdf')]];
    if (view.hasEnclosure) files.push(['enclosure-pdf', enclosureFileName(view, 'pdf')]);
    if (view.hasWorkingCopy) files.push(['working-copy', paperFileName(view, 'docx')]);
    if (view.hasWorkingCopy && view.hasEnclosure) {
      files.push(['enclosure-copy', enclosureFileName(view, 'docx')]);
    }
    return Promise.all(files.map(([role, fileName]) => attach(paper, state, role, fileName)));
  };

  return {
    compose: async (message: MessageRow): Promise<OutgoingMessage> => {
      const { office_id, message_id, paper_id } = message;
      const [paper, office, deliveries] = await Promise.all([
        stores.papers.find(office_id, paper_id),
        stores.offices.find(office_id),
        stores.deliveries.listOfMessage(office_id, message_id),
      ]);
      if (!paper || !office || paper.issued_on === null || paper.document_date === null) {
        throw new Error(`the issued paper ${paper_id} is missing`);
      }
      const state = await stateOf(paper);
      const ref = {
        officeId: office_id,
        year: paper.year,
        kind: paper.kind,
        contentVersion: paper.content_version,
        paperId: paper.paper_id,
      };
      const subject = await stores.paperSources.readSubject(ref);
      const calendar = calendarOf(await stores.paperSources.read(ref), {
        officeId: office_id,
        office,
        mailbox: message.mailbox,
        issuedOn: paper.issued_on,
      });
      const view = {
        kind: paper.kind,
        number: paper.number,
        symbol: paper.symbol,
        date: paper.document_date,
        officeName: office.name,
        subject,
        isScan: issuedRole(state) === 'scan',
        hasEnclosure: fileInForce(state, 'enclosure-pdf') !== null,
        hasWorkingCopy: deliveries.some((row) => getsWorkingCopy(row.recipient_group)),
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
        ...fillMessage(view),
        attachments: [
          ...(await attachmentsOf(paper, state, view)),
          ...(calendar === null ? [] : [calendarFile(calendar)]),
        ],
      };
    },
  };
};
