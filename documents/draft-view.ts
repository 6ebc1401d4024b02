import type { DraftPaper } from './draft-paper.ts';
import { viewHead } from './head-view.ts';

/** The fields that every draft's template may name. */
export const viewDraft = (paper: DraftPaper) => ({
  year: String(paper.year),
  head: viewHead(paper.head, paper.stage),
  subject: paper.subject,
  leaderPosition: paper.leaderPosition,
  coordinatingUnitName: paper.coordinatingUnitName,
  addressees: paper.addressees,
  recipients: paper.recipients,
  otherRecipients: paper.otherRecipients,
  archive: paper.archive,
  signature: paper.signature,
  replaced: paper.replaced,
});
