import { readPlanInForce } from '../../../acts/amendment/amendments-of-year.ts';
import type { IssuedAmendment } from '../../../domain/amendment/plan-amendment.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import type { PlanTask } from '../../../domain/plan.ts';
import { formatDate } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText, Table, WarningText } from '../../layout/content.tsx';
import { hasPower } from '../../powers.ts';
import type { RunningCycle } from '../cycle/cycle-reading.ts';
import { pathOfPlan } from '../plan/plan-reading.ts';

/** The issued plan as it stands today; null while it is not issued. */
export const readTodaysPlan = async (c: WebContext, cycle: RunningCycle) => {
  if (cycle.state.plan.phase !== 'issued') return null;
  const inYear = { officeId: cycle.row.office_id, year: cycle.year };
  return readPlanInForce(c.get('deps').acts, inYear, cycle.day);
};

const daysOf = ({ content }: IssuedAmendment): readonly LocalDate[] =>
  content.changes.map(({ effectiveOn }) => effectiveOn ?? content.effectiveOn);

/** Since when the plan stands as it does: the last change that has come into force, else its issue. */
const inForceSince = (
  { state, day }: RunningCycle,
  amendments: readonly IssuedAmendment[],
): LocalDate | null => {
  const past = amendments.flatMap(daysOf).filter((date) => date <= day);
  const issuedOn = state.plan.phase === 'issued' ? state.plan.issuedOn : null;
  return past.toSorted().at(-1) ?? issuedOn;
};

const Amendments = ({
  c,
  amendments,
}: {
  readonly c: WebContext;
  readonly amendments: readonly IssuedAmendment[];
}) => {
  const t = c.get('t');
  if (amendments.length === 0) return null;
  return (
    <Table
      caption={t('amendment.list')}
      columns={[
        { label: t('amendment.paper') },
        { label: t('amendment.effective-on') },
        { label: t('amendment.reason') },
        { label: t('amendment.changes'), isNumeric: true },
      ]}
      rows={amendments.map(({ paperId, issuedOn, content }) => [
        <a class="govuk-link" href={`/papers/${paperId}`}>
          {t('amendment.issued', { date: formatDate(issuedOn) })}
        </a>,
        formatDate(content.effectiveOn),
        content.reason,
        String(content.changes.length),
      ])}
    />
  );
};

interface InForceProps {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly inForce: {
    readonly amendments: readonly IssuedAmendment[];
    readonly tasks: readonly PlanTask[];
  };
}

/** What of the plan is in force today and since when, and its amendments. */
export const PlanInForce = async ({ c, cycle, inForce }: InForceProps) => {
  const t = c.get('t');
  const { amendments, tasks } = inForce;
  const since = inForceSince(cycle, amendments);
  const isOpen = cycle.state.cancelled === null && cycle.state.closed === null;
  const mayAmend = isOpen && (await hasPower(c, 'submitDraft', cycle.day));
  const isThere = (unitId: string): boolean => cycle.facts.units.some(({ id }) => id === unitId);
  const unled = tasks.filter(({ leadUnitId }) => !isThere(leadUnitId));
  return (
    <>
      <InsetText>
        {since !== null &&
          t('amendment.in-force', { today: formatDate(cycle.day), since: formatDate(since) })}
      </InsetText>
      {unled.length > 0 && (
        <WarningText t={t}>
          {t('amendment.unled', { tasks: unled.map(({ ordinal }) => ordinal).join(', ') })}
        </WarningText>
      )}
      <Amendments c={c} amendments={amendments} />
      {mayAmend && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${pathOfPlan(cycle.year)}/amend`}>
            {t('amendment.to-form')}
          </a>
        </p>
      )}
    </>
  );
};
