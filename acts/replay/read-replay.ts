import type { PaperRow } from '../../adapters/database/papers.ts';
import { DomainError } from '../../domain/errors.ts';
import { fileInForce, issuedRole } from '../../domain/paper-files.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { ReformCycleState } from '../../domain/reform-cycle.ts';
import { numberAndSymbol } from '../../locale/paper-names.ts';
import { cycleId, registrationId } from '../../workflows/contract.ts';
import type { ActDependencies } from '../act.ts';
import type { Assumption } from '../year-file/papers-of-year-file.ts';
import { differ, judgeFigures, type Difference, type JudgedFigures } from './judge-figures.ts';
import type { PlannedReplay } from './plan-replay.ts';
import { pledgeStrandOf } from './pledge-steps.ts';
import { readQuestions, type ReplayedQuestions } from './read-questions.ts';
import type { FilePaper } from './year-to-enter.ts';

/** `files`: sha256 of what recipients get and of the working copy; empty for what was never issued. */
interface ReplayedDocument {
  readonly id: string;
  readonly kind: string;
  /** As displayed, "15/KH-ABC"; null where it has none. */
  readonly number: string | null;
  readonly issuedOn: LocalDate | null;
  readonly signer: string | null;
  readonly status: 'ISSUED' | 'VOID' | 'UNFINISHED' | 'NOT_ENTERED';
  readonly files: { readonly docx?: string; readonly pdf?: string };
}

interface ReplayResult extends JudgedFigures {
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
}

type Deps = Pick<ActDependencies, 'stores'>;

const filesOf = async ({ stores }: Deps, row: PaperRow): Promise<ReplayedDocument['files']> => {
  const strand = await stores.strands.find(row.office_id, row.workflow_id, 'documentIssue');
  if (!strand || row.issued_on === null) return {};
  const pdf = fileInForce(strand.state, issuedRole(strand.state));
  const docx = fileInForce(strand.state, 'working-copy');
  return { ...(docx !== null && { docx }), ...(pdf !== null && { pdf }) };
};

const documentOf = async (
  deps: Deps,
  row: PaperRow,
  id: string,
  kind: string,
): Promise<ReplayedDocument> => ({
  id,
  kind,
  number: numberAndSymbol(row),
  issuedOn: row.issued_on,
  signer: row.signer_id,
  status: row.issued_on === null ? 'UNFINISHED' : 'ISSUED',
  files: await filesOf(deps, row),
});

// What the file says of a paper that is not here, so that the reader knows which one it is.
const asInFile = (
  { document, role }: FilePaper,
  status: ReplayedDocument['status'],
): ReplayedDocument => ({
  id: document.id,
  kind: role,
  number: document.numberDisplay,
  issuedOn: document.issuedOn,
  signer: document.signerId,
  status,
  files: {},
});

const readDocuments = async (
  deps: Deps,
  { year, papers }: PlannedReplay,
  rows: readonly PaperRow[],
): Promise<readonly ReplayedDocument[]> => {
  const register = await deps.stores.papers.listRegister(year.officeId);
  const isVoid = ({ document }: FilePaper): boolean =>
    register.some(
      (row) =>
        row.status === 'void' &&
        row.number === document.number &&
        row.series_year === Number(document.issuedOn.slice(0, 4)),
    );
  return Promise.all(
    year.papers.map(async (paper) => {
      if (paper.role === 'void') return asInFile(paper, isVoid(paper) ? 'VOID' : 'NOT_ENTERED');
      const row = rows.find(({ paper_id }) => paper_id === papers[paper.document.id]);
      if (!row) return asInFile(paper, 'NOT_ENTERED');
      const entered = await documentOf(deps, row, paper.document.id, paper.role);
      // A form that many sign, and a programme, bear neither the one nor the other; their paper may.
      return {
        ...entered,
        number: paper.document.numberDisplay === null ? null : entered.number,
        signer: paper.document.signerId === null ? null : entered.signer,
      };
    }),
  );
};

const differencesOfPapers = (
  { year }: PlannedReplay,
  documents: readonly ReplayedDocument[],
): readonly Difference[] =>
  year.papers.flatMap(({ document, place }, index) => {
    const entered = documents[index];
    if (entered?.status !== 'ISSUED') return [];
    return [
      ...differ(`${place}/numberDisplay`, document.numberDisplay, entered.number),
      ...differ(`${place}/issuedOn`, document.issuedOn, entered.issuedOn),
      ...(document.signerId === null
        ? []
        : differ(`${place}/signerId`, document.signerId, entered.signer)),
    ];
  });

const readUnits = async (
  { stores }: Deps,
  { year: { officeId, year } }: PlannedReplay,
  { registration }: ReformCycleState,
) =>
  Promise.all(
    (registration?.units ?? []).map(async (unit) => {
      const id = registrationId(officeId, year, unit.unitId, unit.round);
      const strand = await stores.strands.find(officeId, id, 'unitRegistration');
      const isReturned = unit.standing === 'open' && strand?.state.phase === 'returned';
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
  const { officeId, year, file } = planned.year;
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
  const { differences, ...judged } = judgeFigures(file);
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
    ...judged,
    register: {
      issued: register.filter(({ status }) => status === 'given').length,
      void: register.filter(({ status }) => status === 'void').length,
    },
    assumed: planned.assumed,
    differences: [
      ...differencesOfRegistrations(planned, strand.state, units),
      ...differencesOfPapers(planned, documents),
      ...dialogue.differences,
      ...differences,
    ],
  };
};
