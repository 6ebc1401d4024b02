import { QUARTERS, type Indicator, type PlanTask } from '../../../domain/plan.ts';
import {
  taskKeyOf,
  type RegisteredTask,
  type RegistrationContent,
  type SharedTask,
} from '../../../domain/registration.ts';
import type { Words } from '../../../locale/words.ts';
import { indicatorInWords } from '../../indicator-difference.ts';
import { EmptyState, Table, Tag } from '../../layout/content.tsx';
import { formatVietnameseNumber } from '../../layout/typed-values.ts';
import type { PlanNames } from '../../plan-difference.ts';

interface TasksProps {
  readonly t: Words;
  readonly content: RegistrationContent;
  readonly planTasks: readonly PlanTask[];
  readonly sharedTasks: readonly SharedTask[];
  readonly names: PlanNames;
  /** Where a task is edited; null: read only. */
  readonly editPath: string | null;
}

// Less than the plan asks for: no fault, and yet the coordinator should see it.
const isBelow = (indicator: Indicator, planned: Indicator): boolean =>
  planned.direction === 'increase'
    ? indicator.target < planned.target
    : indicator.target > planned.target;

const withUnit = (value: number, unit: string): string =>
  unit === '%' ? `${formatVietnameseNumber(value)}%` : `${formatVietnameseNumber(value)} ${unit}`;

const quartersOf = (t: Words, { quarterTargets }: Indicator): string =>
  QUARTERS.map((quarter) =>
    t(`unit.quarter-${quarter}`, { target: formatVietnameseNumber(quarterTargets[quarter]) }),
  ).join(' · ');

const BesidePlan = ({
  t,
  indicator,
  planned,
}: {
  t: Words;
  indicator: Indicator;
  planned: PlanTask | undefined;
}) => {
  const aim = planned?.indicators.find(({ id }) => id === indicator.id);
  if (!aim || aim.target === indicator.target) return null;
  const target = withUnit(aim.target, aim.unit);
  return (
    <>
      <br />
      {isBelow(indicator, aim) ? (
        <Tag tone="soon">{t('unit.below-plan', { target })}</Tag>
      ) : (
        <span class="govuk-hint">{t('unit.plan-target', { target })}</span>
      )}
    </>
  );
};

const Indicators = ({
  t,
  task,
  planned,
}: {
  t: Words;
  task: RegisteredTask;
  planned: PlanTask | undefined;
}) => {
  const left = (planned?.indicators ?? []).filter(
    ({ id }) => !task.indicators.some((indicator) => indicator.id === id),
  );
  if (task.indicators.length === 0 && left.length === 0) return <>{t('unit.no-indicator')}</>;
  return (
    <ul class="govuk-list govuk-list--bullet rc-typed rc-typed--column">
      {task.indicators.map((indicator) => (
        <li>
          {indicatorInWords(indicator, t)}
          <br />
          <span class="govuk-hint">{quartersOf(t, indicator)}</span>
          <BesidePlan t={t} indicator={indicator} planned={planned} />
        </li>
      ))}
      {left.map((indicator) => (
        <li>
          <Tag tone="soon">{t('unit.left-out')}</Tag> {indicatorInWords(indicator, t)}
        </li>
      ))}
    </ul>
  );
};

const roleOf = (props: TasksProps, task: RegisteredTask): string | null => {
  const { t, content, sharedTasks, names } = props;
  const key = taskKeyOf(content.unitId, task);
  const shared = sharedTasks.find((one) => one.key === key || one.joinedKeys.includes(key));
  if (!shared) return null;
  if (shared.leadUnitId !== content.unitId) {
    return t('unit.takes-part', { unit: names.unit(shared.leadUnitId) });
  }
  const others = shared.unitIds.filter((id) => id !== shared.leadUnitId).map(names.unit);
  return t('unit.leads', { units: others.join(', ') });
};

const TaskFacts = (props: TasksProps & { task: RegisteredTask; planned: PlanTask | undefined }) => {
  const { t, task, planned, names } = props;
  const lines = [
    planned ? t('unit.of-plan', { ordinal: planned.ordinal }) : t('unit.own-task'),
    names.domain(task.domain),
    t('unit.product-is', { product: task.product }),
    task.performer === null ? null : t('unit.performer-is', { performer: task.performer }),
    task.note === null ? null : t('unit.note-is', { note: task.note }),
    roleOf(props, task),
  ];
  return (
    <>
      {lines.flatMap((line) =>
        line === null
          ? []
          : [
              <>
                <br />
                <span class="govuk-hint">{line}</span>
              </>,
            ],
      )}
    </>
  );
};

const Title = ({ editPath, task }: Pick<TasksProps, 'editPath'> & { task: RegisteredTask }) =>
  editPath === null ? (
    <strong>{task.title}</strong>
  ) : (
    <a class="govuk-link" href={`${editPath}/tasks/${task.id}`}>
      {task.title}
    </a>
  );

/** What the unit takes on, each task beside what the plan says of it; on a phone each is a card. */
export const UnitTasks = (props: TasksProps) => {
  const { t, content, planTasks } = props;
  if (content.tasks.length === 0) return <EmptyState title={t('unit.tasks-none')} />;
  return (
    <Table
      caption={t('unit.tasks', { count: content.tasks.length })}
      isCaptionHidden
      columns={[
        { label: t('plan.ordinal') },
        { label: t('plan.task-title') },
        { label: t('plan.indicators') },
      ]}
      rows={content.tasks.map((task, index) => {
        const planned = planTasks.find(({ id }) => id === task.planTaskId);
        return [
          index + 1,
          <div class="rc-typed rc-typed--column">
            <Title {...props} task={task} />
            <TaskFacts {...props} task={task} planned={planned} />
          </div>,
          <Indicators t={t} task={task} planned={planned} />,
        ];
      })}
    />
  );
};
