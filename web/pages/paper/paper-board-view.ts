import { rolesWith } from '../../../domain/waiters.ts';
import type { OfficeRow, PersonRow } from '../../../adapters/database/offices.ts';
import type { PaperRow } from '../../../adapters/database/papers.ts';
import type { Stores } from '../../../adapters/database/stores.ts';
import type { WebContext } from '../../environment.ts';
import { userOn } from '../../signed-in.ts';
import { registerLines, type RegisterLine } from './paper-register.ts';
import { readReasons } from './paper-trail-facts.ts';

export interface BoardView {
  readonly office: OfficeRow;
  readonly papers: readonly PaperRow[];
  readonly people: readonly PersonRow[];
  readonly waiting: Awaited<ReturnType<Stores['cycles']['listWaiting']>>;
  readonly year: number;
  readonly years: readonly number[];
  readonly lines: readonly RegisterLine[];
  readonly reasons: ReadonlyMap<string, string>;
  readonly mayKeepOffice: boolean;
}

const yearAsked = (c: WebContext): number => {
  const asked = c.req.query('year') ?? '';
  return Number(/^\d{4}$/.test(asked) ? asked : c.get('today').slice(0, 4));
};

/** The board as this reader sees it, with the register of the year that the address asks for. */
export const readBoard = async (c: WebContext): Promise<BoardView> => {
  const { stores } = c.get('deps').acts;
  const { officeId, person } = userOn(c);
  const year = yearAsked(c);
  const [office, papers, register, waiting, people, facts] = await Promise.all([
    stores.offices.find(officeId),
    stores.papers.list(officeId),
    stores.papers.listRegister(officeId),
    stores.cycles.listWaiting(officeId),
    stores.offices.listPeople(officeId),
    stores.factsOn(officeId, c.get('today')),
  ]);
  if (!office) throw new Error('the office of a session is missing');
  const ofYear = register.filter(({ series_year }) => series_year === year);
  const cycles = new Set(
    papers
      .filter(({ paper_id }) => ofYear.some((row) => row.paper_id === paper_id))
      .map((paper) => paper.year),
  );
  const trail = (
    await Promise.all([...cycles].map((one) => stores.cycles.listTrail(officeId, one)))
  ).flat();
  const numbered = trail.filter(({ type }) => type === 'NumberVoided');
  return {
    office,
    papers,
    people,
    waiting,
    year,
    years: [...new Set([year, ...register.map(({ series_year }) => series_year)])].toSorted(),
    lines: registerLines(ofYear, papers, trail),
    reasons: await readReasons(stores, officeId, numbered),
    mayKeepOffice: rolesWith('keepOffice', facts).some((role) =>
      facts.people.find(({ id }) => id === person.person_id)?.roles.includes(role),
    ),
  };
};
