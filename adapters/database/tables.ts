import type { ColumnType, Generated } from 'kysely';
import type { DeliveryStatus, PaperPhase } from '../../domain/document-issue.ts';
import type { PaperKind } from '../../domain/paper-kind.ts';
import type { RoleId } from '../../domain/authority.ts';
import type { SigningCapacity } from '../../domain/plan.ts';
import type { PaperFileRole } from '../../domain/paper-files.ts';
import type { NoticeItem, Rung } from '../../domain/notices.ts';
import type { RecipientGroup } from '../../domain/recipients.ts';
import type { WaitingFor } from '../../domain/waiting.ts';
import type { StrandKind } from '../../workflows/contract.ts';
import type { OfficeTables } from './office-tables.ts';

type Json<T> = ColumnType<T, string, string>;

interface CycleTable {
  office_id: string;
  year: number;
  origin: 'live' | 'example' | 'entered';
  workflow_id: string;
  act_id: string;
  started_by: string;
  started_at: string;
  entered_at: string;
  /** Of a past year: its papers are mailed although they are of then. */
  is_mailed: boolean;
}
interface VersionTable {
  office_id: string;
  kind:
    | 'plan'
    | 'reason'
    | 'office-facts'
    | 'registration'
    | 'registration-opening'
    | 'registration-list'
    | 'draft'
    | 'assignment'
    | 'check-figures'
    | 'check-results'
    | 'check-visit'
    | 'summary'
    | 'work-report'
    | 'pledge'
    | 'pledge-marks'
    | 'conference'
    | 'conference-attendance'
    | 'conference-minutes'
    | 'conference-photos'
    | 'agenda-outcome'
    | 'question'
    | 'question-answer'
    | 'question-reply'
    | 'template';
  id: string;
  version: number;
  based_on: number | null;
  text: string;
  sha256: string;
  author_id: string;
  act_id: string;
  occurred_at: string;
  entered_at: string;
}
interface PinnedWordsTable {
  office_id: string;
  sha256: string;
  text: string;
}
interface ActTable {
  office_id: string;
  act_id: string;
  command: string;
  year: number | null;
  person_id: string;
  role_id: RoleId | null;
  delegation_id: string | null;
  capacity: SigningCapacity | null;
  channel: 'web' | 'api' | 'cli' | 'mail' | 'example' | 'replay';
  workflow_id: string | null;
  occurred_at: string | null;
  entered_at: string;
  outcome: Json<Record<string, unknown>>;
}
interface AuditTable {
  office_id: string;
  workflow_id: string;
  seq: number;
  year: number;
  type: string;
  at: string;
  entered_at: string;
  act_id: string | null;
  event: Json<Record<string, unknown>>;
}
interface StrandTable {
  office_id: string;
  workflow_id: string;
  year: number;
  kind: StrandKind;
  seq: number;
  state: Json<unknown>;
}
interface WaitingTable {
  office_id: string;
  workflow_id: string;
  ordinal: number;
  year: number;
  what: WaitingFor;
  role_id: RoleId | null;
  person_id: string | null;
  unit_id: string | null;
  since: string;
  until_date: string | null;
}
interface PaperTable {
  office_id: string;
  paper_id: string;
  workflow_id: string;
  year: number;
  kind: PaperKind;
  content_version: number;
  phase: PaperPhase;
  signer_id: string;
  number: number | null;
  /** Behind the number: "KH-ABC"; null where there is no number. */
  symbol: string | null;
  document_date: string | null;
  issued_on: string | null;
  seq: number;
}
interface RegisterTable {
  office_id: string;
  series_year: number;
  symbol: string;
  number: number;
  paper_id: string;
  act_id: string;
  /** What the paper's mark is looked up by; null: it bears none. */
  proof_code: Generated<string | null>;
  status: 'reserved' | 'given' | 'void';
}
interface SeriesTable {
  office_id: string;
  series_year: number;
  last_number: number;
}
interface PaperFileTable {
  office_id: string;
  paper_id: string;
  role: PaperFileRole;
  sha256: string;
  media_type: string;
  size: number;
  entered_at: string;
}
interface DeliveryTable {
  office_id: string;
  paper_id: string;
  recipient_id: string;
  recipient_group: RecipientGroup;
  recipient_name: string;
  person_id: string | null;
  mailbox: string | null;
  message_id: string | null;
  status: DeliveryStatus;
  handed_over_on: string | null;
  confirmed_at: Date | null;
  link_expires_on: string;
}
interface MessageTable {
  office_id: string;
  message_id: string;
  paper_id: string;
  mailbox: string;
  status: 'due' | 'sent' | 'refused' | 'historic';
  attempts: Generated<number>;
  last_attempt_at: Date | null;
  last_fault: string | null;
  response_code: number | null;
  sent_at: Date | null;
}
interface NoticeTable {
  office_id: string;
  notice_id: string;
  person_id: string;
  kind: 'at-once' | 'digest' | 'answer';
  date: string;
  mailbox: string;
  written_at: string;
  status: 'due' | 'sent' | 'refused' | 'needless';
  items: Json<readonly NoticeItem[]>;
  attempts: Generated<number>;
  last_attempt_at: Date | null;
  last_fault: string | null;
  response_code: number | null;
  sent_at: Date | null;
}
interface ToldTable {
  office_id: string;
  person_id: string;
  workflow_id: string;
  what: WaitingFor;
  since: string;
  rung: Rung;
  notice_id: string;
}
interface DecisionLinkTable {
  office_id: string;
  token_sha256: string;
  notice_id: string;
  person_id: string;
  year: number;
  workflow_id: string;
  what: WaitingFor;
  version: number;
  bound_hash: string;
  expires_at: string;
  used_at: string | null;
  used_act_id: string | null;
}

export interface Tables extends OfficeTables {
  cycle: CycleTable;
  version: VersionTable;
  pinned_words: PinnedWordsTable;
  act: ActTable;
  audit: AuditTable;
  strand: StrandTable;
  waiting: WaitingTable;
  paper: PaperTable;
  register: RegisterTable;
  series: SeriesTable;
  paper_file: PaperFileTable;
  delivery: DeliveryTable;
  message: MessageTable;
  notice: NoticeTable;
  told: ToldTable;
  decision_link: DecisionLinkTable;
}
