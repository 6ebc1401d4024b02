import { formatDate } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { SummaryList } from '../../layout/content.tsx';
import { ErrorSummary } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { FORM_SCRIPT, FormSection } from '../form/form-check.tsx';
import { PaperDeliveries } from './paper-deliveries.tsx';
import { PaperFiles } from './paper-files.tsx';
import type { RefusedForm } from './paper-form.tsx';
import { PaperNow } from './paper-now.tsx';
import { PaperSteps } from './paper-steps.tsx';
import { PaperTrail } from './paper-trail.tsx';
import { personName, type PaperView } from './paper-view.ts';

export interface PaperPageProps {
  readonly c: WebContext;
  readonly view: PaperView;
  readonly reasons: ReadonlyMap<string, string>;
  readonly lastNumbers: readonly string[];
  readonly refused: RefusedForm | null;
}

const BEFORE_SIGNATURE: readonly PaperView['state']['phase'][] = [
  'preparing',
  'awaiting-signature',
];

const Facts = ({ c, view }: PaperPageProps) => {
  const t = c.get('t');
  const { number, signer } = view.state;
  return (
    <SummaryList
      rows={[
        { key: t('paper.signer'), value: personName(view.people, signer.personId) },
        ...(number && view.numberAndSymbol
          ? [
              { key: t('paper.number'), value: view.numberAndSymbol },
              { key: t('paper.document-date'), value: formatDate(number.documentDate) },
            ]
          : []),
        ...(BEFORE_SIGNATURE.includes(view.state.phase)
          ? [
              {
                key: t('paper.approval-slip'),
                value: (
                  <a href={`/papers/${view.paper.paper_id}/approval-slip.pdf`}>
                    {t('paper.print-approval-slip')}
                  </a>
                ),
              },
            ]
          : []),
        {
          key: t('paper.cycle'),
          value: (
            <a href={`/cycles/${view.paper.year}`}>
              {t('paper.cycle-of', { year: view.paper.year })}
            </a>
          ),
        },
      ]}
    />
  );
};

/** One paper on its way: the thing to do now first, then where it stands, whom it reached, its trail. */
export const PaperPage = (props: PaperPageProps) => {
  const { c, view, refused, lastNumbers, reasons } = props;
  const t = c.get('t');
  const hasInbox = c.get('deps').mailInboxUrl !== null;
  return (
    <Frame
      c={c}
      title={view.title}
      hasError={refused !== null}
      backLink={{ href: '/papers', label: t('paper.board') }}
      scripts={[FORM_SCRIPT]}
    >
      <ErrorSummary t={t} errors={refused?.errors ?? []} />
      <h1 class="govuk-heading-l">{view.title}</h1>
      <p>{view.subject}</p>
      <PaperNow t={t} view={view} refused={refused} lastNumbers={lastNumbers} hasInbox={hasInbox} />
      <h2 class="govuk-heading-m">{t('paper.steps')}</h2>
      <PaperSteps t={t} view={view} />
      <PaperDeliveries t={t} view={view} />
      <h2 class="govuk-heading-m">{t('paper.facts')}</h2>
      <Facts {...props} />
      <PaperFiles t={t} view={view} />
      {view.files.length > 0 && <FormSection c={c} path={`/papers/${view.paper.paper_id}`} />}
      <PaperTrail t={t} view={view} reasons={reasons} />
    </Frame>
  );
};
