import type { Instant } from '../../domain/local-date.ts';
import type { PaperKind } from '../../domain/paper-kind.ts';
import { WAY_OF_PAPER } from '../../domain/paper-way.ts';
import type { DocumentIssueState, PaperPhase } from '../../domain/document-issue.ts';
import { paperWorkflowId } from '../../workflows/contract.ts';
import type { Assumption } from '../year-file/papers-of-year-file.ts';
import { onceStrand, type PlannedRoom, type ReadyActs, type ReplayStep } from './replay-step.ts';
import { laterOf, morningOf, type FilePaper, type YearToEnter } from './year-to-enter.ts';

interface IssuedPaper {
  readonly paper: FilePaper;
  readonly kind: PaperKind;
  readonly paperId: string;
  /** When the system has it: it was approved or submitted. */
  readonly from: Instant;
}

const AFTER_ISSUE: readonly PaperPhase[] = ['delivering', 'closed'];

/** A void number stands in the register with the paper of its type and day that got another. */
const voidNumbersOf = ({ papers }: YearToEnter, { document }: FilePaper): readonly FilePaper[] => {
  const bearers = papers.filter(
    (one) =>
      one.role !== 'void' &&
      one.document.type === document.type &&
      one.document.issuedOn === document.issuedOn,
  );
  if (bearers[0]?.document.id !== document.id) return [];
  return papers.filter(
    (one) =>
      one.role === 'void' &&
      one.document.number !== null &&
      one.document.type === document.type &&
      one.document.issuedOn === document.issuedOn,
  );
};

/**
 * An approved paper on its way to its recipients, as entered from its original: signed, numbered as the
 * file says, stamped, issued, and handed over to whom no mail reaches.
 */
export const issueSteps = (
  year: YearToEnter,
  { paper, kind, paperId, from }: IssuedPaper,
): PlannedRoom => {
  const { document, place } = paper;
  const { issuedOn, number } = document;
  const at = laterOf(from, morningOf(issuedOn));
  const clerk = year.registryClerkOn(issuedOn);
  const strand = paperWorkflowId(year.officeId, year.year, paperId);
  const { isNumbered, isStamped } = WAY_OF_PAPER[kind];

  const in_ = (
    phase: PaperPhase,
    isReady: (state: DocumentIssueState) => boolean = () => true,
  ): ReadyActs =>
    onceStrand(strand, 'documentIssue', (state) =>
      state.phase === phase && isReady(state) ? {} : null,
    );
  const step = (
    id: string,
    act: string,
    data: Readonly<Record<string, unknown>>,
    ready: ReadyActs,
    of: FilePaper = paper,
  ): ReplayStep => ({
    id: `${document.id}-${id}`,
    at,
    personId: clerk,
    act,
    data: { paperId, ...data },
    place: of.place,
    ready,
  });

  const voids = isNumbered ? voidNumbersOf(year, paper) : [];
  const voidSteps = voids.flatMap((one) => {
    const { id, number: value, issuedOn: documentDate, subject } = one.document;
    return [
      step(
        `give-${id}`,
        'number-paper',
        { number: value, documentDate },
        in_('awaiting-number'),
        one,
      ),
      step(
        `void-${id}`,
        'void-number',
        { number: value, reason: subject },
        onceStrand(strand, 'documentIssue', (state) => (state.number?.value === value ? {} : null)),
        one,
      ),
    ];
  });
  const handOver: ReadyActs = async (reader) => {
    const state = await reader.strand(strand, 'documentIssue');
    if (!state || !AFTER_ISSUE.includes(state.phase) || state.deliveries === null) return null;
    return state.deliveries
      .filter(({ status }) => status === 'to-hand-over')
      .map(({ recipientId }) => ({ key: recipientId, data: { recipientId } }));
  };

  const signed = step('sign', 'enter-original', {}, in_('awaiting-signature'));
  const assumedSignature: Assumption = {
    path: place,
    assumed: `signed, stamped and issued on ${issuedOn}`,
    because: 'the file gives a paper one day',
  };
  // A paper that needs a number and has none in the file never went out.
  if (isNumbered && number === null) {
    return { steps: [signed], assumed: [], papers: { [document.id]: paperId } };
  }
  return {
    steps: [
      signed,
      ...voidSteps,
      ...(isNumbered
        ? [
            step(
              'number',
              'number-paper',
              { number, documentDate: issuedOn },
              in_('awaiting-number'),
            ),
          ]
        : []),
      ...(isStamped ? [step('stamp', 'stamp-paper', {}, in_('awaiting-stamp'))] : []),
      step(
        'issue',
        'issue-paper',
        {},
        in_('awaiting-issue', ({ finalFiles }) => finalFiles !== null),
      ),
      step('hand-over', 'hand-over-paper', {}, handOver),
    ],
    assumed: [
      assumedSignature,
      ...voids.map((one) => ({
        path: one.place,
        assumed: `the number was given to ${document.id} first, and made void`,
        because: 'it is the paper of the same type and day',
      })),
    ],
    papers: { [document.id]: paperId },
  };
};
