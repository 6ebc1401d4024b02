// What the system knows of the conference of an example year on its day, as the replay enters it.
import { contentOf, minutesOf } from '../../acts/replay/conference-content.ts';
import type { YearToEnter } from '../../acts/replay/year-to-enter.ts';
import { planOfYearFile } from '../../acts/year-file/plan-of-year-file.ts';
import type { NewsFacts } from '../../domain/conference/news-item.ts';
import { readValue, YEARS } from '../year-file/reference-year.ts';

const CAPTIONS = {
  2022: ['Toàn cảnh hội nghị', 'Chỉ huy các đội ký cam kết'],
  2024: ['Phát động và ký kết giao ước thi đua'],
} as const;

export const newsFactsOf = (year: keyof typeof YEARS): NewsFacts => {
  const file = readValue(YEARS[year]());
  const toEnter = { file } as unknown as YearToEnter;
  const conference = file.conference!;
  const plan = planOfYearFile(file);
  const questions = file.dialogue!.questions;
  const count = (status: string) => questions.filter((one) => one.status === status).length;
  const passedUp = questions.flatMap(({ escalation }) => escalation?.toSuperiorIds ?? []);
  const chair = file.people.find(({ id }) => id === conference.chairId)!;
  const domains = new Set<string>(plan.tasks.flatMap((task) => task.domains));
  return {
    officeName: file.unit.name,
    parentName: file.unit.parent.name,
    year,
    conference: contentOf(toEnter, conference),
    chair: { name: `${chair.rank} ${chair.fullName}`, position: chair.position },
    attendance: {
      ...conference.attendance.headcount,
      absentWithoutReason: 0,
      groups: [],
      guests: conference.attendance.guests ?? null,
    },
    minutes: minutesOf(toEnter, conference),
    plan: {
      priorityStatement: plan.priorityStatement,
      qualityGoal: plan.qualityGoal,
      focalTaskCount: plan.focalTaskCount,
      domainNames: file.domains
        .filter(({ code }) => domains.has(code))
        .map(({ officialName }) => officialName),
    },
    tasks: plan.tasks.map(({ title, leadUnitId, indicators: [indicator] }) => ({
      title,
      unitName: file.orgUnits.find(({ id }) => id === leadUnitId)!.name,
      indicator: indicator ?? null,
    })),
    areRegistered: year === 2022,
    pledgeTitles: [file.commitments!.title],
    dialogue: {
      asked: questions.length,
      unanswered: 0,
      answered: count('ANSWERED_AT_CONFERENCE'),
      inWriting: count('ANSWERED_IN_WRITING'),
      merged: count('MERGED'),
      escalated: count('ESCALATED'),
      escalatedAnswered: 0,
      escalatedOverdue: 0,
      passedUpTo: file.superiors.filter(({ id }) => passedUp.includes(id)).map(({ name }) => name),
    },
    captions: CAPTIONS[year],
  };
};
