import { isAssignmentOver } from '../../../domain/assignment.ts';
import type { WebContext } from '../../environment.ts';
import { Details, InsetText } from '../../layout/content.tsx';
import { ActForm, Button, errorOf, Select } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { actIdOf, Moment, Named, TypedArea } from '../drafts/form-parts.tsx';
import type { RefusedForm } from '../registration/period-press.ts';
import { pathOfWork, type WorkView } from './work-reading.ts';

interface FormsProps {
  readonly c: WebContext;
  readonly view: WorkView;
  readonly form: RefusedForm;
}

const pathOf = ({ cycle, id }: WorkView): string => pathOfWork(cycle.year, id);

/** The unit says what was done, and what proves it, a line for each thing. */
export const ReportWork = ({ c, view, form }: FormsProps) => {
  const t = c.get('t');
  const { phase } = view.state;
  if (!view.mayReport || (phase !== 'given' && phase !== 'returned')) return null;
  return (
    <section aria-labelledby="to-report-title">
      <h2 class="govuk-heading-m" id="to-report-title">
        {t('work.report-form')}
      </h2>
      <ActForm action={`${pathOf(view)}/report`} actId={actIdOf(form, 'report')}>
        <Named name="report" />
        <TypedArea
          c={c}
          form={form}
          name="report-done"
          label={t('work.done')}
          hint={t('work.done-hint')}
        />
        <TypedArea
          c={c}
          form={form}
          name="report-evidence"
          label={t('work.evidence')}
          hint={t('work.evidence-hint')}
        />
        <Moment c={c} cycle={view.cycle} form={form} name="report" />
        <Button>{t('work.report')}</Button>
      </ActForm>
    </section>
  );
};

/** Confirm that it is done, or return the report; or why the reader can do neither. */
export const JudgeWork = ({ c, view, form }: FormsProps) => {
  const t = c.get('t');
  const { report } = view;
  if (view.state.phase !== 'reported' || !report || !view.mayConfirm) return null;
  if (view.isOwn) return <InsetText>{t('work.own-report')}</InsetText>;
  const Read = () => <input type="hidden" name="version" value={report.version} />;
  return (
    <section aria-labelledby="decide-title">
      <h2 class="govuk-heading-m" id="decide-title">
        {t('plan.decide-title')}
      </h2>
      <ActForm action={`${pathOf(view)}/confirm`} actId={actIdOf(form, 'confirm')}>
        <Named name="confirm" />
        <Read />
        <Moment c={c} cycle={view.cycle} form={form} name="confirm" />
        <Button>{t('work.confirm')}</Button>
      </ActForm>
      <ActForm action={`${pathOf(view)}/return`} actId={actIdOf(form, 'return')}>
        <Named name="return" />
        <Read />
        <TypedArea
          c={c}
          form={form}
          name="return-reason"
          label={t('work.return-reason')}
          hint={t('work.return-hint')}
        />
        <Moment c={c} cycle={view.cycle} form={form} name="return" />
        <Button kind="secondary">{t('work.return')}</Button>
      </ActForm>
    </section>
  );
};

/** Whoever gives work moves it to another unit, or says that it is not wanted any more. */
export const KeepWork = ({ c, view, form }: FormsProps) => {
  const t = c.get('t');
  const { cycle, state } = view;
  if (!view.mayGive || isAssignmentOver(state)) return null;
  return (
    <Details summary={t('work.keep-title')} isOpen={form.errors.length > 0}>
      <ActForm action={`${pathOf(view)}/move`} actId={actIdOf(form, 'move')}>
        <Named name="move" />
        <Select
          t={t}
          name="move-unitId"
          label={t('work.move-to')}
          options={cycle.facts.units
            .filter(({ id }) => id !== state.unitId)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={typedText(form.fields, 'move-unitId')}
          error={errorOf(form.errors, 'move-unitId')}
        />
        <TypedArea
          c={c}
          form={form}
          name="move-reason"
          label={t('work.move-reason')}
          hint={t('work.reason-hint')}
        />
        <Moment c={c} cycle={cycle} form={form} name="move" />
        <Button kind="secondary">{t('work.move')}</Button>
      </ActForm>
      <ActForm action={`${pathOf(view)}/drop`} actId={actIdOf(form, 'drop')}>
        <Named name="drop" />
        <TypedArea
          c={c}
          form={form}
          name="drop-reason"
          label={t('work.drop-reason')}
          hint={t('work.reason-hint')}
        />
        <Moment c={c} cycle={cycle} form={form} name="drop" />
        <Button kind="warning">{t('work.drop')}</Button>
      </ActForm>
    </Details>
  );
};
