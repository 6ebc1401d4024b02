import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebContext } from '../../environment.ts';
import { InsetText } from '../../layout/content.tsx';
import { ActForm, Button, errorOf, TextArea, type FormError } from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { BeforeLeader } from '../initials/initial-forms.tsx';
import type { ApprovalView } from './approval-reading.ts';
import { pathOfPlan } from './plan-reading.ts';

interface DecisionProps {
  readonly c: WebContext;
  readonly view: ApprovalView;
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  readonly status: ContentfulStatusCode;
}

// What is decided on is what was read: version and hash of the page go along with the press.
const ReadVersion = ({ view: { state } }: { view: ApprovalView }) => (
  <>
    <input type="hidden" name="version" value={state.version} />
    <input type="hidden" name="boundHash" value={state.boundHash} />
  </>
);

const canDecide = ({ state, mayDecide, isOwn }: ApprovalView): boolean =>
  state.decision === null && mayDecide && !isOwn;

/** The paper is long, and whoever has read it before wants to get on. */
export const ToDecision = ({ c, view }: Pick<DecisionProps, 'c' | 'view'>) =>
  canDecide(view) ? (
    <p class="govuk-body">
      <a class="govuk-link" href="#decide-title">
        {c.get('t')('plan.to-decision')}
      </a>
    </p>
  ) : null;

/** Approve or return; or why the reader can do neither. */
export const DecisionForms = ({ c, view, fields, errors, status }: DecisionProps) => {
  const t = c.get('t');
  const { state, cycle } = view;
  if (state.decision || !view.mayDecide) return null;
  if (view.isOwn) return <InsetText>{t('plan.own-submission')}</InsetText>;
  const path = `${pathOfPlan(cycle.year)}/approval/${state.version}`;
  const repeated = status === 503 ? typedText(fields, 'actId') : undefined;
  const hasReason = typedText(fields, 'reason') !== '';
  return (
    <section aria-labelledby="decide-title">
      <h2 class="govuk-heading-m" id="decide-title">
        {t('plan.decide-title')}
      </h2>
      {view.initials.next ? (
        <BeforeLeader t={t} />
      ) : (
        <ActForm action={`${path}/approve`} actId={hasReason ? undefined : repeated}>
          <ReadVersion view={view} />
          <Button>{t('plan.approve')}</Button>
        </ActForm>
      )}
      <ActForm action={`${path}/return`} actId={hasReason ? repeated : undefined}>
        <ReadVersion view={view} />
        <TextArea
          t={t}
          name="reason"
          label={t('plan.reason')}
          hint={t('plan.reason-hint')}
          value={typedText(fields, 'reason')}
          error={errorOf(errors, 'reason')}
        />
        <Button kind="secondary">{t('plan.give-back')}</Button>
      </ActForm>
    </section>
  );
};
