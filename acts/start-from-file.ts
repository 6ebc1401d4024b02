import { POWERS } from '../domain/authority.ts';
import { DomainError } from '../domain/errors.ts';
import { instantOf, type Instant } from '../domain/local-date.ts';
import type { ActDependencies, ActOutcome, Channel } from './act.ts';
import { checkTexts } from './check-plan.ts';
import { officeRowsOf } from './office-rows.ts';
import { performAct } from './perform-act.ts';
import { giveStandardCalendar } from './standard-calendar.ts';
import { mayStart, startCycleFromFile, starterInFile } from './start-cycle-from-file.ts';
import { officeOfYearFile } from './year-file/office-content.ts';
import { readYearFile } from './year-file/read-year-file.ts';
import { textsOfYearFile } from './year-file/texts-of-year-file.ts';

/**
 * A start by the operator: as the person named, else as the file's coordinator. An office that is not
 * there yet is entered from the file first, since only then somebody has the power to start its year.
 */
export const startFromFile = async (
  deps: ActDependencies,
  start: {
    actId: string;
    bytes: Uint8Array;
    personId: string | null;
    channel: Channel;
    /** The year is entered from its papers from that moment on, until it is let go live. */
    enteredSince?: Instant;
    /** When it was started on paper; else now. */
    occurredAt?: Instant;
    /** The papers of a past year go out by mail once more. */
    isMailed?: boolean;
  },
): Promise<ActOutcome & { readonly officeId: string; readonly year: number }> => {
  const file = readYearFile(start.bytes);
  checkTexts(deps, textsOfYearFile(file));
  const at = start.occurredAt ?? instantOf(deps.wallClock().getTime());
  const personId = start.personId ?? starterInFile(file, at);
  const office = await deps.stores.offices.find(file.unit.id);
  if (personId === null || (!office && !mayStart(file, personId, at))) {
    throw new DomainError(
      'no-power',
      'that person of the file may not start its year',
      { expected: POWERS.startCycle },
      '/people',
    );
  }
  if (!office) {
    await deps.stores.offices.save(officeRowsOf(officeOfYearFile(file)));
    await giveStandardCalendar(deps.stores, file.unit.id);
  }
  const done = await performAct(deps, startCycleFromFile.name, {
    actId: start.actId,
    officeId: file.unit.id,
    year: file.cycleYear,
    personId,
    channel: start.channel,
    occurredAt: start.occurredAt ?? null,
    data: {
      bytes: start.bytes,
      enteredSince: start.enteredSince ?? null,
      isMailed: start.isMailed ?? false,
    },
  });
  return { ...done, officeId: file.unit.id, year: file.cycleYear };
};
