// What stands in the other rooms of the current year: a conference that nobody is called to yet, and a
// question for it that waits for its answer. The first check opens by its schedule.
import type { ConferenceContent } from '../domain/conference/conference-content.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { yearStrandId } from '../workflows/contract.ts';
import { conferenceDay } from './around-today.ts';
import { PEOPLE, TEXTS } from './current-year-story.ts';
import type { Story } from './player.ts';

const CONFERENCE_ID = 'launch';
const QUESTION_ID = 'CH-1';

/** The launch of the year with its programme, on that day. */
const launchOf = (year: number, date: LocalDate): ConferenceContent => ({
  kind: 'LAUNCH',
  name: TEXTS.launchName(year),
  closesYear: null,
  opensYear: year,
  date,
  session: 'afternoon',
  startAt: `${date}T14:00:00+07:00`,
  endAt: `${date}T16:00:00+07:00`,
  place: TEXTS.hall,
  link: null,
  chairId: PEOPLE.head,
  secretaryId: PEOPLE.clerk,
  host: TEXTS.host,
  launchedBy: TEXTS.launchedBy,
  inResponseTo: null,
  context: null,
  witnesses: null,
  guestsText: null,
  agenda: TEXTS.agenda.map(({ title, minutes, ownerId }, index) => ({
    ordinal: index + 1,
    title,
    minutes,
    ownerId,
  })),
  guests: [],
  invitedSuperiorIds: ['SUP-LDCAT', 'SUP-PV01'],
  summonedUnitIds: ['T-TH', 'T-1', 'T-2', 'T-4', 'M-TN', 'M-PN'],
});

export const playRooms = async (story: Story): Promise<void> => {
  const { act, untilStrand, officeId, year, dayOf, today } = story;
  const { coordinator, headOfTeam1 } = PEOPLE;
  const conference = launchOf(year, conferenceDay(today));
  const planned = { conferenceId: CONFERENCE_ID, conference };
  await act(
    'plan-conference',
    coordinator,
    'plan-conference',
    planned,
    `${dayOf(1)}T09:00:00+07:00`,
  );
  const strand = { kind: 'conference', id: CONFERENCE_ID } as const;
  await untilStrand(yearStrandId(officeId, year, strand), 'conference');
  const question = {
    text: TEXTS.question,
    domain: 'D2',
    askedByUnitId: 'T-1',
    askedById: headOfTeam1,
    isAnonymous: false,
    conferenceId: CONFERENCE_ID,
  };
  const asked = { questionId: QUESTION_ID, question };
  await act('ask-question', headOfTeam1, 'ask-question', asked, `${dayOf(1)}T10:30:00+07:00`);
  const dialogue = { kind: 'question', id: QUESTION_ID } as const;
  await untilStrand(yearStrandId(officeId, year, dialogue), 'question');
  const check = { kind: 'check', id: 'Q1' } as const;
  await untilStrand(yearStrandId(officeId, year, check), 'check', ({ units }) => units !== null);
};
