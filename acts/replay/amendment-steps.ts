import { cycleId } from '../../workflows/contract.ts';
import { amendmentsOfYearFile } from '../year-file/amendments-of-year-file.ts';
import { isKey } from '../year-file/fields.ts';
import { draftSteps } from './draft-steps.ts';
import { joinRooms, onceStrand, type PlannedRoom } from './replay-step.ts';
import { signerOf, type FilePaper, type YearToEnter } from './year-to-enter.ts';

const first = (days: readonly string[]): string => days.toSorted()[0] ?? '';

// Several adjustments may be made by one paper: each keeps its own day.
const amendmentOf = (year: YearToEnter, paper: FilePaper): PlannedRoom => {
  const { adjustments } = year.file.plan;
  const amendments = amendmentsOfYearFile(year.file);
  const own = adjustments.flatMap((adjustment, index) =>
    adjustment.documentId === paper.document.id ? [{ adjustment, index }] : [],
  );
  const ids = own.map(({ adjustment }) => adjustment.id);
  const amendmentId = ids.find((id) => isKey(id)) ?? `amendment-${String(own[0]?.index ?? 0)}`;
  const { signer, assumed } = signerOf(year, paper, paper.document.issuedOn);
  const drafted = draftSteps(year, {
    paper,
    kind: 'plan-amendment',
    about: amendmentId,
    subjects: ids,
    act: 'submit-amendment',
    data: {
      amendmentId,
      subject: paper.document.subject,
      signer,
      effectiveOn: first(own.map(({ adjustment }) => adjustment.effectiveOn)),
      reason: own.map(({ adjustment }) => adjustment.reason).join('; '),
      changes: own.flatMap(({ adjustment, index }) =>
        (amendments[index]?.changes ?? []).map((change) => ({
          ...change,
          effectiveOn: change.effectiveOn ?? adjustment.effectiveOn,
        })),
      ),
    },
    from: null,
    ready: onceStrand(cycleId(year.officeId, year.year), 'reformCycle', ({ plan, drafts }) =>
      plan.phase === 'issued' &&
      drafts.every(({ kind, phase }) => kind !== 'plan-amendment' || phase === 'issued')
        ? {}
        : null,
    ),
  });
  return { ...drafted, assumed: [...assumed, ...drafted.assumed] };
};

/** The papers that amend the plan, each on its day. */
export const amendmentRoom = (year: YearToEnter): PlannedRoom =>
  joinRooms(
    year.papers
      .filter(
        ({ role, document }) =>
          role === 'plan-amendment' &&
          year.file.plan.adjustments.some(({ documentId }) => documentId === document.id),
      )
      .map((paper) => amendmentOf(year, paper)),
  );
