import { countQuestions } from '../../domain/dialogue/question-end.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import type { PaperSource, PrintedKind } from '../../domain/paper-source.ts';
import type { Paper } from '../../documents/paper-of.ts';
import { paperOf } from '../../documents/paper-of.ts';
import type { PaperStage } from '../../documents/paper.ts';
import { composeNews } from '../../locale/news-item.ts';
import { checkedOffice, checkSheet, quarterReport } from './check-fixture.ts';
import {
  attendanceSheet,
  cancellation,
  conclusion,
  invitation,
  minutes,
  programme,
  summons,
} from './conference-fixture.ts';
import { checkTeam, commendation } from './decision-fixture.ts';
import { facts as dialogueOffice, slip, submission, summary } from './dialogue/dialogue-fixture.ts';
import { approvalSlip, blankRegistration, handOver } from './form-fixture.ts';
import { correction, plainPaper, recall } from './letter-fixture.ts';
import { newsFactsOf } from './news-fixture.ts';
import { plan2024 } from './plan-fixture.ts';
import { manyParties, pledge, sheet } from './pledge-fixture.ts';
import {
  commitment,
  form,
  office,
  ofTeam1,
  opening,
  openingContent,
  result,
} from './registration-fixture.ts';
import { amendmentOf, office as summaryOffice, yearReport } from './summary-fixture.ts';

const times = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** As many of them as units, taken round and round. */
const around = <T>(some: readonly T[], count: number): readonly T[] =>
  times(count, (at) => some[at % some.length] as T);

const idOf = (at: number): string => `U-${String(at + 1)}`;
const unitIdsOf = (count: number): readonly string[] => times(count, idOf);

const withUnits = (facts: OfficeFacts, count: number): OfficeFacts => ({
  ...facts,
  units: [
    ...facts.units,
    ...times(count, (at) => ({
      id: idOf(at),
      kind: 'team' as const,
      name: `Đội nghiệp vụ số ${String(at + 1)}`,
      abbreviation: `NV${String(at + 1)}`,
    })),
  ],
  people: [
    ...facts.people,
    ...times(count, (at) => ({
      id: `H-${String(at + 1)}`,
      fullName: `Nguyễn Thị Mẫu Số ${String(at + 1)}`,
      rank: at % 2 === 0 ? 'Thiếu tá' : 'Đại úy',
      position: `Đội trưởng Đội nghiệp vụ số ${String(at + 1)}`,
      unitId: idOf(at),
      mailbox: null,
      roles: ['teamLead' as const],
    })),
  ],
  superiors: [...facts.superiors, ...checkedOffice.superiors, ...dialogueOffice.superiors].filter(
    ({ id }, at, all) => all.findIndex((one) => one.id === id) === at,
  ),
});

const addressed = (count: number) => ({
  superiorIds: ['S-2'],
  unitIds: unitIdsOf(count),
  guests: [],
});

const change = (source: PaperSource, part: object): PaperSource =>
  ({ ...source, content: { ...source.content, ...part } }) as PaperSource;

/** As many entries in a list of its contents as there are units. */
const repeat = (source: PaperSource, list: string, count: number): PaperSource => {
  const entries = (source.content as Readonly<Record<string, unknown>>)[list] as readonly unknown[];
  return change(source, { [list]: around(entries, count) });
};

const addressing = (source: PaperSource, count: number): PaperSource =>
  change(source, { addressees: addressed(count) });

const conferenceOf = (source: PaperSource, count: number, part: object = {}): PaperSource => {
  const { conference } = source.content as { conference: object };
  return change(source, {
    conference: { ...conference, summonedUnitIds: unitIdsOf(count), ...part },
  });
};

const resultOf = (count: number): PaperSource => {
  const unitIds = unitIdsOf(count);
  const entry = { round: 1, standing: 'registered', version: 1, isLate: false } as const;
  return result(
    {
      entries: unitIds.map((unitId) => ({ ...entry, unitId, declineReasonId: null })),
      sharedTasks: [],
    },
    {
      registrations: unitIds.map((unitId, at) => ({
        ...ofTeam1,
        unitId,
        headId: `H-${String(at + 1)}`,
      })),
    },
  );
};

const programmeOf = (count: number): PaperSource => {
  const { agenda } = programme.content.conference;
  return conferenceOf(programme, count, {
    agenda: around(agenda, count).map((part, at) => ({ ...part, ordinal: at + 1 })),
  });
};

const minutesOf = (count: number): PaperSource => {
  const source = minutes({ addressees: addressed(count) });
  const { content } = source as Extract<PaperSource, { kind: 'minutes' }>;
  return change(source, {
    attendance: {
      ...content.attendance,
      groups: around(content.attendance.groups, count).map((group, at) => ({
        ...group,
        name: `Đội nghiệp vụ số ${String(at + 1)}`,
      })),
    },
    minutes: {
      ...content.minutes,
      course: around(content.minutes.course, Math.min(count, 40)),
      conclusionWork: around(content.minutes.conclusionWork, count).map((work, at) => ({
        ...work,
        unitId: idOf(at),
      })),
    },
  });
};

const news = (): PaperSource => ({
  kind: 'news-item',
  content: {
    ...composeNews(newsFactsOf(2024)),
    year: 2024,
    conferenceId: 'HN',
    signer: { personId: 'P-01', capacity: null },
    addressees: { superiorIds: [], unitIds: ['T-1'], guests: [] },
  },
});

const summaryOf = (count: number): PaperSource => {
  const content = (summary as Extract<PaperSource, { kind: 'dialogue-summary' }>).content;
  const questions = around(content.questions, count);
  const counts = countQuestions(
    questions.map(({ state }) => state),
    content.day,
  );
  return change(summary, { questions, counts });
};

const SOURCES: Readonly<Record<Exclude<PrintedKind, 'plan'>, (count: number) => PaperSource>> = {
  'registration-opening': (count) =>
    opening({
      unitIds: unitIdsOf(count),
      requirements: around(openingContent.requirements, count),
    }),
  'registration-result': resultOf,
  correction: (count) => repeat(correction(addressed(count)), 'places', count),
  recall: (count) => recall(addressed(count)),
  letter: (count) => addressing(repeat(plainPaper('letter'), 'paragraphs', count), count),
  notice: (count) => addressing(repeat(plainPaper('notice'), 'paragraphs', count), count),
  report: (count) => addressing(repeat(plainPaper('report'), 'paragraphs', count), count),
  'plan-amendment': (count) => repeat(amendmentOf(), 'changes', count),
  'year-report': (count) => repeat(yearReport(), 'tasks', count),
  pledge: (count) => pledge(manyParties(count)),
  'pledge-sheet': (count) => sheet(manyParties(count)),
  submission: (count) => repeat(submission, 'questions', count),
  'transfer-slip': (count) => repeat(slip, 'questions', count),
  'dialogue-summary': summaryOf,
  'question-slip': () => ({ kind: 'question-slip', content: { year: 2024 } }),
  'quarter-report': (count) =>
    repeat({ kind: 'quarter-report', content: quarterReport }, 'tasks', count),
  'check-sheet': (count) =>
    repeat(repeat({ kind: 'check-sheet', content: checkSheet }, 'findings', count), 'rows', count),
  'registration-form': (count) => repeat(form(ofTeam1), 'tasks', count),
  commitment: (count) => repeat(commitment(ofTeam1), 'tasks', count),
  invitation: (count) => {
    const { addressees } = invitation().content;
    return change(invitation(), {
      addressees: { ...addressees, guests: around(addressees.guests, count) },
    });
  },
  summons: (count) => summons({ addressees: { ...addressed(count), superiorIds: [] } }),
  'conference-cancellation': (count) => addressing(cancellation, count),
  minutes: minutesOf,
  conclusion: (count) => addressing(repeat(conclusion, 'points', count), count),
  programme: programmeOf,
  'attendance-sheet': (count) => conferenceOf(attendanceSheet, count),
  'check-team-decision': (count) => change(checkTeam(), { unitIds: unitIdsOf(count) }),
  'commendation-decision': (count) =>
    change(commendation(), {
      collectives: unitIdsOf(count).map((unitId) => ({ unitId, form: 'Giấy khen' })),
    }),
  'news-item': (count) => repeat(news(), 'paragraphs', count),
  'hand-over-list': (count) => repeat(handOver(), 'recipients', count),
  'approval-slip': () => approvalSlip(),
  'blank-registration-form': () => blankRegistration,
};

const OFFICES: Partial<Record<PrintedKind, OfficeFacts>> = {
  'plan-amendment': summaryOffice,
  'year-report': summaryOffice,
  submission: dialogueOffice,
  'transfer-slip': dialogueOffice,
  'dialogue-summary': dialogueOffice,
};

/** Printed for the pen, and never numbered. */
const FOR_THE_PEN: ReadonlySet<PrintedKind> = new Set<PrintedKind>([
  'pledge-sheet',
  'question-slip',
  'check-sheet',
  'registration-form',
  'commitment',
  'attendance-sheet',
  'hand-over-list',
  'approval-slip',
  'blank-registration-form',
]);

const planOf = (count: number): Paper => {
  const plan = plan2024('final');
  const tasks = around(
    plan.taskGroups.flatMap((group) => group.tasks),
    count,
  );
  return {
    ...plan,
    taskGroups: [
      {
        domainName: 'Cải cách thể chế',
        tasks: tasks.map((task, at) => ({ ...task, ordinal: at + 1 })),
      },
    ],
    units: times(count, (at) => `Đội nghiệp vụ số ${String(at + 1)}`),
  };
};

/** A paper of the kind in an office of so many units, each of which adds its row, cell or line. */
export const paperWithUnits = (kind: PrintedKind, count: number, at?: PaperStage): Paper => {
  if (kind === 'plan') return planOf(count);
  const stage = at ?? (FOR_THE_PEN.has(kind) ? 'for-signature' : 'final');
  const isNumbered = stage === 'final' || stage === 'working-copy';
  return paperOf(SOURCES[kind](count), withUnits(OFFICES[kind] ?? office, count), {
    stage,
    number: isNumbered && !FOR_THE_PEN.has(kind) ? 71 : null,
    date: isNumbered || kind === 'question-slip' ? '2024-05-10' : null,
    confirmedAt: null,
  });
};

export const EVERY_KIND: readonly PrintedKind[] = [
  'plan',
  ...(Object.keys(SOURCES) as (keyof typeof SOURCES)[]),
];
