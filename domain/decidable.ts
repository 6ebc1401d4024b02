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

/** What is decided by a button in a mail, by the strand that it waits in. */
export const STRAND_OF_DECIDABLE = {
  'approve-plan': 'approval',
  'approve-list': 'approval',
  'approve-supplement': 'approval',
  'approve-draft': 'approval',
  'accept-registration': 'unitRegistration',
  'consent-decline': 'unitRegistration',
} as const satisfies Partial<Record<WaitingFor, keyof DecidableStates>>;
export type DecidableFor = keyof typeof STRAND_OF_DECIDABLE;

export const isDecidableFor = (what: WaitingFor): what is DecidableFor =>
  Object.hasOwn(STRAND_OF_DECIDABLE, what);

const inApproval = ({ decision, version, boundHash }: ApprovalState): Decidable | null =>
  decision === null ? { version, boundHash } : null;

const inRegistration = (state: UnitRegistrationState): Decidable | null => {
  const { phase, submitted, declined, lastSubmitted } = state;
  if (phase === 'submitted' && submitted) {
    return { version: submitted.version, boundHash: submitted.sha256 };
  }
  return phase === 'declining' && declined
    ? { version: lastSubmitted, boundHash: declined.reasonId }
    : null;
};

/** null: nothing of that thing is, or is any more, decided by a button in a mail. */
export const decidableOf = async (
  { what }: { readonly what: WaitingFor },
  find: Find,
): Promise<Decidable | null> => {
  if (!isDecidableFor(what)) return null;
  if (STRAND_OF_DECIDABLE[what] === 'approval') {
    const strand = await find('approval');
    return strand && inApproval(strand.state);
  }
  const strand = await find('unitRegistration');
  return strand && inRegistration(strand.state);
};
