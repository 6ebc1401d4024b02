// The example's office with as many teams as wanted, each with a head, and the plan of its year.
import { readFileSync } from 'node:fs';
import { registrationOfTeam1 } from '../examples/current-year-story.ts';
import { addDays, instantOf, localDateOf } from '../domain/local-date.ts';
import type { RegistrationContent } from '../domain/registration.ts';

const FILE = new URL('../examples/current-year.json', import.meta.url);

export const HEAD = 'P-01';
export const COORDINATOR = 'P-03';
const COORDINATING_UNIT = 'T-TH';
const STAFF: readonly string[] = [HEAD, 'P-02', COORDINATOR, 'P-11', 'P-12'];

export interface BenchUnit {
  readonly unitId: string;
  readonly headId: string;
  /** Who finds the registration in order: for the coordinator's own unit the leader. */
  readonly acceptedBy: string;
}

export interface BenchOffice {
  readonly officeId: string;
  readonly year: number;
  readonly today: string;
  readonly units: readonly BenchUnit[];
  readonly file: Uint8Array;
}

const teamsOf = (count: number): readonly BenchUnit[] =>
  Array.from({ length: count - 1 }, (_, index) => ({
    unitId: `T-${String(index + 1)}`,
    headId: `H-${String(index + 1)}`,
    acceptedBy: COORDINATOR,
  }));

/** At least five units: the plan's tasks are led by the first teams. */
export const createOfficeOf = (count: number, officeId: string): BenchOffice => {
  const today = localDateOf(instantOf(Date.now()));
  const year = Number(today.slice(0, 4));
  const teams = teamsOf(count);
  const unitIds = [COORDINATING_UNIT, ...teams.map(({ unitId }) => unitId)];
  const text = readFileSync(FILE, 'utf8')
    .replaceAll('U-ANND', officeId)
    .replaceAll('{year}', String(year));
  const file = JSON.parse(text);
  const { plan } = file;
  file.cycleYear = year;
  file.orgUnits = unitIds.map((id) => ({
    id,
    kind: 'team',
    name: `Team ${id}`,
    abbreviation: id,
    validFrom: '2024-01-01',
    validTo: null,
  }));
  file.people = [
    ...file.people.filter(({ id }: { id: string }) => STAFF.includes(id)),
    ...teams.map(({ unitId, headId }) => ({
      id: headId,
      fullName: `Head of ${unitId}`,
      rank: 'Major',
      position: `Head of team ${unitId}`,
      orgUnitId: unitId,
      email: `${headId.toLowerCase()}@office.test`,
      roles: ['teamLead'],
    })),
  ];
  plan.registrationOpensOn = today;
  plan.registrationDeadline = addDays(today, 14);
  plan.checkSchedule = {
    Q1: addDays(today, 60),
    Q2: addDays(today, 120),
    Q3: addDays(today, 180),
    Q4: addDays(today, 240),
  };
  for (const task of plan.tasks) {
    task.coordinatingOrgUnitIds = task.coordinatingOrgUnitIds.filter((id: string) =>
      unitIds.includes(id),
    );
  }
  const coordinating = { unitId: COORDINATING_UNIT, headId: COORDINATOR, acceptedBy: HEAD };
  return {
    officeId,
    year,
    today,
    units: [coordinating, ...teams],
    file: Buffer.from(JSON.stringify(file)),
  };
};

/** One task of the unit's own, as a unit of the example words it. */
export const registrationOf = (
  year: number,
  { unitId, headId }: BenchUnit,
): RegistrationContent => {
  const { tasks } = registrationOfTeam1(year);
  return { year, unitId, headId, tasks: tasks.map((task) => ({ ...task, planTaskId: null })) };
};
