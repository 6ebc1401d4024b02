import { displayNumber } from '../../../domain/recipients.ts';
import { formatDate } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import { EmptyState, Table, Tag } from '../../layout/content.tsx';
import type { BoardView } from './paper-board-view.ts';
import { nameOfPaper } from './paper-names.ts';
import type { RegisterLine } from './paper-register.ts';

type NumberLine = Extract<RegisterLine, { kind: 'number' }>;

const statusOf = (t: Words, view: BoardView, { status, reasonId }: NumberLine) => {
  const reason = reasonId === null ? undefined : view.reasons.get(reasonId);
  return (
    <>
      <Tag tone={status === 'given' ? 'good' : 'plain'}>{t(`paper.register.${status}`)}</Tag>
      {reason && <div>{reason}</div>}
    </>
  );
};

const numberCells = (t: Words, view: BoardView, line: NumberLine) => [
  line.numberAndSymbol,
  line.date ? formatDate(line.date) : '–',
  line.paper ? (
    <a href={`/papers/${line.paper.paper_id}`}>{nameOfPaper(t, { ...line.paper, number: null })}</a>
  ) : (
    '–'
  ),
  statusOf(t, view, line),
];

const cellsOf = (t: Words, view: BoardView, line: RegisterLine) => {
  if (line.kind === 'number') return numberCells(t, view, line);
  const [first, last] = [displayNumber(line.first), displayNumber(line.last)];
  return [
    first === last ? first : t('paper.register.span', { first, last }),
    '–',
    '–',
    t(`paper.register.gap-${view.office.number_series}`),
  ];
};

/** The outgoing register of one year. A void number keeps its line: it is never given again. */
export const RegisterTable = ({ t, view }: { readonly t: Words; readonly view: BoardView }) => {
  const caption = t('paper.register-of', { year: view.year });
  if (view.lines.length === 0) {
    return (
      <>
        <h2 class="govuk-heading-m">{caption}</h2>
        <EmptyState title={t('paper.register-empty')} />
      </>
    );
  }
  return (
    <Table
      caption={caption}
      columns={[
        { label: t('paper.number') },
        { label: t('paper.document-date') },
        { label: t('paper.paper') },
        { label: t('paper.standing') },
      ]}
      rows={view.lines.map((line) => cellsOf(t, view, line))}
    />
  );
};
