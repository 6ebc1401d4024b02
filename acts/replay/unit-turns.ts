import { localDateOf, type Instant } from '../../domain/local-date.ts';
import type { Assumption } from '../year-file/papers-of-year-file.ts';
import type { YearFile } from '../year-file/year-file.ts';
import { decisionsOnRegistration, reasonOf } from './decision-steps.ts';
import type { YearToEnter } from './year-to-enter.ts';

export type FileRegistration = NonNullable<YearFile['registrations']>[number];

/** One submission or one return. */
export interface Turn {
  readonly turn: 'submit' | 'return';
  readonly at: Instant;
  readonly byId: string | null;
  readonly reason: string | null;
  readonly place: string;
}

/** The file's history of a registration, with what must have happened for it to end as the file says. */
export const turnsOf = (
  year: YearToEnter,
  registration: FileRegistration,
  place: string,
): { readonly turns: readonly Turn[]; readonly assumed: readonly Assumption[] } => {
  const { status, submittedAt, history = [], reason = null } = registration;
  const first: Turn = { turn: 'submit', at: submittedAt, byId: null, reason: null, place };
  const told = history.map((entry, index): Turn => ({
    turn: entry.action === 'RETURNED' ? 'return' : 'submit',
    at: entry.at,
    byId: entry.action === 'RETURNED' ? entry.byId : null,
    reason: entry.reason,
    place: `${place}/history/${String(index)}`,
  }));
  const decided = decisionsOnRegistration(year, registration.id)
    .filter(({ decision }) => decision === 'RETURNED')
    .map((one): Turn => ({
      turn: 'return',
      at: one.at,
      byId: one.byId,
      reason: reasonOf(one),
      place: one.place,
    }));
  const turns = [first, ...told, ...decided].toSorted((left, right) =>
    left.at.localeCompare(right.at),
  );
  const last = turns.at(-1) ?? first;
  if (status === 'RETURNED' && last.turn === 'submit') {
    const byId = year.coordinatorOn(localDateOf(last.at));
    const because = 'it stands as returned, and its history does not say when and by whom';
    return {
      turns: [...turns, { turn: 'return', at: last.at, byId, reason, place }],
      assumed: [{ path: place, assumed: `returned by ${byId} when it came`, because }],
    };
  }
  if (status !== 'RETURNED' && last.turn === 'return') {
    const because = `it stands as ${status}, and its history ends with a return`;
    return {
      turns: [...turns, { ...first, at: last.at }],
      assumed: [{ path: place, assumed: 'submitted again when it was returned', because }],
    };
  }
  return { turns, assumed: [] };
};
