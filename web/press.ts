import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ActOutcome, Notice } from '../acts/act.ts';
import { performAct, waitUntilShown } from '../acts/perform-act.ts';
import { DomainError } from '../domain/errors.ts';
import type { WebContext } from './environment.ts';
import { formErrorOf, statusOf, type FormError } from './refusal.ts';
import { userOn } from './signed-in.ts';
import { typedText, type TypedFields } from './layout/typed-values.ts';

interface Press {
  /** The submitted form; it carries the act's id, and may say when the act happened. */
  readonly fields: TypedFields;
  readonly act: string;
  readonly year: number | null;
  readonly data: unknown;
  readonly occurredAt?: string | null;
  /** Where to go when it is done. */
  readonly to: string | ((outcome: ActOutcome) => string);
  /** The page again, with what was typed and what was refused. */
  readonly again: (
    errors: readonly FormError[],
    status: ContentfulStatusCode,
  ) => Response | Promise<Response>;
}

export type PageNotice = 'done' | 'being-processed' | Notice;

const withNotice = (path: string, notice: PageNotice): string =>
  `${path}${path.includes('?') ? '&' : '?'}notice=${notice}`;

/** A pressed button: the act, then the page that shows it, or the same form with the refusal. */
export const press = async (c: WebContext, form: Press): Promise<Response> => {
  const { acts } = c.get('deps');
  const { officeId, person } = userOn(c);
  try {
    const outcome = await performAct(acts, form.act, {
      actId: typedText(form.fields, 'actId'),
      officeId,
      year: form.year,
      personId: person.person_id,
      channel: 'web',
      occurredAt: form.occurredAt ?? null,
      data: form.data,
    });
    const isShown = await waitUntilShown(acts, officeId, outcome);
    const notice = outcome.notices[0] ?? (isShown ? 'done' : 'being-processed');
    const to = typeof form.to === 'string' ? form.to : form.to(outcome);
    return c.redirect(withNotice(to, notice), 303);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return form.again([await formErrorOf(c, error)], statusOf(error));
  }
};
