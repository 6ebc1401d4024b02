import type { DeliveryRow } from '../../../adapters/database/deliveries.ts';
import type { PaperPhase } from '../../../domain/document-issue.ts';
import { formatPaperDate } from '../../../locale/papers.ts';
import { displayNumber } from '../../../domain/recipients.ts';
import { Details } from '../../layout/content.tsx';
import { ActForm, Button, errorOf, TextArea } from '../../layout/forms.tsx';
import { TaskList } from '../../layout/progress.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { DigitalForms, NumberForDigital } from './paper-digital-forms.tsx';
import { deliveryWords } from './paper-delivery-words.ts';
import { OneActForm, typedIn, type PaperFormProps } from './paper-form.tsx';
import { IssueForms } from './paper-issue-forms.tsx';
import { NumberFields } from './paper-number-fields.tsx';
import { personName, type PaperView } from './paper-view.ts';

const SignForms = (props: PaperFormProps) => {
  const { t, view } = props;
  const signer = personName(view.people, view.state.signer.personId);
  return (
    <>
      {view.may.sign && (
        <>
          <p>{t('paper.confirm-signature-explained')}</p>
          <OneActForm
            {...props}
            act="confirm-signature"
            button={t('paper.confirm-signature')}
            isUndated
          />
        </>
      )}
      {view.may.enterOriginal && (
        <>
          <p>{t('paper.enter-original-explained')}</p>
          <OneActForm {...props} act="enter-original" button={t('paper.enter-original')} />
        </>
      )}
      {view.may.handle && (
        <>
          <ol class="govuk-list govuk-list--number">
            <li>
              <a href={`/papers/${view.paper.paper_id}/files/for-signature`}>
                {t('paper.print-for-signature')}
              </a>
            </li>
            <li>{t('paper.bring-to-signer', { signer })}</li>
            <li>{t('paper.then-record-signature')}</li>
          </ol>
          <OneActForm
            {...props}
            act="record-ink-signature"
            button={t('paper.record-ink-signature')}
          />
        </>
      )}
      {view.may.numberForDigital && <NumberForDigital {...props} />}
    </>
  );
};

const VoidNumberForm = ({ t, view, refused }: PaperFormProps) => {
  const { fields, errors, actId } = typedIn(refused, 'void-number');
  const { number } = view.state;
  if (!number) return null;
  return (
    <Details summary={t('paper.void-number-question')} isOpen={refused?.act === 'void-number'}>
      <p>{t('paper.void-number-explained', { number: displayNumber(number.value) })}</p>
      <ActForm action={`/papers/${view.paper.paper_id}`} actId={actId}>
        <input type="hidden" name="act" value="void-number" />
        <input type="hidden" name="number" value={String(number.value)} />
        <TextArea
          t={t}
          name="reason"
          label={t('paper.void-reason')}
          error={errorOf(errors, 'reason')}
          rows={3}
          value={typedText(fields, 'reason')}
        />
        <Button kind="warning">
          {t('paper.void-number', { number: displayNumber(number.value) })}
        </Button>
      </ActForm>
    </Details>
  );
};

const StampForms = (props: PaperFormProps) => {
  const { t, view } = props;
  const { number, signed } = view.state;
  return (
    <>
      {number && signed?.how === 'ink' && (
        <p>
          {t('paper.write-number-on-original', {
            number: displayNumber(number.value),
            date: formatPaperDate(number.documentDate),
          })}
        </p>
      )}
      <OneActForm {...props} act="stamp-paper" button={t('paper.stamp')} />
      <VoidNumberForm {...props} />
    </>
  );
};

const isOpen = ({ status }: DeliveryRow): boolean =>
  status === 'undeliverable' || status === 'to-hand-over';

const DeliveryTasks = ({ t, view }: Pick<PaperFormProps, 't' | 'view'>) => {
  const page = `/papers/${view.paper.paper_id}`;
  const open = view.deliveries.filter(isOpen);
  return (
    <>
      {open.length > 0 && (
        <TaskList
          id="deliveries"
          items={open.map((delivery) => {
            const { tag, tone } = deliveryWords(t, view, delivery);
            return {
              title: delivery.recipient_name,
              href: `${page}/deliveries/${delivery.recipient_id}`,
              status: { text: tag, tone },
            };
          })}
        />
      )}
      {view.deliveries.some(({ mailbox }) => mailbox === null) && (
        <p>
          <a href={`${page}/hand-over`}>{t('paper.print-hand-over-list')}</a>
        </p>
      )}
    </>
  );
};

const ClerkForms = (props: PaperFormProps) => {
  const { t, view } = props;
  switch (view.state.phase) {
    case 'awaiting-number':
      return (
        <OneActForm {...props} act="number-paper" button={t('paper.give-number')}>
          <NumberFields {...props} act="number-paper" />
        </OneActForm>
      );
    case 'awaiting-digital-signature':
      return <VoidNumberForm {...props} />;
    case 'awaiting-stamp':
      return <StampForms {...props} />;
    case 'awaiting-issue':
      return (
        <>
          <IssueForms {...props} />
          <VoidNumberForm {...props} />
        </>
      );
    case 'delivering':
    case 'closed':
      return <DeliveryTasks t={t} view={view} />;
    case 'preparing':
    case 'awaiting-signature':
    case 'cancelled':
      return null;
  }
};

type NowKey = PaperPhase | 'mend' | 'hand-over';

const nowKey = ({ state, deliveries }: PaperView): NowKey => {
  if (state.phase !== 'delivering') return state.phase;
  if (deliveries.some(({ status }) => status === 'undeliverable')) return 'mend';
  return deliveries.some(isOpen) ? 'hand-over' : 'delivering';
};

/** The one thing to do now: for whoever can do it, its form; for all others, who is waited for. */
export const PaperNow = (props: PaperFormProps) => {
  const { t, view } = props;
  const key = nowKey(view);
  return (
    <section aria-labelledby="now">
      <h2 class="govuk-heading-m" id="now">
        {t(`paper.now.${key}`)}
      </h2>
      <p>{t(`paper.now-explained.${key}`)}</p>
      {view.state.phase === 'awaiting-signature' && <SignForms {...props} />}
      {view.state.phase === 'awaiting-digital-signature' && <DigitalForms {...props} />}
      {view.may.handle && <ClerkForms {...props} />}
    </section>
  );
};
