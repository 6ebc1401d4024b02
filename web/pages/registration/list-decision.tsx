import type { WebContext } from '../../environment.ts';
import { InsetText } from '../../layout/content.tsx';
import { ActForm, Button, errorOf, TextArea } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import type { ListView } from './list-reading.ts';
import { repeatedActId, type RefusedForm } from './period-press.ts';
import { pathOfList } from './period-reading.ts';

interface DecisionProps {
  readonly c: WebContext;
  readonly view: ListView;
  readonly form: RefusedForm;
}

// What is decided on is what was read: version and hash of the page go along with the press.
const ReadVersion = ({ view: { state } }: { view: ListView }) => (
  <>
    <input type="hidden" name="version" value={state.version} />
    <input type="hidden" name="boundHash" value={state.boundHash} />
  </>
);

/** The list is long, and whoever has read it before wants to get on. */
export const ToListDecision = ({ c, view }: Pick<DecisionProps, 'c' | 'view'>) =>
  view.state.decision === null && view.mayDecide && !view.isOwn ? (
    <p class="govuk-body">
      <a class="govuk-link" href="#decide-title">
        {c.get('t')('plan.to-decision')}
      </a>
    </p>
  ) : null;

/** Approve or return; or why the reader can do neither. */
export const ListDecision = ({ c, view, form }: DecisionProps) => {
  const t = c.get('t');
  const { state, cycle } = view;
  if (state.decision || !view.mayDecide) return null;
  if (view.isOwn) return <InsetText>{t('plan.own-submission')}</InsetText>;
  const path = pathOfList(cycle.year, state.version);
  const hasReason = typedText(form.fields, 'reason') !== '';
  return (
    <section aria-labelledby="decide-title">
      <h2 class="govuk-heading-m" id="decide-title">
        {t('plan.decide-title')}
      </h2>
      <ActForm action={`${path}/approve`} actId={hasReason ? undefined : repeatedActId(form)}>
        <ReadVersion view={view} />
        <Button>{t('registration.approve-list')}</Button>
      </ActForm>
      <ActForm action={`${path}/return`} actId={hasReason ? repeatedActId(form) : undefined}>
        <ReadVersion view={view} />
        <TextArea
          t={t}
          name="reason"
          label={t('plan.reason')}
          hint={t('registration.return-hint')}
          value={typedText(form.fields, 'reason')}
          error={errorOf(form.errors, 'reason')}
        />
        <Button kind="secondary">{t('plan.give-back')}</Button>
      </ActForm>
    </section>
  );
};
