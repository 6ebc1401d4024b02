import { formatDate } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { EmptyState, Table } from '../../layout/content.tsx';
import { Frame } from '../../page-frame.tsx';
import { personName, type PaperView } from './paper-view.ts';
import { byHand } from './printed-forms.ts';

const BLANK = '\u00a0';
const ROOM_FOR_A_PEN = (
  <>
    {BLANK.repeat(54)}
    <br />
    <br />
    <br />
  </>
);

/** To print and carry along: whoever gets the paper by hand signs for it here. */
export const HandOverPage = ({ c, view }: { readonly c: WebContext; readonly view: PaperView }) => {
  const t = c.get('t');
  const rows = byHand(view);
  const date = view.state.number?.documentDate;
  return (
    <Frame
      c={c}
      title={`${t('paper.hand-over-list')} – ${view.title}`}
      backLink={{ href: `/papers/${view.paper.paper_id}`, label: view.title }}
    >
      <h1 class="govuk-heading-l">{t('paper.hand-over-list')}</h1>
      <p>
        {view.office.name}
        <br />
        {date ? t('paper.hand-over-of', { title: view.title, date: formatDate(date) }) : view.title}
        <br />
        {view.subject}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t('paper.hand-over-none')} />
      ) : (
        <>
          <p class="rc-no-print">{t('paper.hand-over-explained')}</p>
          <p class="rc-no-print">
            <a href={`/papers/${view.paper.paper_id}/hand-over.pdf`}>{t('paper.hand-over-pdf')}</a>
          </p>
          <Table
            caption={t('paper.hand-over-list')}
            isCaptionHidden
            columns={[
              { label: t('paper.ordinal') },
              { label: t('paper.recipient') },
              { label: t('paper.received-by') },
              { label: t('paper.received-on') },
              { label: t('paper.received-signature') },
            ]}
            rows={rows.map((row, index) => [
              String(index + 1),
              row.recipient_name,
              row.person_id ? personName(view.people, row.person_id) : '',
              row.handed_over_on ? formatDate(row.handed_over_on) : BLANK.repeat(14),
              ROOM_FOR_A_PEN,
            ])}
          />
        </>
      )}
    </Frame>
  );
};
