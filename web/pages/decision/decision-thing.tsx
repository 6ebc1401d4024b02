import { raw } from 'hono/html';
import { localDateOf } from '../../../domain/local-date.ts';
import { formatDate, formatDateTime } from '../../../locale/dates.ts';
import { sentenceOfError } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText, SummaryList, type SummaryRow } from '../../layout/content.tsx';
import type { Reading } from './decision-paper.ts';
import type { DecisionView } from './decision-reading.ts';
import type { Submission } from './decision-submission.ts';

interface ThingProps {
  readonly c: WebContext;
  readonly view: DecisionView;
  /** null: only what there is to read. */
  readonly submission: Submission | null;
  readonly reading: Reading | null;
  readonly isOpen: boolean;
}

const holderOf = (c: WebContext, view: DecisionView): string => {
  const { link, approving, givingBack, facts } = view;
  const delegationId = (approving.authority ?? givingBack.authority)?.delegationId ?? null;
  const who = view.nameOfActing({ personId: link.person_id, delegationId });
  const position = facts.people.find(({ id }) => id === link.person_id)?.position;
  return position && delegationId === null
    ? c.get('t')('decision.for-person', { who, position })
    : who;
};

const submissionRows = (
  c: WebContext,
  view: DecisionView,
  submission: Submission | null,
): readonly SummaryRow[] => {
  const t = c.get('t');
  if (!submission) return [];
  const { at, isLate, lateReason } = submission;
  const who = view.nameOfActing(submission);
  const when = at && formatDateTime(at);
  return [
    {
      key: t('decision.submitted'),
      value: when ? t('decision.submitted-by', { who, when }) : who,
    },
    ...(isLate
      ? [
          {
            key: t('decision.late'),
            value: lateReason ? t('decision.late-because', { reason: lateReason }) : '',
          },
        ]
      : []),
  ];
};

const Facts = ({ c, view, submission }: Pick<ThingProps, 'c' | 'view' | 'submission'>) => {
  const t = c.get('t');
  const { link } = view;
  const date = formatDate(localDateOf(link.expires_at));
  return (
    <SummaryList
      rows={[
        { key: t('decision.office'), value: view.officeName },
        { key: t('decision.for'), value: holderOf(c, view) },
        ...(link.what === 'consent-decline'
          ? []
          : [{ key: t('decision.version'), value: link.version }]),
        ...submissionRows(c, view, submission),
        { key: t('decision.until'), value: t('decision.until-day', { date }) },
      ]}
    />
  );
};

const Content = ({ c, reading }: { readonly c: WebContext; readonly reading: Reading }) => {
  switch (reading.kind) {
    case 'paper':
      return <>{raw(reading.html)}</>;
    case 'decline':
      return <InsetText>{reading.reason}</InsetText>;
    case 'unprintable': {
      const { code, details } = reading.fault;
      return <InsetText>{sentenceOfError(c.get('lang'), code, details)}</InsetText>;
    }
  }
};

/** What is decided on: whose link it is, who submitted it, and the paper itself. */
export const DecisionThing = ({ c, view, submission, reading, isOpen }: ThingProps) => {
  const t = c.get('t');
  const title = reading?.kind === 'decline' ? 'decision.decline-reason' : 'decision.paper';
  return (
    <>
      {isOpen && <Facts c={c} view={view} submission={submission} />}
      {isOpen && reading?.kind === 'paper' && (
        <p class="govuk-body">
          <a class="govuk-link" href="#decide-title">
            {t('decision.to-decision')}
          </a>
        </p>
      )}
      {reading && (
        <section aria-labelledby="paper-title">
          <h2 class="govuk-heading-m" id="paper-title">
            {t(title)}
          </h2>
          <Content c={c} reading={reading} />
        </section>
      )}
    </>
  );
};
