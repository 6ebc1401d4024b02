import type { Child } from 'hono/jsx';
import type { FileProof } from '../../../acts/proof/look-up-paper.ts';
import type { Proof, ProofState, ProvenPaper } from '../../../domain/proof.ts';
import { formatDate } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { Tag, type Tone } from '../../layout/content.tsx';
import { Button, ErrorSummary, TextInput } from '../../layout/forms.tsx';
import { Page } from '../../layout/page.tsx';

interface ProofProps {
  readonly c: WebContext;
  readonly proof: Proof;
}

interface ProofFrameProps {
  readonly c: WebContext;
  readonly title: string;
  readonly hasError?: boolean;
  readonly children: Child;
}

// The page of whoever holds the paper, whoever happens to be signed in on this machine. Without `path`, so
// that what is no code stands nowhere on it.
const ProofFrame = ({ c, title, hasError, children }: ProofFrameProps) => (
  <Page
    t={c.get('t')}
    lang={c.get('lang')}
    title={title}
    hasError={hasError}
    scripts={['verify-file.js']}
  >
    {children}
  </Page>
);

const TONES: Readonly<Record<Exclude<ProofState, 'unknown'>, Tone>> = {
  genuine: 'good',
  replaced: 'soon',
  recalled: 'bad',
};

/** Number and date, as they stand on the paper: whoever has none learns nothing from them. */
const named = (t: Words, { numberAndSymbol, date }: ProvenPaper): string =>
  numberAndSymbol === null
    ? t('proof.paper-without-number', { date: formatDate(date) })
    : t('proof.paper', { number: numberAndSymbol, date: formatDate(date) });

const Facts = ({ c, proof }: ProofProps) => {
  const t = c.get('t');
  const { state, paper, by, corrections } = proof;
  if (state === 'unknown' || !paper) return <p>{t('proof.unknown-explained')}</p>;
  return (
    <>
      <p>
        <Tag tone={TONES[state]}>{t(`proof.tag.${state}`)}</Tag> {named(t, paper)}
      </p>
      {by && (
        <p>
          {t(state === 'recalled' ? 'proof.by.recalled' : 'proof.by.replaced', {
            paper: named(t, by),
          })}
        </p>
      )}
      {corrections.map((one) => (
        <p>{t('proof.corrected', { paper: named(t, one) })}</p>
      ))}
    </>
  );
};

/** Hidden until the script says that it can read files here. */
const FileCheck = ({ c, code }: { readonly c: WebContext; readonly code: string }) => {
  const t = c.get('t');
  return (
    <section
      class="rc-drop"
      data-verify="/verify/file"
      data-code={code}
      data-reading={t('proof.file-reading')}
      data-failed={t('proof.file-failed')}
      data-insecure={t('proof.file-insecure')}
      aria-labelledby="verify-title"
      hidden
    >
      <h2 class="govuk-heading-m" id="verify-title">
        {code === '' ? t('proof.file-title') : t('proof.file-title-of-paper')}
      </h2>
      <p class="govuk-hint" id="verify-hint">
        {t('proof.file-hint')}
      </p>
      <label class="govuk-label" for="verify-file">
        {t('proof.file-label')}
      </label>
      <input
        class="govuk-file-upload"
        type="file"
        id="verify-file"
        aria-describedby="verify-hint"
      />
      <div id="verify-answer" role="status"></div>
    </section>
  );
};

const CodeForm = ({ c, error }: { readonly c: WebContext; readonly error: string | null }) => {
  const t = c.get('t');
  return (
    <form method="get" action="/verify">
      <TextInput
        t={t}
        name="code"
        label={t('proof.code')}
        hint={t('proof.code-hint')}
        error={error ?? undefined}
        value=""
      />
      <Button>{t('proof.look-up')}</Button>
    </form>
  );
};

/** Without a code: it is typed, or a file is looked at. */
export const LookUpPage = ({
  c,
  error,
}: {
  readonly c: WebContext;
  readonly error: string | null;
}) => {
  const t = c.get('t');
  return (
    <ProofFrame c={c} title={t('proof.title')} hasError={error !== null}>
      {error !== null && <ErrorSummary t={t} errors={[{ field: 'code', text: error }]} />}
      <h1 class="govuk-heading-l">{t('proof.title')}</h1>
      <CodeForm c={c} error={error} />
      <FileCheck c={c} code="" />
    </ProofFrame>
  );
};

/** `code` '': there is no paper, and a file is compared with those of all. */
export const ProofPage = ({ c, proof, code }: ProofProps & { readonly code: string }) => {
  const t = c.get('t');
  const title = t(`proof.is.${proof.state}`);
  return (
    <ProofFrame c={c} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <Facts c={c} proof={proof} />
      {proof.state === 'unknown' ? null : <p>{t('proof.compare')}</p>}
      <FileCheck c={c} code={code} />
      <p>
        <a href="/verify">{t('proof.look-up-another')}</a>
      </p>
    </ProofFrame>
  );
};

/** A piece of the page: what is known of the file that was read there. */
export const FileAnswer = ({
  c,
  proof,
  isOfPaper,
}: {
  readonly c: WebContext;
  readonly proof: FileProof;
  readonly isOfPaper: boolean;
}) => {
  const t = c.get('t');
  if (proof.file === 'unknown') {
    return (
      <>
        <p class="rc-drop__answer">
          <Tag tone="bad">{t('proof.file-is-not')}</Tag>
        </p>
        <p>{t(isOfPaper ? 'proof.file-is-not-of-paper' : 'proof.file-is-not-ours')}</p>
      </>
    );
  }
  return (
    <>
      <p class="rc-drop__answer">
        <Tag tone="good">{t(`proof.file-is.${proof.file}`)}</Tag>
      </p>
      {proof.file === 'copy' && <p>{t('proof.file-is-copy-explained')}</p>}
      {!isOfPaper && <Facts c={c} proof={proof} />}
    </>
  );
};

export const TooManyAnswer = ({ c }: { readonly c: WebContext }) => (
  <p>{c.get('t')('proof.too-many')}</p>
);

export const TooManyPage = ({ c }: { readonly c: WebContext }) => {
  const t = c.get('t');
  return (
    <ProofFrame c={c} title={t('proof.too-many-title')}>
      <h1 class="govuk-heading-l">{t('proof.too-many-title')}</h1>
      <TooManyAnswer c={c} />
    </ProofFrame>
  );
};
