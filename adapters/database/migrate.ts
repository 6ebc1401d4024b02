import { Migrator } from 'kysely';
import { connectDatabase } from './connect.ts';
import * as firstCycle from './migrations/0001-first-cycle.ts';
import * as registration from './migrations/0002-registration.ts';
import * as roomsOfTheYear from './migrations/0003-rooms-of-the-year.ts';
import * as dialogue from './migrations/0004-dialogue.ts';
import * as mailedYears from './migrations/0005-mailed-years.ts';
import * as proofOfPapers from './migrations/0006-proof-of-papers.ts';
import * as initials from './migrations/0007-initials.ts';

const MIGRATIONS = {
  '0001-first-cycle': firstCycle,
  '0002-registration': registration,
  '0003-rooms-of-the-year': roomsOfTheYear,
  '0004-dialogue': dialogue,
  '0005-mailed-years': mailedYears,
  '0006-proof-of-papers': proofOfPapers,
  '0007-initials': initials,
};

/** Brings the database to the newest schema; several processes may call it at once. */
export const migrateToLatest = async (databaseUrl: string): Promise<void> => {
  const db = connectDatabase(databaseUrl);
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
    });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined)
      throw new Error('the database could not be migrated', { cause: error });
  } finally {
    await db.destroy();
  }
};
