import { formatDateTime } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import { Details, Table } from '../../layout/content.tsx';
import type { TrailStep } from './trail-reading.ts';
import { enteredFor, isToldOnce, stepInWords, type TrailNames } from './trail-words.ts';

const ROLES = [
  'leader',
  'approver',
  'cycleCoordinator',
  'clerk',
  'secretary',
  'registryClerk',
] as const;

const UNIT_HEADS = ['teamLead', 'massOrgHead'] as const;

const roleOf = (t: Words, roleId: string | null): string => {
  const role = ROLES.find((name) => name === roleId);
  if (role) return t(`cycle.role.${role}`);
  const head = UNIT_HEADS.find((name) => name === roleId);
  return head ? t(`registration.role-${head}`) : t('cycle.role-self');
};

const capacityOf = (t: Words, by: NonNullable<TrailStep['event']['by']>): string => {
  const asWhat = roleOf(t, by.roleId);
  if (by.delegationId === null) return asWhat;
  return t('cycle.by-delegation', { role: asWhat, capacity: by.capacity ?? '' });
};

interface StepProps {
  readonly t: Words;
  readonly step: TrailStep;
  readonly names: TrailNames;
}

const Who = ({ t, step, names }: StepProps) => {
  const { by } = step.event;
  if (!by) return <>{t('cycle.by-system')}</>;
  return (
    <>
      {names.person(by.personId)}
      <br />
      <span class="govuk-hint">
        {capacityOf(t, by)}
        {step.isByMail && ` (${t('decision.trail-by-mail')})`}
      </span>
    </>
  );
};

const What = ({ t, step, names }: StepProps) => {
  const headId = enteredFor(step);
  return (
    <>
      {stepInWords(t, step, names)}
      {headId !== null && (
        <>
          <br />
          {t('registration.trail-from-paper', { who: names.person(headId) })}
        </>
      )}
      {step.reason !== null && (
        <>
          <br />
          {t('cycle.reason', { reason: step.reason })}
        </>
      )}
      {step.lateReason !== null && (
        <>
          <br />
          {t('registration.trail-late', { reason: step.lateReason })}
        </>
      )}
    </>
  );
};

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
  names,
}: {
  readonly t: Words;
  readonly steps: readonly TrailStep[];
  readonly names: TrailNames;
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
        .filter(isToldOnce)
        .toReversed()
        .map((step) => [
          <When t={t} step={step} />,
          <Who t={t} step={step} names={names} />,
          <What t={t} step={step} names={names} />,
        ])}
    />
  </Details>
);
