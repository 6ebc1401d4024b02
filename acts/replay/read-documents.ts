import type { PaperRow } from '../../adapters/database/papers.ts';
import { fileInForce, issuedRole } from '../../domain/paper-files.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { numberAndSymbol } from '../../locale/paper-names.ts';
import type { ActDependencies } from '../act.ts';
import { differ, type Difference } from './difference.ts';
import type { PlannedReplay } from './plan-replay.ts';
import type { FilePaper } from './year-to-enter.ts';

/** `files`: sha256 of what recipients get and of the working copy; empty for what was never issued. */
export interface ReplayedDocument {
  readonly id: string;
  readonly kind: string;
  /** As displayed, "15/KH-ABC"; null where it has none. */
  readonly number: string | null;
  readonly issuedOn: LocalDate | null;
  readonly signer: string | null;
  readonly status: 'ISSUED' | 'VOID' | 'UNFINISHED' | 'NOT_ENTERED';
  readonly files: { readonly docx?: string; readonly pdf?: string };
}

type Deps = Pick<ActDependencies, 'stores'>;

const filesOf = async ({ stores }: Deps, row: PaperRow): Promise<ReplayedDocument['files']> => {
  const strand = await stores.strands.find(row.office_id, row.workflow_id, 'documentIssue');
  if (!strand || row.issued_on === null) return {};
  const pdf = fileInForce(strand.state, issuedRole(strand.state));
  const docx = fileInForce(strand.state, 'working-copy');
  return { ...(docx !== null && { docx }), ...(pdf !== null && { pdf }) };
};

export const documentOf = async (
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

/** The file's papers, in its order, as the system has them. */
export const readDocuments = async (
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

export const differencesOfPapers = (
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
