import { localDateOf, type Instant } from '../../domain/local-date.ts';
import { cycleId, yearStrandId } from '../../workflows/contract.ts';
import { contentOf, minutesOf, type Conference } from './conference-content.ts';
import { delegateStep } from './decision-steps.ts';
import { draftSteps } from './draft-steps.ts';
import {
  joinRooms,
  NO_STEPS,
  onceStrand,
  type PlannedRoom,
  type ReadyActs,
  type ReplayStep,
} from './replay-step.ts';
import { morningOf, signerOf, type FilePaper, type YearToEnter } from './year-to-enter.ts';

export const CONFERENCE_ID = 'conference';

// Whoever was asked to come knew of it by then.
const plannedAt = (year: YearToEnter, conference: Conference): Instant => {
  const called = [year.paperOf('invitation'), year.paperOf('summons')]
    .flatMap((paper) => (paper ? [morningOf(paper.document.issuedOn)] : []))
    .toSorted()[0];
  const earliest = called ?? morningOf(conference.date);
  return earliest < conference.startAt ? earliest : conference.startAt;
};

const calling = (
  year: YearToEnter,
  role: 'invitation' | 'summons',
  ready: ReadyActs,
): PlannedRoom => {
  const paper = year.paperOf(role);
  if (!paper) return NO_STEPS;
  const { signer, assumed } = signerOf(year, paper, paper.document.issuedOn);
  const list = role === 'invitation' ? { notes: [] } : { requirements: [] };
  const drafted = draftSteps(year, {
    paper,
    kind: role,
    about: CONFERENCE_ID,
    subjects: [],
    act: `submit-${role}`,
    data: { conferenceId: CONFERENCE_ID, subject: paper.document.subject, signer, ...list },
    from: null,
    ready,
  });
  return { ...drafted, assumed: [...assumed, ...drafted.assumed] };
};

// The programme is enclosed with the invitation, and has no paper of its own.
const programmeOf = (year: YearToEnter, invited: PlannedRoom): PlannedRoom => {
  const programme = year.paperOf('programme');
  const paperId = invited.papers[year.paperOf('invitation')?.document.id ?? ''];
  if (!programme || paperId === undefined) return NO_STEPS;
  return {
    steps: [],
    assumed: [
      {
        path: programme.place,
        assumed: 'the programme that the invitation encloses',
        because: 'a programme goes out with the paper that it is attached to',
      },
    ],
    papers: { [programme.document.id]: paperId },
  };
};

const minutesPaper = (
  year: YearToEnter,
  paper: FilePaper | null,
  from: Instant,
  ready: ReadyActs,
): PlannedRoom =>
  paper
    ? draftSteps(year, {
        paper,
        kind: 'minutes',
        about: CONFERENCE_ID,
        subjects: [],
        act: 'submit-minutes',
        data: { conferenceId: CONFERENCE_ID, subject: paper.document.subject },
        from,
        ready,
      })
    : NO_STEPS;

const conclusionPaper = (
  year: YearToEnter,
  { conclusion, endAt }: Conference,
  ready: ReadyActs,
): PlannedRoom => {
  const paper = year.paperOf('conclusion');
  if (!paper) return NO_STEPS;
  const { signer, assumed } = signerOf(year, paper, paper.document.issuedOn);
  const { subject } = paper.document;
  const drafted = draftSteps(year, {
    paper,
    kind: 'conclusion',
    about: CONFERENCE_ID,
    subjects: [],
    act: 'submit-conclusion',
    data: { conferenceId: CONFERENCE_ID, subject, signer, points: [conclusion] },
    from: endAt,
    ready,
  });
  return { ...drafted, assumed: [...assumed, ...drafted.assumed] };
};

// No cycle of that year is entered: its tasks and figures are not in the file.
const assumedOfPreviousYear = ({ file }: YearToEnter): PlannedRoom['assumed'] =>
  file.previousYearSummary && file.previousYearSummary.results.length > 0
    ? [
        {
          path: '/previousYearSummary',
          assumed: 'told to the conference, and so in its minutes; no baseline is taken from it',
          because: 'it has results in words, which belong to no task of the plan',
        },
      ]
    : [];

/** The conference: planned, called, held, with its minutes and its conclusion. */
export const conferenceRoom = (year: YearToEnter): PlannedRoom => {
  const { conference } = year.file;
  if (!conference) return NO_STEPS;
  const strand = yearStrandId(year.officeId, year.year, { kind: 'conference', id: CONFERENCE_ID });
  const at = plannedAt(year, conference);
  const { endAt, date, chairId } = conference;
  const phaseIs = (...phases: readonly string[]): ReadyActs =>
    onceStrand(strand, 'conference', ({ phase }) => (phases.includes(phase) ? {} : null));
  const step = (
    id: string,
    when: Instant,
    act: string,
    data: Readonly<Record<string, unknown>>,
    ready: ReadyActs,
    place = '/conference',
  ): ReplayStep => ({
    id: `conference-${id}`,
    at: when,
    personId: year.coordinatorOn(localDateOf(when)),
    act,
    data: { conferenceId: CONFERENCE_ID, ...data },
    place,
    ready,
  });
  const before = phaseIs('planned', 'invited');
  const held = phaseIs('held', 'minutes');
  const { headcount, guests = null } = conference.attendance;
  const whole = { ...headcount, absentWithoutReason: 0 };
  const invited = calling(year, 'invitation', before);
  const opened: PlannedRoom = {
    steps: [
      ...(year.isLeaderOn(chairId, date)
        ? []
        : [delegateStep(year, { id: 'conference', at, toPersonId: chairId, day: date })]),
      step(
        'plan',
        at,
        'plan-conference',
        { conference: contentOf(year, conference) },
        onceStrand(cycleId(year.officeId, year.year), 'reformCycle', () => ({})),
      ),
    ],
    assumed: [
      {
        path: '/conference',
        assumed: 'invited: all bodies above; summoned: every unit; recorded by the coordinator',
        because: 'the file does not say who was called and who kept the record',
      },
      {
        path: '/conference/agenda',
        assumed:
          'every point was dealt with as planned; the conclusion gave no unit work of its own',
        because: 'the file has the programme and the conclusion, and not the course',
      },
      ...assumedOfPreviousYear(year),
    ],
    papers: {},
  };
  const recorded: PlannedRoom = {
    steps: [
      step(
        'hold',
        endAt,
        'hold-conference',
        { startedAt: conference.startAt, endedAt: endAt },
        before,
      ),
      step(
        'attendance',
        endAt,
        'record-attendance',
        { attendance: { ...whole, groups: [], guests } },
        held,
        '/conference/attendance',
      ),
      ...conference.agenda.map(({ ordinal }, index) =>
        step(
          `point-${String(index + 1)}`,
          endAt,
          'close-agenda-point',
          { ordinal, outcome: null },
          held,
          `/conference/agenda/${String(index)}`,
        ),
      ),
      step(
        'minutes',
        endAt,
        'write-minutes',
        { basedOn: null, minutes: minutesOf(year, conference) },
        held,
      ),
    ],
    assumed: [],
    papers: {},
  };
  return joinRooms([
    opened,
    invited,
    programmeOf(year, invited),
    calling(year, 'summons', before),
    recorded,
    minutesPaper(year, year.paperOf('minutes'), endAt, phaseIs('minutes')),
    conclusionPaper(year, conference, phaseIs('held', 'minutes', 'ended')),
  ]);
};
