import { sql, type Kysely } from 'kysely';

// Every key begins with office_id. Moments of the business are text at +07:00, as the workflows gave
// them; `timestamptz` is only for sessions, links and what the operator looks at.
const STATEMENTS = [
  `create table office (
    office_id text primary key check (office_id ~ '^[A-Za-z0-9._-]{1,40}$'),
    name text not null, header_name text not null, symbol text not null, place_name text not null,
    email text not null, parent_name text not null, parent_header_name text not null,
    number_series text not null default 'external' check (number_series in ('external', 'owned')))`,
  `create table superior (
    office_id text not null references office, superior_id text not null, ordinal int not null,
    name text not null, kind text not null check (kind in ('superior', 'specialised')),
    email text, follows_reform boolean not null default false,
    primary key (office_id, superior_id))`,
  `create table unit (
    office_id text not null references office, unit_id text not null, ordinal int not null,
    kind text not null check (kind in ('team', 'massOrganisation')),
    name text not null, abbreviation text not null, valid_from date not null, valid_to date,
    successor_id text, primary key (office_id, unit_id),
    check (unit_id ~ '^[A-Za-z0-9._-]{1,40}$'))`,
  `create table unit_name (
    office_id text not null, unit_id text not null, ordinal int not null, name text not null,
    valid_from date, valid_to date, primary key (office_id, unit_id, ordinal),
    foreign key (office_id, unit_id) references unit)`,
  `create table person (
    office_id text not null references office, person_id text not null, full_name text not null,
    rank text not null, position text not null, unit_id text, email text,
    delivery_mode text not null default 'mail' check (delivery_mode in ('mail', 'paper')),
    roles text[] not null, valid_from date, valid_to date, primary key (office_id, person_id),
    check (person_id ~ '^[A-Za-z0-9._-]{1,40}$'))`,
  `create table delegation (
    office_id text not null, delegation_id text not null, from_person_id text not null,
    to_person_id text not null, capacity text not null, valid_from date not null,
    valid_to date not null, basis text not null, act_id text not null,
    primary key (office_id, delegation_id), unique (office_id, act_id),
    foreign key (office_id, from_person_id) references person,
    foreign key (office_id, to_person_id) references person)`,
  `create table legal_basis (
    office_id text not null references office, legal_basis_id text not null, ordinal int not null,
    citation text not null, in_force_from date not null, in_force_to date,
    primary key (office_id, legal_basis_id))`,
  `create table reform_domain (
    office_id text not null references office, code text not null, ordinal int not null,
    official_name text not null, primary key (office_id, code))`,
  `create table account (
    office_id text not null, person_id text not null, user_name text not null unique,
    password_hash text not null, must_change boolean not null default false,
    primary key (office_id, person_id), foreign key (office_id, person_id) references person)`,
  `create table session (
    office_id text not null, token_sha256 text not null, person_id text not null,
    expires_at timestamptz not null, primary key (office_id, token_sha256))`,
  `create unique index session_token on session (token_sha256)`,
  `create table cycle (
    office_id text not null references office, year int not null,
    origin text not null check (origin in ('live', 'example', 'entered')),
    workflow_id text not null, act_id text not null, started_by text not null,
    started_at text not null, entered_at text not null, primary key (office_id, year))`,
  `create table version (
    office_id text not null references office, kind text not null, id text not null,
    version int not null, based_on int, text text not null, sha256 text not null,
    author_id text not null, act_id text not null, occurred_at text not null,
    entered_at text not null, primary key (office_id, kind, id, version),
    unique (office_id, act_id, kind))`,
  `create table pinned_words (
    office_id text not null references office, sha256 text not null, text text not null,
    primary key (office_id, sha256))`,
  `create table act (
    office_id text not null references office, act_id text not null, command text not null,
    year int, person_id text not null, role_id text, delegation_id text, capacity text,
    channel text not null, workflow_id text, occurred_at text, entered_at text not null,
    outcome jsonb not null, primary key (office_id, act_id))`,
  `create table audit (
    office_id text not null references office, workflow_id text not null, seq int not null,
    year int not null, type text not null, at text not null, entered_at text not null,
    act_id text, event jsonb not null, primary key (office_id, workflow_id, seq))`,
  `create index audit_of_cycle on audit (office_id, year, entered_at, workflow_id, seq)`,
  `create index audit_of_act on audit (office_id, act_id) where act_id is not null`,
  `create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception '% is append-only', tg_table_name; end $$`,
  `create trigger audit_append_only before update or delete on audit
    for each row execute function refuse_change()`,
  `create trigger version_append_only before update or delete on version
    for each row execute function refuse_change()`,
  `create table strand (
    office_id text not null references office, workflow_id text not null, year int not null,
    kind text not null, seq int not null, state jsonb not null,
    primary key (office_id, workflow_id))`,
  `create table waiting (
    office_id text not null, workflow_id text not null, ordinal int not null, year int not null,
    what text not null, role_id text, person_id text, since text not null, until_date date,
    primary key (office_id, workflow_id, ordinal))`,
  `create table paper (
    office_id text not null references office, paper_id text not null, workflow_id text not null,
    year int not null, kind text not null, content_version int not null, phase text not null,
    signer_id text not null, number int, document_date date, issued_on date, seq int not null,
    primary key (office_id, paper_id))`,
  `create table register (
    office_id text not null references office, series_year int not null, symbol text not null,
    number int not null, paper_id text not null, act_id text not null,
    status text not null check (status in ('reserved', 'given', 'void')),
    primary key (office_id, series_year, symbol, number))`,
  `create unique index one_number_for_a_paper on register (office_id, paper_id)
    where status = 'given'`,
  `create table series (
    office_id text not null references office, series_year int not null, last_number int not null,
    primary key (office_id, series_year))`,
  `create table paper_file (
    office_id text not null, paper_id text not null, role text not null, sha256 text not null,
    media_type text not null, size int not null, entered_at text not null,
    primary key (office_id, paper_id, role, sha256))`,
  `create table delivery (
    office_id text not null, paper_id text not null, recipient_id text not null,
    recipient_group text not null, recipient_name text not null, person_id text, mailbox text,
    message_id text, status text not null, handed_over_on date, confirmed_at timestamptz,
    link_expires_on date not null, primary key (office_id, paper_id, recipient_id))`,
  `create table message (
    office_id text not null, message_id text not null, paper_id text not null, mailbox text not null,
    status text not null check (status in ('due', 'sent', 'refused', 'historic')),
    attempts int not null default 0, last_attempt_at timestamptz, last_fault text,
    response_code int, sent_at timestamptz, primary key (office_id, message_id))`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
