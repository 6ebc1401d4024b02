// What a year file says of its conference, as the acts take it.
import { REPLAY_WORDS } from '../../locale/replay.ts';
import { speaksOf } from '../../locale/year-file.ts';
import type { YearFile } from '../year-file/year-file.ts';
import type { YearToEnter } from './year-to-enter.ts';

export type Conference = NonNullable<YearFile['conference']>;

const contextOf = ({ context }: Conference): string | null =>
  context === undefined
    ? null
    : REPLAY_WORDS.ranking(
        context.rankedEntity,
        context.consecutiveYearsRankedFirst,
        context.rankedBy,
        context.scope,
      );

export const contentOf = ({ file }: YearToEnter, conference: Conference) => ({
  kind: conference.kind,
  name: conference.name,
  closesYear: conference.closesCycleYear ?? null,
  opensYear: conference.opensCycleYear ?? null,
  date: conference.date,
  session: conference.session ?? null,
  startAt: conference.startAt,
  endAt: conference.endAt,
  place: conference.location,
  link: null,
  chairId: conference.chairId,
  secretaryId: conference.secretaryId,
  host: conference.host,
  launchedBy: conference.launchedBy ?? null,
  inResponseTo: conference.inResponseTo ?? null,
  context: contextOf(conference),
  witnesses: conference.attendance.witnesses ?? null,
  guestsText: conference.attendance.guests ?? null,
  agenda: conference.agenda.map(({ ordinal, item, minutes, ownerId }) => ({
    ordinal,
    title: item,
    minutes: Math.max(1, minutes),
    ownerId,
  })),
  guests: [],
  invitedSuperiorIds: file.superiors.map(({ id }) => id),
  summonedUnitIds: file.orgUnits
    .filter(
      ({ validFrom, validTo }) =>
        validFrom <= conference.date && (validTo ?? conference.date) >= conference.date,
    )
    .map(({ id }) => id),
});

// A sitting that closes the year before hears what came of it, at its point or, where none is named so, last.
const courseOf = ({ previousYearSummary }: YearFile, { agenda }: Conference) => {
  const course = agenda.map(({ item }) => ({ title: item, text: REPLAY_WORDS.course }));
  if (!previousYearSummary || previousYearSummary.results.length === 0) return course;
  const { year, results } = previousYearSummary;
  const text = REPLAY_WORDS.previousYear(
    year,
    results.map((result) => result.text),
  );
  const named = course.findIndex(({ title }) => speaksOf(title, 'yearEnd'));
  const at = named === -1 ? course.length - 1 : named;
  return course.map((point, index) => (index === at ? { ...point, text } : point));
};

// How people spoke and were answered, then what was asked.
const questionsOf = ({ dialogue }: YearFile): string | null => {
  const answered = (dialogue?.questions ?? []).filter(({ answer }) => answer !== undefined);
  if (!dialogue || answered.length === 0) return null;
  const { spirit, responseRule, escalationRule } = dialogue;
  return [
    ...(spirit === undefined ? [] : [REPLAY_WORDS.spirit(spirit)]),
    ...(responseRule === undefined ? [] : [REPLAY_WORDS.answering(responseRule)]),
    ...(escalationRule === undefined ? [] : [REPLAY_WORDS.passingUp(escalationRule)]),
    ...answered.map(({ text, answer }) => REPLAY_WORDS.answered(text, answer ?? '')),
  ].join(' ');
};

export const minutesOf = ({ file }: YearToEnter, conference: Conference) => {
  return {
    opening: REPLAY_WORDS.opening,
    course: courseOf(file, conference),
    questions: questionsOf(file),
    signing:
      file.commitments?.signedOn === conference.date
        ? REPLAY_WORDS.signing(file.commitments.signatoryRule, file.commitments.title)
        : null,
    conclusion: conference.conclusion,
    conclusionWork: [],
    readBack: true,
  };
};
