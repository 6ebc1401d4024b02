import type {
  DeliveryState,
  DocumentIssueEvent,
  DocumentIssueState,
  PaperPhase,
} from './document-issue.ts';
import { moveClock } from './cycle-clock.ts';
import { localDateOf, yearOf, type Instant } from './local-date.ts';
import { WAY_OF_PAPER } from './paper-way.ts';

const PHASE_AFTER: Partial<Record<DocumentIssueEvent['type'], PaperPhase>> = {
  PaperPrepared: 'awaiting-signature',
  NumberVoided: 'awaiting-number',
  PaperStamped: 'awaiting-issue',
  PaperIssued: 'delivering',
  PaperClosed: 'closed',
  PaperCancelled: 'cancelled',
};

const isSignedBeforeNumber = (signed: DocumentIssueState['signed']): boolean =>
  signed !== null && signed.how !== 'digital';

const phaseAfter = (
  { kind, phase, signed }: DocumentIssueState,
  event: DocumentIssueEvent,
): PaperPhase => {
  const { isNumbered, isStamped } = WAY_OF_PAPER[kind];
  const afterNumber = isStamped ? 'awaiting-stamp' : 'awaiting-issue';
  if (event.type === 'PaperSigned') {
    // The office's own signature stands in place of its stamp.
    if (event.how === 'digital') return 'awaiting-issue';
    return isNumbered ? 'awaiting-number' : afterNumber;
  }
  if (event.type === 'NumberGiven') {
    return signed === null ? 'awaiting-digital-signature' : afterNumber;
  }
  if (event.type === 'NumberVoided' && !isSignedBeforeNumber(signed)) return 'awaiting-signature';
  return PHASE_AFTER[event.type] ?? phase;
};

const withStatus = (
  deliveries: DocumentIssueState['deliveries'],
  matches: (delivery: DeliveryState) => boolean,
  status: DeliveryState['status'],
): DocumentIssueState['deliveries'] =>
  deliveries?.map((delivery) => (matches(delivery) ? { ...delivery, status } : delivery)) ?? null;

const isDueBy =
  (messageId: string) =>
  (delivery: DeliveryState): boolean =>
    delivery.messageId === messageId && delivery.status === 'due';

// One message brought the paper to all units of a mailbox, so it goes again to all that still lack it.
const isRefusedWith = (deliveries: DocumentIssueState['deliveries'], recipientId: string) => {
  const messageId = deliveries?.find((row) => row.recipientId === recipientId)?.messageId;
  return (row: DeliveryState): boolean =>
    row.recipientId === recipientId ||
    (row.status === 'undeliverable' && row.messageId === messageId);
};

const evolveDeliveries = (
  deliveries: DocumentIssueState['deliveries'],
  event: DocumentIssueEvent,
  at: Instant,
): DocumentIssueState['deliveries'] => {
  switch (event.type) {
    case 'DeliveriesPlanned':
      return event.deliveries;
    // Only what the message was still due for: another unit of the mailbox may have it on paper by now.
    case 'MessageSent':
      return withStatus(deliveries, isDueBy(event.messageId), 'sent');
    case 'MessageRefused':
      return withStatus(deliveries, isDueBy(event.messageId), 'undeliverable');
    case 'HandedOver':
      return (
        deliveries?.map((row) =>
          row.recipientId === event.recipientId
            ? { ...row, status: 'handed-over', handedOverOn: localDateOf(at) }
            : row,
        ) ?? null
      );
    case 'DeliveryGivenUp':
      return withStatus(deliveries, (row) => row.recipientId === event.recipientId, 'given-up');
    case 'SendAgainAsked':
      return withStatus(deliveries, isRefusedWith(deliveries, event.recipientId), 'to-plan-again');
    case 'DeliveryReplanned':
      return (
        deliveries?.map((row) =>
          row.recipientId === event.delivery.recipientId ? event.delivery : row,
        ) ?? null
      );
    default:
      return deliveries;
  }
};

const evolvePaper = (
  state: DocumentIssueState,
  event: DocumentIssueEvent,
  at: Instant,
): DocumentIssueState => {
  switch (event.type) {
    case 'PaperPrepared':
      return { ...state, preparedSha256: event.pdfSha256 };
    case 'PaperSigned':
      return {
        ...state,
        signed: { on: localDateOf(at), at, how: event.how },
        ...(event.signedSha256 === undefined
          ? {}
          : { digital: { signedSha256: event.signedSha256, sealedSha256: null } }),
      };
    case 'PaperSealed':
      return state.digital
        ? { ...state, digital: { ...state.digital, sealedSha256: event.sha256 } }
        : state;
    case 'NumberGiven':
      return { ...state, number: { value: event.number, documentDate: event.documentDate } };
    case 'NumberVoided':
      // What was made with the void number may not be issued: stamp, final paper and scan go too, and
      // a signature that was set on it.
      return {
        ...state,
        signed: isSignedBeforeNumber(state.signed) ? state.signed : null,
        digital: null,
        number: null,
        voidNumbers: state.number
          ? [...state.voidNumbers, { value: event.number, year: yearOf(state.number.documentDate) }]
          : state.voidNumbers,
        finalFiles: null,
        stampedOn: null,
        scanSha256: null,
      };
    case 'FinalRendered': {
      const { pdfSha256, docxSha256, enclosure, signaturePlace } = event;
      const finalFiles = {
        pdfSha256,
        docxSha256,
        ...(enclosure ? { enclosure } : {}),
        ...(signaturePlace ? { signaturePlace } : {}),
      };
      return { ...state, finalFiles };
    }
    case 'PaperStamped':
      return { ...state, stampedOn: localDateOf(at) };
    case 'ScanAttached':
      return { ...state, scanSha256: event.sha256 };
    case 'PaperIssued':
      return { ...state, issuedOn: event.issuedOn };
    default:
      return state;
  }
};

/** Total: refuses nothing, whatever the order. */
export const evolveDocumentIssue = (
  state: DocumentIssueState,
  event: DocumentIssueEvent,
  at: Instant,
): DocumentIssueState => {
  if (event.type === 'ClockWentLive') return { ...state, clock: { mode: 'live' } };
  const phase = phaseAfter(state, event);
  return {
    ...evolvePaper(state, event, at),
    clock: moveClock(state.clock, at),
    phase,
    phaseSince: phase === state.phase ? state.phaseSince : at,
    deliveries: evolveDeliveries(state.deliveries, event, at),
    last: { at, event: event.type, personId: 'by' in event ? event.by.personId : null },
  };
};
