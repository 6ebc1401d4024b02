import type { CycleRow } from '../adapters/database/cycles.ts';
import type { Stores } from '../adapters/database/stores.ts';
import type { OfficeFacts } from '../domain/office.ts';
import type { ReformCycleState } from '../domain/reform-cycle.ts';
import { waitersOf as waitersOnDay } from '../domain/waiters.ts';
import { pathOfWaiting as pathOf } from '../domain/waiting-place.ts';

export type WaitingRow = Awaited<ReturnType<Stores['cycles']['listWaiting']>>[number];

export const waitersOf = (row: WaitingRow, facts: OfficeFacts): readonly string[] =>
  waitersOnDay({ personId: row.person_id, role: row.role_id, unitId: row.unit_id }, facts);

export const pathOfWaiting = (row: WaitingRow): string =>
  pathOf({ year: row.year, what: row.what, workflowId: row.workflow_id, unitId: row.unit_id });

/** The example enters it by itself: what seems to wait in it waits for nobody. */
export const isBeingPlayed = (
  { origin }: Pick<CycleRow, 'origin'>,
  { clock }: Pick<ReformCycleState, 'clock'>,
): boolean => origin === 'example' && clock.mode === 'entered';
