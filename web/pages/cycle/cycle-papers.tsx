import type { DeliveryRow } from '../../../adapters/database/deliveries.ts';
import type { PaperRow } from '../../../adapters/database/papers.ts';
import { formatDate } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { EmptyState, Table } from '../../layout/content.tsx';
import { nameOfPaper } from '../paper/paper-names.ts';
import { userOn } from '../../signed-in.ts';

export interface CyclePaper {
  readonly paper: PaperRow;
  readonly title: string;
  readonly deliveries: readonly DeliveryRow[];
}

export const readCyclePapers = async (
  c: WebContext,
  year: number,
): Promise<readonly CyclePaper[]> => {
  const { stores } = c.get('deps').acts;
  const { officeId } = userOn(c);
  const papers = await stores.papers.list(officeId, year);
  return Promise.all(
    papers.map(async (paper) => ({
      paper,
      title: nameOfPaper(c.get('t'), paper),
      deliveries: await stores.deliveries.list(officeId, paper.paper_id),
    })),
  );
};

const STATUSES = [
  'due',
  'to-plan-again',
  'sent',
  'to-hand-over',
  'handed-over',
  'undeliverable',
  'given-up',
  'historic',
] as const;

/** "9 sent, 1 to hand over; 3 confirmed". */
const deliveriesInWords = (t: Words, deliveries: readonly DeliveryRow[]): string => {
  if (deliveries.length === 0) return t('cycle.deliveries-none');
  const counts = STATUSES.flatMap((status) => {
    const count = deliveries.filter((row) => row.status === status).length;
    return count > 0 ? [t(`cycle.deliveries-${status}`, { count })] : [];
  });
  const confirmed = deliveries.filter(({ confirmed_at }) => confirmed_at !== null).length;
  return `${counts.join(', ')}; ${t('cycle.deliveries-confirmed', { count: confirmed })}`;
};

const phaseOf = (t: Words, { phase, issued_on }: PaperRow): string =>
  issued_on === null
    ? t(`cycle.phase-${phase}`)
    : `${t(`cycle.phase-${phase}`)} (${formatDate(issued_on)})`;

export const CyclePapers = ({ t, papers }: { t: Words; papers: readonly CyclePaper[] }) =>
  papers.length === 0 ? (
    <>
      <h2 class="govuk-heading-m">{t('cycle.papers')}</h2>
      <EmptyState title={t('cycle.papers-none')}>
        <p>{t('cycle.papers-none-hint')}</p>
      </EmptyState>
    </>
  ) : (
    <Table
      caption={t('cycle.papers')}
      columns={[
        { label: t('cycle.paper') },
        { label: t('cycle.paper-phase') },
        { label: t('cycle.deliveries') },
      ]}
      rows={papers.map(({ paper, title, deliveries }) => [
        <a class="govuk-link" href={`/papers/${paper.paper_id}`}>
          {title}
        </a>,
        phaseOf(t, paper),
        deliveriesInWords(t, deliveries),
      ])}
    />
  );
