import type { AttendanceContent } from '../../domain/conference/conference-content.ts';
import type { MinutesContent } from '../../domain/conference/conference-draft.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import {
  conferenceWords,
  formatClockAndDate,
  romanNumeral,
} from '../../locale/conference-papers.ts';
import { formatShortDate } from '../../locale/papers.ts';
import { draftPaperOf, type DraftPaper } from '../draft-paper.ts';
import { viewDraft } from '../draft-view.ts';
import type { PaperDating } from '../paper.ts';
import { addresseeNames, unitName } from '../paper-parts.ts';
import { conferenceOnPaper, type ConferenceOnPaper } from './conference-parts.ts';

/** Minutes of a conference of either kind (Decree 30/2020, sample 1.9). */
export interface MinutesPaper extends DraftPaper {
  readonly kind: 'minutes';
  readonly conference: ConferenceOnPaper;
  readonly guests: readonly string[];
  readonly startedAt: string;
  readonly endedAt: string;
  readonly attendance: AttendanceContent;
  readonly sections: readonly { readonly title: string; readonly text: string }[];
  readonly conclusion: string;
  readonly work: readonly {
    readonly task: string;
    readonly unit: string;
    readonly dueOn: string;
  }[];
  readonly readBack: boolean;
}

const sectionsOf = ({ minutes }: MinutesContent): MinutesPaper['sections'] => [
  { title: conferenceWords.opening, text: minutes.opening },
  ...minutes.course,
  ...(minutes.signing === null ? [] : [{ title: conferenceWords.signing, text: minutes.signing }]),
  ...(minutes.questions === null
    ? []
    : [{ title: conferenceWords.questions, text: minutes.questions }]),
];

export const minutesPaperOf = (
  content: MinutesContent,
  facts: OfficeFacts,
  dating: PaperDating,
): MinutesPaper => {
  const { addressees, conference, minutes } = content;
  return {
    ...draftPaperOf('minutes', content, facts, dating),
    kind: 'minutes',
    recipients: addresseeNames(addressees, facts),
    conference: conferenceOnPaper(conference, facts),
    guests: addresseeNames({ ...addressees, unitIds: [] }, facts),
    startedAt: formatClockAndDate(content.startedAt),
    endedAt: formatClockAndDate(content.endedAt),
    attendance: content.attendance,
    sections: sectionsOf(content),
    conclusion: minutes.conclusion,
    work: minutes.conclusionWork.map(({ task, unitId, dueOn }, index) => ({
      task,
      unit: unitName(facts, unitId, `/minutes/conclusionWork/${String(index)}/unitId`),
      dueOn: formatShortDate(dueOn),
    })),
    readBack: minutes.readBack,
  };
};

/** The fields that templates/documents/minutes.hbs may name. */
export const viewMinutes = (paper: MinutesPaper) => {
  const { attendance, sections } = paper;
  return {
    ...viewDraft(paper),
    conference: paper.conference,
    guests: paper.guests,
    startedAt: paper.startedAt,
    endedAt: paper.endedAt,
    summoned: attendance.summoned,
    present: attendance.present,
    absent: attendance.absentWithReason + attendance.absentWithoutReason,
    absentWithReason: attendance.absentWithReason,
    absentWithoutReason: attendance.absentWithoutReason,
    groups: attendance.groups,
    attendedGuests: attendance.guests,
    sections: sections.map((section, index) => ({
      ...section,
      order: romanNumeral(index + 1),
    })),
    conclusionOrder: romanNumeral(sections.length + 1),
    conclusionTitle: conferenceWords.conclusion,
    conclusion: paper.conclusion,
    work: paper.work.map((row, index) => ({ ...row, order: String(index + 1) })),
    readBack: paper.readBack,
  };
};
