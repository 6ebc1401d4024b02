import { rolesWith } from '../../../domain/waiters.ts';
import type { OfficeRow, PersonRow } from '../../../adapters/database/offices.ts';
import type { Stores } from '../../../adapters/database/stores.ts';
import type { Power } from '../../../domain/authority.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import { comparePersonNames } from '../../../locale/vietnamese.ts';
import type { WebContext } from '../../environment.ts';
import { userOn } from '../../signed-in.ts';

export type UnitRow = Awaited<ReturnType<Stores['offices']['listUnits']>>[number];
export type SuperiorRow = Awaited<ReturnType<Stores['offices']['listSuperiors']>>[number];

/** An office's people, units and bodies above, and what this reader may change of them. */
export interface OfficeView {
  readonly office: OfficeRow;
  readonly today: LocalDate;
  readonly people: readonly PersonRow[];
  readonly units: readonly UnitRow[];
  readonly superiors: readonly SuperiorRow[];
  readonly delegations: Awaited<ReturnType<Stores['offices']['listDelegations']>>;
  readonly accounts: Awaited<ReturnType<Stores['accounts']['list']>>;
  readonly may: { readonly keep: boolean; readonly delegate: boolean };
}

// A unit that was renamed is known, and saved, by the name that it has now.
const nameToday = ({ units }: OfficeFacts, { unit_id, name }: UnitRow): string =>
  units.find(({ id }) => id === unit_id)?.name ?? name;

export const readOfficeView = async (c: WebContext): Promise<OfficeView> => {
  const { stores } = c.get('deps').acts;
  const { officeId, person } = userOn(c);
  const today = c.get('today');
  const [office, people, units, superiors, delegations, accounts, facts] = await Promise.all([
    stores.offices.find(officeId),
    stores.offices.listPeople(officeId),
    stores.offices.listUnits(officeId),
    stores.offices.listSuperiors(officeId),
    stores.offices.listDelegations(officeId),
    stores.accounts.list(officeId),
    stores.factsOn(officeId, today),
  ]);
  if (!office) throw new Error('the office of a session is missing');
  const held = facts.people.find(({ id }) => id === person.person_id)?.roles ?? [];
  const has = (power: Power) => rolesWith(power, facts).some((role) => held.includes(role));
  return {
    office,
    today,
    people: people.toSorted((left, right) => comparePersonNames(left.full_name, right.full_name)),
    units: units.map((unit) => ({ ...unit, name: nameToday(facts, unit) })),
    superiors,
    delegations,
    accounts,
    may: { keep: has('keepOffice'), delegate: has('delegate') },
  };
};

export const unitName = (view: OfficeView, unitId: string | null): string =>
  view.units.find(({ unit_id }) => unit_id === unitId)?.name ?? view.office.name;

export const isInPost = ({ valid_from, valid_to }: PersonRow, day: LocalDate): boolean =>
  (valid_from === null || valid_from <= day) && (valid_to === null || day <= valid_to);
