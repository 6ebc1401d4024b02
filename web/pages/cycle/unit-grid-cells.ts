import type { Language, Words } from '../../../locale/words.ts';
import type { Tone } from '../../layout/content.tsx';
import type { PeriodView } from '../registration/period-reading.ts';
import type { UnitLine, UnitPhase } from '../registration/period-units.ts';
import { lateWords } from '../registration/period-words.ts';

export const GRID_STEPS = ['register', 'review', 'list'] as const;

export interface GridCell {
  readonly text: string;
  readonly tone: Tone;
}

const SENT: readonly UnitPhase[] = ['submitted', 'accepted', 'supplement', 'supplement-approved'];

const registerCell = (
  t: Words,
  lang: Language,
  { cycle }: PeriodView,
  unit: UnitLine,
): GridCell => {
  const late = lateWords(t, lang, unit, cycle.day);
  if (SENT.includes(unit.phase)) {
    return late === null
      ? { text: t('registration.grid-sent'), tone: 'good' }
      : { text: late, tone: 'bad' };
  }
  if (unit.phase === 'declining' || unit.phase === 'declined') {
    return { text: t('registration.phase-declined'), tone: 'plain' };
  }
  const text = t(`registration.phase-${unit.phase}`);
  if (late !== null && unit.until !== null) return { text: `${text}, ${late}`, tone: 'bad' };
  const isWaitedFor = unit.phase === 'open' || unit.phase === 'returned';
  const tone = unit.phase === 'returned' ? 'soon' : 'busy';
  return { text, tone: isWaitedFor ? tone : 'plain' };
};

const reviewCell = (t: Words, { phase }: UnitLine): GridCell | null => {
  switch (phase) {
    case 'submitted':
      return { text: t('registration.phase-submitted'), tone: 'busy' };
    case 'declining':
      return { text: t('registration.grid-before-leader'), tone: 'busy' };
    case 'declined':
      return { text: t('registration.grid-consented'), tone: 'good' };
    case 'accepted':
    case 'supplement':
    case 'supplement-approved':
      return { text: t('registration.phase-accepted'), tone: 'good' };
    default:
      return null;
  }
};

const listCell = (t: Words, { period }: PeriodView, { phase }: UnitLine): GridCell | null => {
  if (period.phase === 'open' || phase === 'not-opened') return null;
  const isApproved = period.phase === 'approved';
  switch (phase) {
    case 'accepted':
      return isApproved
        ? { text: t('registration.grid-approved'), tone: 'good' }
        : { text: t('registration.grid-to-approve'), tone: 'busy' };
    case 'declined':
      return { text: t('registration.phase-declined'), tone: 'plain' };
    case 'supplement':
      return { text: t('registration.phase-supplement'), tone: 'busy' };
    case 'supplement-approved':
      return { text: t('registration.grid-supplemented'), tone: 'good' };
    default:
      return { text: t('registration.standing-missing'), tone: 'bad' };
  }
};

/** How a unit stands at each step; null: it has not come to it. */
export const gridCells = (
  t: Words,
  lang: Language,
  view: PeriodView,
  unit: UnitLine,
): readonly (GridCell | null)[] => [
  registerCell(t, lang, view, unit),
  reviewCell(t, unit),
  listCell(t, view, unit),
];
