import type { LocalDate } from '../domain/local-date.ts';
import { titleOf, type NamedPaper } from '../locale/paper-names.ts';
import { formatPaperDate, formatShortDate } from '../locale/papers.ts';
import { fillTemplate } from './fill-template.ts';

/** What the mail that brings an issued paper says. */
export interface PaperMessageView extends NamedPaper {
  readonly date: LocalDate;
  readonly officeName: string;
  readonly subject: string;
  /** True for the scan of an original signed in ink; false for one confirmed in the system. */
  readonly isScan: boolean;
  /** True where the programme of a conference goes along. */
  readonly hasEnclosure: boolean;
  /** True where the DOCX goes along. */
  readonly hasWorkingCopy: boolean;
  readonly recipients: readonly {
    readonly name: string;
    readonly url: string;
    readonly expiresOn: LocalDate;
  }[];
}

export const fillMessage = (
  view: PaperMessageView,
): { subject: string; text: string; html: string } => {
  const title = titleOf(view);
  const values = {
    title,
    officeName: view.officeName,
    subject: view.subject,
    date: formatPaperDate(view.date),
    isScan: view.isScan,
    hasEnclosure: view.hasEnclosure,
    hasWorkingCopy: view.hasWorkingCopy,
    recipients: view.recipients.map((row) => ({
      ...row,
      expiresOn: formatShortDate(row.expiresOn),
    })),
  };
  return {
    subject: `${title}: ${view.subject}`,
    text: fillTemplate('paper-issued.txt', values),
    html: fillTemplate('paper-issued.html', values),
  };
};
