import { DomainError } from '../errors.ts';
import type { HeldCheck, QuarterlyCheckState } from './quarterly-check.ts';

/** A check whose report is out, so that another may replace it. @throws DomainError out-of-time */
export const reportedCheckOf = (
  state: QuarterlyCheckState,
): QuarterlyCheckState & { readonly held: HeldCheck } => {
  const { held, report, phase } = state;
  if (held !== null && report?.phase === 'issued') return { ...state, held };
  throw new DomainError('out-of-time', 'no report of the check is out', { phase });
};
