import type { Insertable, Selectable } from 'kysely';
import type { Queryable } from './connect.ts';
import type { Tables } from './tables.ts';

type Rows<T extends keyof Tables> = readonly Selectable<Tables[T]>[];

/** An office with all that papers name: taken over whole from a file, or grown by hand. */
export interface OfficeRows {
  readonly office: Insertable<Tables['office']>;
  readonly superiors: Rows<'superior'>;
  readonly units: Rows<'unit'>;
  readonly unitNames: Rows<'unit_name'>;
  readonly people: Rows<'person'>;
  readonly legalBases: Rows<'legal_basis'>;
  readonly domains: Rows<'reform_domain'>;
}

const saveOffice = async (tx: Queryable, row: OfficeRows['office']): Promise<void> => {
  await tx
    .insertInto('office')
    .values(row)
    .onConflict((conflict) => conflict.column('office_id').doUpdateSet(row))
    .execute();
};

const saveSuperiors = async (tx: Queryable, rows: OfficeRows['superiors']): Promise<void> => {
  for (const row of rows) {
    await tx
      .insertInto('superior')
      .values(row)
      .onConflict((conflict) => conflict.columns(['office_id', 'superior_id']).doUpdateSet(row))
      .execute();
  }
};

const saveUnits = async (tx: Queryable, rows: OfficeRows['units']): Promise<void> => {
  for (const row of rows) {
    await tx
      .insertInto('unit')
      .values(row)
      .onConflict((conflict) => conflict.columns(['office_id', 'unit_id']).doUpdateSet(row))
      .execute();
  }
};

const saveUnitNames = async (tx: Queryable, rows: OfficeRows['unitNames']): Promise<void> => {
  for (const row of rows) {
    await tx
      .insertInto('unit_name')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['office_id', 'unit_id', 'ordinal']).doUpdateSet(row),
      )
      .execute();
  }
};

const savePeople = async (tx: Queryable, rows: OfficeRows['people']): Promise<void> => {
  for (const row of rows) {
    await tx
      .insertInto('person')
      .values(row)
      .onConflict((conflict) => conflict.columns(['office_id', 'person_id']).doUpdateSet(row))
      .execute();
  }
};

const saveLegalBases = async (tx: Queryable, rows: OfficeRows['legalBases']): Promise<void> => {
  for (const row of rows) {
    await tx
      .insertInto('legal_basis')
      .values(row)
      .onConflict((conflict) => conflict.columns(['office_id', 'legal_basis_id']).doUpdateSet(row))
      .execute();
  }
};

const saveDomains = async (tx: Queryable, rows: OfficeRows['domains']): Promise<void> => {
  for (const row of rows) {
    await tx
      .insertInto('reform_domain')
      .values(row)
      .onConflict((conflict) => conflict.columns(['office_id', 'code']).doUpdateSet(row))
      .execute();
  }
};

// Units before their names, since a name belongs to a unit.
export const saveOfficeRows = async (tx: Queryable, rows: Partial<OfficeRows>): Promise<void> => {
  if (rows.office) await saveOffice(tx, rows.office);
  await saveSuperiors(tx, rows.superiors ?? []);
  await saveUnits(tx, rows.units ?? []);
  await saveUnitNames(tx, rows.unitNames ?? []);
  await savePeople(tx, rows.people ?? []);
  await saveLegalBases(tx, rows.legalBases ?? []);
  await saveDomains(tx, rows.domains ?? []);
};
