import type { LocalDate } from '../domain/local-date.ts';
import type { NoticeItem } from '../domain/notices.ts';
import { QUARTERS, type Quarter } from '../domain/plan.ts';
import { noticeWords } from '../locale/notices.ts';
import { formatShortDate } from '../locale/papers.ts';
import { fillTemplate } from './fill-template.ts';

export interface NoticeView {
  readonly kind: 'at-once' | 'digest';
  readonly date: LocalDate;
  readonly officeName: string;
  readonly readerName: string;
  /** Where the leader decides; null: nothing to decide by a button. */
  readonly decision: {
    readonly url: string;
    readonly expiresOn: LocalDate;
    /** In whose stead the reader decides; null: in their own right. */
    readonly headName: string | null;
  } | null;
  readonly items: readonly (NoticeItem & {
    readonly unitName: string | null;
    readonly waiterNames: readonly string[];
    readonly url: string;
  })[];
  readonly listUrl: string;
}

type Item = NoticeView['items'][number];

// The strand of a check is named after its quarter.
const quarterOf = (workflowId: string): Quarter | null =>
  QUARTERS.find((quarter) => workflowId.endsWith(`/check/${quarter}`)) ?? null;

const titleOf = ({ what, year, unitName, workflowId }: Item): string => {
  const quarter = quarterOf(workflowId);
  const ofYear = `${noticeWords.ofYear} ${String(year)}`;
  const words = noticeWords.what[what];
  const title =
    quarter === null
      ? `${words} ${ofYear}`
      : words.replace('{quarter}', `${noticeWords.ofQuarter[quarter]} ${ofYear}`);
  return `${title}${unitName === null ? '' : `: ${unitName}`}`;
};

const viewItem = (item: Item) => ({
  title: titleOf(item),
  rung: item.rung === null ? null : noticeWords.rung[item.rung],
  until: item.until === null ? null : formatShortDate(item.until),
  waiters: item.waitsFor === 'others' ? item.waiterNames.join(', ') : null,
  url: item.url,
});

const subjectOf = ({ kind, date, items }: NoticeView): string => {
  const [first] = items;
  return kind === 'at-once' && first
    ? `${noticeWords.atOnceSubject}: ${titleOf(first)}`
    : `${noticeWords.digestSubject} ${formatShortDate(date)}`;
};

/** The mail about what waits: subject, plain text and HTML. */
export const fillNotice = (view: NoticeView): { subject: string; text: string; html: string } => {
  const own = view.items.filter(({ waitsFor }) => waitsFor === 'reader');
  const { decision } = view;
  const subject = subjectOf(view);
  const values = {
    subject,
    officeName: view.officeName,
    readerName: view.readerName,
    isDigest: view.kind === 'digest',
    decision: decision && { ...decision, expiresOn: formatShortDate(decision.expiresOn) },
    listUrl: view.listUrl,
    news: own.filter(({ rung }) => rung !== null).map(viewItem),
    rest: own.filter(({ rung }) => rung === null).map(viewItem),
    late: view.items.filter(({ waitsFor }) => waitsFor === 'others').map(viewItem),
  };
  return {
    subject,
    text: fillTemplate('notice.txt', values),
    html: fillTemplate('notice.html', values),
  };
};
