import { checksOpenedBy, openingDayOf } from '../../domain/check/check-opening.ts';
import { paperIdOfDraft } from '../../domain/draft.ts';
import { addDays, type Instant } from '../../domain/local-date.ts';
import type { Quarter } from '../../domain/plan.ts';
import { findStrand } from '../../domain/year-strand.ts';
import { cycleId, paperWorkflowId, yearStrandId } from '../../workflows/contract.ts';
import { reportingUnits, type CheckInFile, type ReportingUnit } from './check-figures.ts';
import { draftSteps } from './draft-steps.ts';
import { planRoom } from './plan-steps.ts';
import {
  joinRooms,
  NO_STEPS,
  onceStrand,
  type PlannedRoom,
  type ReadyActs,
  type ReplayStep,
} from './replay-step.ts';
import { laterOf, morningOf, signerOf, type FilePaper, type YearToEnter } from './year-to-enter.ts';

/** One check of the file with its place there, and the moments that follow from its days. */
interface CheckToEnter {
  readonly check: CheckInFile;
  readonly place: string;
  readonly openedAt: Instant;
  readonly heldAt: Instant;
}

export const checkStrandIdOf = ({ officeId, year }: YearToEnter, quarter: Quarter): string =>
  yearStrandId(officeId, year, { kind: 'check', id: quarter });

const planApprovedAt = (year: YearToEnter): Instant | null =>
  planRoom(year).steps.find(({ act }) => act === 'approve-plan')?.at ?? null;

// On the eve of the day on which the schedule would open it: no clock runs in a year that is entered.
const openedAtOf = (
  { file }: YearToEnter,
  { quarter, checkedOn }: CheckInFile,
  approvedAt: Instant | null,
): Instant => {
  const eve = addDays(openingDayOf(file.plan.checkSchedule[quarter]), -1);
  const at = morningOf(eve < checkedOn ? eve : checkedOn);
  return approvedAt === null ? at : laterOf(at, approvedAt);
};

// A plan that was approved later than that opens its check by itself.
const unlessOpened =
  (year: YearToEnter, quarter: Quarter): ReadyActs =>
  async (reader) => {
    const cycle = await reader.strand(cycleId(year.officeId, year.year), 'reformCycle');
    if (!cycle || cycle.plan.phase === 'awaiting-approval') return null;
    if (findStrand(cycle.strands, 'check', quarter)) return [];
    const { clock } = cycle;
    const isOpening =
      clock.mode === 'entered' &&
      checksOpenedBy(cycle, clock.at).some(({ strand }) => strand.id === quarter);
    return isOpening ? null : [{ key: '', data: {} }];
  };

// A check is graded by the plan as amended by then: the cycle hears of an issued paper a moment later.
const onceAmended =
  (year: YearToEnter, ready: ReadyActs): ReadyActs =>
  async (reader, waitedMs) => {
    const cycle = await reader.strand(cycleId(year.officeId, year.year), 'reformCycle');
    const onTheirWay = (cycle?.drafts ?? []).filter(
      ({ kind, phase }) => kind === 'plan-amendment' && phase === 'approved',
    );
    for (const draft of onTheirWay) {
      const id = paperWorkflowId(year.officeId, year.year, paperIdOfDraft(draft));
      if ((await reader.strand(id, 'documentIssue'))?.issuedOn) return null;
    }
    return ready(reader, waitedMs);
  };

const unitSteps = (
  year: YearToEnter,
  { check: { quarter }, place, heldAt }: CheckToEnter,
  { unitId, reporterId, judgeId, figures }: ReportingUnit,
): readonly ReplayStep[] => {
  const strand = checkStrandIdOf(year, quarter);
  const base = { at: heldAt, place: `${place}/results` };
  return [
    {
      ...base,
      id: `check-${quarter}-report-${unitId}`,
      personId: reporterId,
      act: 'report-figures',
      data: { quarter, unitId, figures },
      ready: onceAmended(
        year,
        onceStrand(strand, 'check', ({ units }) => (units === null ? null : {})),
      ),
    },
    {
      ...base,
      id: `check-${quarter}-confirm-${unitId}`,
      personId: judgeId,
      act: 'confirm-figures',
      data: { quarter, unitId },
      ready: onceStrand(strand, 'check', ({ units }) => {
        const unit = units?.find((one) => one.unitId === unitId);
        return unit?.standing === 'reported' ? { version: unit.version } : null;
      }),
    },
  ];
};

const heldSteps = (
  year: YearToEnter,
  entered: CheckToEnter,
  units: readonly ReportingUnit[],
  hasReport: boolean,
): readonly ReplayStep[] => {
  const { check, place, openedAt, heldAt } = entered;
  const { quarter, checkedOn, dataPeriod } = check;
  return [
    {
      id: `check-${quarter}-open`,
      at: openedAt,
      personId: year.coordinatorOn(openedAt.slice(0, 10)),
      act: 'open-check',
      data: { quarter },
      place,
      ready: unlessOpened(year, quarter),
    },
    ...units.flatMap((unit) => unitSteps(year, entered, unit)),
    {
      id: `check-${quarter}-hold`,
      at: heldAt,
      personId: year.coordinatorOn(checkedOn),
      act: 'hold-check',
      data: { quarter, checkedOn, dataPeriod, hasReport },
      place,
      ready: onceAmended(
        year,
        onceStrand(checkStrandIdOf(year, quarter), 'check', (state) =>
          state.units?.every(({ standing }) => standing !== 'reported') === true ? {} : null,
        ),
      ),
    },
  ];
};

const reportOf = (
  year: YearToEnter,
  { check: { quarter }, heldAt }: CheckToEnter,
  paper: FilePaper,
): PlannedRoom => {
  const { subject, issuedOn } = paper.document;
  const { signer, assumed } = signerOf(year, paper, issuedOn);
  const overview = { strengths: [], weaknesses: [], causes: [], directions: [], proposals: [] };
  const drafted = draftSteps(year, {
    paper,
    kind: 'quarter-report',
    about: quarter,
    subjects: [],
    act: 'submit-quarter-report',
    data: { quarter, subject, signer, overview },
    from: heldAt,
    ready: onceStrand(checkStrandIdOf(year, quarter), 'check', ({ phase }) =>
      phase === 'held' ? {} : null,
    ),
  });
  const because = 'the file has the figures of the quarter and no words about them';
  return {
    ...drafted,
    assumed: [
      ...assumed,
      {
        path: paper.place,
        assumed: 'no overview: the report has its standing words there',
        because,
      },
      ...drafted.assumed,
    ],
  };
};

// Where several checks name one paper, it is the report of the last of them.
const ownPaperOf = (year: YearToEnter, { documentId, quarter }: CheckInFile): FilePaper | null => {
  const last = year.file.quarterChecks?.findLast((one) => one.documentId === documentId);
  const paper = year.papers.find(({ document }) => document.id === documentId);
  return paper?.role === 'quarter-report' && last?.quarter === quarter ? paper : null;
};

const checkOf = (year: YearToEnter, entered: CheckToEnter): PlannedRoom => {
  const { check, place, openedAt, heldAt } = entered;
  const { reporting, assumed } = reportingUnits(year, check, place);
  const paper = ownPaperOf(year, check);
  const byId = year.coordinatorOn(openedAt.slice(0, 10));
  const held: PlannedRoom = {
    steps: heldSteps(year, entered, reporting, paper !== null),
    assumed: [
      {
        path: place,
        assumed: `opened by ${byId} on ${openedAt.slice(0, 10)}, held on ${heldAt.slice(0, 10)}`,
        because: 'the file has the day of the check alone',
      },
      ...assumed,
    ],
    papers: {},
  };
  return joinRooms([held, paper ? reportOf(year, entered, paper) : NO_STEPS]);
};

const checksOf = (year: YearToEnter): readonly CheckToEnter[] => {
  const approvedAt = planApprovedAt(year);
  return (year.file.quarterChecks ?? []).map((check, index) => {
    const openedAt = openedAtOf(year, check, approvedAt);
    const heldAt = laterOf(morningOf(check.checkedOn), openedAt);
    return { check, place: `/quarterChecks/${String(index)}`, openedAt, heldAt };
  });
};

/** The checks of the quarters: opened, reported by units, confirmed, held, and their reports. */
export const checkRoom = (year: YearToEnter): PlannedRoom =>
  joinRooms(checksOf(year).map((entered) => checkOf(year, entered)));

/** When the last of the file's checks was held; null: none was. */
export const lastHeldAt = (year: YearToEnter): Instant | null =>
  checksOf(year)
    .map(({ heldAt }) => heldAt)
    .toSorted()
    .at(-1) ?? null;
