import type { WebContext } from '../../environment.ts';
import { Checkboxes } from '../../layout/choices.tsx';
import { ActForm, Button, ErrorSummary, errorOf, Select, TextArea } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { readRunningCycle, yearOn } from '../cycle/cycle-reading.ts';
import { typedChoices } from './form-reading.ts';
import { IndicatorInputs } from './indicator-inputs.tsx';
import { checkMayWrite, pathOfPlan, readLatestPlan } from './plan-reading.ts';
import { savePlanForm, type PlanForm, type ShowForm } from './save-form.ts';
import { StaleNote } from './stale-note.tsx';
import { nextTaskId, readTask, taskFieldOf, taskFieldsOf } from './task-fields.ts';

const NEW = 'new';

const TaskInputs = ({ c, form }: { c: WebContext; form: PlanForm }) => {
  const t = c.get('t');
  const { fields, errors, cycle } = form;
  const units = cycle.facts.units.map(({ id, name }) => ({ value: id, label: name }));
  const domains = cycle.facts.domains.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <TextArea
        t={t}
        name="title"
        label={t('plan.task-title')}
        rows={2}
        value={typedText(fields, 'title')}
        error={errorOf(errors, 'title')}
      />
      <Select
        t={t}
        name="primaryDomain"
        label={t('plan.primary-domain')}
        hint={t('plan.primary-domain-hint')}
        options={domains}
        value={typedText(fields, 'primaryDomain')}
        error={errorOf(errors, 'primaryDomain')}
      />
      <Checkboxes
        t={t}
        name="domains"
        label={t('plan.domains')}
        isOptional
        hint={t('plan.domains-hint')}
        options={domains}
        values={typedChoices(fields, 'domains')}
        error={errorOf(errors, 'domains')}
      />
      <Select
        t={t}
        name="leadUnitId"
        label={t('plan.lead-unit')}
        options={units}
        value={typedText(fields, 'leadUnitId')}
        error={errorOf(errors, 'leadUnitId')}
      />
      <Checkboxes
        t={t}
        name="coordinatingUnitIds"
        label={t('plan.coordinating-units')}
        isOptional
        options={units}
        values={typedChoices(fields, 'coordinatingUnitIds')}
        error={errorOf(errors, 'coordinatingUnitIds')}
      />
      <TextArea
        t={t}
        name="product"
        label={t('plan.product')}
        rows={2}
        value={typedText(fields, 'product')}
        error={errorOf(errors, 'product')}
      />
      <IndicatorInputs t={t} fields={fields} errors={errors} />
    </>
  );
};

const taskIdOn = (c: WebContext): string => c.req.param('taskId') ?? NEW;

const titleOf = (c: WebContext, { base }: PlanForm): string => {
  const t = c.get('t');
  const task = base.plan.tasks.find(({ id }) => id === taskIdOn(c));
  return task ? t('plan.task-edit-title', { ordinal: task.ordinal }) : t('plan.task-new-title');
};

const showTask: ShowForm = (c, form, status) => {
  const t = c.get('t');
  const path = pathOfPlan(form.cycle.year);
  const taskId = taskIdOn(c);
  const isThere = form.base.plan.tasks.some(({ id }) => id === taskId);
  const title = titleOf(c, form);
  return c.html(
    <Frame c={c} title={title} backLink={{ href: path }} hasError={form.errors.length > 0}>
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <StaleNote t={t} differences={form.differences} />
      <ActForm action={`${path}/tasks/${taskId}`}>
        <input type="hidden" name="basedOn" value={form.base.row.version} />
        <TaskInputs c={c} form={form} />
        <Button>{t('plan.save')}</Button>
      </ActForm>
      {isThere && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${path}/tasks/${taskId}/delete`}>
            {t('plan.task-delete-link')}
          </a>
        </p>
      )}
    </Frame>,
    status,
  );
};

export const taskPage = async (c: WebContext) => {
  const cycle = await readRunningCycle(c);
  await checkMayWrite(c, cycle);
  const base = await readLatestPlan(c, cycle.year);
  const task = base.plan.tasks.find(({ id }) => id === taskIdOn(c));
  if (!task && taskIdOn(c) !== NEW) return c.notFound();
  const fields = task ? taskFieldsOf(task) : {};
  return showTask(c, { cycle, base, fields, errors: [], differences: null }, 200);
};

export const saveTask = async (c: WebContext) => {
  const fields = await c.req.parseBody({ all: true });
  const asked = taskIdOn(c);
  return savePlanForm(c, {
    fields,
    edit: (plan) => readTask(fields, plan, asked === NEW ? nextTaskId(plan) : asked, c.get('t')),
    fieldOf: (id, plan) =>
      taskFieldOf(id, fields, plan, asked === NEW ? (plan.tasks.at(-1)?.id ?? '') : asked),
    show: showTask,
    to: pathOfPlan(yearOn(c)),
  });
};
