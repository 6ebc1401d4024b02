import type { CycleRow } from '../../../adapters/database/cycles.ts';
import type { ReformCycleState } from '../../../domain/reform-cycle.ts';
import { formatDateTime } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { EmptyState, Table, Tag, type Tone } from '../../layout/content.tsx';
import { ButtonLink } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';
import { pathOfCycle, readNames } from './cycle-reading.ts';

type Standing =
  | 'unstarted'
  | 'cancelled'
  | 'closed'
  | 'drafting'
  | 'awaiting-approval'
  | 'approved'
  | 'issued'
  | 'registering'
  | 'list-awaiting-approval'
  | 'registered';

const TONES: Readonly<Record<Standing, Tone>> = {
  unstarted: 'bad',
  cancelled: 'plain',
  closed: 'good',
  drafting: 'busy',
  'awaiting-approval': 'soon',
  approved: 'busy',
  issued: 'good',
  registering: 'busy',
  'list-awaiting-approval': 'soon',
  registered: 'good',
};

const STANDING_OF_PERIOD = {
  open: 'registering',
  'awaiting-approval': 'list-awaiting-approval',
  approved: 'registered',
} as const;

// Registration may run before the plan is issued; the further step is then the plan's.
const standingOf = ({ cancelled, closed, plan, registration }: ReformCycleState): Standing => {
  if (cancelled) return 'cancelled';
  if (closed) return 'closed';
  if (plan.phase !== 'issued' || !registration) return plan.phase;
  return STANDING_OF_PERIOD[registration.phase];
};

const readState = async (c: WebContext, row: CycleRow): Promise<ReformCycleState | null> => {
  const { strands } = c.get('deps').acts.stores;
  const strand = await strands.find(row.office_id, row.workflow_id, 'reformCycle');
  return strand?.state ?? null;
};

// The example's past year is both: made up, and entered as a past year is.
const originOf = (t: Words, { origin, year, entered_at }: CycleRow): string => {
  if (origin === 'live') return '';
  const isEnteredExample = origin === 'example' && String(year) < entered_at.slice(0, 4);
  const origins = isEnteredExample ? (['example', 'entered'] as const) : [origin];
  return ` (${origins.map((one) => t(`cycle.origin-${one}`)).join(', ')})`;
};

export const cycleListPage = async (c: WebContext) => {
  const t = c.get('t');
  const { officeId } = userOn(c);
  const cycles = await c.get('deps').acts.stores.cycles.list(officeId);
  const [nameOf, mayStart, states] = await Promise.all([
    readNames(c, officeId),
    hasPower(c, 'startCycle', c.get('today')),
    Promise.all(cycles.map((row) => readState(c, row))),
  ]);
  const title = t('cycle.list-title');
  return c.html(
    <Frame c={c} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      {cycles.length === 0 ? (
        <EmptyState title={t('cycle.list-none')}>
          <p>{t(mayStart ? 'cycle.list-none-start' : 'cycle.list-none-wait')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={title}
          isCaptionHidden
          columns={[
            { label: t('cycle.year') },
            { label: t('cycle.state') },
            { label: t('cycle.started-column') },
          ]}
          rows={cycles.map((row, index) => {
            const state = states[index] ?? null;
            const standing = state ? standingOf(state) : 'unstarted';
            return [
              <a class="govuk-link" href={pathOfCycle(row.year)}>
                {t('cycle.title', { year: row.year })}
              </a>,
              <>
                <Tag tone={TONES[standing]}>{t(`cycle.standing-${standing}`)}</Tag>
                {originOf(t, row)}
              </>,
              `${nameOf(row.started_by)}, ${formatDateTime(row.started_at)}`,
            ];
          })}
        />
      )}
      {mayStart && <ButtonLink href="/cycles/new">{t('cycle.new')}</ButtonLink>}
    </Frame>,
  );
};
