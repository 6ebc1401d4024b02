import { DomainError } from './errors.ts';
import { isBefore, isInstant, type Instant } from './local-date.ts';

/**
 * `live`: now is the workflow's time. `entered`: a past year is being entered; no timers run, `at` is
 * the latest moment entered so far, and it never moves back and never past the real now.
 */
export type CycleClock =
  { readonly mode: 'live' } | { readonly mode: 'entered'; readonly at: Instant };

/** What happened last, to say who did what, when, to someone who comes too late or too early. */
export interface LastStep {
  readonly at: Instant;
  readonly event: string;
  readonly personId: string | null;
}

/** The business moment of a command: what the person gave, else now (live) or the clock (entered). */
export const momentOf = (clock: CycleClock, occurredAt: Instant | null, now: Instant): Instant => {
  if (occurredAt !== null) return occurredAt;
  return clock.mode === 'live' ? now : clock.at;
};

const outOfTime = (
  bounds: { readonly given: Instant; readonly earliest: Instant | null; readonly latest: Instant },
  last: LastStep | null,
): DomainError =>
  new DomainError(
    'out-of-time',
    'an act can be dated neither after now nor before the step it follows',
    { ...bounds, lastEvent: last?.event ?? null, lastBy: last?.personId ?? null },
    '/occurredAt',
  );

/** Refuses a moment after now, before the entered clock, or before the strand's last step. */
export const checkMoment = (
  clock: CycleClock,
  last: LastStep | null,
  occurredAt: Instant | null,
  now: Instant,
): void => {
  if (occurredAt === null) return;
  if (!isInstant(occurredAt)) {
    throw new DomainError(
      'impossible-date',
      'occurredAt is no instant at +07:00',
      { given: occurredAt },
      '/occurredAt',
    );
  }
  const earliest = clock.mode === 'entered' ? clock.at : (last?.at ?? null);
  if (isBefore(now, occurredAt) || (earliest !== null && isBefore(occurredAt, earliest))) {
    throw outOfTime({ given: occurredAt, earliest, latest: now }, last);
  }
};

export const moveClock = (clock: CycleClock, at: Instant): CycleClock =>
  clock.mode === 'entered' && isBefore(clock.at, at) ? { mode: 'entered', at } : clock;

/** @throws DomainError out-of-time */
export const requireEntered = ({ mode }: CycleClock, message: string): void => {
  if (mode === 'entered') return;
  throw new DomainError('out-of-time', message, { phase: mode });
};
