import { isDecidableFor } from '../../../domain/decidable.ts';
import { formatDateTime } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText, WarningText } from '../../layout/content.tsx';
import { ButtonLink } from '../../layout/forms.tsx';
import type { DecisionView } from './decision-reading.ts';
import type { NextStep } from './next-step.ts';

interface FateProps {
  readonly c: WebContext;
  readonly view: DecisionView;
}

const fateWords = (c: WebContext, view: DecisionView): string | null => {
  const { fate, link } = view;
  if (!fate?.by) return null;
  const t = c.get('t');
  const who = view.nameOfActing(fate.by);
  const when = formatDateTime(fate.at);
  const done = t(`decision.done.${link.what}`);
  return t(`decision.fate.${fate.kind}`, { who, done, when, year: link.year });
};

const ofWhichLink = ({ standing, fate }: DecisionView) => {
  if (standing === 'used') return 'decision.by-this-link';
  return fate?.isByMail ? 'decision.by-other-mail' : 'decision.not-by-this-link';
};

/** What was decided of the version that the link was made for: what, who, when, by which way. */
export const DecisionFate = ({ c, view }: FateProps) => {
  const t = c.get('t');
  const { link, unitName, reason, standing } = view;
  const words = fateWords(c, view);
  if (words === null) return null;
  return (
    <InsetText>
      <strong>{t(`decision.title.${link.what}`, { year: link.year, unit: unitName ?? '' })}</strong>
      <br />
      {words}
      {reason !== null && standing !== 'expired' && (
        <>
          <br />
          {t('decision.fate-reason', { reason })}
        </>
      )}
      <br />
      {t(ofWhichLink(view))}
    </InsetText>
  );
};

const signInWords = ({ what }: NextStep) =>
  isDecidableFor(what) ? 'decision.sign-in-instead' : 'decision.sign-in-to-see';

const Newer = ({
  c,
  newer,
}: {
  readonly c: WebContext;
  readonly newer: NonNullable<NextStep['newer']>;
}) => {
  const t = c.get('t');
  return (
    <>
      <h2 class="govuk-heading-m">{t('decision.newer-title')}</h2>
      <WarningText t={t}>{t('decision.newer')}</WarningText>
      {newer.what !== 'consent-decline' && (
        <p class="govuk-body">{t('decision.newer-version', { version: newer.version })}</p>
      )}
    </>
  );
};

/** What waits of it now, for whom, and where it is done; a newer version is said to be newer. */
export const NextToDo = ({ c, view }: FateProps) => {
  const t = c.get('t');
  const { next, nameOf, standing } = view;
  if (!next) return null;
  const who = next.personIds.map(nameOf).join(', ') || t('decision.nobody');
  const newer = standing === 'expired' || standing === 'no-power' ? null : next.newer;
  return (
    <section aria-label={t('decision.decide')}>
      {newer && <Newer c={c} newer={newer} />}
      <p class="govuk-body">
        {t('decision.waits-now', { who, what: t(`home.waiting.${next.what}`) })}
      </p>
      <ButtonLink href={next.path} kind="secondary">
        {t(newer ? 'decision.newer-open' : signInWords(next))}
      </ButtonLink>
    </section>
  );
};
