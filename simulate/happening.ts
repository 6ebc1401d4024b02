// What a simulated year prints, in the words of the command line.
import { nameTime } from '../cli/wording.ts';
import type { Instant } from '../domain/local-date.ts';

/**
 * `act`: somebody did something; `refused`: the rules did not let them. `reminder`: somebody was told that
 * a day draws near; `overdue`: it went by; `escalation`: others heard of that. `mail`: any mail that came.
 */
const KINDS = ['act', 'refused', 'overdue', 'escalation', 'reminder', 'mail'] as const;
export type HappeningKind = (typeof KINDS)[number];

export interface Happening {
  /** To the minute: within it the order is that of the kinds, then of the words. */
  readonly at: Instant;
  readonly kind: HappeningKind;
  readonly text: string;
}

export const atMinute = (at: Instant): Instant => `${at.slice(0, 16)}:00+07:00`;

const rank = ({ kind }: Happening): number => KINDS.indexOf(kind);

/** What came in no order of its own, such as mails, stands in one that is the same each time. */
export const inOrder = (happenings: readonly Happening[]): readonly Happening[] =>
  happenings.toSorted(
    (left, right) =>
      left.at.localeCompare(right.at) ||
      rank(left) - rank(right) ||
      (left.text < right.text ? -1 : Number(left.text > right.text)),
  );

const WIDTH = Math.max(...KINDS.map((kind) => kind.length));

/** `2030-03-04 07:30 +07:00  mail        to …: …` */
export const lineOf = ({ at, kind, text }: Happening): string =>
  `${at.slice(0, 10)} ${at.slice(11, 16)} +07:00  ${kind.padEnd(WIDTH)}  ${text}`;

export const dueWords = (until: string | null): string =>
  until === null ? '' : `, due ${nameTime(until) ?? until}`;
