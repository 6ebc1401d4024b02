import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebContext } from '../../environment.ts';
import { InsetText } from '../../layout/content.tsx';
import { Button, errorOf, TextArea, type FormError } from '../../layout/forms.tsx';
import type { DecisionView } from './decision-reading.ts';

/** A press that was refused: the page keeps what was typed. */
export interface RefusedPress {
  readonly reason: string;
  readonly errors: readonly FormError[];
  readonly status: ContentfulStatusCode;
}

interface FormsProps {
  readonly c: WebContext;
  readonly view: DecisionView;
  readonly refused: RefusedPress;
}

// No act id in these forms: link and decision make it, so that a press from another machine is the same.
const ApproveForm = ({ c, view }: Omit<FormsProps, 'refused'>) => (
  <form method="post" action={`${view.address}/approve`}>
    <Button>{c.get('t')(`decision.approve.${view.link.what}`)}</Button>
  </form>
);

const ReturnForm = ({ c, view, refused }: FormsProps) => {
  const t = c.get('t');
  return (
    <form method="post" action={`${view.address}/return`} novalidate autocomplete="off">
      <TextArea
        t={t}
        name="reason"
        label={t('decision.reason')}
        hint={t('decision.reason-hint')}
        value={refused.reason}
        error={errorOf(refused.errors, 'reason')}
      />
      <Button kind="secondary">{t('decision.give-back')}</Button>
    </form>
  );
};

/** Two buttons, as far as the person may press them. */
export const DecisionForms = ({ c, view, refused }: FormsProps) => {
  const t = c.get('t');
  const { approving, givingBack, link } = view;
  if (approving.refusal?.code === 'own-submission') {
    return <InsetText>{t('decision.own', { who: view.nameOf(link.person_id) })}</InsetText>;
  }
  return (
    <section aria-labelledby="decide-title">
      <h2 class="govuk-heading-m" id="decide-title">
        {t('decision.decide')}
      </h2>
      {!approving.refusal && <ApproveForm c={c} view={view} />}
      {!givingBack.refusal && <ReturnForm c={c} view={view} refused={refused} />}
    </section>
  );
};
