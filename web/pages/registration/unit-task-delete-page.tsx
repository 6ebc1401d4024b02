import type { WebContext } from '../../environment.ts';
import { indicatorInWords } from '../../indicator-difference.ts';
import { SummaryList } from '../../layout/content.tsx';
import { ActForm, Button, ButtonGroup, ErrorSummary } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { StaleNote } from '../plan/stale-note.tsx';
import { checkMayWrite, pathOfUnit, readUnit } from './unit-reading.ts';
import { readLatestBase, saveRegistrationForm, type ShowForm } from './unit-save.ts';
import { withoutTask } from './unit-task-fields.ts';

const taskIdOn = (c: WebContext): string => c.req.param('taskId') ?? '';

const showDelete: ShowForm = (c, form, status) => {
  const t = c.get('t');
  const path = pathOfUnit(form.unit);
  const { tasks } = form.base.content;
  const task = tasks.find(({ id }) => id === taskIdOn(c));
  const title = t('unit.task-delete-title');
  return c.html(
    <Frame c={c} title={title} backLink={{ href: path }} hasError={form.errors.length > 0}>
      <ErrorSummary t={t} errors={form.errors} />
      <span class="govuk-caption-l">{form.unit.name}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <StaleNote t={t} differences={form.differences} />
      {task ? (
        <>
          <SummaryList
            rows={[
              {
                key: t('plan.task-number', { ordinal: tasks.indexOf(task) + 1 }),
                value: task.title,
              },
              {
                key: t('plan.indicators'),
                value: task.indicators.map((one) => indicatorInWords(one, t)).join('; '),
              },
            ]}
          />
          <ActForm action={`${path}/tasks/${task.id}/delete`}>
            <input type="hidden" name="basedOn" value={form.base.version ?? ''} />
            <ButtonGroup>
              <Button kind="warning">{t('plan.task-delete')}</Button>
              <a class="govuk-link" href={path}>
                {t('plan.task-keep')}
              </a>
            </ButtonGroup>
          </ActForm>
        </>
      ) : (
        <p class="govuk-body">{t('unit.task-gone')}</p>
      )}
    </Frame>,
    status,
  );
};

export const deleteUnitTaskPage = async (c: WebContext) => {
  const unit = await readUnit(c);
  if (!unit) return c.notFound();
  checkMayWrite(unit);
  const base = await readLatestBase(c, unit);
  return showDelete(c, { unit, base, fields: {}, errors: [], differences: null }, 200);
};

export const deleteUnitTask = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const unit = await readUnit(c);
  if (!unit) return c.notFound();
  return saveRegistrationForm(c, unit, {
    fields,
    edit: (content) => ({ content: withoutTask(content, taskIdOn(c)), errors: [] }),
    fieldOf: () => null,
    show: showDelete,
    to: pathOfUnit(unit),
  });
};
