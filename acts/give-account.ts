import * as z from 'zod';
import { DomainError } from '../domain/errors.ts';
import { defineAct, outcome } from './act.ts';
import { checkMayTouchHead } from './head-of-office.ts';
import { key } from './year-file/fields.ts';

const MIN_PASSWORD = 10;

export const userName = z.string().regex(/^[a-z0-9._-]{3,40}$/);
export const password = z.string().min(MIN_PASSWORD).max(200);

/** A user name and a first password for a person; asked again, a new password. */
export const giveAccount = defineAct({
  name: 'give-account',
  schema: z.strictObject({ personId: key, userName, password }),
  power: 'keepOffice',
  async perform({ stores }, call) {
    const { officeId, data } = call;
    if (!(await stores.offices.findPerson(officeId, data.personId))) {
      throw new DomainError(
        'unknown-reference',
        'no such person',
        { id: data.personId },
        '/personId',
      );
    }
    const accounts = await stores.accounts.list(officeId);
    if (accounts.some((account) => account.person_id === data.personId)) {
      await checkMayTouchHead({ stores }, call, data.personId, null);
    }
    const taken = await stores.accounts.findByUserName(data.userName);
    if (taken && (taken.office_id !== officeId || taken.person_id !== data.personId)) {
      throw new DomainError(
        'duplicate-id',
        'the user name is taken',
        { id: data.userName },
        '/userName',
      );
    }
    await stores.accounts.give({ officeId, ...data, mustChange: true });
    return outcome({ workflowId: null, seq: null, result: { personId: data.personId } });
  },
});
