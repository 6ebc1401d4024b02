import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Database } from './connect.ts';

const SESSION_HOURS = 12;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

// Verified where the user name is unknown, so that the answer takes as long.
const decoy = hash(randomBytes(16).toString('hex'));

export const createAccountStore = (db: Database) => {
  const openSession = async (officeId: string, personId: string, now: Date): Promise<string> => {
    const token = randomBytes(32).toString('base64url');
    await db.deleteFrom('session').where('expires_at', '<', now).execute();
    await db
      .insertInto('session')
      .values({
        office_id: officeId,
        token_sha256: sha256(token),
        person_id: personId,
        expires_at: new Date(now.getTime() + SESSION_HOURS * 3_600_000),
      })
      .execute();
    return token;
  };

  return {
    openSession,

    /** Gives a person a user name and password, or a new password; their open sessions end. */
    async give(row: {
      officeId: string;
      personId: string;
      userName: string;
      password: string;
      mustChange: boolean;
    }): Promise<void> {
      const password_hash = await hash(row.password);
      const values = { user_name: row.userName, password_hash, must_change: row.mustChange };
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('account')
          .values({ office_id: row.officeId, person_id: row.personId, ...values })
          .onConflict((conflict) =>
            conflict.columns(['office_id', 'person_id']).doUpdateSet(values),
          )
          .execute();
        await tx
          .deleteFrom('session')
          .where('office_id', '=', row.officeId)
          .where('person_id', '=', row.personId)
          .execute();
      });
    },

    /** The account whose password this is, or null; takes as long for an unknown user name. */
    async check(userName: string, password: string) {
      const account = await db
        .selectFrom('account')
        .selectAll()
        .where('user_name', '=', userName)
        .executeTakeFirst();
      const isRight = await verify(account?.password_hash ?? (await decoy), password);
      return account && isRight ? account : null;
    },

    findByUserName: (userName: string) =>
      db
        .selectFrom('account')
        .select(['office_id', 'person_id', 'user_name', 'must_change'])
        .where('user_name', '=', userName)
        .executeTakeFirst(),

    list: (officeId: string) =>
      db
        .selectFrom('account')
        .select(['person_id', 'user_name', 'must_change'])
        .where('office_id', '=', officeId)
        .execute(),

    findSession: (token: string, now: Date) =>
      db
        .selectFrom('session')
        .select(['office_id', 'person_id'])
        .where('token_sha256', '=', sha256(token))
        .where('expires_at', '>', now)
        .executeTakeFirst(),

    async endSession(token: string): Promise<void> {
      await db.deleteFrom('session').where('token_sha256', '=', sha256(token)).execute();
    },
  };
};
