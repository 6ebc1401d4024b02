import type { PlanTask } from '../../../domain/plan.ts';
import type { Words } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { indicatorInWords } from '../../indicator-difference.ts';
import { Details, Table } from '../../layout/content.tsx';
import { ActForm, Button } from '../../layout/forms.tsx';
import { typedChoices } from '../plan/form-reading.ts';
import { pathOfUnit, readUnit } from './unit-reading.ts';
import { saveRegistrationForm, type ShowForm } from './unit-save.ts';
import { nextTaskId, takenTask } from './unit-task-fields.ts';
import type { UnitView } from './unit-view.ts';

interface OffersProps {
  readonly t: Words;
  readonly view: UnitView;
}

const isNamed = ({ leadUnitId, coordinatingUnitIds }: PlanTask, unitId: string): boolean =>
  leadUnitId === unitId || coordinatingUnitIds.includes(unitId);

const roleOf = (
  t: Words,
  { leadUnitId, coordinatingUnitIds }: PlanTask,
  unitId: string,
): string => {
  if (leadUnitId === unitId) return t('unit.plan-lead');
  return coordinatingUnitIds.includes(unitId) ? t('unit.plan-part') : '';
};

const TakeForm = ({ t, view, tasks }: OffersProps & { tasks: readonly PlanTask[] }) => (
  <ActForm action={`${pathOfUnit(view)}/take`}>
    <input type="hidden" name="basedOn" value={view.latest?.row.version ?? ''} />
    {tasks.map(({ id }) => (
      <input type="hidden" name="planTaskId" value={id} />
    ))}
    {tasks.length === 1 ? (
      <Button kind="secondary">
        {t('unit.take')}
        <span class="govuk-visually-hidden">: {tasks[0]?.title}</span>
      </Button>
    ) : (
      <Button>{t('unit.take-all', { count: tasks.length })}</Button>
    )}
  </ActForm>
);

const OfferTable = ({
  t,
  view,
  tasks,
  caption,
}: OffersProps & { tasks: readonly PlanTask[]; caption: string }) => (
  <Table
    caption={caption}
    isCaptionHidden
    columns={[
      { label: t('plan.ordinal') },
      { label: t('plan.task-title') },
      { label: t('plan.indicators') },
      { label: t('unit.take') },
    ]}
    rows={tasks.map((task) => [
      task.ordinal,
      <>
        {task.title}
        <br />
        <span class="govuk-hint">{roleOf(t, task, view.unitId)}</span>
      </>,
      task.indicators.map((one) => indicatorInWords(one, t)).join('; ') || t('unit.no-indicator'),
      <TakeForm t={t} view={view} tasks={[task]} />,
    ])}
  />
);

/** The plan's tasks that the unit has not taken yet; first those for which the plan names it. */
export const PlanOffers = ({ t, view }: OffersProps) => {
  const { plan, latest, unitId } = view;
  const taken = (latest?.content.tasks ?? []).map(({ planTaskId }) => planTaskId);
  const free = plan.tasks.filter(({ id }) => !taken.includes(id));
  const mine = free
    .filter((task) => isNamed(task, unitId))
    .toSorted(
      (left, right) =>
        Number(right.leadUnitId === unitId) - Number(left.leadUnitId === unitId) ||
        left.ordinal - right.ordinal,
    );
  const others = free.filter((task) => !isNamed(task, unitId));
  return (
    <>
      {mine.length > 0 && (
        <section aria-labelledby="offers-title">
          <h3 class="govuk-heading-s" id="offers-title">
            {t('unit.offers')}
          </h3>
          {mine.length > 1 && <TakeForm t={t} view={view} tasks={mine} />}
          <OfferTable t={t} view={view} tasks={mine} caption={t('unit.offers')} />
        </section>
      )}
      {others.length > 0 && (
        <Details summary={t('unit.other-offers', { count: others.length })}>
          <OfferTable
            t={t}
            view={view}
            tasks={others}
            caption={t('unit.other-offers', { count: others.length })}
          />
        </Details>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`${pathOfUnit(view)}/tasks/new`}>
          {t('unit.add-own')}
        </a>
      </p>
    </>
  );
};

/** One press takes over title, product and indicators of the plan's tasks. */
export const takePlanTasks = async (c: WebContext, show: ShowForm) => {
  const fields = await c.req.parseBody({ all: true });
  const unit = await readUnit(c);
  if (!unit) return c.notFound();
  const asked = typedChoices(fields, 'planTaskId');
  return saveRegistrationForm(c, unit, {
    fields,
    edit: (content) => {
      const added = unit.plan.tasks
        .filter(({ id }) => asked.includes(id))
        .filter(({ id }) => !content.tasks.some(({ planTaskId }) => planTaskId === id));
      const whole = added.reduce(
        (before, task) => ({
          ...before,
          tasks: [...before.tasks, takenTask(task, nextTaskId(before, unit.period))],
        }),
        content,
      );
      return { content: whole, errors: [] };
    },
    fieldOf: () => null,
    show,
    to: pathOfUnit(unit),
  });
};
