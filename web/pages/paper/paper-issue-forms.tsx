import { recipientsOf, getsWorkingCopy, type Recipient } from '../../../domain/recipients.ts';
import type { Words } from '../../../locale/words.ts';
import { SummaryList, WarningText } from '../../layout/content.tsx';
import { ActForm, Button, errorOf, FileUpload } from '../../layout/forms.tsx';
import { OneActForm, typedIn, type PaperFormProps } from './paper-form.tsx';
import { issuedFile } from './paper-file-response.ts';
import type { PaperView } from './paper-view.ts';

const ScanForm = ({ t, view, refused }: PaperFormProps) => {
  const { actId } = typedIn(refused, 'attach-scan');
  // An issue without a scan is refused at this field as well.
  const error = errorOf(refused?.errors ?? [], 'scan');
  const hasScan = view.state.scanSha256 !== null;
  return (
    <ActForm action={`/papers/${view.paper.paper_id}`} actId={actId} hasFiles>
      <input type="hidden" name="act" value="attach-scan" />
      <FileUpload
        t={t}
        name="scan"
        label={hasScan ? t('paper.replace-scan') : t('paper.scan')}
        hint={t('paper.scan-hint')}
        error={error}
        accept="application/pdf,.pdf"
      />
      <Button kind={hasScan ? 'secondary' : 'primary'}>{t('paper.upload-scan')}</Button>
    </ActForm>
  );
};

const Names = ({
  rows,
  note,
}: {
  rows: readonly Recipient[];
  note: (row: Recipient) => string;
}) => (
  <ul class="govuk-list">
    {rows.map((row) => (
      <li>
        {row.name} ({note(row)})
      </li>
    ))}
  </ul>
);

const summaryRows = (t: Words, view: PaperView) => {
  const recipients = recipientsOf(view.paper.kind, view.facts);
  const mailed = recipients.filter(({ mailbox }) => mailbox !== null);
  const byHand = recipients.filter(({ mailbox }) => mailbox === null);
  const file = issuedFile(view.state, view.files);
  return [
    {
      key: t('paper.summary-file'),
      value: file ? (
        <a href={`/papers/${view.paper.paper_id}/files/${file.role}`}>
          {t(`paper.file.${file.role}`)}
        </a>
      ) : (
        t('paper.summary-no-file')
      ),
    },
    {
      key: t('paper.summary-mailed', { count: mailed.length }),
      value: (
        <Names
          rows={mailed}
          note={({ group, mailbox }) =>
            getsWorkingCopy(group)
              ? t('paper.to-mailbox-with-copy', { mailbox: mailbox ?? '' })
              : (mailbox ?? '')
          }
        />
      ),
    },
    {
      key: t('paper.summary-by-hand', { count: byHand.length }),
      value:
        byHand.length > 0 ? (
          <Names rows={byHand} note={() => t('paper.no-address')} />
        ) : (
          t('paper.nobody')
        ),
    },
  ];
};

/** Mail of an example or past year leaves only where the mail server is this machine's own. */
const staysHere = ({ origin }: PaperView, hasInbox: boolean): boolean =>
  origin !== 'live' && !hasInbox;

const IssueForm = (props: PaperFormProps) => {
  const { t, view, hasInbox } = props;
  return (
    <OneActForm {...props} act="issue-paper" button={t('paper.issue')}>
      <h3 class="govuk-heading-s">{t('paper.summary-title')}</h3>
      <SummaryList rows={summaryRows(t, view)} />
      <WarningText t={t}>
        {staysHere(view, hasInbox) ? t('paper.issue-stays-here') : t('paper.issue-is-final')}
      </WarningText>
    </OneActForm>
  );
};

/** The scan of the signed original where a pen has signed it, then the issue with all that follows from it. */
export const IssueForms = (props: PaperFormProps) => {
  const { t, view } = props;
  if (view.state.finalFiles === null) return <p>{t('paper.final-being-made')}</p>;
  const how = view.state.signed?.how;
  if (how === 'digital' && !issuedFile(view.state, view.files)) {
    return <p>{t('paper.seal-being-set')}</p>;
  }
  return (
    <>
      {how !== 'confirmed' && how !== 'digital' && <ScanForm {...props} />}
      {issuedFile(view.state, view.files) && <IssueForm {...props} />}
    </>
  );
};
