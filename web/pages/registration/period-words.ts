import { formatDeadline } from '../../../locale/dates.ts';
import { formatCount } from '../../../locale/papers.ts';
import type { Language, Words } from '../../../locale/words.ts';
import type { Tone } from '../../layout/content.tsx';
import type { LocalDate } from '../../../domain/local-date.ts';
import { isRegistered, isSettled, type UnitLine, type UnitPhase } from './period-units.ts';

const TONES: Readonly<Record<UnitPhase, Tone>> = {
  'not-opened': 'plain',
  open: 'busy',
  submitted: 'busy',
  returned: 'soon',
  declining: 'soon',
  accepted: 'good',
  declined: 'plain',
  supplement: 'busy',
  'supplement-approved': 'good',
  cancelled: 'plain',
};

export const phaseTag = (t: Words, { phase }: UnitLine): { text: string; tone: Tone } => ({
  text: t(`registration.phase-${phase}`),
  tone: TONES[phase],
});

/** "3 days overdue" while it is waited for, "late" once it came; null: neither. */
export const lateWords = (
  t: Words,
  lang: Language,
  { isLate, until }: UnitLine,
  today: LocalDate,
): string | null => {
  if (!isLate) return null;
  return until !== null && until < today
    ? formatDeadline(lang, until, today)
    : t('registration.came-late');
};

/** "05/07": how many of the period's units are through. */
const shareOf = (count: number, units: readonly UnitLine[]): string =>
  `${formatCount(count)}/${formatCount(units.length)}`;

const inPeriod = (units: readonly UnitLine[]): readonly UnitLine[] =>
  units.filter(({ phase }) => phase !== 'not-opened');

/** How many units of the period registered, with how the others stand. */
export const countsOf = (t: Words, units: readonly UnitLine[]) => {
  const all = inPeriod(units);
  const registered = all.filter(isRegistered).length;
  const kinds = ['open', 'submitted', 'returned', 'declining', 'declined'] as const;
  const others = kinds.flatMap((kind) => {
    const count = all.filter(({ phase }) => phase === kind).length;
    return count > 0 ? [t(`registration.count-${kind}`, { count: formatCount(count) })] : [];
  });
  const late = all.filter(({ isLate }) => isLate).length;
  return {
    registered: t('registration.count-registered', { share: shareOf(registered, all) }),
    others: [
      ...others,
      ...(late > 0 ? [t('registration.count-late', { count: formatCount(late) })] : []),
    ].join(', '),
  };
};

export type Shown = 'all' | 'waiting' | 'late';

/** Which units a reader asked to see; of eighty, most are through sooner or later. */
export const shownOf = (
  units: readonly UnitLine[],
): Readonly<Record<Shown, readonly UnitLine[]>> => ({
  all: units,
  waiting: units.filter((unit) => !isSettled(unit)),
  late: units.filter(({ isLate }) => isLate),
});
