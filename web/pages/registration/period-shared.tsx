import type { WebContext } from '../../environment.ts';
import { EmptyState, InsetText, Table } from '../../layout/content.tsx';
import { ActForm, Button, ErrorSummary, errorOf, Select } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import { NOTHING_REFUSED, repeatedActId, type RefusedForm } from './period-press.ts';
import { pathOfPeriod, readOpenPeriod, type PeriodView } from './period-reading.ts';
import { readPeriodTasks, type OwnTask, type PeriodTasks } from './period-tasks.ts';

export const pathOfShared = (year: number): string => `${pathOfPeriod(year)}/shared`;

interface SharedProps {
  readonly c: WebContext;
  readonly view: PeriodView;
  readonly tasks: PeriodTasks;
  readonly form: RefusedForm;
}

type SharedTask = PeriodTasks['shared'][number];

const namesOf = ({ unitName }: PeriodView, unitIds: readonly string[]): string =>
  unitIds.map(unitName).join(', ');

/** Which units have a task in common, and which of them leads it. */
export const SharedTable = ({ c, view, tasks }: Omit<SharedProps, 'form'>) => {
  const t = c.get('t');
  return tasks.shared.length === 0 ? (
    <EmptyState title={t('registration.shared-none')} />
  ) : (
    <Table
      caption={t('registration.shared')}
      isCaptionHidden
      columns={[
        { label: t('registration.task') },
        { label: t('registration.lead') },
        { label: t('registration.taking-part') },
      ]}
      rows={tasks.shared.map(({ title, leadUnitId, unitIds }) => [
        title,
        view.unitName(leadUnitId),
        namesOf(
          view,
          unitIds.filter((unitId) => unitId !== leadUnitId),
        ),
      ])}
    />
  );
};

const LeadForm = ({
  c,
  view,
  form,
  task,
  row,
}: Omit<SharedProps, 'tasks'> & { readonly task: SharedTask; readonly row: number }) => {
  const t = c.get('t');
  const name = `unitId-${String(row)}`;
  const isRefused = form.status !== 200 && typedText(form.fields, 'key') === task.key;
  return (
    <section aria-labelledby={`task-${String(row)}`}>
      <h2 class="govuk-heading-s" id={`task-${String(row)}`}>
        {task.title}
      </h2>
      <p class="govuk-body">
        {t('registration.units-of-task', { units: namesOf(view, task.unitIds) })}
      </p>
      <ActForm
        action={`${pathOfShared(view.cycle.year)}/lead`}
        actId={isRefused ? repeatedActId(form) : undefined}
      >
        <input type="hidden" name="key" value={task.key} />
        <input type="hidden" name="row" value={row} />
        <Select
          t={t}
          name={name}
          label={t('registration.lead')}
          options={task.unitIds.map((unitId) => ({ value: unitId, label: view.unitName(unitId) }))}
          value={isRefused ? typedText(form.fields, name) : task.leadUnitId}
          error={errorOf(form.errors, name)}
        />
        <Button kind="secondary">{t('registration.set-lead')}</Button>
      </ActForm>
    </section>
  );
};

const JoinForm = ({ c, view, tasks, form }: SharedProps) => {
  const t = c.get('t');
  const open = tasks.own.filter(({ joinedInto }) => joinedInto === null);
  if (open.length === 0) return null;
  const optionOf = ({ key, title, unitIds }: PeriodTasks['all'][number]) => ({
    value: key,
    label: t('registration.task-of-units', { title, units: namesOf(view, unitIds) }),
  });
  const isRefused = form.status !== 200 && 'into' in form.fields;
  return (
    <ActForm
      action={`${pathOfShared(view.cycle.year)}/join`}
      actId={isRefused ? repeatedActId(form) : undefined}
    >
      <Select
        t={t}
        name="key"
        label={t('registration.own-task')}
        options={open.map(optionOf)}
        value={isRefused ? typedText(form.fields, 'key') : ''}
        error={errorOf(form.errors, 'key')}
      />
      <Select
        t={t}
        name="into"
        label={t('registration.same-as')}
        options={tasks.all.map(optionOf)}
        value={isRefused ? typedText(form.fields, 'into') : ''}
        error={errorOf(form.errors, 'into')}
      />
      <Button kind="secondary">{t('registration.join')}</Button>
    </ActForm>
  );
};

const Joined = ({
  c,
  view,
  task,
}: Pick<SharedProps, 'c' | 'view'> & { readonly task: OwnTask }) => {
  const t = c.get('t');
  const units = namesOf(view, task.unitIds);
  return (
    <li>
      {t('registration.joined', { title: task.title, units, into: task.joinedInto?.title ?? '' })}
      <ActForm action={`${pathOfShared(view.cycle.year)}/split`}>
        <input type="hidden" name="key" value={task.key} />
        <Button kind="secondary">
          {t('registration.split')}
          <span class="govuk-visually-hidden"> {task.title}</span>
        </Button>
      </ActForm>
    </li>
  );
};

const Forms = (props: SharedProps) => {
  const { c, view, tasks, form } = props;
  const t = c.get('t');
  const joined = tasks.own.filter(({ joinedInto }) => joinedInto !== null);
  return (
    <>
      {tasks.shared.length === 0 && <EmptyState title={t('registration.shared-none')} />}
      {tasks.shared.map((task, index) => (
        <LeadForm c={c} view={view} form={form} task={task} row={index + 1} />
      ))}
      <section aria-labelledby="own-title">
        <h2 class="govuk-heading-m" id="own-title">
          {t('registration.own-tasks')}
        </h2>
        <p class="govuk-body">
          {t(tasks.own.length === 0 ? 'registration.own-none' : 'registration.own-hint')}
        </p>
        <JoinForm {...props} />
        {joined.length > 0 && (
          <ul class="govuk-list govuk-list--bullet">
            {joined.map((task) => (
              <Joined c={c} view={view} task={task} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
};

/** Tasks of several units: who leads each, and which of the units' own tasks are one and the same. */
export const sharedPage = async (c: WebContext, form: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const view = await readOpenPeriod(c);
  const [tasks, mayKeep] = await Promise.all([
    readPeriodTasks(c, view),
    hasPower(c, 'openRegistration', view.cycle.day),
  ]);
  const title = t('registration.shared');
  const props = { c, view, tasks };
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfPeriod(view.cycle.year) }}
      hasError={form.errors.length > 0}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {view.period.phase === 'open' ? null : (
        <InsetText>{t('registration.shared-closed')}</InsetText>
      )}
      {mayKeep && view.period.phase === 'open' ? (
        <Forms {...props} form={form} />
      ) : (
        <SharedTable {...props} />
      )}
    </Frame>,
    form.status,
  );
};
