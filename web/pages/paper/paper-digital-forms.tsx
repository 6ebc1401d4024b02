import type { ToSign } from '../../../acts/to-be-signed.ts';
import { Details } from '../../layout/content.tsx';
import { ActForm, Button, errorOf, FileUpload } from '../../layout/forms.tsx';
import { OneActForm, typedIn, type PaperFormProps } from './paper-form.tsx';
import { NumberFields } from './paper-number-fields.tsx';
import { personName } from './paper-view.ts';

const signerOf = ({ view }: PaperFormProps): string =>
  personName(view.people, view.state.signer.personId);

/** For the clerk: the number first, where the paper is to be signed digitally. */
export const NumberForDigital = (props: PaperFormProps) => {
  const { t, refused } = props;
  const act = 'number-for-digital-signature';
  return (
    <Details summary={t('paper.sign-digitally-question')} isOpen={refused?.act === act}>
      <p>{t('paper.number-for-digital-explained', { signer: signerOf(props) })}</p>
      <OneActForm {...props} act={act} button={t('paper.number-for-digital')} isUndated>
        <NumberFields {...props} act={act} />
      </OneActForm>
    </Details>
  );
};

const SignHere = (props: PaperFormProps & { readonly toSign: ToSign }) => {
  const { t, toSign } = props;
  return (
    <OneActForm {...props} act="sign-digitally" button={t('paper.sign-digitally')} isUndated>
      <p>{t('paper.sign-digitally-explained', { signer: signerOf(props) })}</p>
      <input type="hidden" name="pdfSha256" value={toSign.pdfSha256} />
    </OneActForm>
  );
};

const SignElsewhere = ({
  t,
  view,
  refused,
  toSign,
}: PaperFormProps & { readonly toSign: ToSign }) => {
  const act = 'take-digital-signature';
  const { actId, errors } = typedIn(refused, act);
  const page = `/papers/${view.paper.paper_id}`;
  const { pdfSha256, signedAt, sha256 } = toSign;
  return (
    <Details summary={t('paper.sign-elsewhere')} isOpen={refused?.act === act || !toSign.hasKey}>
      <p>{t('paper.sign-elsewhere-explained')}</p>
      <p>
        <a href={`${page}/to-be-signed?at=${encodeURIComponent(signedAt)}`}>
          {t('paper.to-be-signed')}
        </a>
      </p>
      <p>
        {t('paper.to-be-signed-hash')}: <code class="paper-hash">{sha256}</code>
      </p>
      <ActForm action={page} actId={actId} hasFiles>
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="pdfSha256" value={pdfSha256} />
        <input type="hidden" name="signedAt" value={signedAt} />
        <FileUpload
          t={t}
          name="signature"
          label={t('paper.signature-file')}
          error={errorOf(errors, 'signature')}
          accept=".p7s,.p7b,.p7m,.der,.cms"
        />
        <Button kind="secondary">{t('paper.take-signature')}</Button>
      </ActForm>
    </Details>
  );
};

/** For the signer: the paper to read, and the ways to sign it; for all others, who is waited for. */
export const DigitalForms = (props: PaperFormProps) => {
  const { t, view } = props;
  const { toSign, state } = view;
  if (state.finalFiles === null) return <p>{t('paper.final-being-made')}</p>;
  return (
    <>
      <p>
        <a href={`/papers/${view.paper.paper_id}/files/final-pdf`}>
          {t('paper.read-before-signing')}
        </a>
      </p>
      {toSign ? (
        <>
          {toSign.hasKey && <SignHere {...props} toSign={toSign} />}
          <SignElsewhere {...props} toSign={toSign} />
        </>
      ) : (
        <p>{t('paper.waits-for-digital-signature', { signer: signerOf(props) })}</p>
      )}
    </>
  );
};
