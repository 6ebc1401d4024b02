import { formatDate } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { EmptyState, Table, Tag } from '../../layout/content.tsx';
import { pathOfPeriod, pathOfUnit, type PeriodView } from './period-reading.ts';
import type { UnitLine } from './period-units.ts';
import { countsOf, lateWords, phaseTag, shownOf, type Shown } from './period-words.ts';

interface UnitProps {
  readonly c: WebContext;
  readonly view: PeriodView;
  readonly unit: UnitLine;
}

const Standing = ({ c, view, unit }: UnitProps) => {
  const t = c.get('t');
  const tag = phaseTag(t, unit);
  const late = lateWords(t, c.get('lang'), unit, view.cycle.day);
  return (
    <>
      <Tag tone={tag.tone}>{tag.text}</Tag>
      {late !== null && (
        <>
          {' '}
          <Tag tone="bad">{late}</Tag>
        </>
      )}
      {unit.round > 1 && (
        <div class="govuk-hint govuk-!-margin-bottom-0">
          {t('registration.round', { round: unit.round })}
        </div>
      )}
      {unit.lateReason !== null && (
        <div class="govuk-hint govuk-!-margin-bottom-0">
          {t('registration.late-reason', { reason: unit.lateReason })}
        </div>
      )}
      {unit.reason !== null && (
        <div class="govuk-hint govuk-!-margin-bottom-0">
          {t('cycle.reason', { reason: unit.reason })}
        </div>
      )}
    </>
  );
};

const waitsFor = ({ c, unit }: UnitProps): string => {
  const t = c.get('t');
  const names = unit.waitsFor.join(', ');
  if (unit.until === null || names === '') return names;
  return t('registration.waits-until', { names, date: formatDate(unit.until) });
};

const SHOWN = ['all', 'waiting', 'late'] as const;

const Filter = ({ c, view, shown }: Omit<UnitProps, 'unit'> & { readonly shown: Shown }) => {
  const t = c.get('t');
  const path = pathOfPeriod(view.cycle.year);
  const lists = shownOf(view.units);
  return (
    <nav aria-label={t('registration.filter')}>
      <p class="govuk-body">
        {SHOWN.map((one, index) => {
          const label = t(`registration.show-${one}`, { count: lists[one].length });
          return (
            <>
              {index > 0 && ' · '}
              {one === shown ? (
                <strong aria-current="true">{label}</strong>
              ) : (
                <a class="govuk-link" href={one === 'all' ? path : `${path}?show=${one}`}>
                  {label}
                </a>
              )}
            </>
          );
        })}
      </p>
    </nav>
  );
};

const UnitTable = ({
  c,
  view,
  units,
}: Omit<UnitProps, 'unit'> & { readonly units: readonly UnitLine[] }) => {
  const t = c.get('t');
  return (
    <Table
      caption={t('registration.units')}
      isCaptionHidden
      columns={[
        { label: t('registration.unit') },
        { label: t('registration.standing') },
        { label: t('registration.since') },
        { label: t('registration.waits-for') },
        { label: t('plan.version-column'), isNumeric: true },
        { label: t('registration.tasks'), isNumeric: true },
      ]}
      rows={units.map((unit) => [
        unit.phase === 'not-opened' ? (
          unit.name
        ) : (
          <a class="govuk-link" href={pathOfUnit(view.cycle.year, unit.unitId)}>
            {unit.name}
          </a>
        ),
        <Standing c={c} view={view} unit={unit} />,
        unit.since === null ? '' : formatDate(unit.since),
        waitsFor({ c, view, unit }),
        unit.version ?? '',
        unit.taskCount ?? '',
      ])}
    />
  );
};

/** Every unit with where it stands, since when, and for whom it waits. */
export const PeriodTable = ({ c, view }: Omit<UnitProps, 'unit'>) => {
  const t = c.get('t');
  const shown = SHOWN.find((one) => one === c.req.query('show')) ?? 'all';
  const units = shownOf(view.units)[shown];
  const counts = countsOf(t, view.units);
  return (
    <section class="rc-units" aria-labelledby="units-title">
      <h2 class="govuk-heading-m" id="units-title">
        {t('registration.units')}
      </h2>
      <p class="govuk-body">
        <strong>{counts.registered}</strong>
        {counts.others !== '' && `: ${counts.others}`}
      </p>
      <Filter c={c} view={view} shown={shown} />
      {units.length === 0 ? (
        <EmptyState title={t(`registration.none-${shown}`)} />
      ) : (
        <UnitTable c={c} view={view} units={units} />
      )}
    </section>
  );
};
