import { DomainError } from '../domain/errors.ts';
import { instantOf } from '../domain/local-date.ts';
import type { ActDependencies, ActOutcome, Channel } from './act.ts';
import { checkTexts } from './check-plan.ts';
import { officeRowsOf } from './office-rows.ts';
import { performAct } from './perform-act.ts';
import { startCycleFromFile, starterInFile } from './start-cycle-from-file.ts';
import { officeOfYearFile } from './year-file/office-content.ts';
import { readYearFile } from './year-file/read-year-file.ts';
import { textsOfYearFile } from './year-file/texts-of-year-file.ts';

/**
 * A start by the operator: as the person named, else as the file's coordinator. An office that is not
 * there yet is entered from the file first, since only then somebody has the power to start its year.
 */
export const startFromFile = async (
  deps: ActDependencies,
  start: { actId: string; bytes: Uint8Array; personId: string | null; channel: Channel },
): Promise<ActOutcome & { readonly officeId: string; readonly year: number }> => {
  const file = readYearFile(start.bytes);
  checkTexts(deps, textsOfYearFile(file));
  const personId = start.personId ?? starterInFile(file, instantOf(deps.wallClock().getTime()));
  if (personId === null || !file.people.some(({ id }) => id === personId)) {
    throw new DomainError(
      'no-power',
      'nobody in the file may start its year',
      { expected: 'cycleCoordinator' },
      '/people',
    );
  }
  if (!(await deps.stores.offices.find(file.unit.id))) {
    await deps.stores.offices.save(officeRowsOf(officeOfYearFile(file)));
  }
  const done = await performAct(deps, startCycleFromFile.name, {
    actId: start.actId,
    officeId: file.unit.id,
    year: file.cycleYear,
    personId,
    channel: start.channel,
    occurredAt: null,
    data: { bytes: start.bytes },
  });
  return { ...done, officeId: file.unit.id, year: file.cycleYear };
};
