import { condition, continueAsNew, setCurrentDetails, setHandler } from '@temporalio/workflow';
import { evolveDocumentIssue } from '../domain/document-issue-evolve.ts';
import {
  applyDocumentIssue,
  decideDocumentIssue,
  isDelivered,
  type DocumentIssueCommand,
  type DocumentIssueState,
} from '../domain/document-issue.ts';
import {
  planDeliveries,
  preparePaper,
  renderFinalPaper,
  replanDelivery,
} from './activity-proxies.ts';
import {
  actOnPaper,
  cycleCancelled,
  paperState,
  type DocumentIssueInput,
  type PaperRef,
} from './contract.ts';
import { createPostRoom } from './post-room.ts';
import { reportToCycle } from './strand-starter.ts';
import { now, openStrand } from './strand.ts';

/** One paper, from its approval to the last recipient. */
export async function documentIssue(input: DocumentIssueInput): Promise<void> {
  const paper = openPaper(input);
  const postRoom = createPostRoom(input.officeId, paper);
  const ref = paperRef(input);
  paper.answer(actOnPaper);
  setHandler(paperState, paper.state);
  setHandler(cycleCancelled, () => {
    // An issued paper can't be taken back by cancelling; it goes on to its recipients.
    if (paper.state().issuedOn === null) paper.record({ type: 'PaperCancelled' }, now());
  });
  if (input.carried === null) {
    paper.record({ type: 'PaperOpened' }, input.approvedAt);
  }

  for (;;) {
    await paper.project();
    const { phase, number, issuedOn, isFinalReady, deliveries } = paper.state();
    const recipientId = recipientToReplan(paper.state());
    setCurrentDetails(`paper ${input.paperId}: ${phase}`);

    if (phase === 'cancelled') return;
    if (phase === 'preparing') {
      const { pdfSha256 } = await preparePaper({ ...ref, approvedAt: input.approvedAt });
      if (paper.state().phase === 'preparing') {
        paper.record({ type: 'PaperPrepared', pdfSha256 }, paper.moment());
      }
    } else if (number !== null && !isFinalReady) {
      const files = await renderFinalPaper({ ...ref, ...finalOf(paper.state(), number) });
      // The number may have been made void while the paper was written with it.
      if (paper.state().number?.value === number.value) {
        paper.record({ type: 'FinalRendered', ...files }, paper.moment());
      }
    } else if (issuedOn !== null && deliveries === null) {
      await reportToCycle(
        input.officeId,
        input.year,
        { type: 'PlanIssued', paperId: input.paperId, issuedOn },
        paper.moment(),
      );
      const planned = await planDeliveries({ ...ref, issuedOn });
      paper.record({ type: 'DeliveriesPlanned', deliveries: planned }, paper.moment());
    } else if (issuedOn !== null && recipientId !== null) {
      const delivery = await replanDelivery({ ...ref, issuedOn, recipientId });
      paper.record({ type: 'DeliveryReplanned', delivery }, paper.moment());
    } else if (isDelivered(paper.state())) {
      paper.record({ type: 'PaperClosed' }, paper.moment());
    } else if (phase === 'closed') {
      break;
    } else {
      postRoom.sendWhatIsDue();
      if (paper.shouldContinueAsNew() && postRoom.isIdle()) {
        await continueAsNew<typeof documentIssue>({ ...input, carried: await paper.carry() });
      }
      await condition(paper.hasUnprojected);
    }
  }
  await reportToCycle(
    input.officeId,
    input.year,
    { type: 'PaperClosed', paperId: input.paperId },
    paper.moment(),
  );
}

const openPaper = (input: DocumentIssueInput) =>
  openStrand<'documentIssue', DocumentIssueState, DocumentIssueCommand>(
    { ...input, kind: 'documentIssue', fresh: openedPaper(input) },
    { decide: decideDocumentIssue, apply: applyDocumentIssue, evolve: evolveDocumentIssue },
  );

const openedPaper = (input: DocumentIssueInput): DocumentIssueState => ({
  paperId: input.paperId,
  kind: input.kind,
  year: input.year,
  contentVersion: input.contentVersion,
  pins: input.pins,
  signer: input.signer,
  maySignInSystem: input.maySignInSystem,
  clock: input.clock,
  phase: 'preparing',
  approvedAt: input.approvedAt,
  signed: null,
  number: null,
  voidNumbers: [],
  stampedOn: null,
  isFinalReady: false,
  scanSha256: null,
  issuedOn: null,
  deliveries: null,
  last: null,
});

const paperRef = (input: DocumentIssueInput): PaperRef => ({
  officeId: input.officeId,
  year: input.year,
  paperId: input.paperId,
  kind: input.kind,
  contentVersion: input.contentVersion,
  pins: input.pins,
});

const finalOf = (
  { signed }: DocumentIssueState,
  number: NonNullable<DocumentIssueState['number']>,
) => ({
  number: number.value,
  documentDate: number.documentDate,
  confirmedAt: signed?.how === 'confirmed' ? signed.at : null,
});

const recipientToReplan = ({ deliveries }: DocumentIssueState): string | null =>
  deliveries?.find(({ status }) => status === 'to-plan-again')?.recipientId ?? null;
