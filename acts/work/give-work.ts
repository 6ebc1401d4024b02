import * as z from 'zod';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf, type LocalDate } from '../../domain/local-date.ts';
import { decideReformCycle } from '../../domain/reform-cycle.ts';
import type { WorkSource, YearStrand } from '../../domain/year-strand.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { checkTexts, refer } from '../check-plan.ts';
import { keptDueDay, noticeOfMove } from '../due-day.ts';
import { commanded, readCycle, sendToCycle } from '../on-strand.ts';
import { saveContent } from '../save-content.ts';
import { assignmentContentSchema, type AssignmentContent } from './work-content.ts';
import { day, key } from '../year-file/fields.ts';
import { placedTexts } from '../year-file/texts-of-year-file.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

/** Work for a unit of the office until a day; `assignmentId` is one within office and year. */
export interface WantedWork {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly dueOn: LocalDate;
  readonly content: AssignmentContent;
  readonly source: WorkSource;
}

/** @throws DomainError unknown-reference, impossible-date, secret-paper, letter-without-glyph */
export const checkWork = async (
  deps: ActDependencies,
  call: Call,
  { unitId, dueOn, content }: Pick<WantedWork, 'unitId' | 'dueOn' | 'content'>,
): Promise<void> => {
  const today = localDateOf(call.at);
  const facts = await deps.stores.factsOn(call.officeId, today);
  refer(
    facts.units.map(({ id }) => id),
    unitId,
    '/unitId',
  );
  if (dueOn < today) {
    throw new DomainError(
      'impossible-date',
      'work is due on the day it is given, or later',
      { given: dueOn, expected: `>= ${today}` },
      '/dueOn',
    );
  }
  checkTexts(deps, placedTexts(content));
};

/**
 * Keeps what is to be done, and says with what the strand is to be started: until a working day, to which
 * its deadline may have moved.
 */
export const keepWork = async (
  deps: ActDependencies,
  call: Call,
  { assignmentId: id, unitId, dueOn, content, source }: WantedWork,
): Promise<YearStrand & { kind: 'assignment' }> => {
  const kept = await keptDueDay(deps, call, dueOn);
  const saved = await saveContent(deps, call, 'assignment', id, null, content);
  return { kind: 'assignment', id, source, unitId, dueOn: kept, contentVersion: saved.version };
};

/** The coordinator or the leader gives a unit work that comes from nowhere else. */
export const giveWork = defineAct({
  name: 'give-work',
  schema: z.strictObject({
    assignmentId: key,
    unitId: key,
    dueOn: day,
    content: assignmentContentSchema,
  }),
  power: 'giveWork',
  async perform(deps, call) {
    await checkWork(deps, call, call.data);
    const wanted = { ...call.data, source: { kind: 'coordinator', ownerId: null } } as const;
    const { assignmentId: id, unitId, dueOn, source } = wanted;
    const probe = { kind: 'assignment', id, source, unitId, dueOn, contentVersion: 1 } as const;
    const command = { ...commanded(call), type: 'openStrand' as const };
    const state = await readCycle(deps, call);
    decideReformCycle(state, { ...command, strand: probe }, call.enteredAt);
    const strand = await keepWork(deps, call, wanted);
    const done = await sendToCycle(deps, call, { ...command, strand });
    return {
      ...done,
      result: { dueOn: strand.dueOn },
      notices: noticeOfMove(dueOn, strand.dueOn),
    };
  },
});
