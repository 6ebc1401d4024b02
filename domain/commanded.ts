import type { Authority } from './authority.ts';
import type { Instant } from './local-date.ts';

/** What every command carries: the press it comes from, by what right, and when it happened. */
export interface Commanded {
  readonly actId: string;
  readonly by: Authority;
  /** null: now, or the clock of a year that is being entered. */
  readonly occurredAt: Instant | null;
}
