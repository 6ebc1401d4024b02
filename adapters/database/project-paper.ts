import type { DocumentIssueState } from '../../domain/document-issue.ts';
import type { ProjectionBatch } from '../../workflows/contract.ts';
import type { Queryable } from './connect.ts';

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
    document_date: state.number?.documentDate ?? null,
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
  const setStatus = (numbers: readonly number[], status: 'given' | 'void') =>
    tx
      .updateTable('register')
      .set({ status })
      .where('office_id', '=', officeId)
      .where('paper_id', '=', state.paperId)
      .where('number', 'in', numbers)
      .execute();
  if (state.voidNumbers.length > 0) await setStatus(state.voidNumbers, 'void');
  if (state.number) {
    // A number that was given stays in the register when its paper is cancelled; nobody gets it again.
    await setStatus([state.number.value], state.phase === 'cancelled' ? 'void' : 'given');
  }
};
