import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  // The office's calendar: days that differ from Monday-to-Friday.
  `create table calendar_day (
    office_id text not null references office, date date not null,
    kind text not null check (kind in ('off', 'working')), name text not null,
    origin text not null check (origin in ('shipped', 'office')), primary key (office_id, date))`,
  // Years whose shipped days the office got once; what it deleted since stays deleted.
  `create table calendar_year (
    office_id text not null references office, year int not null, is_official boolean not null,
    primary key (office_id, year))`,
  // One mail to one person about what waits for them.
  `create table notice (
    office_id text not null references office, notice_id text not null, person_id text not null,
    kind text not null check (kind in ('at-once', 'digest')), date date not null, mailbox text not null,
    written_at text not null, status text not null
      check (status in ('due', 'sent', 'refused', 'needless')),
    items jsonb not null, attempts int not null default 0, last_attempt_at timestamptz,
    last_fault text, response_code int, sent_at timestamptz, primary key (office_id, notice_id))`,
  `create index notice_of_day on notice (office_id, date, person_id)`,
  // What a person was told of already, and on which days of the ladder.
  `create table told (
    office_id text not null references office, person_id text not null, workflow_id text not null,
    what text not null, since text not null, rung text not null, notice_id text not null,
    primary key (office_id, person_id, workflow_id, what, since, rung))`,
  // Links in mails by which a leader decides; the token itself is in the mail alone.
  `create table decision_link (
    office_id text not null references office, token_sha256 text not null, notice_id text not null,
    person_id text not null, year int not null, workflow_id text not null, what text not null,
    version int not null, bound_hash text not null, expires_at text not null,
    used_at text, used_act_id text, primary key (office_id, token_sha256))`,
  `create unique index decision_link_token on decision_link (token_sha256)`,
  'alter table waiting add column unit_id text',
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
