import type { ApprovalState } from './approval.ts';
import type { UnitRegistrationState } from './unit-registration.ts';
import type { WaitingFor } from './waiting.ts';

/** What a leader can decide from a mail, and the very version that the decision is bound to. */
export interface Decidable {
  readonly version: number;
  /** For a decline, the id of the unit's reason. */
  readonly boundHash: string;
}

interface DecidableStates {
  readonly approval: ApprovalState;
  readonly unitRegistration: UnitRegistrationState;
}

type Find = <K extends keyof DecidableStates>(
  kind: K,
) => Promise<{ readonly state: DecidableStates[K] } | null>;

const ofRegistration = (state: UnitRegistrationState | undefined): Decidable | null => {
  if (state?.submitted) {
    return { version: state.submitted.version, boundHash: state.submitted.sha256 };
  }
  return state?.declined
    ? { version: state.lastSubmitted, boundHash: state.declined.reasonId }
    : null;
};

/** null: nothing of that thing is decided by a button in a mail. */
export const decidableOf = async (
  { what }: { readonly what: WaitingFor },
  find: Find,
): Promise<Decidable | null> => {
  switch (what) {
    case 'approve-plan':
    case 'approve-list':
    case 'approve-supplement': {
      const { state } = (await find('approval')) ?? {};
      return state ? { version: state.version, boundHash: state.boundHash } : null;
    }
    case 'accept-registration':
    case 'consent-decline':
      return ofRegistration((await find('unitRegistration'))?.state);
    default:
      return null;
  }
};
