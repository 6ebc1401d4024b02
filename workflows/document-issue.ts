import { condition, continueAsNew, setCurrentDetails, setHandler } from '@temporalio/workflow';
import { evolveDocumentIssue } from '../domain/document-issue-evolve.ts';
import { applyDocumentIssue } from '../domain/document-issue-apply.ts';
import {
  decideDocumentIssue,
  type DocumentIssueCommand,
  type DocumentIssueState,
} from '../domain/document-issue.ts';
import { isDelivered } from '../domain/paper-delivered.ts';
import { documentDateOf, WAY_OF_PAPER } from '../domain/paper-way.ts';
import type { StrandReport } from '../domain/reform-cycle.ts';
import {
  planDeliveries,
  preparePaper,
  renderFinalPaper,
  replanDelivery,
  sealPaper,
} from './activity-proxies.ts';
import {
  actOnPaper,
  clockWentLive,
  cycleCancelled,
  paperState,
  type DocumentIssueInput,
} from './contract.ts';
import type { PaperRef } from './activity-contract.ts';
import { createPostRoom } from './post-room.ts';
import { reportToCycle } from './strand-starter.ts';
import { now, openStrand } from './strand.ts';
import { whileWanted } from './while-wanted.ts';

/** One paper, from its approval to the last recipient. */
export async function documentIssue(input: DocumentIssueInput): Promise<void> {
  const paper = openPaper(input);
  const postRoom = createPostRoom(input.officeId, paper);
  paper.answer(actOnPaper);
  setHandler(paperState, paper.state);
  setHandler(cycleCancelled, (at = now()) => {
    // An issued paper can't be taken back by cancelling; it goes on to its recipients.
    const { issuedOn, phase } = paper.state();
    if (issuedOn === null && phase !== 'cancelled') paper.record({ type: 'PaperCancelled' }, at);
  });
  setHandler(clockWentLive, () => {
    paper.record({ type: 'ClockWentLive' }, now());
  });
  if (input.carried === null) {
    paper.record({ type: 'PaperOpened' }, input.approvedAt);
  }

  for (;;) {
    await paper.project();
    const { phase } = paper.state();
    setCurrentDetails(`paper ${input.paperId}: ${phase}`);

    switch (nextStepOf(paper.state())) {
      case 'prepare':
        await prepareForSignature(paper, input);
        break;
      case 'write-final':
        await writeFinal(paper, input);
        break;
      case 'seal':
        await seal(paper, input);
        break;
      case 'plan-deliveries':
        await reportAndPlanDeliveries(paper, input);
        break;
      case 'plan-again':
        await planAgain(paper, input);
        break;
      case 'close':
        paper.record({ type: 'PaperClosed' }, paper.moment());
        break;
      case 'end':
        if (phase === 'closed') await reportClosed(paper, input);
        return;
      case 'wait':
        postRoom.sendWhatIsDue();
        if (paper.shouldContinueAsNew() && postRoom.isIdle()) {
          await continueAsNew<typeof documentIssue>({ ...input, carried: await paper.carry() });
        }
        await condition(paper.hasUnprojected);
    }
  }
}

type Step =
  'prepare' | 'write-final' | 'seal' | 'plan-deliveries' | 'plan-again' | 'close' | 'end' | 'wait';

/** What the paper's state asks of us; everything else is people's to do. */
const nextStepOf = (state: DocumentIssueState): Step => {
  const { phase, issuedOn, deliveries } = state;
  if (phase === 'cancelled' || phase === 'closed') return 'end';
  if (phase === 'preparing') return 'prepare';
  if (isToBeWritten(state)) return 'write-final';
  if (isToBeSealed(state)) return 'seal';
  if (issuedOn !== null && deliveries === null) return 'plan-deliveries';
  if (recipientToReplan(state) !== null) return 'plan-again';
  return isDelivered(state) ? 'close' : 'wait';
};

// With its number, or where its kind gets none, once it is signed.
const isToBeWritten = ({ kind, number, signed, finalFiles }: DocumentIssueState): boolean =>
  finalFiles === null && (WAY_OF_PAPER[kind].isNumbered ? number !== null : signed !== null);

const isToBeSealed = ({ digital }: DocumentIssueState): boolean => digital?.sealedSha256 === null;

const prepareForSignature = async (paper: Paper, input: DocumentIssueInput): Promise<void> => {
  const isWanted = () => paper.state().phase === 'preparing';
  const file = await whileWanted(paper, isWanted, () =>
    preparePaper({ ...paperRef(input), approvedAt: input.approvedAt }),
  );
  if (file && isWanted()) paper.record({ type: 'PaperPrepared', ...file }, paper.moment());
};

const writeFinal = async (paper: Paper, input: DocumentIssueInput): Promise<void> => {
  const { number, signed } = paper.state();
  const documentDate = documentDateOf(paper.state());
  if (documentDate === null) return;
  // The number may be made void, or the cycle cancelled, while the paper is written with it.
  const isWanted = () =>
    paper.state().number?.value === number?.value && paper.state().phase !== 'cancelled';
  const files = await whileWanted(paper, isWanted, () =>
    renderFinalPaper({
      ...paperRef(input),
      number: number?.value ?? null,
      documentDate,
      confirmedAt: markOf(signed),
      ...(signed === null ? { isForDigital: true as const } : {}),
    }),
  );
  if (files && isWanted()) paper.record({ type: 'FinalRendered', ...files }, paper.moment());
};

const seal = async (paper: Paper, input: DocumentIssueInput): Promise<void> => {
  const { digital, finalFiles, signed } = paper.state();
  const signaturePlace = finalFiles?.signaturePlace;
  if (!digital || !signaturePlace || !signed) return;
  const { signedSha256 } = digital;
  const isWanted = () =>
    paper.state().digital?.signedSha256 === signedSha256 && paper.state().phase !== 'cancelled';
  const sealed = await whileWanted(paper, isWanted, () =>
    sealPaper({ ...paperRef(input), signedSha256, signaturePlace, signedAt: signed.at }),
  );
  if (sealed && isWanted()) paper.record({ type: 'PaperSealed', ...sealed }, paper.moment());
};

const markOf = (signed: DocumentIssueState['signed']) => {
  if (signed?.how === 'original') return 'original';
  return signed?.how === 'confirmed' ? signed.at : null;
};

const reportAndPlanDeliveries = async (paper: Paper, input: DocumentIssueInput): Promise<void> => {
  const { issuedOn } = paper.state();
  if (issuedOn === null) return;
  const report = reportOfIssue(input, issuedOn, paper.state().number?.value ?? null);
  await reportToCycle(input.officeId, input.year, report, paper.moment());
  const deliveries = await whileWanted(
    paper,
    () => true,
    () => planDeliveries({ ...paperRef(input), issuedOn }),
  );
  if (deliveries) paper.record({ type: 'DeliveriesPlanned', deliveries }, paper.moment());
};

const reportOfIssue = (
  { kind, paperId }: DocumentIssueInput,
  issuedOn: string,
  number: number | null,
): StrandReport => {
  switch (kind) {
    case 'plan':
      return { type: 'PlanIssued', paperId, issuedOn };
    case 'registration-opening':
    case 'registration-result':
      return { type: 'NoticeIssued', paperId, issuedOn };
    default:
      return { type: 'DraftIssued', paperId, issuedOn, number };
  }
};

const planAgain = async (paper: Paper, input: DocumentIssueInput): Promise<void> => {
  const { issuedOn } = paper.state();
  const recipientId = recipientToReplan(paper.state());
  if (issuedOn === null || recipientId === null) return;
  const delivery = await replanDelivery({ ...paperRef(input), issuedOn, recipientId });
  paper.record({ type: 'DeliveryReplanned', delivery }, paper.moment());
};

const reportClosed = (paper: Paper, input: DocumentIssueInput): Promise<void> =>
  reportToCycle(
    input.officeId,
    input.year,
    { type: 'PaperClosed', paperId: input.paperId },
    paper.moment(),
  );

const openPaper = (input: DocumentIssueInput) =>
  openStrand<'documentIssue', DocumentIssueState, DocumentIssueCommand>(
    { ...input, kind: 'documentIssue', fresh: openedPaper(input) },
    { decide: decideDocumentIssue, apply: applyDocumentIssue, evolve: evolveDocumentIssue },
  );

type Paper = ReturnType<typeof openPaper>;

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
  phaseSince: null,
  approvedAt: input.approvedAt,
  signed: null,
  number: null,
  voidNumbers: [],
  stampedOn: null,
  preparedSha256: null,
  finalFiles: null,
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

const recipientToReplan = ({ deliveries }: DocumentIssueState): string | null =>
  deliveries?.find(({ status }) => status === 'to-plan-again')?.recipientId ?? null;
