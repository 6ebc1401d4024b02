import type { ReformCycleState } from '../domain/reform-cycle.ts';
import type { ReformCycleInput } from './contract.ts';

/** What every strand of a cycle is started with. */
export const strandInput = (input: ReformCycleInput, state: ReformCycleState) => ({
  officeId: input.officeId,
  year: input.year,
  continueAfterEvents: input.continueAfterEvents,
  carried: null,
  clock: state.clock,
});
