import { formatDateTime } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import { InsetText, WarningText } from '../../layout/content.tsx';
import { waitersFor } from '../../../domain/waiters.ts';
import type { RunningCycle } from '../cycle/cycle-reading.ts';
import type { TrailStep } from '../cycle/trail-reading.ts';
import { pathOfPlan } from './plan-reading.ts';

interface StandingProps {
  readonly t: Words;
  readonly cycle: RunningCycle;
  readonly trail: readonly TrailStep[];
}

const Returned = ({ t, cycle, trail }: StandingProps) => {
  const step = trail.findLast(({ type }) => type === 'Returned');
  if (!step?.event.by) return null;
  const { version } = step.event;
  return (
    <>
      <WarningText t={t}>
        {t('plan.returned', {
          who: cycle.nameOf(step.event.by.personId),
          when: formatDateTime(step.at),
        })}
      </WarningText>
      <InsetText>
        <strong>{t('plan.return-reason')}:</strong> {step.reason}
        {version !== undefined && (
          <>
            <br />
            <a class="govuk-link" href={`${pathOfPlan(cycle.year)}/approval/${version}`}>
              {t('plan.see-returned', { version })}
            </a>
          </>
        )}
      </InsetText>
    </>
  );
};

const Before = ({ t, cycle }: StandingProps) => {
  const { plan } = cycle.state;
  if (plan.phase !== 'awaiting-approval') return null;
  const names = waitersFor('leader', cycle.facts).map(cycle.nameOf).join(', ');
  const { version } = plan.submitted;
  return (
    <InsetText>
      {t('plan.before-leader', {
        version,
        who: cycle.nameOf(plan.submittedBy.personId),
        when: formatDateTime(plan.submittedAt),
      })}{' '}
      {names && t('plan.waits-for', { names })}
      <br />
      <a class="govuk-link" href={`${pathOfPlan(cycle.year)}/approval/${version}`}>
        {t('plan.see-submitted')}
      </a>
    </InsetText>
  );
};

const Approved = ({ t, cycle }: StandingProps) => {
  const { plan } = cycle.state;
  if (plan.phase !== 'approved' && plan.phase !== 'issued') return null;
  return (
    <InsetText>
      {t('plan.approved', {
        version: plan.submitted.version,
        who: cycle.nameOf(plan.approvedBy.personId),
        when: formatDateTime(plan.approvedAt),
      })}
      <br />
      <a class="govuk-link" href={`/papers/${plan.paperId}`}>
        {t('plan.see-paper')}
      </a>{' '}
      ·{' '}
      <a class="govuk-link" href={`${pathOfPlan(cycle.year)}/approval/${plan.submitted.version}`}>
        {t('plan.see-submitted')}
      </a>
    </InsetText>
  );
};

/** Where the plan stands: with whom, since when, and why it came back. */
export const PlanStanding = (props: StandingProps) => {
  const { state } = props.cycle;
  if (state.cancelled) {
    return <WarningText t={props.t}>{props.t('plan.cycle-cancelled')}</WarningText>;
  }
  if (state.plan.phase === 'drafting') {
    return state.plan.returnedVersion === null ? null : <Returned {...props} />;
  }
  return state.plan.phase === 'awaiting-approval' ? <Before {...props} /> : <Approved {...props} />;
};
