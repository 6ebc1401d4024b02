import type { PaperRow } from '../../adapters/database/papers.ts';
import { fileInForce, issuedRole, type PaperFileRole } from '../../domain/paper-files.ts';
import type { PaperKind } from '../../domain/paper-kind.ts';
import type { PaperSource } from '../../domain/paper-source.ts';
import {
  NO_PROOF,
  proveIssued,
  type LaterPaper,
  type Proof,
  type ProvenPaper,
} from '../../domain/proof.ts';
import { numberAndSymbol } from '../../locale/paper-names.ts';
import type { ActDependencies } from '../act.ts';
import { readProofCode } from './proof-code.ts';

type Dependencies = Pick<ActDependencies, 'stores'>;

/** `copy`: the office sent it along, but it is no original: a working copy. */
export interface FileProof extends Proof {
  readonly file: 'issued' | 'copy' | 'unknown';
}

const NO_FILE: FileProof = { ...NO_PROOF, file: 'unknown' };

const SAY_OF_OTHERS: readonly PaperKind[] = [
  'recall',
  'correction',
  'invitation',
  'summons',
  'letter',
  'notice',
  'report',
  'quarter-report',
];

const replacedIn = ({ content }: PaperSource): Pick<LaterPaper, 'does' | 'to'> | null =>
  'replaced' in content && content.replaced
    ? { does: 'replaces', to: content.replaced.paperId }
    : null;

const saysOf = (source: PaperSource): Pick<LaterPaper, 'does' | 'to'> | null => {
  switch (source.kind) {
    case 'recall':
      return { does: 'recalls', to: source.content.recalled.paperId };
    case 'correction':
      return { does: 'corrects', to: source.content.corrected.paperId };
    default:
      return replacedIn(source);
  }
};

const proven = (paper: PaperRow): ProvenPaper => ({
  numberAndSymbol: numberAndSymbol(paper),
  date: paper.document_date ?? paper.issued_on ?? '',
});

const laterPapers = async (
  { stores }: Dependencies,
  { office_id, year }: PaperRow,
): Promise<readonly LaterPaper[]> => {
  const papers = await stores.proofs.listIssued(office_id, year, SAY_OF_OTHERS);
  const read = papers.map(async (paper) => {
    const says = saysOf(
      await stores.paperSources.read({
        officeId: office_id,
        year,
        paperId: paper.paper_id,
        kind: paper.kind,
        contentVersion: paper.content_version,
      }),
    );
    return says ? [{ ...proven(paper), ...says, paperId: paper.paper_id }] : [];
  });
  return (await Promise.all(read)).flat();
};

/** Whether an issued paper holds, and by what it was replaced or recalled. */
export const provePaper = async (deps: Dependencies, paper: PaperRow): Promise<Proof> =>
  proveIssued(paper.paper_id, proven(paper), await laterPapers(deps, paper));

const findByCode = async ({ stores }: Dependencies, typed: string): Promise<PaperRow | null> => {
  const code = readProofCode(typed);
  return code === null ? null : ((await stores.proofs.findByCode(code)) ?? null);
};

/** What the mark on a paper says: everything that is no code of an issued paper is alike. */
export const lookUpPaper = async (deps: Dependencies, typed: string): Promise<Proof> => {
  const paper = await findByCode(deps, typed);
  return paper ? provePaper(deps, paper) : NO_PROOF;
};

const fileOf = async (
  { stores }: Dependencies,
  paper: PaperRow & { readonly role: PaperFileRole },
  sha256: string,
): Promise<FileProof['file']> => {
  const strand = await stores.strands.find(paper.office_id, paper.workflow_id, 'documentIssue');
  if (!strand || fileInForce(strand.state, paper.role) !== sha256) return 'unknown';
  const isIssued = paper.role === issuedRole(strand.state) || paper.role === 'enclosure-pdf';
  if (isIssued) return 'issued';
  return paper.role === 'working-copy' || paper.role === 'enclosure-copy' ? 'copy' : 'unknown';
};

/**
 * Whether these very bytes went out with an issued paper, by their sha256: the mailed scan or PDF, or the
 * working copy beside it. `code` not null: with the paper of that code, and no other.
 */
export const lookUpFile = async (
  deps: Dependencies,
  sha256: string,
  code: string | null,
): Promise<FileProof> => {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return NO_FILE;
  const asked = code === null ? null : await findByCode(deps, code);
  if (code !== null && asked === null) return NO_FILE;
  for (const paper of await deps.stores.proofs.listByFile(sha256)) {
    const isAsked =
      asked === null || (asked.office_id === paper.office_id && asked.paper_id === paper.paper_id);
    const file = isAsked ? await fileOf(deps, paper, sha256) : 'unknown';
    if (file !== 'unknown') return { ...(await provePaper(deps, paper)), file };
  }
  return NO_FILE;
};
