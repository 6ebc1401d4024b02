import type { Words } from '../../../locale/words.ts';
import { pathOfCycle } from './cycle-reading.ts';

// In the order in which the year goes through them.
const ROOMS = [
  { path: 'registration', words: 'registration.to-period' },
  { path: 'conferences', words: 'conference.to-list' },
  { path: 'pledges', words: 'pledge.to-pledges' },
  { path: 'dialogue', words: 'dialogue.to-dialogue' },
  { path: 'drafts', words: 'drafts.to-list' },
  { path: 'work', words: 'work.to-list' },
  { path: 'checks', words: 'check.to-checks' },
  { path: 'summary', words: 'summary.to-summary' },
] as const;

/** The ways into the rooms of the year. */
export const RoomLinks = ({ t, year }: { t: Words; year: number }) => (
  <nav aria-label={t('cycle.rooms')}>
    <ul class="govuk-list">
      {ROOMS.map(({ path, words }) => (
        <li>
          <a class="govuk-link" href={`${pathOfCycle(year)}/${path}`}>
            {t(words)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
