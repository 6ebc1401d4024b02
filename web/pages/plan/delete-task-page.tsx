import type { WebContext } from '../../environment.ts';
import { SummaryList } from '../../layout/content.tsx';
import { ActForm, Button, ButtonGroup, ErrorSummary } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { indicatorInWords } from '../../indicator-difference.ts';
import { readRunningCycle, yearOn } from '../cycle/cycle-reading.ts';
import { checkMayWrite, pathOfPlan, readLatestPlan } from './plan-reading.ts';
import { savePlanForm, type ShowForm } from './save-form.ts';
import { StaleNote } from './stale-note.tsx';
import { withoutTask } from './task-fields.ts';

const taskIdOn = (c: WebContext): string => c.req.param('taskId') ?? '';

const showDelete: ShowForm = (c, form, status) => {
  const t = c.get('t');
  const path = pathOfPlan(form.cycle.year);
  const task = form.base.plan.tasks.find(({ id }) => id === taskIdOn(c));
  const title = t('plan.task-delete-title');
  return c.html(
    <Frame c={c} title={title} backLink={{ href: path }} hasError={form.errors.length > 0}>
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <StaleNote t={t} differences={form.differences} />
      {task ? (
        <>
          <SummaryList
            rows={[
              { key: t('plan.task-number', { ordinal: task.ordinal }), value: task.title },
              {
                key: t('plan.indicators'),
                value: task.indicators.map((one) => indicatorInWords(one, t)).join('; '),
              },
            ]}
          />
          <ActForm action={`${path}/tasks/${task.id}/delete`}>
            <input type="hidden" name="basedOn" value={form.base.row.version} />
            <ButtonGroup>
              <Button kind="warning">{t('plan.task-delete')}</Button>
              <a class="govuk-link" href={path}>
                {t('plan.task-keep')}
              </a>
            </ButtonGroup>
          </ActForm>
        </>
      ) : (
        <p class="govuk-body">{t('plan.task-gone')}</p>
      )}
    </Frame>,
    status,
  );
};

export const deleteTaskPage = async (c: WebContext) => {
  const cycle = await readRunningCycle(c);
  await checkMayWrite(c, cycle);
  const base = await readLatestPlan(c, cycle.year);
  return showDelete(c, { cycle, base, fields: {}, errors: [], differences: null }, 200);
};

export const deleteTask = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  return savePlanForm(c, {
    fields,
    edit: (plan) => ({ plan: withoutTask(plan, taskIdOn(c)), errors: [] }),
    fieldOf: () => null,
    show: showDelete,
    to: pathOfPlan(yearOn(c)),
  });
};
