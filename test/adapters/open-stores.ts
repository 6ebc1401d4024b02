import { connectDatabase } from '../../adapters/database/connect.ts';
import { createStores } from '../../adapters/database/stores.ts';
import { createTestDatabase } from '../support/database.ts';
import { smallOffice } from '../support/small-office.ts';

let offices = 0;

/** A database of this file's own; `office` gives each test an office that no other test touches. */
export const openStores = async () => {
  const database = await createTestDatabase();
  const db = connectDatabase(database.url);
  const stores = createStores(db);
  return {
    db,
    stores,
    office: async (): Promise<string> => {
      offices += 1;
      const officeId = `OFFICE-${String(offices)}`;
      await stores.offices.save(smallOffice(officeId));
      return officeId;
    },
    close: async () => {
      await db.destroy();
      await database.drop();
    },
  };
};
