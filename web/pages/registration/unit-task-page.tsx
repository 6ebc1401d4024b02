import type { RegisteredTask } from '../../../domain/registration.ts';
import type { WebContext } from '../../environment.ts';
import { indicatorInWords } from '../../indicator-difference.ts';
import { InsetText } from '../../layout/content.tsx';
import {
  ActForm,
  Button,
  ErrorSummary,
  errorOf,
  Select,
  TextArea,
  TextInput,
} from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { IndicatorInputs } from '../plan/indicator-inputs.tsx';
import { StaleNote } from '../plan/stale-note.tsx';
import { checkMayWrite, pathOfUnit, readUnit, type UnitInCycle } from './unit-reading.ts';
import {
  readLatestBase,
  saveRegistrationForm,
  type RegistrationForm,
  type ShowForm,
} from './unit-save.ts';
import { nextTaskId, readTask, taskFieldOf, taskFieldsOf } from './unit-task-fields.ts';

const NEW = 'new';

const taskIdOn = (c: WebContext): string => c.req.param('taskId') ?? NEW;

const TaskInputs = ({ c, form }: { c: WebContext; form: RegistrationForm }) => {
  const t = c.get('t');
  const { fields, errors, unit } = form;
  const domains = unit.cycle.facts.domains.map(({ code, name }) => ({ value: code, label: name }));
  const about = (name: string) => ({
    t,
    name,
    value: typedText(fields, name),
    error: errorOf(errors, name),
  });
  return (
    <>
      <TextArea {...about('title')} label={t('plan.task-title')} rows={2} />
      <Select {...about('domain')} label={t('unit.domain')} options={domains} />
      <TextArea {...about('product')} label={t('plan.product')} rows={2} />
      <TextInput
        {...about('performer')}
        label={t('unit.performer')}
        hint={t('unit.performer-hint')}
        isOptional
      />
      <TextInput {...about('note')} label={t('unit.note')} isOptional />
      <IndicatorInputs t={t} fields={fields} errors={errors} />
    </>
  );
};

/** What the plan says of the task, beside what the unit writes. */
const OfPlan = ({
  c,
  unit,
  task,
}: {
  c: WebContext;
  unit: UnitInCycle;
  task: RegisteredTask | undefined;
}) => {
  const t = c.get('t');
  const planned = unit.plan.tasks.find(({ id }) => id === task?.planTaskId);
  if (!planned) return null;
  return (
    <InsetText>
      <strong>{t('unit.of-plan', { ordinal: planned.ordinal })}</strong> {planned.title}
      {planned.indicators.map((indicator) => (
        <>
          <br />
          {indicatorInWords(indicator, t)}
        </>
      ))}
    </InsetText>
  );
};

const titleOf = (c: WebContext, { base }: RegistrationForm): string => {
  const t = c.get('t');
  const index = base.content.tasks.findIndex(({ id }) => id === taskIdOn(c));
  return index < 0 ? t('plan.task-new-title') : t('plan.task-edit-title', { ordinal: index + 1 });
};

const showTask: ShowForm = (c, form, status) => {
  const t = c.get('t');
  const { unit, base } = form;
  const path = pathOfUnit(unit);
  const taskId = taskIdOn(c);
  const task = base.content.tasks.find(({ id }) => id === taskId);
  const title = titleOf(c, form);
  return c.html(
    <Frame c={c} title={title} backLink={{ href: path }} hasError={form.errors.length > 0}>
      <ErrorSummary t={t} errors={form.errors} />
      <span class="govuk-caption-l">{unit.name}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <StaleNote t={t} differences={form.differences} />
      <OfPlan c={c} unit={unit} task={task} />
      <ActForm action={`${path}/tasks/${taskId}`}>
        <input type="hidden" name="basedOn" value={base.version ?? ''} />
        <input type="hidden" name="planTaskId" value={typedText(form.fields, 'planTaskId')} />
        <TaskInputs c={c} form={form} />
        <Button>{t('plan.save')}</Button>
      </ActForm>
      {task && (
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

export const unitTaskPage = async (c: WebContext) => {
  const unit = await readUnit(c);
  if (!unit) return c.notFound();
  checkMayWrite(unit);
  const base = await readLatestBase(c, unit);
  const task = base.content.tasks.find(({ id }) => id === taskIdOn(c));
  if (!task && taskIdOn(c) !== NEW) return c.notFound();
  const fields = task ? taskFieldsOf(task) : {};
  return showTask(c, { unit, base, fields, errors: [], differences: null }, 200);
};

export const saveUnitTask = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const unit = await readUnit(c);
  if (!unit) return c.notFound();
  const asked = taskIdOn(c);
  return saveRegistrationForm(c, unit, {
    fields,
    edit: (content) =>
      readTask(
        fields,
        content,
        asked === NEW ? nextTaskId(content, unit.period) : asked,
        c.get('t'),
      ),
    fieldOf: (id, content) =>
      taskFieldOf(id, fields, content, asked === NEW ? (content.tasks.at(-1)?.id ?? '') : asked),
    show: showTask,
    to: pathOfUnit(unit),
  });
};
