import { findSummary } from '../../../acts/summary/on-summary.ts';
import type { CycleRow } from '../../../adapters/database/cycles.ts';
import { formatDateTime } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText, WarningText } from '../../layout/content.tsx';
import { ActForm, Button, ButtonGroup, ButtonLink } from '../../layout/forms.tsx';
import { Timeline } from '../../layout/progress.tsx';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import { readChecks } from '../check/check-reading.ts';
import { readPeriod, readUnitNames } from '../registration/period-reading.ts';
import { CyclePapers, readCyclePapers } from './cycle-papers.tsx';
import {
  findCycleRow,
  findRunningCycle,
  pathOfCycle,
  readNames,
  type RunningCycle,
} from './cycle-reading.ts';
import { RoomLinks } from './room-links.tsx';
import { readTrail, type TrailStep } from './trail-reading.ts';
import { Trail } from './trail.tsx';
import { UnitGrid } from './unit-grid.tsx';
import { yearSteps } from './year-steps.ts';

const BACK = { href: '/cycles' };

const StartedLine = ({
  c,
  row,
  nameOf,
}: {
  c: WebContext;
  row: CycleRow;
  nameOf: (personId: string) => string;
}) => (
  <p class="govuk-body">
    {c.get('t')('cycle.started', {
      who: nameOf(row.started_by),
      when: formatDateTime(row.started_at),
    })}
  </p>
);

const Cancelled = ({
  c,
  cycle,
  trail,
}: {
  c: WebContext;
  cycle: RunningCycle;
  trail: readonly TrailStep[];
}) => {
  const t = c.get('t');
  const { cancelled } = cycle.state;
  if (!cancelled) return null;
  const reason = trail.find(({ type }) => type === 'CycleCancelled')?.reason;
  return (
    <WarningText t={t}>
      {t('cycle.cancelled', {
        who: cycle.nameOf(cancelled.by.personId),
        when: formatDateTime(cancelled.at),
      })}{' '}
      {reason && t('cycle.reason', { reason })}
    </WarningText>
  );
};

const runningPage = async (c: WebContext, cycle: RunningCycle) => {
  const t = c.get('t');
  const { stores } = c.get('deps').acts;
  const { row, year, state } = cycle;
  const [trail, papers, waiting, period, checks, summary, unitName, mayCancel] = await Promise.all([
    readTrail(stores, row.office_id, year),
    readCyclePapers(c, year),
    stores.cycles.listWaiting(row.office_id),
    readPeriod(c, cycle),
    readChecks(c, cycle),
    findSummary(c.get('deps').acts, row.office_id, year),
    readUnitNames(c, cycle),
    hasPower(c, 'cancelCycle', cycle.day),
  ]);
  const title = t('cycle.title', { year });
  const steps = yearSteps({
    cycle,
    t,
    lang: c.get('lang'),
    waiting: waiting.filter((one) => one.year === year),
    submittedAt: trail.findLast(({ type }) => type === 'PlanSubmitted')?.at ?? null,
    period,
    checks,
    summary,
  });
  return c.html(
    <Frame c={c} title={title} backLink={BACK}>
      <h1 class="govuk-heading-l">{title}</h1>
      <StartedLine c={c} row={row} nameOf={cycle.nameOf} />
      <Cancelled c={c} cycle={cycle} trail={trail} />
      {state.closed && (
        <InsetText>{t('cycle.closed', { when: formatDateTime(state.closed.at) })}</InsetText>
      )}
      {state.clock.mode === 'entered' && (
        <InsetText>{t('cycle.entered-clock', { when: formatDateTime(state.clock.at) })}</InsetText>
      )}
      <h2 class="govuk-heading-m">{t('cycle.timeline')}</h2>
      <Timeline t={t} steps={steps} />
      <ButtonGroup>
        <ButtonLink href={`${pathOfCycle(year)}/plan`}>{t('cycle.open-plan')}</ButtonLink>
      </ButtonGroup>
      <RoomLinks t={t} year={year} />
      {period && <UnitGrid c={c} view={period} />}
      <CyclePapers t={t} papers={papers} />
      <Trail t={t} steps={trail} names={{ person: cycle.nameOf, unit: unitName }} />
      {mayCancel && !state.cancelled && !state.closed && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${pathOfCycle(year)}/cancel`}>
            {t('cycle.cancel-link')}
          </a>
        </p>
      )}
    </Frame>,
  );
};

/** The row is there, the workflow is not: a fault between the two, mended by starting again. */
const unstartedPage = async (c: WebContext, row: CycleRow) => {
  const t = c.get('t');
  const [nameOf, mayStart] = await Promise.all([
    readNames(c, row.office_id),
    hasPower(c, 'startCycle', c.get('today')),
  ]);
  const title = t('cycle.title', { year: row.year });
  const isEntered = row.origin === 'entered';
  return c.html(
    <Frame c={c} title={title} backLink={BACK}>
      <h1 class="govuk-heading-l">{title}</h1>
      <StartedLine c={c} row={row} nameOf={nameOf} />
      <WarningText t={t}>{t('cycle.unstarted')}</WarningText>
      {mayStart && isEntered && (
        <ButtonLink href="/cycles/new#file">{t('cycle.continue-file')}</ButtonLink>
      )}
      {mayStart && !isEntered && (
        <ActForm action={`${pathOfCycle(row.year)}/continue`}>
          <Button>{t('cycle.continue')}</Button>
        </ActForm>
      )}
    </Frame>,
  );
};

export const cyclePage = async (c: WebContext) => {
  const row = await findCycleRow(c);
  const cycle = await findRunningCycle(c, row);
  return cycle ? runningPage(c, cycle) : unstartedPage(c, row);
};
