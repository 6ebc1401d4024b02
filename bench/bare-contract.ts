// What the bare workflows take, and the activity that they run.
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';

/** How much there is to do, counted in a strand of ours that ran just before. */
export interface BareStrandInput {
  readonly workflowId: string;
  readonly updates: number;
  readonly signals: number;
  readonly activities: number;
  /** Whom to tell at the end; null: nobody. */
  readonly parentId: string | null;
}

export interface BareCycleInput {
  readonly activities: number;
  readonly atOpening: readonly BareStrandInput[];
  readonly atClosing: readonly BareStrandInput[];
  readonly atApproval: readonly BareStrandInput[];
}

export interface BareActivities {
  doNothing(): Promise<void>;
}

export const press = defineUpdate('press');
export const nudge = defineSignal('nudge');
/** How many strands the cycle has started. */
export const strandsStarted = defineQuery<number>('strandsStarted');
export const strandEnded = defineSignal('strandEnded');

export const BARE_QUEUE = 'bare';
