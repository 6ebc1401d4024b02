import { decideByLink } from '../../../acts/decide-by-link.ts';
import type { DecisionLink, LinkDecision } from '../../../acts/decision-link.ts';
import { waitUntilShown } from '../../../acts/perform-act.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { WebContext } from '../../environment.ts';
import { typedText } from '../../layout/typed-values.ts';
import { formErrorOf, statusOf } from '../../refusal.ts';
import { decisionPage } from './decision-page.tsx';
import { readDecision } from './decision-reading.ts';

// Whatever else is refused concerns the page as a whole; an error is only linked to a field that is there.
const refusalPage = async (
  c: WebContext,
  link: DecisionLink,
  reason: string,
  error: DomainError,
): Promise<Response> => {
  const [view, found] = await Promise.all([readDecision(c, link), formErrorOf(c, error)]);
  const hasField = found.field === 'reason' && view.standing === 'open';
  const errors = [{ ...found, field: hasField ? 'reason' : null }];
  return decisionPage(c, view, { reason, errors, status: statusOf(error) });
};

/** One press: then the same address says what stands now. */
export const pressDecision = async (
  c: WebContext,
  link: DecisionLink,
  kind: LinkDecision['kind'],
): Promise<Response> => {
  const reason = kind === 'giveBack' ? typedText(await c.req.parseBody(), 'reason') : '';
  const { acts } = c.get('deps');
  try {
    const outcome = await decideByLink(
      acts,
      link,
      kind === 'approve' ? { kind } : { kind, reason },
    );
    await waitUntilShown(acts, link.office_id, outcome);
    return c.redirect(`/d/${c.req.param('token') ?? ''}`, 303);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refusalPage(c, link, reason, error);
  }
};
