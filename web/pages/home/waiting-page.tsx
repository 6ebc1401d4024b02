import { formatDate, formatDateTime, formatDeadline } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { Details, EmptyState, Table } from '../../layout/content.tsx';
import { Frame } from '../../page-frame.tsx';
import { userOn } from '../../signed-in.ts';
import { pathOfWaiting } from '../../waiters.ts';
import { readNames } from '../cycle/cycle-reading.ts';
import { readWaiting, type Waiting } from './waiting-reading.ts';

const whatOf = (c: WebContext, { row, unitName }: Waiting) => (
  <a class="govuk-link" href={pathOfWaiting(row)}>
    {c.get('t')(`home.waiting.${row.what}`)}
    {unitName !== null && `: ${unitName}`}
  </a>
);

const untilOf = (c: WebContext, { row, day }: Waiting): string =>
  row.until_date === null
    ? c.get('t')('home.waiting-no-deadline')
    : `${formatDate(row.until_date)} (${formatDeadline(c.get('lang'), row.until_date, day)})`;

const Mine = ({ c, waiting }: { c: WebContext; waiting: readonly Waiting[] }) => {
  const t = c.get('t');
  if (waiting.length === 0) {
    return (
      <EmptyState title={t('home.waiting-nothing')}>
        <p>{t('home.waiting-nothing-hint')}</p>
        <p>
          <a class="govuk-link" href="/cycles">
            {t('home.waiting-to-cycles')}
          </a>
        </p>
      </EmptyState>
    );
  }
  return (
    <Table
      caption={t('home.waiting-mine')}
      isCaptionHidden
      columns={[
        { label: t('home.waiting-what') },
        { label: t('home.waiting-cycle') },
        { label: t('home.waiting-since') },
        { label: t('home.waiting-until') },
      ]}
      rows={waiting.map((one) => [
        whatOf(c, one),
        one.row.year,
        formatDateTime(one.row.since),
        untilOf(c, one),
      ])}
    />
  );
};

const Others = ({
  c,
  waiting,
  nameOf,
}: {
  c: WebContext;
  waiting: readonly Waiting[];
  nameOf: (personId: string) => string;
}) => {
  const t = c.get('t');
  if (waiting.length === 0) return null;
  return (
    <Details summary={t('home.waiting-others', { count: waiting.length })}>
      <Table
        caption={t('home.waiting-others-caption')}
        isCaptionHidden
        columns={[
          { label: t('home.waiting-what') },
          { label: t('home.waiting-for') },
          { label: t('home.waiting-cycle') },
          { label: t('home.waiting-since') },
          { label: t('home.waiting-until') },
        ]}
        rows={waiting.map((one) => [
          whatOf(c, one),
          one.personIds.map(nameOf).join(', ') || t('home.waiting-nobody'),
          one.row.year,
          formatDateTime(one.row.since),
          untilOf(c, one),
        ])}
      />
    </Details>
  );
};

/** One list of what waits for the reader; and of what waits for others, so that nobody has to ask. */
export const waitingPage = async (c: WebContext) => {
  const t = c.get('t');
  const { officeId } = userOn(c);
  const [waiting, nameOf] = await Promise.all([readWaiting(c), readNames(c, officeId)]);
  const title = t('home.waiting-title');
  return c.html(
    <Frame c={c} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <Mine c={c} waiting={waiting.filter(({ isMine }) => isMine)} />
      <Others c={c} waiting={waiting.filter(({ isMine }) => !isMine)} nameOf={nameOf} />
    </Frame>,
  );
};
