import { formatDate, formatDateTime } from '../../../locale/dates.ts';
import { isPledgeOver, missingUnits } from '../../../domain/pledge/pledge.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText, SummaryList, Table, Tag } from '../../layout/content.tsx';
import { ErrorSummary } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import type { RefusedPledgeForm } from './pledge-form.tsx';
import { PledgeForms } from './pledge-forms.tsx';
import {
  pathOfPledge,
  pathOfPledges,
  readNamedPledge,
  type PledgeLine,
  type PledgeView,
} from './pledge-reading.ts';

const NOTHING: RefusedPledgeForm = { form: '', fields: {}, errors: [], status: 200 };

const ScanNote = ({ c, view, line }: { c: WebContext; view: PledgeView; line: PledgeLine }) => {
  const t = c.get('t');
  const { signature } = line;
  if (signature === null || signature.how === 'confirmed') return null;
  if (signature.scanSha256 === null) return <>{t('pledge.no-scan')}</>;
  const path = pathOfPledge(view.cycle.year, view.pledgeId);
  return (
    <a class="govuk-link" href={`${path}/scans/${signature.scanSha256}`}>
      {t('pledge.scan')}
      <span class="govuk-visually-hidden"> {line.unitName}</span>
    </a>
  );
};

const SignedCell = ({ c, view, line }: { c: WebContext; view: PledgeView; line: PledgeLine }) => {
  const t = c.get('t');
  const { signature, party } = line;
  if (!signature || !party) return <Tag tone="busy">{t('pledge.not-signed')}</Tag>;
  const basis = party.signed?.basis ?? null;
  const when =
    signature.how === 'confirmed'
      ? t('pledge.confirmed-at', { when: formatDateTime(signature.at) })
      : t('pledge.signed-on', { when: formatDate(signature.signedOn) });
  return (
    <>
      <Tag tone="good">{t('pledge.has-signed')}</Tag> {when}
      {basis !== null && <> ({t('pledge.by-delegation', { basis })})</>}
      {signature.how !== 'confirmed' && ', '}
      <ScanNote c={c} view={view} line={line} />
    </>
  );
};

const Units = ({ c, view }: { c: WebContext; view: PledgeView }) => {
  const t = c.get('t');
  return (
    <Table
      caption={t('pledge.units-title')}
      columns={[
        { label: t('registration.unit') },
        { label: t('pledge.signer') },
        { label: t('pledge.signature') },
      ]}
      rows={view.lines.map((line) => [
        line.unitName,
        line.party?.name ?? line.headName ?? t('pledge.no-head'),
        <SignedCell c={c} view={view} line={line} />,
      ])}
    />
  );
};

const Missing = ({ c, view }: { c: WebContext; view: PledgeView }) => {
  const t = c.get('t');
  const missing = missingUnits(view.state);
  if (missing.length === 0)
    return <InsetText>{t(`pledge.phase-${view.state.phase}-hint`)}</InsetText>;
  const names = view.lines.filter(({ signature }) => !signature).map(({ unitName }) => unitName);
  return (
    <InsetText>{t('pledge.missing', { count: missing.length, units: names.join('; ') })}</InsetText>
  );
};

const Facts = ({ c, view }: { c: WebContext; view: PledgeView }) => {
  const t = c.get('t');
  const { cycle, state, text } = view;
  const { paper } = state;
  return (
    <SummaryList
      rows={[
        { key: t('pledge.state'), value: t(`pledge.phase-${state.phase}`) },
        { key: t('pledge.form'), value: t(`pledge.form-${state.form}`) },
        { key: t('pledge.who-signs'), value: t(`pledge.rule-${text.signatoryRule}`) },
        {
          key: t('pledge.witness'),
          value: state.witnessId === null ? t('pledge.no-witness') : cycle.nameOf(state.witnessId),
        },
        ...(paper === null || paper.phase === 'dropped'
          ? []
          : [
              {
                key: t('pledge.paper'),
                value: (
                  <a class="govuk-link" href={`/papers/${paper.paperId}`}>
                    {t('paper.kind.pledge')}
                  </a>
                ),
              },
            ]),
      ]}
    />
  );
};

const Points = ({ c, view }: { c: WebContext; view: PledgeView }) => {
  const t = c.get('t');
  const path = pathOfPledge(view.cycle.year, view.pledgeId);
  return (
    <section aria-labelledby="points-title">
      <h2 class="govuk-heading-m" id="points-title">
        {t('pledge.points-title')}
      </h2>
      <ol class="govuk-list govuk-list--number">
        {view.text.points.map((point) => (
          <li>{point}</li>
        ))}
      </ol>
      {!isPledgeOver(view.state) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${path}/sheet.pdf`}>
            {t('pledge.sheet-pdf')}
          </a>
          {' · '}
          <a class="govuk-link" href={`${path}/sheet.docx`}>
            {t('pledge.sheet-docx')}
          </a>
        </p>
      )}
    </section>
  );
};

/** A pledge: units by who has signed, who is missing, the sheet to print, and what is to be done. */
export const pledgePage = async (c: WebContext, refused: RefusedPledgeForm = NOTHING) => {
  const view = await readNamedPledge(c);
  if (!view) return c.notFound();
  const { cycle, text } = view;
  const [mayMark, mayOpen, maySubmit] = await Promise.all([
    hasPower(c, 'markSigned', cycle.day),
    hasPower(c, 'openPledge', cycle.day),
    hasPower(c, 'submitDraft', cycle.day),
  ]);
  return c.html(
    <Frame
      c={c}
      title={text.title}
      backLink={{ href: pathOfPledges(cycle.year) }}
      hasError={refused.errors.length > 0}
    >
      <ErrorSummary t={c.get('t')} errors={refused.errors} />
      <h1 class="govuk-heading-l">{text.title}</h1>
      <Missing c={c} view={view} />
      <Units c={c} view={view} />
      <PledgeForms
        c={c}
        view={view}
        refused={refused}
        mayMark={mayMark}
        mayOpen={mayOpen}
        maySubmit={maySubmit}
      />
      <Facts c={c} view={view} />
      <Points c={c} view={view} />
    </Frame>,
    refused.status,
  );
};
