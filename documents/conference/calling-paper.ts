import type {
  CancellationContent,
  CitedPaper,
  ConclusionContent,
  InvitationContent,
  SummonsContent,
} from '../../domain/conference/conference-draft.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import { draftPaperOf, type DraftPaper } from '../draft-paper.ts';
import { viewDraft } from '../draft-view.ts';
import type { PaperDating } from '../paper.ts';
import { addresseeNames } from '../paper-parts.ts';
import { conferenceOnPaper, type ConferenceOnPaper } from './conference-parts.ts';

interface OfConference extends DraftPaper {
  readonly conference: ConferenceOnPaper;
}
export interface InvitationPaper extends OfConference {
  readonly kind: 'invitation';
  readonly invitees: readonly string[];
  readonly notes: readonly string[];
}
export interface SummonsPaper extends OfConference {
  readonly kind: 'summons';
  readonly units: readonly string[];
  readonly requirements: readonly string[];
}
export interface CancellationPaper extends OfConference {
  readonly kind: 'conference-cancellation';
  readonly cancelled: readonly CitedPaper[];
  readonly reason: string;
}
export interface ConclusionPaper extends OfConference {
  readonly kind: 'conclusion';
  readonly minutes: CitedPaper | null;
  readonly points: readonly string[];
}

export const invitationPaperOf = (
  content: InvitationContent,
  facts: OfficeFacts,
  dating: PaperDating,
): InvitationPaper => ({
  ...draftPaperOf('invitation', content, facts, dating),
  kind: 'invitation',
  conference: conferenceOnPaper(content.conference, facts),
  invitees: addresseeNames(content.addressees, facts),
  notes: content.notes,
});

export const summonsPaperOf = (
  content: SummonsContent,
  facts: OfficeFacts,
  dating: PaperDating,
): SummonsPaper => ({
  ...draftPaperOf('summons', content, facts, dating),
  kind: 'summons',
  conference: conferenceOnPaper(content.conference, facts),
  units: addresseeNames(content.addressees, facts),
  requirements: content.requirements,
});

export const cancellationPaperOf = (
  content: CancellationContent,
  facts: OfficeFacts,
  dating: PaperDating,
): CancellationPaper => ({
  ...draftPaperOf('conference-cancellation', content, facts, dating),
  kind: 'conference-cancellation',
  recipients: addresseeNames(content.addressees, facts),
  conference: conferenceOnPaper(content.conference, facts),
  cancelled: content.cancelled,
  reason: content.reason,
});

export const conclusionPaperOf = (
  content: ConclusionContent,
  facts: OfficeFacts,
  dating: PaperDating,
): ConclusionPaper => ({
  ...draftPaperOf('conclusion', content, facts, dating),
  kind: 'conclusion',
  conference: conferenceOnPaper(content.conference, facts),
  minutes: content.minutes,
  points: content.points,
});

/** The fields that the templates of invitation, summons, cancellation and conclusion may name. */
export const viewCalling = (
  paper: InvitationPaper | SummonsPaper | CancellationPaper | ConclusionPaper,
) => {
  const common = { ...viewDraft(paper), conference: paper.conference };
  switch (paper.kind) {
    case 'invitation':
      return {
        ...common,
        invitees: paper.invitees,
        notes: paper.notes,
      };
    case 'summons':
      return {
        ...common,
        units: paper.units,
        requirements: paper.requirements,
      };
    case 'conference-cancellation':
      return { ...common, cancelled: paper.cancelled, reason: paper.reason };
    case 'conclusion':
      return { ...common, minutes: paper.minutes, points: paper.points };
  }
};
