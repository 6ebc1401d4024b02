import type { Generated } from 'kysely';
import type { RoleId } from '../../domain/authority.ts';
import type { PaperKind } from '../../domain/paper-kind.ts';
import type { SigningCapacity } from '../../domain/plan.ts';

interface OfficeTable {
  office_id: string;
  name: string;
  header_name: string;
  symbol: string;
  place_name: string;
  email: string;
  parent_name: string;
  parent_header_name: string;
  number_series: Generated<'external' | 'owned'>;
  /** Papers numbered while it is true bear a mark by which anybody can look them up. */
  has_proof_mark: Generated<boolean>;
  /** Kinds of paper of which content and form are initialled before they go to the leader. */
  content_initialled: Generated<PaperKind[]>;
  form_initialled: Generated<PaperKind[]>;
  /** Whoever checks the form; null: nobody is appointed. */
  form_checker_id: string | null;
}
interface SuperiorTable {
  office_id: string;
  superior_id: string;
  ordinal: number;
  name: string;
  kind: 'superior' | 'specialised';
  email: string | null;
  follows_reform: boolean;
}
interface UnitTable {
  office_id: string;
  unit_id: string;
  ordinal: number;
  kind: 'team' | 'massOrganisation';
  name: string;
  abbreviation: string;
  valid_from: string;
  valid_to: string | null;
  successor_id: string | null;
}
interface UnitNameTable {
  office_id: string;
  unit_id: string;
  ordinal: number;
  name: string;
  valid_from: string | null;
  valid_to: string | null;
}
interface PersonTable {
  office_id: string;
  person_id: string;
  full_name: string;
  rank: string;
  position: string;
  unit_id: string | null;
  email: string | null;
  delivery_mode: 'mail' | 'paper';
  roles: RoleId[];
  valid_from: string | null;
  valid_to: string | null;
}
interface DelegationTable {
  office_id: string;
  delegation_id: string;
  from_person_id: string;
  to_person_id: string;
  capacity: SigningCapacity;
  valid_from: string;
  valid_to: string;
  basis: string;
  act_id: string;
}
interface LegalBasisTable {
  office_id: string;
  legal_basis_id: string;
  ordinal: number;
  citation: string;
  in_force_from: string;
  in_force_to: string | null;
}
interface ReformDomainTable {
  office_id: string;
  code: string;
  ordinal: number;
  official_name: string;
}
interface AccountTable {
  office_id: string;
  person_id: string;
  user_name: string;
  password_hash: string;
  must_change: boolean;
}
interface SessionTable {
  office_id: string;
  token_sha256: string;
  person_id: string;
  expires_at: Date;
}
interface CalendarDayTable {
  office_id: string;
  date: string;
  kind: 'off' | 'working';
  name: string;
  origin: 'shipped' | 'office';
}
interface CalendarYearTable {
  office_id: string;
  year: number;
  is_official: boolean;
}

/** The office, its people and what its papers name. */
export interface OfficeTables {
  office: OfficeTable;
  superior: SuperiorTable;
  unit: UnitTable;
  unit_name: UnitNameTable;
  person: PersonTable;
  delegation: DelegationTable;
  legal_basis: LegalBasisTable;
  reform_domain: ReformDomainTable;
  account: AccountTable;
  session: SessionTable;
  calendar_day: CalendarDayTable;
  calendar_year: CalendarYearTable;
}
