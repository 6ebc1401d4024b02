import { formatDateTime } from '../../../locale/dates.ts';
import type { TimelineStep } from '../../layout/progress.tsx';
import { pathOfList, pathOfPeriod, type PeriodView } from '../registration/period-reading.ts';
import { isSettled } from '../registration/period-units.ts';
import { countsOf } from '../registration/period-words.ts';
import { deadline, dueOf, namesOf, openState, paperStep, type YearView } from './year-view.ts';

/** The plan is in force and nobody has opened registration on it; nothing before that. */
export const openingStep = (view: YearView): readonly TimelineStep[] => {
  const { t, cycle } = view;
  if (cycle.state.plan.phase !== 'issued') return [];
  const dueOn = dueOf(view, 'plan')?.dueOn;
  return [
    {
      title: t('registration.step-open'),
      href: pathOfPeriod(cycle.year),
      state: openState(view, dueOn),
      dates: deadline(view, dueOn),
      forWhom: namesOf(view, 'open-registration'),
    },
  ];
};

const openedStep = ({ t, cycle }: YearView, { period }: PeriodView): TimelineStep => ({
  title: t('registration.step-open'),
  href: pathOfPeriod(cycle.year),
  state: 'done',
  dates: t('registration.step-opened', {
    who: cycle.nameOf(period.opening.submitted.authorId),
    when: formatDateTime(period.openedAt),
  }),
});

const NAMED_UNITS = 5;

// Of eighty units, a few are named; the grid of units has all.
const waitedForIn = ({ t }: YearView, { units }: PeriodView): string | undefined => {
  const waited = units.filter(({ until }) => until !== null);
  const named = waited
    .slice(0, NAMED_UNITS)
    .map(({ name, waitsFor }) => `${name} (${waitsFor.join(', ')})`)
    .join(', ');
  const more = waited.length - NAMED_UNITS;
  if (waited.length === 0) return undefined;
  return more > 0 ? t('registration.step-and-more', { named, count: more }) : named;
};

const unitsStep = (view: YearView, of: PeriodView): TimelineStep => {
  const { t, cycle } = view;
  const { period, units } = of;
  const note = countsOf(t, units).registered;
  const base = { title: t('registration.step-units'), href: pathOfPeriod(cycle.year), note };
  const isOver = period.phase !== 'open' || units.every(isSettled);
  if (isOver) return { ...base, state: 'done' };
  return {
    ...base,
    state: openState(view, period.dueOn),
    dates: deadline(view, period.dueOn),
    forWhom: waitedForIn(view, of) ?? namesOf(view, 'review-registration', 'accept-registration'),
  };
};

const closingStep = (view: YearView, { period }: PeriodView): TimelineStep => {
  const { t, cycle } = view;
  const title = t('registration.step-close');
  if (period.list) {
    const { by, at, submitted } = period.list;
    return {
      title,
      href: pathOfList(cycle.year, submitted.version),
      state: 'done',
      dates: t('registration.step-closed', {
        who: cycle.nameOf(by.personId),
        when: formatDateTime(at),
      }),
    };
  }
  const forWhom = namesOf(view, 'close-list');
  const note = period.returned === null ? undefined : t('registration.step-returned');
  const href = `${pathOfPeriod(cycle.year)}/close`;
  return forWhom === undefined
    ? { title, state: 'upcoming', note }
    : { title, href, state: openState(view, undefined), forWhom, note };
};

const decisionStep = (view: YearView, { period }: PeriodView): TimelineStep => {
  const { t, cycle } = view;
  const title = t('registration.step-approve');
  if (!period.list) return { title, state: 'upcoming' };
  const href = pathOfList(cycle.year, period.list.submitted.version);
  if (!period.result) {
    const forWhom = namesOf(view, 'approve-list');
    return { title, href, state: openState(view, undefined), forWhom };
  }
  const when = formatDateTime(period.result.readyAt);
  return { title, href, state: 'done', dates: t('registration.step-approved', { when }) };
};

const resultStep = (view: YearView, { period }: PeriodView): TimelineStep => {
  const title = view.t('registration.step-result');
  return period.result
    ? paperStep(view, { title, ...period.result })
    : { title, state: 'upcoming' };
};

/** Registration from its opening to the notice of its result. */
export const periodSteps = (view: YearView, period: PeriodView): readonly TimelineStep[] => [
  openedStep(view, period),
  paperStep(view, { title: view.t('registration.step-notice'), ...period.period.opening }),
  unitsStep(view, period),
  closingStep(view, period),
  decisionStep(view, period),
  resultStep(view, period),
];
