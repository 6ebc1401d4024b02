import { decideByLink } from '../../../acts/decide-by-link.ts';
import type { DecisionLink, LinkDecision } from '../../../acts/decision-link.ts';
import { waitUntilShown } from '../../../acts/perform-act.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { WebContext } from '../../environment.ts';
import type { FormError } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { formErrorOf, statusOf } from '../../refusal.ts';
import { untilShown } from '../../until-shown.ts';
import { decisionPage } from './decision-page.tsx';
import { readDecision, type DecisionView } from './decision-reading.ts';

// Where nothing is left to decide, the page below says why; the rules' own sentences speak to writers.
const errorsOf = async (
  c: WebContext,
  { standing }: DecisionView,
  error: DomainError,
): Promise<readonly FormError[]> => {
  if (standing !== 'open') return [{ field: null, text: c.get('t')('decision.not-counted') }];
  const { field, text } = await formErrorOf(c, error);
  return [{ field: field === 'reason' ? field : null, text }];
};

const IN_BETWEEN: readonly DecisionView['standing'][] = ['open', 'processing'];

// The strand refuses what another press has just done, a moment before that one is shown.
const readRefused = async (
  c: WebContext,
  link: DecisionLink,
  { code }: DomainError,
): Promise<DecisionView> => {
  let view = await readDecision(c, link);
  if (code !== 'out-of-time' && code !== 'stale-version') return view;
  await untilShown(async () => {
    if (IN_BETWEEN.includes(view.standing)) view = await readDecision(c, link);
    return !IN_BETWEEN.includes(view.standing);
  });
  return view;
};

const refusalPage = async (
  c: WebContext,
  link: DecisionLink,
  reason: string,
  error: DomainError,
): Promise<Response> => {
  const view = await readRefused(c, link, error);
  const errors = await errorsOf(c, view, error);
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
