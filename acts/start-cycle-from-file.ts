import * as z from 'zod';
import { POWERS } from '../domain/authority.ts';
import { DomainError } from '../domain/errors.ts';
import { isBefore, localDateOf, type Instant, type LocalDate } from '../domain/local-date.ts';
import type { CycleClock } from '../domain/cycle-clock.ts';
import { defineAct } from './act.ts';
import { checkTexts } from './check-plan.ts';
import { officeRowsOf, unknownRowsOf } from './office-rows.ts';
import { openCycle } from './open-cycle.ts';
import { moment } from './year-file/fields.ts';
import { officeOfYearFile } from './year-file/office-content.ts';
import { planOfYearFile } from './year-file/plan-of-year-file.ts';
import { readYearFile } from './year-file/read-year-file.ts';
import { textsOfYearFile } from './year-file/texts-of-year-file.ts';
import type { YearFile } from './year-file/year-file.ts';

// A year that is over is entered from its papers, act by act, on a clock of its own, which begins on
// the morning of its first paper.
const clockOf = (file: YearFile, now: Instant, enteredSince: Instant | null): CycleClock => {
  if (enteredSince !== null) {
    if (isBefore(enteredSince, now)) return { mode: 'entered', at: enteredSince };
    throw new DomainError(
      'out-of-time',
      'a year is entered from a moment that is over',
      { given: enteredSince, latest: now },
      '/enteredSince',
    );
  }
  return file.cycleYear < Number(now.slice(0, 4))
    ? { mode: 'entered', at: `${firstDayOf(file)}T07:30:00+07:00` }
    : { mode: 'live' };
};

// In a year that a summary conference opens, registration comes in the autumn before the plan.
const firstDayOf = (file: YearFile): LocalDate => {
  const firstOfYear = `${String(file.cycleYear)}-01-01`;
  const papers = (file.documents ?? []).map(({ issuedOn }) => issuedOn);
  return [...papers, file.plan.registrationOpensOn].reduce(
    (first, day) => (day < first ? day : first),
    firstOfYear,
  );
};

/**
 * Opens a year from a file of the reference schema: the office as the file has it, the plan as a draft.
 * What else the file holds is checked and not entered.
 */
export const startCycleFromFile = defineAct({
  name: 'start-cycle-from-file',
  schema: z.strictObject({
    bytes: z.instanceof(Uint8Array),
    /** A year that has begun on paper: from then on it is entered, until it has caught up (go-live). */
    enteredSince: moment.nullable().default(null),
    /** The papers of a past year go out by mail once more. */
    isMailed: z.boolean().default(false),
  }),
  power: 'startCycle',
  async perform(deps, call) {
    const file = readYearFile(call.data.bytes);
    checkTexts(deps, textsOfYearFile(file));
    if (file.unit.id !== call.officeId) {
      throw new DomainError(
        'no-power',
        'the file is of another office',
        { given: file.unit.id, expected: call.officeId },
        '/unit/id',
      );
    }
    const plan = planOfYearFile(file);
    const running = await deps.stores.cycles.find(call.officeId, plan.year);
    if (running && running.act_id !== call.actId) {
      throw new DomainError('cycle-exists', 'the office has a cycle of that year', {
        workflowId: running.workflow_id,
        year: plan.year,
        lastBy: running.started_by,
        lastAt: running.started_at,
      });
    }
    const clock = clockOf(file, call.enteredAt, call.data.enteredSince);
    const rows = officeRowsOf(officeOfYearFile(file));
    const { offices } = deps.stores;
    await offices.save(clock.mode === 'entered' ? await unknownRowsOf(rows, offices) : rows);
    return openCycle(deps, call, { plan, clock, isMailed: call.data.isMailed });
  },
});

const inPostOn = (file: YearFile, day: LocalDate) =>
  file.people.filter(
    ({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day),
  );

/** True where the file gives the person a role that starts a year, on that day. */
export const mayStart = (file: YearFile, personId: string, at: Instant): boolean => {
  const roles: readonly string[] = POWERS.startCycle;
  return inPostOn(file, localDateOf(at)).some(
    (person) => person.id === personId && person.roles.some((role) => roles.includes(role)),
  );
};

/** Who starts the first cycle of an office that only the file knows: its coordinator of that day. */
export const starterInFile = (file: YearFile, at: Instant): string | null => {
  const inPost = inPostOn(file, localDateOf(at));
  const roles: readonly string[] = POWERS.startCycle;
  return (
    roles
      .map((role) => inPost.find((person) => person.roles.some((held) => held === role)))
      .find((person) => person !== undefined)?.id ?? null
  );
};
