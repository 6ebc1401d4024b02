import type { WebContext } from '../../environment.ts';
import { InsetText } from '../../layout/content.tsx';
import { ActForm, Button } from '../../layout/forms.tsx';
import { BeforeLeader } from '../initials/initial-forms.tsx';
import type { RefusedForm } from '../registration/period-press.ts';
import { pathOfDraft, type DraftView } from './draft-reading.ts';
import { actIdOf, Moment, Named, TypedArea } from './form-parts.tsx';

interface FormsProps {
  readonly c: WebContext;
  readonly view: DraftView;
  readonly form: RefusedForm;
}

const pathOf = ({ cycle, draft, version }: DraftView): string =>
  pathOfDraft(cycle.year, draft.draftId, version);

/** Approve or return; or why the reader can do neither. */
export const DecideDraft = ({ c, view, form }: FormsProps) => {
  const t = c.get('t');
  const { approval } = view;
  if (!approval || approval.decision || !view.mayDecide) return null;
  if (view.isOwn) return <InsetText>{t('plan.own-submission')}</InsetText>;
  const Read = () => <input type="hidden" name="boundHash" value={approval.boundHash} />;
  return (
    <section aria-labelledby="decide-title">
      <h2 class="govuk-heading-m" id="decide-title">
        {t('plan.decide-title')}
      </h2>
      {view.initials.next ? (
        <BeforeLeader t={t} />
      ) : (
        <ActForm action={`${pathOf(view)}/approve`} actId={actIdOf(form, 'approve')}>
          <Named name="approve" />
          <Read />
          <Moment c={c} cycle={view.cycle} form={form} name="approve" />
          <Button>{t('plan.approve')}</Button>
        </ActForm>
      )}
      <ActForm action={`${pathOf(view)}/return`} actId={actIdOf(form, 'return')}>
        <Named name="return" />
        <Read />
        <TypedArea
          c={c}
          form={form}
          name="return-reason"
          label={t('plan.reason')}
          hint={t('plan.reason-hint')}
        />
        <Moment c={c} cycle={view.cycle} form={form} name="return" />
        <Button kind="secondary">{t('plan.give-back')}</Button>
      </ActForm>
    </section>
  );
};

const canWithdraw = ({ approval, isCurrent }: DraftView): boolean =>
  isCurrent && approval !== null && approval.decision === null;

const canDrop = ({ draft, isCurrent, cycle }: DraftView): boolean =>
  isCurrent && draft.phase !== 'issued' && draft.phase !== 'dropped' && !cycle.state.cancelled;

/** Whoever may submit takes it back to correct it, or says that it is not wanted any more. */
export const KeepDraft = ({ c, view, form }: FormsProps) => {
  const t = c.get('t');
  if (!view.maySubmit || !canDrop(view)) return null;
  return (
    <section aria-labelledby="keep-title">
      <h2 class="govuk-heading-m" id="keep-title">
        {t('drafts.keep-title')}
      </h2>
      {view.draft.phase === 'drafting' && <p class="govuk-body">{t('drafts.submit-anew')}</p>}
      {canWithdraw(view) && (
        <ActForm action={`${pathOf(view)}/withdraw`} actId={actIdOf(form, 'withdraw')}>
          <Named name="withdraw" />
          <Moment c={c} cycle={view.cycle} form={form} name="withdraw" />
          <Button kind="secondary">{t('plan.withdraw', { version: view.version })}</Button>
        </ActForm>
      )}
      <ActForm action={`${pathOf(view)}/drop`} actId={actIdOf(form, 'drop')}>
        <Named name="drop" />
        <TypedArea
          c={c}
          form={form}
          name="drop-reason"
          label={t('drafts.drop-reason')}
          hint={t('drafts.drop-hint')}
        />
        <Moment c={c} cycle={view.cycle} form={form} name="drop" />
        <Button kind="warning">{t('drafts.drop')}</Button>
      </ActForm>
    </section>
  );
};
