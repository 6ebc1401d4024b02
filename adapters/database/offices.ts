import type { Insertable, Selectable } from 'kysely';
import type { LocalDate } from '../../domain/local-date.ts';
import type { RoleId } from '../../domain/authority.ts';
import type { Database } from './connect.ts';
import type { Tables } from './tables.ts';

export type OfficeRow = Selectable<Tables['office']>;
export type SuperiorRow = Selectable<Tables['superior']>;
export type UnitRow = Selectable<Tables['unit']>;
export type UnitNameRow = Selectable<Tables['unit_name']>;
export type PersonRow = Selectable<Tables['person']>;
export type LegalBasisRow = Selectable<Tables['legal_basis']>;
export type ReformDomainRow = Selectable<Tables['reform_domain']>;

/** An office with all that papers name: taken over whole from a file, or grown by hand. */
export interface OfficeRows {
  readonly office: Insertable<Tables['office']>;
  readonly superiors: readonly SuperiorRow[];
  readonly units: readonly UnitRow[];
  readonly unitNames: readonly UnitNameRow[];
  readonly people: readonly PersonRow[];
  readonly legalBases: readonly LegalBasisRow[];
  readonly domains: readonly ReformDomainRow[];
}

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

    /** Adds what is new and brings what is there up to date; nothing is deleted. */
    save: (rows: Partial<OfficeRows>): Promise<void> =>
      db.transaction().execute(async (tx) => {
        if (rows.office) {
          const { office_id: _, ...rest } = rows.office;
          await tx
            .insertInto('office')
            .values(rows.office)
            .onConflict((conflict) => conflict.column('office_id').doUpdateSet(rest))
            .execute();
        }
        for (const row of rows.superiors ?? []) {
          await tx
            .insertInto('superior')
            .values(row)
            .onConflict((conflict) =>
              conflict.columns(['office_id', 'superior_id']).doUpdateSet(row),
            )
            .execute();
        }
        for (const row of rows.units ?? []) {
          await tx
            .insertInto('unit')
            .values(row)
            .onConflict((conflict) => conflict.columns(['office_id', 'unit_id']).doUpdateSet(row))
            .execute();
        }
        for (const row of rows.unitNames ?? []) {
          await tx
            .insertInto('unit_name')
            .values(row)
            .onConflict((conflict) =>
              conflict.columns(['office_id', 'unit_id', 'ordinal']).doUpdateSet(row),
            )
            .execute();
        }
        for (const row of rows.people ?? []) {
          await tx
            .insertInto('person')
            .values(row)
            .onConflict((conflict) => conflict.columns(['office_id', 'person_id']).doUpdateSet(row))
            .execute();
        }
        for (const row of rows.legalBases ?? []) {
          await tx
            .insertInto('legal_basis')
            .values(row)
            .onConflict((conflict) =>
              conflict.columns(['office_id', 'legal_basis_id']).doUpdateSet(row),
            )
            .execute();
        }
        for (const row of rows.domains ?? []) {
          await tx
            .insertInto('reform_domain')
            .values(row)
            .onConflict((conflict) => conflict.columns(['office_id', 'code']).doUpdateSet(row))
            .execute();
        }
      }),
  };
};
