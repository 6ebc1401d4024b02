// A small office in the database, for tests of stores and activities: made up, and known by heart.
import type { OfficeRows } from '../../adapters/database/save-office-rows.ts';
import type { Stores } from '../../adapters/database/stores.ts';
import type { PlanContent } from '../../domain/plan.ts';

const unit = (
  office_id: string,
  ordinal: number,
  unit_id: string,
  name: string,
  kind: 'team' | 'massOrganisation' = 'team',
) => ({
  office_id,
  unit_id,
  ordinal,
  kind,
  name,
  abbreviation: unit_id.toUpperCase(),
  valid_from: '2020-01-01',
  valid_to: null,
  successor_id: null,
});

type PersonRow = OfficeRows['people'][number];
export const personRow = (
  office_id: string,
  person_id: string,
  rest: Partial<PersonRow>,
): PersonRow => ({
  office_id,
  person_id,
  full_name: `Nguyễn Văn ${person_id}`,
  rank: 'Thượng tá',
  position: 'Đội trưởng',
  unit_id: null,
  email: `${person_id}@office.test`,
  delivery_mode: 'mail',
  roles: [],
  valid_from: null,
  valid_to: null,
  ...rest,
});

/** Two teams and a union; the head of team-2 and of the union read one mailbox. */
export const smallOffice = (office_id: string): OfficeRows => ({
  office: {
    office_id,
    name: 'Phòng Mẫu',
    header_name: 'PHÒNG MẪU',
    symbol: 'PM',
    place_name: 'Nghệ An',
    email: 'vanthu@office.test',
    parent_name: 'Cơ quan Mẫu',
    parent_header_name: 'CƠ QUAN MẪU',
  },
  superiors: [
    {
      office_id,
      superior_id: 'above',
      ordinal: 1,
      name: 'Lãnh đạo Cơ quan Mẫu',
      kind: 'superior',
      email: 'above@above.test',
      follows_reform: false,
    },
    {
      office_id,
      superior_id: 'reform-office',
      ordinal: 2,
      name: 'Phòng Tham mưu',
      kind: 'specialised',
      email: null,
      follows_reform: true,
    },
  ],
  units: [
    unit(office_id, 1, 'team-1', 'Đội số 1'),
    unit(office_id, 2, 'team-2', 'Đội số 2'),
    unit(office_id, 3, 'union', 'Chi đoàn', 'massOrganisation'),
  ],
  unitNames: [],
  people: [
    personRow(office_id, 'head', { roles: ['leader'], position: 'Trưởng phòng' }),
    personRow(office_id, 'head-1', { unit_id: 'team-1', roles: ['teamLead', 'cycleCoordinator'] }),
    personRow(office_id, 'head-2', { unit_id: 'team-2', roles: ['teamLead'] }),
    personRow(office_id, 'union-head', {
      unit_id: 'union',
      roles: ['massOrgHead'],
      email: 'HEAD-2@office.test',
    }),
  ],
  legalBases: [],
  domains: [{ office_id, code: 'D1', ordinal: 1, official_name: 'Cải cách thể chế' }],
});

export const planOf = (year: number, change: Partial<PlanContent> = {}): PlanContent => ({
  year,
  subject: `Thực hiện công tác cải cách hành chính năm ${String(year)} của Phòng Mẫu`,
  signer: { personId: 'head', capacity: null },
  legalBasisIds: [],
  otherBases: ['Thực hiện Kế hoạch của Cơ quan Mẫu'],
  purpose: 'Đẩy mạnh cải cách hành chính.',
  priorityStatement: null,
  qualityGoal: null,
  requirements: [],
  solutions: [],
  funding: null,
  focalTaskCount: null,
  schedule: {
    registrationOpensOn: `${String(year)}-01-15`,
    registrationDeadline: `${String(year)}-01-31`,
    checks: {
      Q1: `${String(year)}-03-14`,
      Q2: `${String(year)}-06-14`,
      Q3: `${String(year)}-09-13`,
      Q4: `${String(year)}-12-13`,
    },
  },
  tasks: [
    {
      id: 'task-1',
      ordinal: 1,
      title: 'Rà soát quy trình công tác',
      domains: ['D1'],
      primaryDomain: 'D1',
      leadUnitId: 'team-1',
      coordinatingUnitIds: ['team-2'],
      product: 'Quy trình được ban hành',
      indicators: [],
    },
  ],
  ...change,
});

/** Saves plan version 1 of the year, as its author would have. */
export const savePlanVersion = (stores: Stores, officeId: string, content: PlanContent) =>
  stores.versions.save({
    office_id: officeId,
    kind: 'plan',
    id: `plan-${String(content.year)}`,
    basedOn: null,
    text: JSON.stringify(content),
    sha256: 'sha-of-the-text',
    author_id: 'head-1',
    act_id: `save-plan-${String(content.year)}`,
    occurred_at: '2024-01-10T08:00:00+07:00',
    entered_at: '2024-01-10T08:00:00+07:00',
  });
