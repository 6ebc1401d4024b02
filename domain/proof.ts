import type { LocalDate } from './local-date.ts';

/**
 * What anybody may learn about a paper: `unknown` covers a code that is none, a number that is void and
 * a paper that is not issued, so that nothing is told about these.
 */
export type ProofState = 'genuine' | 'replaced' | 'recalled' | 'unknown';

/** As the paper itself says it: nothing that its holder does not read on it. */
export interface ProvenPaper {
  /** null: a paper of a kind that gets none. */
  readonly numberAndSymbol: string | null;
  readonly date: LocalDate;
}

/** What a later paper of the office does to an earlier one. */
export interface LaterPaper extends ProvenPaper {
  readonly paperId: string;
  readonly does: 'recalls' | 'replaces' | 'corrects';
  readonly to: string;
}

export interface Proof {
  readonly state: ProofState;
  readonly paper: ProvenPaper | null;
  /** What it was replaced or recalled by. */
  readonly by: ProvenPaper | null;
  readonly corrections: readonly ProvenPaper[];
}

export const NO_PROOF: Proof = { state: 'unknown', paper: null, by: null, corrections: [] };

/** Where a paper's code is looked up, below the address of the site. */
export const proofPath = (code: string): string => `/verify/${code}`;

/**
 * `later`: everything of the year that recalls, replaces or corrects, newest first; what was recalled
 * itself holds no more.
 */
export const proveIssued = (
  paperId: string,
  paper: ProvenPaper,
  later: readonly LaterPaper[],
): Proof => {
  const holding = whatHolds(later).filter(({ to }) => to === paperId);
  const corrections = holding.filter(({ does }) => does === 'corrects').map(asPaper);
  const by =
    holding.find(({ does }) => does === 'recalls') ??
    holding.find(({ does }) => does === 'replaces');
  if (!by) return { state: 'genuine', paper, by: null, corrections };
  const state = by.does === 'recalls' ? 'recalled' : 'replaced';
  return { state, paper, by: asPaper(by), corrections };
};

const whatHolds = (later: readonly LaterPaper[]): readonly LaterPaper[] => {
  const recalled = new Set<string>();
  return later.filter(({ paperId, does, to }) => {
    if (recalled.has(paperId)) return false;
    if (does === 'recalls') recalled.add(to);
    return true;
  });
};

const asPaper = ({ numberAndSymbol, date }: LaterPaper): ProvenPaper => ({ numberAndSymbol, date });
