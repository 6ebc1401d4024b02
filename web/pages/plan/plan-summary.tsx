import { QUARTERS, type PlanContent, type PlanTask } from '../../../domain/plan.ts';
import { formatDate } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import { indicatorInWords } from '../../indicator-difference.ts';
import { EmptyState, SummaryList, Table } from '../../layout/content.tsx';
import { formatVietnameseNumber } from '../../layout/typed-values.ts';
import type { PlanNames } from '../../plan-difference.ts';

interface SummaryProps {
  readonly t: Words;
  readonly plan: PlanContent;
  readonly names: PlanNames;
  /** Where the parts are edited; null: read only. */
  readonly editPath: string | null;
}

const Lines = ({ t, texts }: { t: Words; texts: readonly string[] }) =>
  texts.length === 0 ? (
    <>{t('shell.empty-value')}</>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  );

/** The plan without its tasks. */
export const PlanSummary = ({ t, plan, names, editPath }: SummaryProps) => {
  const { signer, schedule } = plan;
  const text = (value: string | null): string => value ?? t('shell.empty-value');
  const row = (key: string, value: string | ReturnType<typeof Lines>) => ({ key, value });
  return (
    <>
      <h2 class="govuk-heading-m">{t('plan.general')}</h2>
      {editPath !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${editPath}/edit`}>
            {t('plan.edit-general')}
          </a>
        </p>
      )}
      <SummaryList
        rows={[
          row(t('plan.subject'), plan.subject),
          row(t('plan.signer'), `${signer.capacity ?? ''} ${names.person(signer.personId)}`.trim()),
          row(t('plan.purpose'), text(plan.purpose)),
          row(t('plan.priority-statement'), text(plan.priorityStatement)),
          row(t('plan.quality-goal'), text(plan.qualityGoal)),
          row(t('plan.requirements'), <Lines t={t} texts={plan.requirements} />),
          row(t('plan.solutions'), <Lines t={t} texts={plan.solutions} />),
          row(t('plan.funding'), text(plan.funding)),
          row(
            t('plan.legal-bases'),
            <Lines t={t} texts={[...plan.legalBasisIds.map(names.basis), ...plan.otherBases]} />,
          ),
          row(
            t('plan.focal-task-count'),
            plan.focalTaskCount === null
              ? t('shell.empty-value')
              : formatVietnameseNumber(plan.focalTaskCount),
          ),
          row(
            t('plan.registration'),
            t('plan.from-to', {
              from: formatDate(schedule.registrationOpensOn),
              to: formatDate(schedule.registrationDeadline),
            }),
          ),
          row(
            t('plan.checks'),
            <Lines
              t={t}
              texts={QUARTERS.map(
                (quarter) =>
                  `${t(`plan.check-${quarter}`)}: ${formatDate(schedule.checks[quarter])}`,
              )}
            />,
          ),
        ]}
      />
    </>
  );
};

const TaskTitle = ({ task, editPath }: { task: PlanTask; editPath: string | null }) =>
  editPath === null ? (
    <>{task.title}</>
  ) : (
    <a class="govuk-link" href={`${editPath}/tasks/${task.id}`}>
      {task.title}
    </a>
  );

const unitsOf = (t: Words, task: PlanTask, names: PlanNames) => (
  <>
    {names.unit(task.leadUnitId)}
    {task.coordinatingUnitIds.length > 0 && (
      <>
        <br />
        <span class="govuk-hint">
          {t('plan.coordinating-are', {
            units: task.coordinatingUnitIds.map(names.unit).join(', '),
          })}
        </span>
      </>
    )}
  </>
);

/** The tasks as one table; on a phone each is a card. */
export const PlanTasks = ({ t, plan, names, editPath }: SummaryProps) => (
  <section id="tasks">
    {plan.tasks.length === 0 ? (
      <>
        <h2 class="govuk-heading-m">{t('plan.tasks')}</h2>
        <EmptyState title={t('plan.tasks-none')} />
      </>
    ) : (
      <Table
        caption={t('plan.tasks')}
        columns={[
          { label: t('plan.ordinal') },
          { label: t('plan.task-title') },
          { label: t('plan.units') },
          { label: t('plan.indicators') },
        ]}
        rows={plan.tasks.map((task) => [
          task.ordinal,
          <TaskTitle task={task} editPath={editPath} />,
          unitsOf(t, task, names),
          <Lines t={t} texts={task.indicators.map((one) => indicatorInWords(one, t))} />,
        ])}
      />
    )}
    {editPath !== null && (
      <p class="govuk-body">
        <a class="govuk-link" href={`${editPath}/tasks/new`}>
          {t('plan.task-add')}
        </a>
      </p>
    )}
  </section>
);
