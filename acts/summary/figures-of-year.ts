import type { DecidedOutcomes, FiguresOfYear } from '../../domain/summary/figures-of-year.ts';
import { figuresOfYear } from '../../domain/summary/figures-of-year.ts';
import { resultsContentId, type CheckResultsContent } from '../../domain/check/check-content.ts';
import type { KeptResults } from '../../domain/summary/check-results.ts';
import { QUARTERS, type Quarter } from '../../domain/plan.ts';
import type { ActDependencies } from '../act.ts';
import { readTasksInForce } from '../amendment/amendments-of-year.ts';

type Deps = Pick<ActDependencies, 'stores'>;

/** What the quarter's check found; null: no check was held. */
const readCheckResults = async (
  { stores }: Deps,
  officeId: string,
  year: number,
  quarter: Quarter,
): Promise<KeptResults | null> => {
  const row = await stores.versions.latest(
    officeId,
    'check-results',
    resultsContentId(year, quarter),
  );
  if (!row) return null;
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by the check's act from a checked content
  return { version: row.version, content: JSON.parse(row.text) as CheckResultsContent };
};

/** The results of all checks of the year that were held. */
const readChecksOfYear = async (
  deps: Deps,
  officeId: string,
  year: number,
): Promise<readonly KeptResults[]> => {
  const all = await Promise.all(
    QUARTERS.map((quarter) => readCheckResults(deps, officeId, year, quarter)),
  );
  return all.filter((kept) => kept !== null);
};

/** The year in figures, by the plan as it was in force at the last check, else at the year's end. */
export const readFiguresOfYear = async (
  deps: Deps,
  officeId: string,
  year: number,
  decided: DecidedOutcomes,
): Promise<FiguresOfYear> => {
  const checks = await readChecksOfYear(deps, officeId, year);
  const last = checks.find(({ content }) => content.quarter === 'Q4');
  const on = last?.content.checkedOn ?? `${String(year)}-12-31`;
  return figuresOfYear(await readTasksInForce(deps, { officeId, year }, on), checks, decided);
};
