import { formatDate, formatDateTime } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import { eventWords } from '../../event-words.ts';
import { Details, Table } from '../../layout/content.tsx';
import { versionOf, type TrailStep } from './trail-reading.ts';

// What a strand reports to its cycle stands in the trail already, as the strand's own step.
const REPORTS = [
  'PlanApproved',
  'PlanReturned',
  'PlanWithdrawn',
  'PlanIssued',
  'ApprovalRequested',
  'PaperOpened',
];

const isShown = ({ type, workflowId }: TrailStep): boolean =>
  !REPORTS.includes(type) && !(type === 'PaperClosed' && !workflowId.includes('/paper/'));

const ROLES = [
  'leader',
  'approver',
  'cycleCoordinator',
  'clerk',
  'secretary',
  'registryClerk',
] as const;

const capacityOf = (t: Words, by: NonNullable<TrailStep['event']['by']>): string => {
  const role = ROLES.find((name) => name === by.roleId);
  const asWhat = role ? t(`cycle.role.${role}`) : t('cycle.role-self');
  if (by.delegationId === null) return asWhat;
  return t('cycle.by-delegation', { role: asWhat, capacity: by.capacity ?? '' });
};

const Who = ({
  t,
  step,
  nameOf,
}: {
  t: Words;
  step: TrailStep;
  nameOf: (personId: string) => string;
}) => {
  const { by } = step.event;
  if (!by) return <>{t('cycle.by-system')}</>;
  return (
    <>
      {nameOf(by.personId)}
      <br />
      <span class="govuk-hint">{capacityOf(t, by)}</span>
    </>
  );
};

const capitalised = (text: string): string =>
  text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

const STEPS = ['plan', 'registration', 'check-Q1', 'check-Q2', 'check-Q3', 'check-Q4'] as const;

const whatOf = (t: Words, step: TrailStep): string => {
  const { due, number } = step.event;
  const words = capitalised(eventWords(t, step.type));
  if (due) {
    const name = STEPS.find((one) => one === due.step);
    return `${words}: ${name ? t(`cycle.step-${name}`) : due.step} (${formatDate(due.dueOn)})`;
  }
  const version = versionOf(step);
  if (version !== null) return `${words} (${t('cycle.version', { version })})`;
  return number === undefined ? words : `${words}: ${String(number)}`;
};

const What = ({ t, step }: { t: Words; step: TrailStep }) => (
  <>
    {whatOf(t, step)}
    {step.reason !== null && (
      <>
        <br />
        {t('cycle.reason', { reason: step.reason })}
      </>
    )}
  </>
);

const MINUTE = 16;

const When = ({ t, step }: { t: Words; step: TrailStep }) => (
  <>
    {formatDateTime(step.at)}
    {step.at.slice(0, MINUTE) !== step.enteredAt.slice(0, MINUTE) && (
      <>
        <br />
        <span class="govuk-hint">
          {t('cycle.entered-at', { when: formatDateTime(step.enteredAt) })}
        </span>
      </>
    )}
  </>
);

/** Who did what, when, and in what capacity; the latest on top. */
export const Trail = ({
  t,
  steps,
  nameOf,
}: {
  readonly t: Words;
  readonly steps: readonly TrailStep[];
  readonly nameOf: (personId: string) => string;
}) => (
  <Details summary={t('cycle.trail')}>
    <Table
      caption={t('cycle.trail')}
      isCaptionHidden
      columns={[
        { label: t('cycle.trail-when') },
        { label: t('cycle.trail-who') },
        { label: t('cycle.trail-what') },
      ]}
      rows={steps
        .filter(isShown)
        .toReversed()
        .map((step) => [
          <When t={t} step={step} />,
          <Who t={t} step={step} nameOf={nameOf} />,
          <What t={t} step={step} />,
        ])}
    />
  </Details>
);
