import type { DocumentIssueState } from '../../domain/document-issue.ts';
import { yearOf } from '../../domain/local-date.ts';
import { documentDateOf } from '../../domain/paper-way.ts';
import type { ProjectionBatch } from '../../workflows/activity-contract.ts';
import type { Queryable } from './connect.ts';

// Whoever numbered the paper reserved the number with its symbol before.
const symbolOf = async (
  tx: Queryable,
  officeId: string,
  { paperId, number }: DocumentIssueState,
): Promise<string | null> => {
  if (!number) return null;
  const row = await tx
    .selectFrom('register')
    .select('symbol')
    .where('office_id', '=', officeId)
    .where('paper_id', '=', paperId)
    .where('series_year', '=', yearOf(number.documentDate))
    .where('number', '=', number.value)
    .executeTakeFirst();
  return row?.symbol ?? null;
};

/** The paper's row, its entries in the register and its deliveries, as the state has them. */
export const projectPaper = async (
  tx: Queryable,
  batch: ProjectionBatch,
  state: DocumentIssueState,
): Promise<void> => {
  const row = {
    office_id: batch.officeId,
    paper_id: state.paperId,
    workflow_id: batch.workflowId,
    year: batch.year,
    kind: state.kind,
    content_version: state.contentVersion,
    phase: state.phase,
    signer_id: state.signer.personId,
    number: state.number?.value ?? null,
    symbol: await symbolOf(tx, batch.officeId, state),
    document_date: documentDateOf(state),
    issued_on: state.issuedOn,
    seq: batch.seq,
  };
  await tx
    .insertInto('paper')
    .values(row)
    .onConflict((conflict) => conflict.columns(['office_id', 'paper_id']).doUpdateSet(row))
    .execute();
  await projectRegister(tx, batch.officeId, state);
  for (const delivery of state.deliveries ?? []) {
    await tx
      .updateTable('delivery')
      .set({ status: delivery.status, handed_over_on: delivery.handedOverOn })
      .where('office_id', '=', batch.officeId)
      .where('paper_id', '=', state.paperId)
      .where('recipient_id', '=', delivery.recipientId)
      .execute();
  }
};

const projectRegister = async (
  tx: Queryable,
  officeId: string,
  state: DocumentIssueState,
): Promise<void> => {
  const setStatus = (row: { value: number; year: number }, status: 'given' | 'void') =>
    tx
      .updateTable('register')
      .set({ status })
      .where('office_id', '=', officeId)
      .where('paper_id', '=', state.paperId)
      .where('series_year', '=', row.year)
      .where('number', '=', row.value)
      .execute();
  for (const row of state.voidNumbers) await setStatus(row, 'void');
  if (!state.number) return;
  const { value, documentDate } = state.number;
  // A number that was given stays in the register when its paper is cancelled; nobody gets it again.
  await setStatus(
    { value, year: yearOf(documentDate) },
    state.phase === 'cancelled' ? 'void' : 'given',
  );
  // What other presses had reserved for this paper came to nothing.
  await tx
    .deleteFrom('register')
    .where('office_id', '=', officeId)
    .where('paper_id', '=', state.paperId)
    .where('status', '=', 'reserved')
    .execute();
};
