import type { Selectable } from 'kysely';
import type { InitialsRule } from '../../domain/initials.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Database } from './connect.ts';
import { saveOfficeRows, type OfficeRows } from './save-office-rows.ts';
import type { Tables } from './tables.ts';

export type OfficeRow = Selectable<Tables['office']>;
type UnitRow = Selectable<Tables['unit']>;
export type PersonRow = Selectable<Tables['person']>;

const isValidOn = (
  date: LocalDate,
  row: { valid_from: LocalDate | null; valid_to: LocalDate | null },
): boolean =>
  (row.valid_from === null || row.valid_from <= date) &&
  (row.valid_to === null || date <= row.valid_to);

export const createOfficeStore = (db: Database) => {
  const find = (officeId: string) =>
    db.selectFrom('office').selectAll().where('office_id', '=', officeId).executeTakeFirst();

  const listUnits = (officeId: string) =>
    db
      .selectFrom('unit')
      .selectAll()
      .where('office_id', '=', officeId)
      .orderBy('ordinal')
      .orderBy('unit_id')
      .execute();

  const listUnitNames = (officeId: string) =>
    db
      .selectFrom('unit_name')
      .selectAll()
      .where('office_id', '=', officeId)
      .orderBy('ordinal')
      .execute();

  const listPeople = (officeId: string) =>
    db
      .selectFrom('person')
      .selectAll()
      .where('office_id', '=', officeId)
      .orderBy('person_id')
      .execute();

  const listUnitsOn = async (officeId: string, date: LocalDate): Promise<UnitRow[]> => {
    const [units, names] = [await listUnits(officeId), await listUnitNames(officeId)];
    const nameOn = (unit: UnitRow): string =>
      names.find((row) => row.unit_id === unit.unit_id && isValidOn(date, row))?.name ?? unit.name;
    return units
      .filter((unit) => isValidOn(date, unit))
      .map((unit) => ({ ...unit, name: nameOn(unit) }));
  };

  return {
    find,
    listUnitsOn,
    list: () => db.selectFrom('office').selectAll().orderBy('office_id').execute(),
    listPeople,
    listUnits,
    listUnitNames,

    findPerson: (officeId: string, personId: string) =>
      db
        .selectFrom('person')
        .selectAll()
        .where('office_id', '=', officeId)
        .where('person_id', '=', personId)
        .executeTakeFirst(),

    listSuperiors: (officeId: string) =>
      db
        .selectFrom('superior')
        .selectAll()
        .where('office_id', '=', officeId)
        .orderBy('ordinal')
        .execute(),

    listLegalBases: (officeId: string) =>
      db
        .selectFrom('legal_basis')
        .selectAll()
        .where('office_id', '=', officeId)
        .orderBy('ordinal')
        .execute(),

    listDomains: (officeId: string) =>
      db
        .selectFrom('reform_domain')
        .selectAll()
        .where('office_id', '=', officeId)
        .orderBy('ordinal')
        .execute(),

    listDelegationsTo: (officeId: string, personId: string, date: LocalDate) =>
      db
        .selectFrom('delegation')
        .selectAll()
        .where('office_id', '=', officeId)
        .where('to_person_id', '=', personId)
        .where('valid_from', '<=', date)
        .where('valid_to', '>=', date)
        .execute(),

    listDelegations: (officeId: string) =>
      db
        .selectFrom('delegation')
        .selectAll()
        .where('office_id', '=', officeId)
        .orderBy('valid_from', 'desc')
        .execute(),

    async insertDelegation(row: Selectable<Tables['delegation']>): Promise<void> {
      await db
        .insertInto('delegation')
        .values(row)
        .onConflict((conflict) => conflict.columns(['office_id', 'act_id']).doNothing())
        .execute();
    },

    async setNumberSeries(officeId: string, series: 'external' | 'owned'): Promise<void> {
      await db
        .updateTable('office')
        .set({ number_series: series })
        .where('office_id', '=', officeId)
        .execute();
    },

    async setProofMark(officeId: string, isPrinted: boolean): Promise<void> {
      await db
        .updateTable('office')
        .set({ has_proof_mark: isPrinted })
        .where('office_id', '=', officeId)
        .execute();
    },

    async initialsRule(officeId: string): Promise<InitialsRule> {
      const office = await find(officeId);
      return {
        content: office?.content_initialled ?? [],
        form: office?.form_initialled ?? [],
        formCheckerId: office?.form_checker_id ?? null,
      };
    },

    async setInitials(officeId: string, rule: InitialsRule): Promise<void> {
      await db
        .updateTable('office')
        .set({
          content_initialled: [...rule.content],
          form_initialled: [...rule.form],
          form_checker_id: rule.formCheckerId,
        })
        .where('office_id', '=', officeId)
        .execute();
    },

    /** Where names of a unit are kept by time, the present one is the one without an end. */
    async renameUnit(officeId: string, unitId: string, name: string): Promise<void> {
      await db
        .updateTable('unit_name')
        .set({ name })
        .where('office_id', '=', officeId)
        .where('unit_id', '=', unitId)
        .where('valid_to', 'is', null)
        .execute();
    },

    /** Adds what is new and brings what is there up to date; nothing is deleted. */
    save: (rows: Partial<OfficeRows>): Promise<void> =>
      db.transaction().execute((tx) => saveOfficeRows(tx, rows)),
  };
};
