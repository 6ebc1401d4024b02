import { decideApproval } from '../domain/approval.ts';
import type { Authority } from '../domain/authority.ts';
import { STRAND_OF_DECIDABLE } from '../domain/decidable.ts';
import { DomainError } from '../domain/errors.ts';
import { instantOf, type Instant, type LocalDate } from '../domain/local-date.ts';
import { decideUnitRegistration } from '../domain/unit-registration.ts';
import type { ActDependencies } from './act.ts';
import { powerOfDecision } from './decide-by-link.ts';
import { isWaiting, type DecisionLink, type LinkDecision } from './decision-link.ts';
import { resolveAuthority } from './resolve-authority.ts';

type Kind = LinkDecision['kind'];
type JudgeDependencies = Pick<ActDependencies, 'stores' | 'wallClock'>;

/** By what right the press would be made (null: none), and why it would be refused (null: it would not). */
export interface Judgement {
  readonly authority: Authority | null;
  readonly refusal: DomainError | null;
}

// Of a command that is only tried: nothing is recorded under it.
const tried = (by: Authority) => ({ actId: 'tried', by, occurredAt: null });

const tryApproval = async (
  { stores }: JudgeDependencies,
  { office_id, workflow_id, version, bound_hash: boundHash }: DecisionLink,
  by: Authority,
  now: Instant,
): Promise<void> => {
  const strand = await stores.strands.find(office_id, workflow_id, 'approval');
  if (!strand) return;
  decideApproval(strand.state, { ...tried(by), type: 'approve', version, boundHash }, now);
};

const registrationCommand = (
  { what, version, bound_hash }: DecisionLink,
  kind: Kind,
  by: Authority,
) => {
  if (kind === 'giveBack') {
    return {
      ...tried(by),
      type: 'giveBack' as const,
      version: what === 'consent-decline' ? null : version,
      declineReasonId: what === 'consent-decline' ? bound_hash : null,
      reasonId: 'tried',
      resubmitOn: null,
    };
  }
  return what === 'consent-decline'
    ? { ...tried(by), type: 'consent' as const, reasonId: bound_hash }
    : { ...tried(by), type: 'accept' as const, version, sha256: bound_hash };
};

const tryRegistration = async (
  { stores }: JudgeDependencies,
  link: DecisionLink,
  kind: Kind,
  by: Authority,
  now: Instant,
): Promise<void> => {
  const { office_id, workflow_id } = link;
  const strand = await stores.strands.find(office_id, workflow_id, 'unitRegistration');
  if (strand) decideUnitRegistration(strand.state, registrationCommand(link, kind, by), now);
};

const orRefusal = async <T>(ask: () => Promise<T>): Promise<T | DomainError> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
};

const askRules = async (
  deps: JudgeDependencies,
  link: DecisionLink,
  kind: Kind,
  by: Authority,
): Promise<void> => {
  const now = instantOf(deps.wallClock().getTime());
  if (!(await isWaiting(deps, link))) {
    throw new DomainError('stale-version', 'what the link was made for waits no more', {});
  }
  await (STRAND_OF_DECIDABLE[link.what] === 'approval'
    ? tryApproval(deps, link, by, now)
    : tryRegistration(deps, link, kind, by, now));
};

/**
 * What the rules would say to that press on that day, asked without pressing: a page that is only opened
 * changes nothing.
 */
export const judgeLink = async (
  deps: JudgeDependencies,
  link: DecisionLink,
  kind: Kind,
  day: LocalDate,
): Promise<Judgement> => {
  const power = powerOfDecision(link.what, kind);
  const authority = await orRefusal(() =>
    resolveAuthority(deps, link.office_id, link.person_id, power, day),
  );
  if (authority instanceof DomainError) return { authority: null, refusal: authority };
  const answer = await orRefusal(() => askRules(deps, link, kind, authority));
  return { authority, refusal: answer instanceof DomainError ? answer : null };
};
