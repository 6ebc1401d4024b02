import { sql } from 'kysely';
import {
  waitingInAssignment,
  waitingInConference,
  waitingInCycle,
  waitingInPaper,
  waitingInRegistration,
  waitingInSummary,
  type Waiting,
} from '../../domain/waiting.ts';
import { waitingInApproval } from '../../domain/waiting-in-approval.ts';
import { waitingInQuestion } from '../../domain/dialogue/waiting-in-question.ts';
import { waitingInPledge } from '../../domain/pledge/waiting-in-pledge.ts';
import { waitingInCheck } from '../../domain/check/waiting-in-check.ts';
import type { StrandKind, StrandStates } from '../../workflows/contract.ts';
import type { ProjectionBatch } from '../../workflows/activity-contract.ts';
import type { Database, Queryable } from './connect.ts';
import { projectPaper } from './project-paper.ts';

// What 0.1.0 wrote lacks what cycles have had since.
const ADDED_SINCE = {
  registration: null,
  wentLive: 'no',
  planSince: null,
  drafts: [],
  strands: [],
  closed: null,
};

const stateAs = <K extends StrandKind>(kind: K, state: unknown): StrandStates[K] =>
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- kind and state come together from one strand
  (kind === 'reformCycle' ? { ...ADDED_SINCE, ...(state as object) } : state) as StrandStates[K];

const waitingIn = ({ kind, state }: ProjectionBatch): readonly Waiting[] => {
  switch (kind) {
    case 'reformCycle':
      return waitingInCycle(stateAs(kind, state));
    case 'approval':
      return waitingInApproval(stateAs(kind, state));
    case 'documentIssue':
      return waitingInPaper(stateAs(kind, state));
    case 'unitRegistration':
      return waitingInRegistration(stateAs(kind, state));
    case 'assignment':
      return waitingInAssignment(stateAs(kind, state));
    case 'summary':
      return waitingInSummary(stateAs(kind, state));
    case 'pledge':
      return waitingInPledge(stateAs(kind, state));
    case 'conference':
      return waitingInConference(stateAs(kind, state));
    case 'question':
      return waitingInQuestion(stateAs(kind, state));
    case 'check':
      return waitingInCheck(stateAs(kind, state));
  }
};

const insertTrail = async (tx: Queryable, batch: ProjectionBatch): Promise<void> => {
  if (batch.events.length === 0) return;
  await tx
    .insertInto('audit')
    .values(
      batch.events.map(({ seq, at, enteredAt, actId, event }) => ({
        office_id: batch.officeId,
        workflow_id: batch.workflowId,
        seq,
        year: batch.year,
        type: event.type,
        at,
        entered_at: enteredAt,
        act_id: actId,
        event: JSON.stringify(event),
      })),
    )
    .onConflict((conflict) => conflict.columns(['office_id', 'workflow_id', 'seq']).doNothing())
    .execute();
};

const replaceWaiting = async (tx: Queryable, batch: ProjectionBatch): Promise<void> => {
  await tx
    .deleteFrom('waiting')
    .where('office_id', '=', batch.officeId)
    .where('workflow_id', '=', batch.workflowId)
    .execute();
  const rows = waitingIn(batch);
  if (rows.length === 0) return;
  await tx
    .insertInto('waiting')
    .values(
      rows.map((row, ordinal) => ({
        office_id: batch.officeId,
        workflow_id: batch.workflowId,
        ordinal,
        year: batch.year,
        what: row.what,
        role_id: row.role,
        person_id: row.personId,
        unit_id: row.unitId,
        since: row.since,
        until_date: row.until,
      })),
    )
    .execute();
};

export const createStrandStore = (db: Database) => {
  const find = async <K extends StrandKind>(
    officeId: string,
    workflowId: string,
    kind: K,
  ): Promise<{ seq: number; state: StrandStates[K] } | null> => {
    const row = await db
      .selectFrom('strand')
      .select(['seq', 'state'])
      .where('office_id', '=', officeId)
      .where('workflow_id', '=', workflowId)
      .where('kind', '=', kind)
      .executeTakeFirst();
    return row ? { seq: row.seq, state: stateAs(kind, row.state) } : null;
  };

  return {
    find,

    /** All of a kind in a year, in the order of their ids. */
    async list<K extends StrandKind>(
      officeId: string,
      year: number,
      kind: K,
    ): Promise<readonly StrandStates[K][]> {
      const rows = await db
        .selectFrom('strand')
        .select('state')
        .where('office_id', '=', officeId)
        .where('year', '=', year)
        .where('kind', '=', kind)
        .orderBy('workflow_id')
        .execute();
      return rows.map(({ state }) => stateAs(kind, state));
    },

    /**
     * One transaction for trail and read model. Batches may come twice, side by side and in any order:
     * an event is kept once, and an older state never replaces a newer one. Answers what waits by this
     * batch's state.
     */
    project: (batch: ProjectionBatch): Promise<readonly Waiting[]> =>
      db.transaction().execute(async (tx) => {
        await insertTrail(tx, batch);
        const won = await tx
          .insertInto('strand')
          .values({
            office_id: batch.officeId,
            workflow_id: batch.workflowId,
            year: batch.year,
            kind: batch.kind,
            seq: batch.seq,
            state: JSON.stringify(batch.state),
          })
          .onConflict((conflict) =>
            conflict
              .columns(['office_id', 'workflow_id'])
              .doUpdateSet((eb) => ({
                seq: eb.ref('excluded.seq'),
                state: eb.ref('excluded.state'),
              }))
              .where(sql<boolean>`strand.seq < excluded.seq`),
          )
          .returning('seq')
          .executeTakeFirst();
        if (!won) return waitingIn(batch);
        await replaceWaiting(tx, batch);
        if (batch.kind === 'documentIssue') {
          await projectPaper(tx, batch, stateAs(batch.kind, batch.state));
        }
        return waitingIn(batch);
      }),

    /** True when the read model holds that event, which may take a moment after the act. */
    async holds(officeId: string, workflowId: string, seq: number): Promise<boolean> {
      const row = await db
        .selectFrom('strand')
        .select('seq')
        .where('office_id', '=', officeId)
        .where('workflow_id', '=', workflowId)
        .executeTakeFirst();
      return (row?.seq ?? 0) >= seq;
    },
  };
};
