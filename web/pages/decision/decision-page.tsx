import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Child } from 'hono/jsx';
import { localDateOf } from '../../../domain/local-date.ts';
import { formatDate } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText } from '../../layout/content.tsx';
import { ErrorSummary, type FormError } from '../../layout/forms.tsx';
import { Page } from '../../layout/page.tsx';
import { DecisionFate, NextToDo } from './decision-fate.tsx';
import { DecisionForms, type RefusedPress } from './decision-forms.tsx';
import { readThing, type Reading } from './decision-paper.ts';
import type { DecisionView, LinkStanding } from './decision-reading.ts';
import { readSubmission, type Submission } from './decision-submission.ts';
import { DecisionThing } from './decision-thing.tsx';
import { upperFirst } from '../../../locale/vietnamese.ts';

const NOTHING_REFUSED: RefusedPress = { reason: '', errors: [], status: 200 };

const STATUS: Readonly<Record<LinkStanding, ContentfulStatusCode>> = {
  open: 200,
  processing: 200,
  used: 200,
  decided: 200,
  'no-power': 403,
  expired: 410,
};

interface DecisionFrameProps {
  readonly c: WebContext;
  readonly title: string;
  readonly errors?: readonly FormError[];
  readonly children: Child;
}

// The page of the person whom the link was sent to, whoever happens to be signed in on this machine.
const DecisionFrame = ({ c, title, errors = [], children }: DecisionFrameProps) => (
  <Page
    t={c.get('t')}
    lang={c.get('lang')}
    title={title}
    path={c.req.method === 'GET' ? new URL(c.req.url).pathname : ''}
    hasError={errors.length > 0}
    stylesheets={['paper.css']}
  >
    <ErrorSummary t={c.get('t')} errors={errors} />
    <h1 class="govuk-heading-l">{title}</h1>
    {children}
  </Page>
);

const titleOf = (c: WebContext, view: DecisionView): string => {
  const t = c.get('t');
  const { standing, fate, link } = view;
  switch (standing) {
    case 'expired':
      return t('decision.expired-title');
    case 'no-power':
      return t('decision.no-power-title');
    case 'processing':
      return t('decision.processing-title');
    default:
      if (fate?.kind === 'approved') return upperFirst(t(`decision.done.${link.what}`));
      return fate
        ? t(`decision.fate-title.${fate.kind}`)
        : t(`decision.title.${link.what}`, { year: link.year, unit: view.unitName ?? '' });
  }
};

const Body = ({
  c,
  view,
  submission,
  reading,
  refused,
}: {
  readonly c: WebContext;
  readonly view: DecisionView;
  readonly submission: Submission | null;
  readonly reading: Reading | null;
  readonly refused: RefusedPress;
}) => {
  const t = c.get('t');
  const who = view.nameOf(view.link.person_id);
  switch (view.standing) {
    case 'open':
      return (
        <>
          <InsetText>{t('decision.only-looking')}</InsetText>
          <DecisionThing c={c} view={view} submission={submission} reading={reading} isOpen />
          <DecisionForms c={c} view={view} refused={refused} />
        </>
      );
    case 'processing':
      return <p class="govuk-body">{t('decision.processing')}</p>;
    case 'expired':
      return (
        <>
          <p class="govuk-body">
            {t('decision.expired', { who, date: formatDate(localDateOf(view.link.expires_at)) })}
          </p>
          <DecisionFate c={c} view={view} />
          <NextToDo c={c} view={view} />
        </>
      );
    case 'no-power':
      return (
        <>
          <p class="govuk-body">{t('decision.no-power', { who })}</p>
          <NextToDo c={c} view={view} />
        </>
      );
    default:
      return (
        <>
          <DecisionFate c={c} view={view} />
          <NextToDo c={c} view={view} />
          {reading && (
            <DecisionThing c={c} view={view} submission={null} reading={reading} isOpen={false} />
          )}
        </>
      );
  }
};

// Once decided there is nothing to read here but what has come since.
const readShown = (c: WebContext, view: DecisionView): Promise<Reading | null> => {
  const { link, next, standing } = view;
  if (standing === 'open') {
    const { what, version, bound_hash: boundHash } = link;
    return readThing(c, view, { what, version, boundHash });
  }
  const newer = standing === 'used' || standing === 'decided' ? (next?.newer ?? null) : null;
  return newer ? readThing(c, view, newer) : Promise.resolve(null);
};

/** The paper and two buttons, or what became of it. Opening it changes nothing. */
export const decisionPage = async (
  c: WebContext,
  view: DecisionView,
  refused: RefusedPress = NOTHING_REFUSED,
): Promise<Response> => {
  const [reading, submission] = await Promise.all([
    readShown(c, view),
    view.standing === 'open' ? readSubmission(c, view) : null,
  ]);
  const { errors, status } = refused;
  return c.html(
    <DecisionFrame c={c} title={titleOf(c, view)} errors={errors}>
      <Body c={c} view={view} submission={submission} reading={reading} refused={refused} />
    </DecisionFrame>,
    errors.length > 0 ? status : STATUS[view.standing],
  );
};

export const tooManyPage = (c: WebContext): Response | Promise<Response> => {
  const t = c.get('t');
  return c.html(
    <DecisionFrame c={c} title={t('decision.too-many-title')}>
      <p class="govuk-body">{t('decision.too-many')}</p>
    </DecisionFrame>,
    429,
  );
};
