import type { DraftContentBase } from './draft-content.ts';

/** A decision that the office issues as a paper (Decree 30/2020, sample 1.2), beside its own articles. */
export interface DecisionContent extends DraftContentBase {
  /** What it rests on, one basis an entry. */
  readonly bases: readonly string[];
  /** The last article: from when it counts, and who carries it out. */
  readonly execution: string;
}
