import type { OfficeFacts, Person, Superior, Unit } from '../../domain/office.ts';

const unit = (id: string, name: string, kind: Unit['kind'] = 'team'): Unit => ({
  id,
  kind,
  name,
  abbreviation: id,
});

export const person = (id: string, rest: Partial<Person>): Person => ({
  id,
  fullName: `Người ${id}`,
  rank: '',
  position: 'Cán bộ',
  unitId: null,
  mailbox: `${id}@office.test`,
  roles: [],
  ...rest,
});

export const superior = (id: string, rest: Partial<Superior> = {}): Superior => ({
  id,
  kind: 'superior',
  name: `Cấp trên ${id}`,
  mailbox: `${id}@above.test`,
  followsReform: false,
  ...rest,
});

/** An office with a head, two teams, a union and two bodies above. */
export const FACTS: OfficeFacts = {
  officeId: 'office',
  date: '2024-01-15',
  name: 'Phòng Mẫu',
  parentName: 'Cơ quan Mẫu',
  symbol: 'PM',
  placeName: 'Nghệ An',
  units: [
    unit('team-1', 'Đội số 1'),
    unit('team-2', 'Đội số 2'),
    unit('union', 'Chi đoàn', 'massOrganisation'),
  ],
  people: [
    person('head', { roles: ['leader'], position: 'Trưởng phòng' }),
    person('head-1', { unitId: 'team-1', roles: ['teamLead'] }),
    person('member-1', { unitId: 'team-1', roles: ['guest'] }),
    person('head-2', { unitId: 'team-2', roles: ['teamLead', 'cycleCoordinator'] }),
    person('union-head', { unitId: 'union', roles: ['massOrgHead'] }),
  ],
  superiors: [
    superior('above'),
    superior('reform-office', { kind: 'specialised', followsReform: true }),
  ],
  domains: [],
  legalBases: [],
};
