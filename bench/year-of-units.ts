// The example's year with as many teams as wanted: each registers a task of its own, signs, is checked.
import { readFileSync } from 'node:fs';

const FILE = new URL('../examples/2024.json', import.meta.url);
const COORDINATING_UNIT = 'T-TH';

export interface BenchYear {
  readonly officeId: string;
  readonly bytes: Uint8Array;
}

/** The file as it is, under an office id of its own. */
export const exampleYear = (officeId: string): BenchYear => ({
  officeId,
  bytes: Buffer.from(readFileSync(FILE, 'utf8').replaceAll('U-ANND', officeId)),
});

const quarters = { Q1: 1, Q2: 2, Q3: 3, Q4: 4 } as const;

const taskOf = (index: number, unitId: string) => ({
  id: `NV${String(index + 1)}`,
  ordinal: index + 1,
  title: `Task ${String(index + 1)}`,
  domains: ['D2'],
  primaryDomain: 'D2',
  leadOrgUnitId: unitId,
  coordinatingOrgUnitIds: [],
  product: `Product ${String(index + 1)}`,
  indicators: [
    {
      id: `CT${String(index + 1)}`,
      name: `Reports of task ${String(index + 1)}`,
      unit: 'reports',
      direction: 'increase',
      aggregation: 'cumulative',
      baseline: 0,
      target: 4,
      quarterTargets: quarters,
    },
  ],
});

/** Without amendment and changed units; everything else as the example has it. */
export const yearOfUnits = (count: number, officeId: string): BenchYear => {
  const file = JSON.parse(readFileSync(FILE, 'utf8').replaceAll('U-ANND', officeId));
  const heads = Array.from({ length: count - 1 }, (_, index) => `H-${String(index + 1)}`);
  const units = [
    { id: COORDINATING_UNIT, headId: 'P-03' },
    ...heads.map((headId, index) => ({ id: `T-${String(index + 1)}`, headId })),
  ];
  file.orgUnits = units.map(({ id }) => ({
    id,
    kind: 'team',
    name: `Team ${id}`,
    abbreviation: id,
    validFrom: '2024-01-01',
    validTo: null,
  }));
  const staff = ['P-01', 'P-02', 'P-03', 'P-11', 'P-12'];
  file.people = [
    ...file.people.filter(({ id }: { id: string }) => staff.includes(id)),
    ...heads.map((id, index) => ({
      id,
      fullName: `Head ${String(index + 1)}`,
      rank: 'Major',
      position: `Head of team ${String(index + 1)}`,
      orgUnitId: `T-${String(index + 1)}`,
      email: `${id.toLowerCase()}@office.test`,
      roles: ['teamLead'],
    })),
  ];
  const tasks = units.map(({ id }, index) => taskOf(index, id));
  file.plan.tasks = tasks;
  file.plan.focalTaskCount = count;
  file.plan.adjustments = [];
  file.registrations = units.map(({ id, headId }, index) => ({
    id: `DK-${String(index + 1)}`,
    orgUnitId: id,
    submittedAt: '2024-01-25T09:00:00+07:00',
    submittedById: headId,
    items: [
      {
        taskId: `NV${String(index + 1)}`,
        commitment: `Four reports`,
        targets: { [`CT${String(index + 1)}`]: 4 },
      },
    ],
    status: 'APPROVED',
    late: false,
  }));
  file.commitments.signatories = units.map(({ id, headId }) => ({
    orgUnitId: id,
    personId: headId,
    role: 'head',
  }));
  for (const question of file.dialogue.questions) {
    if (question.askedByOrgUnitId) question.askedByOrgUnitId = COORDINATING_UNIT;
    if (question.askedById) question.askedById = 'P-03';
    if (question.actionOwnerOrgUnitId) question.actionOwnerOrgUnitId = COORDINATING_UNIT;
  }
  for (const check of file.quarterChecks) {
    const actual = quarters[check.quarter as keyof typeof quarters];
    check.results = tasks.map(({ id, indicators }) => ({
      taskId: id,
      indicatorId: indicators[0]?.id,
      actual,
      status: check.quarter === 'Q4' ? 'ACHIEVED' : 'ON_TRACK',
      note: '',
      evidence: [],
    }));
  }
  Object.assign(file.yearSummary, {
    indicatorCount: count,
    achieved: count,
    exceeded: 0,
    notAchieved: 0,
    taskOutcomes: tasks.map(({ id }) => ({ taskId: id, outcome: 'ACHIEVED' })),
  });
  file.documents = file.documents.filter(({ id }: { id: string }) => id !== 'DOC-KH-DC');
  for (const part of ['seedFacts', 'fromKnowledge', 'invented']) file[part] = [];
  return { officeId, bytes: Buffer.from(JSON.stringify(file)) };
};
