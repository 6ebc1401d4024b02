import type { PaperRow } from '../../adapters/database/papers.ts';
import { DomainError } from '../../domain/errors.ts';
import type { ReformCycleState } from '../../domain/reform-cycle.ts';
import type { UnitRegistrationState } from '../../domain/unit-registration.ts';
import { cycleId, registrationId } from '../../workflows/contract.ts';
import type { ActDependencies } from '../act.ts';
import type { Assumption } from '../year-file/papers-of-year-file.ts';
import { differ, type Difference } from './difference.ts';
import type { PlannedReplay } from './plan-replay.ts';
import { pledgeStrandOf } from './pledge-steps.ts';
import {
  differencesOfPapers,
  documentOf,
  readDocuments,
  type ReplayedDocument,
} from './read-documents.ts';
import {
  differencesOfFigures,
  readFigures,
  replayedFigures,
  type ReplayedFigures,
} from './read-figures.ts';
import { readQuestions, type ReplayedQuestions } from './read-questions.ts';

interface ReplayResult extends ReplayedFigures {
  readonly cycle: string;
  readonly state: 'entered' | 'live' | 'closed' | 'cancelled';
  /** The file's papers, in its order. */
  readonly documents: readonly ReplayedDocument[];
  /** Papers that the system made and the file does not have. */
  readonly furtherDocuments: readonly ReplayedDocument[];
  readonly deliveries: {
    readonly sent: number;
    readonly paper: number;
    readonly undeliverable: number;
  };
  readonly registrations: {
    readonly approved: number;
    readonly declined: number;
    readonly late: number;
    readonly returned: number;
  };
  readonly signatures: { readonly required: number; readonly signed: number };
  readonly questions: ReplayedQuestions;
  readonly register: { readonly issued: number; readonly void: number };
  readonly assumed: readonly Assumption[];
  readonly differences: readonly Difference[];
}

type Deps = Pick<ActDependencies, 'stores'>;

// A year that closes cancels what no unit can mend any more.
const stoodReturned = ({ phase, returned, submitted, declined }: UnitRegistrationState): boolean =>
  phase === 'returned' ||
  (phase === 'cancelled' && returned !== null && submitted === null && declined === null);

const readUnits = async (
  { stores }: Deps,
  { year: { officeId, year } }: PlannedReplay,
  { registration }: ReformCycleState,
) =>
  Promise.all(
    (registration?.units ?? []).map(async (unit) => {
      const id = registrationId(officeId, year, unit.unitId, unit.round);
      const strand = await stores.strands.find(officeId, id, 'unitRegistration');
      const isReturned = unit.standing === 'open' && strand !== null && stoodReturned(strand.state);
      const isLate = unit.accepted?.isLate ?? strand?.state.wasLate ?? false;
      return { unitId: unit.unitId, standing: unit.standing, isReturned, isLate };
    }),
  );

const differencesOfRegistrations = (
  { year: { file } }: PlannedReplay,
  { registration }: ReformCycleState,
  units: Awaited<ReturnType<typeof readUnits>>,
): readonly Difference[] => {
  const accepted = registration?.units.flatMap((unit) => unit.accepted?.tasks ?? []) ?? [];
  return [
    ...differ(
      '/plan/registrationDeadline',
      file.plan.registrationDeadline,
      registration?.dueOn ?? null,
    ),
    ...differ('/plan/registeredTaskCount', file.plan.registeredTaskCount, new Set(accepted).size),
    ...(file.registrations ?? []).flatMap(({ orgUnitId, late }, index) => {
      const unit = units.find(({ unitId }) => unitId === orgUnitId);
      return unit ? differ(`/registrations/${String(index)}/late`, late, unit.isLate) : [];
    }),
  ];
};

const stateOf = ({ cancelled, closed, clock }: ReformCycleState): ReplayResult['state'] => {
  if (cancelled) return 'cancelled';
  return closed ? 'closed' : clock.mode;
};

const countDeliveries = async ({ stores }: Deps, officeId: string, rows: readonly PaperRow[]) => {
  const lists = rows.map(({ paper_id }) => stores.deliveries.list(officeId, paper_id));
  const all = (await Promise.all(lists)).flat();
  const byHand: readonly string[] = ['handed-over', 'to-hand-over'];
  const failed: readonly string[] = ['undeliverable', 'given-up'];
  return {
    sent: all.filter(({ status }) => status === 'sent').length,
    paper: all.filter(
      ({ status, mailbox }) =>
        byHand.includes(status) || (status === 'historic' && mailbox === null),
    ).length,
    undeliverable: all.filter(({ status }) => failed.includes(status)).length,
  };
};

const countSignatures = async ({ stores }: Deps, { year }: PlannedReplay) => {
  const strand = await stores.strands.find(year.officeId, pledgeStrandOf(year), 'pledge');
  return {
    required: strand?.state.requiredUnitIds.length ?? 0,
    signed: strand?.state.signatures.length ?? 0,
  };
};

/** How the year stands after its replay, from the read model. */
export const readReplay = async (deps: Deps, planned: PlannedReplay): Promise<ReplayResult> => {
  const { stores } = deps;
  const { officeId, year } = planned.year;
  const workflowId = cycleId(officeId, year);
  const strand = await stores.strands.find(officeId, workflowId, 'reformCycle');
  if (!strand) throw new DomainError('cycle-unknown', 'there is no such cycle', { officeId, year });
  const rows = await stores.papers.list(officeId, year);
  const documents = await readDocuments(deps, planned, rows);
  const own = new Set(Object.values(planned.papers));
  const further = rows.filter(({ paper_id }) => !own.has(paper_id));
  const units = await readUnits(deps, planned, strand.state);
  const ids = new Set(rows.map(({ paper_id }) => paper_id));
  const register = (await stores.papers.listRegister(officeId)).filter(({ paper_id }) =>
    ids.has(paper_id),
  );
  const count = (isIt: (unit: (typeof units)[number]) => boolean): number =>
    units.filter(isIt).length;
  const dialogue = await readQuestions(deps, planned.year, strand.state.clock);
  const figures = await readFigures(deps, planned.year);
  return {
    cycle: workflowId,
    state: stateOf(strand.state),
    documents,
    furtherDocuments: await Promise.all(
      further.map((row) => documentOf(deps, row, row.paper_id, row.kind)),
    ),
    deliveries: await countDeliveries(deps, officeId, rows),
    registrations: {
      approved: count(({ standing }) => ['accepted', 'supplement-approved'].includes(standing)),
      declined: count(({ standing }) => standing === 'declined'),
      late: count(({ isLate }) => isLate),
      returned: count(({ isReturned }) => isReturned),
    },
    signatures: await countSignatures(deps, planned),
    questions: dialogue.questions,
    ...replayedFigures(figures),
    register: {
      issued: register.filter(({ status }) => status === 'given').length,
      void: register.filter(({ status }) => status === 'void').length,
    },
    assumed: planned.assumed,
    differences: [
      ...differencesOfRegistrations(planned, strand.state, units),
      ...differencesOfPapers(planned, documents),
      ...dialogue.differences,
      ...differencesOfFigures(planned.year, figures),
    ],
  };
};
