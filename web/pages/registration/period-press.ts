import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebContext } from '../../environment.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { press } from '../../press.ts';
import type { FormError } from '../../refusal.ts';
import { untilShown } from '../../until-shown.ts';
import { yearOn } from '../cycle/cycle-reading.ts';
import { readOccurredAt } from '../paper/paper-moment.tsx';

/** What was typed into a form of the period and refused. */
export interface RefusedForm {
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  readonly status: ContentfulStatusCode;
}

export const NOTHING_REFUSED: RefusedForm = { fields: {}, errors: [], status: 200 };

/** "Try later" was the answer: the same press stays the same act. */
export const repeatedActId = ({ fields, status }: RefusedForm): string | undefined =>
  status === 503 ? typedText(fields, 'actId') : undefined;

interface PeriodPress {
  readonly fields: TypedFields;
  readonly act: string;
  readonly data: unknown;
  readonly to: string;
  /** The field of the form that a refusal belongs to; null: the form as a whole. */
  readonly fieldOf: (id: string) => string | null;
  readonly again: (refused: RefusedForm) => Response | Promise<Response>;
  /** What follows from the act in another strand, and is to be seen on the next page. */
  readonly isShown?: () => Promise<boolean>;
}

/** A press on the period as a whole, with the day on which it happened where that was earlier. */
export const pressOnPeriod = async (c: WebContext, form: PeriodPress): Promise<Response> => {
  const { fields, again } = form;
  const moment = readOccurredAt(fields);
  if (!moment.isRight) {
    const text = c.get('t')('plan.occurred-at-wrong');
    return again({ fields, errors: [{ field: 'occurredAt', text }], status: 422 });
  }
  const answer = await press(c, {
    fields,
    act: form.act,
    year: yearOn(c),
    data: form.data,
    occurredAt: moment.occurredAt,
    to: form.to,
    again: (errors, status) =>
      again({
        fields,
        errors: errors.map((error) => ({
          ...error,
          field: error.field === null ? null : form.fieldOf(error.field),
        })),
        status,
      }),
  });
  if (answer.status === 303 && form.isShown) await untilShown(form.isShown);
  return answer;
};
