import type { WantedInitial } from './initials.ts';
import type { SigningCapacity } from './plan.ts';

/** Which templates and words a paper was approved with; kept until it is issued. */
export interface Pins {
  readonly template: string;
  readonly locale: string;
}

/** Content in one version as it goes to the leader. `boundHash` covers content, template and words. */
export interface SubmittedPaper {
  readonly version: number;
  readonly boundHash: string;
  readonly pins: Pins;
  readonly authorId: string;
  readonly signer: { readonly personId: string; readonly capacity: SigningCapacity | null };
  /** Before the leader approves; absent: none. */
  readonly initials?: readonly WantedInitial[];
}
