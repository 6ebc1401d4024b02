import type { Quarter } from '../../domain/plan.ts';
import { paperTypeOf } from '../../locale/year-file.ts';
import { type Derived, derivePaperRoles, type Paper } from './derive-paper-role.ts';
import { isOfRegistrations, type PaperRole, type PaperUse, usesOf } from './paper-uses.ts';
import type { YearFile } from './year-file.ts';

/** `quarter`: whose report it is; of the year's report, the quarter that it stands for. */
export interface PaperOfYear {
  readonly id: string;
  readonly role: PaperRole;
  readonly quarter: Quarter | null;
}

/** What the file does not say itself: a pointer into it, what is taken to be so, and why. */
export interface Assumption {
  readonly path: string;
  readonly assumed: string;
  readonly because: string;
}

/** `because` null: something in the file says so. */
interface Found {
  readonly role: PaperRole;
  readonly quarter: Quarter | null;
  readonly because: string | null;
}

const said = (role: PaperRole, quarter: Quarter | null = null): Found => ({
  role,
  quarter,
  because: null,
});

// Upwards goes a submission or a report that proposes; a specialised unit gets a transfer slip or letter.
const roleOfEscalation = (file: YearFile, paper: Paper): Found => {
  const type = paperTypeOf(paper.type);
  if (type === 'transfer-slip') return said('transfer-slip');
  if (type === 'submission' || type === 'report') return said('submission');
  const to = (file.dialogue?.questions ?? [])
    .filter(({ escalation }) => escalation?.documentId === paper.id)
    .flatMap(({ escalation }) => escalation?.toSuperiorIds ?? []);
  const goesUp = file.superiors
    .filter(({ id }) => to.includes(id))
    .every(({ kind }) => kind === 'superior');
  const because = 'a question goes up in it, and the kind of those to whom';
  return { role: goesUp ? 'submission' : 'transfer-slip', quarter: null, because };
};

const roleOfUses = (file: YearFile, paper: Paper, uses: readonly PaperUse[]): Found | null => {
  const last = uses.at(-1);
  if (!last) return null;
  if (last.use === 'escalation') return roleOfEscalation(file, paper);
  return said(last.use, uses.find(({ quarter }) => quarter !== null)?.quarter ?? null);
};

const rootOf = (papers: ReadonlyMap<string, Paper>, { amends }: Paper): string | null => {
  let root: string | null = null;
  for (let id = amends; id !== undefined; id = papers.get(id)?.amends) root = id;
  return root;
};

const isProgrammeOf = ({ type }: Paper, parent: Paper | undefined): boolean =>
  parent !== undefined &&
  paperTypeOf(type) === 'programme' &&
  ['invitation', 'summons', 'notice'].includes(paperTypeOf(parent.type) ?? '');

const isResult = ({ approvals, registrations = [] }: YearFile, { id }: Paper): boolean =>
  approvals?.some(
    (approval) => approval.documentId === id && isOfRegistrations(approval, registrations),
  ) === true;

const roleByReference = (
  file: YearFile,
  paper: Paper,
  papers: ReadonlyMap<string, Paper>,
  uses: readonly PaperUse[],
): Found | null => {
  if (paper.status === 'VOID') return said('void');
  const used = roleOfUses(file, paper, uses);
  if (used) return used;
  if (isResult(file, paper)) return said('registration-result');
  if (paper.corrects !== undefined) return said('correction');
  if (rootOf(papers, paper) === file.plan.documentId) return said('plan-amendment');
  return isProgrammeOf(paper, papers.get(paper.attachedTo ?? '')) ? said('programme') : null;
};

const findRoles = (file: YearFile, documents: readonly Paper[]): (readonly [Paper, Found])[] => {
  const papers = new Map(documents.map((paper) => [paper.id, paper]));
  const uses = new Map<string, PaperUse[]>();
  for (const use of usesOf(file)) {
    uses.set(use.documentId, [...(uses.get(use.documentId) ?? []), use]);
  }
  const referred = new Map(
    documents.map((paper) => [
      paper.id,
      roleByReference(file, paper, papers, uses.get(paper.id) ?? []),
    ]),
  );
  const hasResult = [...referred.values()].some((found) => found?.role === 'registration-result');
  const left = documents.filter(({ id }) => !referred.get(id));
  const derived: ReadonlyMap<string, Derived> = derivePaperRoles(file, left, hasResult);
  return documents.flatMap((paper) => {
    const found = referred.get(paper.id) ?? derived.get(paper.id);
    return found ? [[paper, found] as const] : [];
  });
};

/**
 * What each paper of a year is, in the file's order: from what refers to it, else from type, dates and
 * subject, which is then listed as assumed. The file has been read, so that all references resolve.
 */
export const papersOfYearFile = (
  file: YearFile,
): { readonly papers: readonly PaperOfYear[]; readonly assumed: readonly Assumption[] } => {
  const found = findRoles(file, file.documents ?? []);
  return {
    papers: found.map(([{ id }, { role, quarter }]) => ({ id, role, quarter })),
    assumed: found.flatMap(([, { role, because }], index) =>
      because === null ? [] : [{ path: `/documents/${String(index)}`, assumed: role, because }],
    ),
  };
};
