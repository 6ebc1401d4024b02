// A table of what an act refuses, one line each.
import { expect } from 'vitest';
import type { OfficeSystem, TestOffice } from './office-system.ts';
import { countRows } from './snapshot.ts';

export type RefusalCase = readonly [
  what: string,
  personId: string,
  act: string,
  data: () => unknown,
  code: string,
  place: string | null,
];

/** Refused with that code at that place, and not a row more in any table. */
export const expectRefusal = async (
  system: OfficeSystem,
  office: TestOffice,
  [, personId, act, data, code, place]: RefusalCase,
): Promise<void> => {
  const before = await countRows(system.db, office.officeId);
  await expect(office.act(personId, act, data())).rejects.toMatchObject({ code, place });
  expect(await countRows(system.db, office.officeId)).toEqual(before);
};
