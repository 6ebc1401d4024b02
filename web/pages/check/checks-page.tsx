import { daysLate } from '../../../domain/check-day.ts';
import type { QuarterlyCheckState } from '../../../domain/check/quarterly-check.ts';
import { QUARTERS, type Quarter } from '../../../domain/plan.ts';
import { formatDate } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { EmptyState, Table, Tag, type Tone } from '../../layout/content.tsx';
import { ButtonLink } from '../../layout/forms.tsx';
import { hasPower } from '../../powers.ts';
import { Frame } from '../../page-frame.tsx';
import { pathOfCycle, readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { findCheck, pathOfCheck, pathOfChecks, plannedOn, romanOf } from './check-reading.ts';

const TONES = {
  reporting: 'busy',
  held: 'soon',
  done: 'good',
  cancelled: 'plain',
} as const satisfies Record<QuarterlyCheckState['phase'], Tone>;

/** Where a check stands, in a word or two. */
export const CheckTag = ({ t, check }: { t: Words; check: QuarterlyCheckState | null }) => {
  if (!check) return <Tag tone="plain">{t('check.phase-not-open')}</Tag>;
  const isOverdue = check.phase === 'reporting' && check.overdue !== 'no';
  return isOverdue ? (
    <Tag tone="bad">{t('check.overdue')}</Tag>
  ) : (
    <Tag tone={TONES[check.phase]}>{t(`check.phase-${check.phase}`)}</Tag>
  );
};

/** "Checked on 18/9/2024, 5 days late"; nothing before it was held. */
export const heldWords = (t: Words, check: QuarterlyCheckState | null): string => {
  if (!check?.held) return '';
  const { checkedOn } = check.held;
  const late = daysLate(check.plannedOn, checkedOn);
  const held = t('check.checked-on', { date: formatDate(checkedOn) });
  return late === 0 ? held : `${held}, ${t('check.late-by', { days: late })}`;
};

const rowOf = async (c: WebContext, cycle: RunningCycle, quarter: Quarter) => {
  const t = c.get('t');
  const check = await findCheck(c, cycle, quarter);
  const planned = check?.plannedOn ?? plannedOn(cycle, quarter);
  return [
    <a class="govuk-link" href={pathOfCheck(cycle.year, quarter)}>
      {t('check.of-quarter', { quarter: romanOf(quarter), year: cycle.year })}
    </a>,
    planned === null ? '' : formatDate(planned),
    <CheckTag t={t} check={check} />,
    heldWords(t, check),
  ];
};

/** The four checks of a year and where each stands. */
export const checksPage = async (c: WebContext) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  const title = t('check.title', { year: cycle.year });
  const hasSchedule = QUARTERS.some((quarter) => plannedOn(cycle, quarter) !== null);
  const rows = await Promise.all(QUARTERS.map((quarter) => rowOf(c, cycle, quarter)));
  const mayWrite = cycle.state.cancelled === null && (await hasPower(c, 'submitDraft', cycle.day));
  return c.html(
    <Frame c={c} title={title} backLink={{ href: pathOfCycle(cycle.year) }}>
      <h1 class="govuk-heading-l">{title}</h1>
      {hasSchedule ? (
        <Table
          caption={title}
          isCaptionHidden
          columns={[
            { label: t('check.quarter') },
            { label: t('check.planned-on') },
            { label: t('check.standing') },
            { label: t('check.held-on') },
          ]}
          rows={rows}
        />
      ) : (
        <EmptyState title={t('check.no-schedule')} />
      )}
      {hasSchedule && mayWrite && (
        <ButtonLink kind="secondary" href={`${pathOfChecks(cycle.year)}/team`}>
          {t('decisions.write-team')}
        </ButtonLink>
      )}
    </Frame>,
  );
};
