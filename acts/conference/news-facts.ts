import {
  conferenceContentId,
  type ConferenceContent,
  type ConferencePhotos,
} from '../../domain/conference/conference-content.ts';
import type { NewsFacts, NewsTask } from '../../domain/conference/news-item.ts';
import { countQuestions } from '../../domain/dialogue/question-end.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import type { Indicator, PlanContent } from '../../domain/plan.ts';
import type { ReformCycleState } from '../../domain/reform-cycle.ts';
import type { RegistrationPeriod } from '../../domain/registration-period.ts';
import { planContentId, taskKeyOf, type RegistrationContent } from '../../domain/registration.ts';
import type { ActDependencies } from '../act.ts';
import { readPledgeText } from '../pledge/read-pledge.ts';
import { readStates } from '../summary/counts-of-year.ts';
import { readConferenceContent, readPlanned, type FoundConference } from './on-conference.ts';

type Deps = Pick<ActDependencies, 'stores'>;

/** Of which office and cycle, and as of which day the news is told. */
export interface NewsOf {
  readonly officeId: string;
  readonly cycle: ReformCycleState;
  readonly on: LocalDate;
}

const unitNameIn = ({ units, otherUnits = [] }: OfficeFacts, id: string): string =>
  [...units, ...otherUnits].find((unit) => unit.id === id)?.name ?? id;

const firstOf = ([first]: readonly Indicator[]): NewsTask['indicator'] =>
  first ? { name: first.name, unit: first.unit, target: first.target } : null;

// The plan as issued or submitted, or while registration rests on it, as proposed.
const readPlan = async ({ stores }: Deps, { officeId, cycle }: NewsOf) => {
  const row = await stores.versions.latest(officeId, 'plan', planContentId(cycle.year));
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by acts/save-plan.ts from a checked content
  return row ? (JSON.parse(row.text) as PlanContent) : null;
};

const planTasks = (plan: PlanContent, facts: OfficeFacts): readonly NewsTask[] =>
  plan.tasks
    .toSorted((left, right) => left.ordinal - right.ordinal)
    .map(({ title, leadUnitId, indicators }) => ({
      title,
      unitName: unitNameIn(facts, leadUnitId),
      indicator: firstOf(indicators),
    }));

const readRegistrations = (
  { stores }: Deps,
  { officeId, cycle }: NewsOf,
  { units }: RegistrationPeriod,
): Promise<readonly RegistrationContent[]> =>
  Promise.all(
    units.flatMap(({ unitId, standing, accepted }) =>
      standing === 'declined' || accepted === null
        ? []
        : [stores.paperSources.readRegistration(officeId, cycle.year, unitId, accepted.version)],
    ),
  );

// A task of several units is one, and told of the unit that leads it.
const registeredTasks = (
  registrations: readonly RegistrationContent[],
  { joined, leads, planLeads }: RegistrationPeriod,
  planned: PlanContent['tasks'],
  facts: OfficeFacts,
): readonly NewsTask[] => {
  const all = registrations.flatMap(({ unitId, tasks }) =>
    tasks.map((task) => {
      const own = taskKeyOf(unitId, task);
      const key = joined[own] ?? own;
      const at = planned.findIndex(({ id }) => id === key);
      return {
        key,
        place: at === -1 ? planned.length : at,
        title: planned[at]?.title ?? task.title,
        unitName: unitNameIn(facts, leads[key] ?? planLeads[key] ?? unitId),
        indicator: firstOf(task.indicators),
      };
    }),
  );
  return all
    .filter(({ key }, index) => all.findIndex((one) => one.key === key) === index)
    .toSorted((left, right) => left.place - right.place)
    .map(({ title, unitName, indicator }) => ({ title, unitName, indicator }));
};

const tasksOf = async (
  deps: Deps,
  of: NewsOf,
  { kind }: ConferenceContent,
  plan: PlanContent | null,
  facts: OfficeFacts,
): Promise<Pick<NewsFacts, 'tasks' | 'areRegistered'>> => {
  const { registration } = of.cycle;
  if (kind === 'SUMMARY_AND_REGISTRATION' && registration) {
    const registrations = await readRegistrations(deps, of, registration);
    const tasks = registeredTasks(registrations, registration, plan?.tasks ?? [], facts);
    if (tasks.length > 0) return { tasks, areRegistered: true };
  }
  return { tasks: plan ? planTasks(plan, facts) : [], areRegistered: false };
};

const dialogueOf = async (
  deps: Deps,
  { officeId, cycle, on }: NewsOf,
  conferenceId: string,
  { superiors }: OfficeFacts,
): Promise<NewsFacts['dialogue']> => {
  const all = await readStates(deps, officeId, cycle, 'question');
  const asked = all.filter((question) => question.conferenceId === conferenceId);
  if (asked.length === 0) return null;
  const ids = asked.flatMap(({ passedUp }) => passedUp?.superiorIds ?? []);
  return {
    ...countQuestions(asked, on),
    passedUpTo: superiors.filter(({ id }) => ids.includes(id)).map(({ name }) => name),
  };
};

const pledgesOf = async (
  deps: Deps,
  { officeId, cycle }: NewsOf,
  ownerId: string,
): Promise<readonly string[]> => {
  const pledges = await readStates(deps, officeId, cycle, 'pledge');
  const ofConference = pledges.filter((pledge) => pledge.ownerId === ownerId);
  const texts = await Promise.all(
    ofConference.map((pledge) => readPledgeText(deps, officeId, pledge)),
  );
  return texts.map(({ title }) => title);
};

const readCaptions = async (
  { stores }: Deps,
  officeId: string,
  { year, conferenceId }: FoundConference['state'],
): Promise<readonly string[]> => {
  const id = conferenceContentId(year, conferenceId);
  const row = await stores.versions.latest(officeId, 'conference-photos', id);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by acts/conference/keep-photos.ts
  return row ? (JSON.parse(row.text) as ConferencePhotos).photos.map(({ caption }) => caption) : [];
};

const recordedOf = async (deps: Deps, officeId: string, { state }: FoundConference) => {
  const { year, conferenceId, minutes, attendanceVersion } = state;
  if (!minutes) {
    throw new DomainError('not-ready', 'the news is told from the minutes', {
      phase: state.phase,
      expected: 'minutes',
    });
  }
  const at = { year, conferenceId };
  const [text, attendance] = await Promise.all([
    readConferenceContent(deps, officeId, 'conference-minutes', {
      ...at,
      version: minutes.version,
    }),
    attendanceVersion === null
      ? null
      : readConferenceContent(deps, officeId, 'conference-attendance', {
          ...at,
          version: attendanceVersion,
        }),
  ]);
  return { minutes: text, attendance };
};

const planOnNews = (plan: PlanContent, { domains }: OfficeFacts): NewsFacts['plan'] => {
  const { priorityStatement, qualityGoal, focalTaskCount, tasks } = plan;
  const served = new Set(tasks.flatMap((task) => task.domains));
  const domainNames = domains.filter(({ code }) => served.has(code)).map(({ name }) => name);
  return { priorityStatement, qualityGoal, focalTaskCount, domainNames };
};

/**
 * All that a news item may tell of the conference, with units and people as on its day.
 * @throws DomainError not-ready before the minutes are written
 */
export const readNewsFacts = async (
  deps: Deps,
  of: NewsOf,
  found: FoundConference,
): Promise<NewsFacts> => {
  const { officeId, cycle } = of;
  const recorded = await recordedOf(deps, officeId, found);
  const conference = await readPlanned(deps, officeId, found.state);
  const facts = await deps.stores.factsOn(officeId, conference.date);
  const plan = await readPlan(deps, of);
  const chair = facts.people.find(({ id }) => id === conference.chairId);
  return {
    ...recorded,
    ...(await tasksOf(deps, of, conference, plan, facts)),
    officeName: facts.name,
    parentName: facts.parentName,
    year: cycle.year,
    conference,
    chair: {
      name: chair ? `${chair.rank} ${chair.fullName}`.trim() : '',
      position: chair?.position ?? '',
    },
    plan: plan && planOnNews(plan, facts),
    pledgeTitles: await pledgesOf(deps, of, found.workflowId),
    dialogue: await dialogueOf(deps, of, found.state.conferenceId, facts),
    captions: await readCaptions(deps, officeId, found.state),
  };
};
