import type { ConferenceFormSource } from '../../domain/conference/conference-draft.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import { conferenceWords } from '../../locale/conference-papers.ts';
import { KIND_NAMES } from '../../locale/paper-names.ts';
import { viewHead } from '../head-view.ts';
import type { PaperDating, PaperHead, PaperStage } from '../paper.ts';
import { addresseeNames, headOf, nameOf, unitName } from '../paper-parts.ts';
import {
  conferenceOnPaper,
  programmeOf,
  type ConferenceOnPaper,
  type ProgrammeLine,
} from './conference-parts.ts';

interface ConferenceForm {
  readonly stage: PaperStage;
  readonly year: number;
  readonly head: PaperHead;
  readonly subject: string;
  readonly conference: ConferenceOnPaper;
}
/** What happens when, and who sees to it; goes along with the invitation and gets no number. */
export interface ProgrammePaper extends ConferenceForm {
  readonly kind: 'programme';
  readonly enclosedWith: string;
  readonly programme: readonly ProgrammeLine[];
}
/** Lies at the door: who is expected, with room for the pen. */
export interface AttendanceSheet extends ConferenceForm {
  readonly kind: 'attendance-sheet';
  readonly rows: readonly { readonly name: string; readonly position: string }[];
}

// The leaders belong to no unit and are expected without being summoned.
const expectedPeople = (
  { content: { conference } }: ConferenceFormSource,
  facts: OfficeFacts,
): AttendanceSheet['rows'] => {
  const guests = addresseeNames(
    { superiorIds: conference.invitedSuperiorIds, unitIds: [], guests: conference.guests },
    facts,
  );
  // -1 for the leaders: they come first, then the units in the order of the office.
  const placeOf = (unit: string | null): number => facts.units.findIndex(({ id }) => id === unit);
  const own = facts.people
    .filter(({ unitId }) => unitId === null || conference.summonedUnitIds.includes(unitId))
    .toSorted((left, right) => placeOf(left.unitId) - placeOf(right.unitId));
  return [
    ...guests.map((name) => ({ name, position: '' })),
    ...own.map((person) => {
      const unit = person.unitId === null ? '' : `, ${unitName(facts, person.unitId, '/unitId')}`;
      return { name: nameOf(person).name, position: `${person.position}${unit}` };
    }),
  ];
};

export const conferenceFormOf = (
  source: ConferenceFormSource,
  facts: OfficeFacts,
  dating: PaperDating,
): ProgrammePaper | AttendanceSheet => {
  const { conference, year } = source.content;
  const common = {
    stage: dating.stage,
    year,
    head: headOf(source.kind === 'programme' ? source.parentKind : 'invitation', facts, dating),
    conference: conferenceOnPaper(conference, facts),
  };
  if (source.kind === 'attendance-sheet') {
    const subject = `${conferenceWords.attendanceSheet} ${conference.name}`;
    return { ...common, kind: source.kind, subject, rows: expectedPeople(source, facts) };
  }
  return {
    ...common,
    kind: source.kind,
    subject: `${conferenceWords.programme} ${conference.name}`,
    enclosedWith: KIND_NAMES[source.parentKind],
    programme: programmeOf(conference, facts),
  };
};

/** The fields that programme.hbs and attendance-sheet.hbs in templates/documents/ may name. */
export const viewConferenceForm = (paper: ProgrammePaper | AttendanceSheet) => {
  const common = {
    head: viewHead(paper.head, paper.stage),
    year: String(paper.year),
    conference: paper.conference,
  };
  if (paper.kind === 'programme') {
    return { ...common, enclosedWith: paper.enclosedWith, programme: paper.programme };
  }
  return {
    ...common,
    rows: paper.rows.map((row, index) => ({ ...row, order: String(index + 1) })),
  };
};
