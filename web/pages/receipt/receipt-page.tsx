import type { Child } from 'hono/jsx';
import type { LocalDate } from '../../../domain/local-date.ts';
import { formatDate } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText, SummaryList } from '../../layout/content.tsx';
import { Button, ButtonLink } from '../../layout/forms.tsx';
import { Page } from '../../layout/page.tsx';
import { showTime } from '../paper/paper-delivery-words.ts';

/** What a recipient sees; of people it names nobody, since whoever has the link may read it. */
export interface ReceiptView {
  readonly address: string;
  readonly title: string;
  readonly officeName: string;
  readonly subject: string;
  readonly documentDate: LocalDate | null;
  readonly recipientName: string;
  readonly hasWorkingCopy: boolean;
  readonly confirmedAt: Date | null;
  readonly expiresOn: LocalDate;
}

interface ReceiptFrameProps {
  readonly c: WebContext;
  readonly title: string;
  readonly children: Child;
}

// The page of the link's holder, whoever happens to be signed in on this machine.
const ReceiptFrame = ({ c, title, children }: ReceiptFrameProps) => (
  <Page t={c.get('t')} lang={c.get('lang')} title={title} path={new URL(c.req.url).pathname}>
    {children}
  </Page>
);

const Confirmation = ({
  c,
  receipt,
}: {
  readonly c: WebContext;
  readonly receipt: ReceiptView;
}) => {
  const t = c.get('t');
  if (receipt.confirmedAt) {
    return (
      <InsetText>{t('receipt.confirmed-at', { when: showTime(receipt.confirmedAt) })}</InsetText>
    );
  }
  return (
    <form method="post" action={receipt.address}>
      <Button>{t('receipt.confirm')}</Button>
    </form>
  );
};

export const ReceiptPage = ({
  c,
  receipt,
}: {
  readonly c: WebContext;
  readonly receipt: ReceiptView;
}) => {
  const t = c.get('t');
  return (
    <ReceiptFrame c={c} title={receipt.title}>
      <h1 class="govuk-heading-l">{receipt.title}</h1>
      <SummaryList
        rows={[
          { key: t('receipt.from'), value: receipt.officeName },
          { key: t('receipt.subject'), value: receipt.subject },
          ...(receipt.documentDate
            ? [{ key: t('receipt.document-date'), value: formatDate(receipt.documentDate) }]
            : []),
          { key: t('receipt.recipient'), value: receipt.recipientName },
        ]}
      />
      <div class="govuk-button-group">
        <ButtonLink href={`${receipt.address}/paper`} kind="secondary">
          {t('receipt.open-paper')}
        </ButtonLink>
        {receipt.hasWorkingCopy && (
          <a href={`${receipt.address}/working-copy`}>{t('receipt.working-copy')}</a>
        )}
      </div>
      {receipt.hasWorkingCopy && <p>{t('receipt.working-copy-explained')}</p>}
      <h2 class="govuk-heading-m">{t('receipt.have-you-got-it')}</h2>
      <Confirmation c={c} receipt={receipt} />
      <p>{t('receipt.open-until', { date: formatDate(receipt.expiresOn) })}</p>
    </ReceiptFrame>
  );
};

export const ExpiredReceiptPage = ({ c }: { readonly c: WebContext }) => {
  const t = c.get('t');
  return (
    <ReceiptFrame c={c} title={t('receipt.expired')}>
      <h1 class="govuk-heading-l">{t('receipt.expired')}</h1>
      <p>{t('receipt.expired-explained')}</p>
    </ReceiptFrame>
  );
};
