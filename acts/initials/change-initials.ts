import * as z from 'zod';
import type { PaperKind } from '../../domain/paper-kind.ts';
import { DomainError } from '../../domain/errors.ts';
import { kindsToInitial } from '../../domain/initials.ts';
import { localDateOf } from '../../domain/local-date.ts';
import { defineAct, outcome } from '../act.ts';
import { key } from '../year-file/fields.ts';

// One that goes to its signer without the leader's approval has no step before which to initial it.
const kinds = z
  .array(z.enum(kindsToInitial()))
  .transform((given): readonly PaperKind[] => [...new Set(given)].toSorted());

/** Which papers are initialled before they go to the leader, and who checks their form. */
export const changeInitials = defineAct({
  name: 'change-initials',
  schema: z.strictObject({ content: kinds, form: kinds, formCheckerId: key.nullable() }),
  power: 'keepOffice',
  async perform(deps, call) {
    const { data, officeId } = call;
    const place = '/formCheckerId';
    if (data.form.length > 0 && data.formCheckerId === null) {
      throw new DomainError('missing-field', 'somebody has to check the form', {}, place);
    }
    const facts = await deps.stores.factsOn(officeId, localDateOf(call.at));
    const id = data.formCheckerId;
    if (id !== null && !facts.people.some((person) => person.id === id)) {
      throw new DomainError('unknown-reference', 'nobody of that id is in post', { id }, place);
    }
    await deps.stores.offices.setInitials(officeId, data);
    return outcome({ workflowId: null, seq: null, result: { formCheckerId: id } });
  },
});
