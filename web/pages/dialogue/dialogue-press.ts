import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebContext } from '../../environment.ts';
import type { TypedFields } from '../../layout/typed-values.ts';
import { press } from '../../press.ts';
import type { FormError } from '../../refusal.ts';
import { untilShown } from '../../until-shown.ts';
import { yearOn } from '../cycle/cycle-reading.ts';
import { readOccurredAt } from '../paper/paper-moment.tsx';
import { fieldsOfForm } from '../registration/unit-moment.tsx';
import type { RefusedForm } from './dialogue-forms.tsx';

interface DialoguePress {
  readonly form: string;
  readonly act: string;
  readonly fields: TypedFields;
  readonly read: (fields: TypedFields) => unknown;
  readonly to: string;
  /** What follows from the act in another strand, and is to be seen on the next page. */
  readonly isShown: () => Promise<boolean>;
  readonly again: (refused: RefusedForm) => Response | Promise<Response>;
}

const STATUSES = [403, 404, 409, 413, 422, 503] as const;

const statusIn = (status: ContentfulStatusCode): RefusedForm['status'] =>
  STATUSES.find((known) => known === status) ?? 422;

// A place inside a list belongs to the list's one field.
const fieldOf = (form: string, field: string | null): string | null =>
  field === null ? null : `${form}-${field.replace(/-\d+$/, '')}`;

/** One press on a page of the dialogue: its form read, the act performed, or the page again. */
export const pressInDialogue = async (c: WebContext, wanted: DialoguePress): Promise<Response> => {
  const { form, fields, again } = wanted;
  const typed = fieldsOfForm(fields, form);
  const moment = readOccurredAt(typed);
  const refuse = (errors: readonly FormError[], status: ContentfulStatusCode) =>
    again({
      form,
      fields,
      errors: errors.map((error) => ({ ...error, field: fieldOf(form, error.field) })),
      status: statusIn(status),
    });
  if (!moment.isRight) {
    return refuse([{ field: 'occurredAt', text: c.get('t')('paper.occurred-wrong') }], 422);
  }
  const answer = await press(c, {
    fields,
    act: wanted.act,
    year: yearOn(c),
    data: await wanted.read(typed),
    occurredAt: moment.occurredAt,
    to: wanted.to,
    again: refuse,
  });
  if (answer.status === 303) await untilShown(wanted.isShown);
  return answer;
};
