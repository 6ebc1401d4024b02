import type { DeliveryRow } from '../../../adapters/database/deliveries.ts';
import type { DeliveryStatus } from '../../../domain/document-issue.ts';
import type { WebContext } from '../../environment.ts';
import { Details, SummaryList } from '../../layout/content.tsx';
import { ActForm, Button, errorOf, ErrorSummary, TextArea } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { DeliveryStanding } from './paper-deliveries.tsx';
import { showTime, wayOf } from './paper-delivery-words.ts';
import { typedIn, type RefusedForm } from './paper-form.tsx';
import { OccurredAtFields } from './paper-moment.tsx';
import { givenUpReason } from './paper-trail-facts.ts';
import { personName, type PaperView } from './paper-view.ts';

interface DeliveryPageProps {
  readonly c: WebContext;
  readonly view: PaperView;
  readonly delivery: DeliveryRow;
  readonly reasons: ReadonlyMap<string, string>;
  readonly refused: RefusedForm | null;
}

const addressOf = ({ view, delivery }: DeliveryPageProps): string =>
  `/papers/${view.paper.paper_id}/deliveries/${delivery.recipient_id}`;

const Facts = ({ c, view, delivery, reasons }: DeliveryPageProps) => {
  const t = c.get('t');
  const reason = givenUpReason(view, delivery.recipient_id, reasons);
  return (
    <SummaryList
      rows={[
        {
          key: t('paper.recipient-person'),
          value: delivery.person_id ? personName(view.people, delivery.person_id) : '–',
        },
        { key: t('paper.way'), value: wayOf(t, delivery) },
        {
          key: t('paper.standing'),
          value: <DeliveryStanding t={t} view={view} delivery={delivery} />,
        },
        ...(reason ? [{ key: t('paper.give-up-reason'), value: reason }] : []),
        {
          key: t('paper.confirmed'),
          value: delivery.confirmed_at ? showTime(delivery.confirmed_at) : t('paper.not-confirmed'),
        },
      ]}
    />
  );
};

const HandOverForm = (props: DeliveryPageProps) => {
  const t = props.c.get('t');
  const { fields, errors, actId } = typedIn(props.refused, 'hand-over-paper');
  return (
    <ActForm action={addressOf(props)} actId={actId}>
      <input type="hidden" name="act" value="hand-over-paper" />
      {props.view.may.date && <OccurredAtFields t={t} fields={fields} errors={errors} />}
      <Button kind={props.delivery.status === 'undeliverable' ? 'secondary' : 'primary'}>
        {t('paper.hand-over')}
      </Button>
    </ActForm>
  );
};

const SendAgainForm = (props: DeliveryPageProps) => {
  const t = props.c.get('t');
  const { actId } = typedIn(props.refused, 'send-again');
  return (
    <ActForm action={addressOf(props)} actId={actId}>
      <input type="hidden" name="act" value="send-again" />
      <p>
        {t('paper.send-again-explained')} <a href="/office">{t('paper.mend-in-office')}</a>
      </p>
      <Button>{t('paper.send-again')}</Button>
    </ActForm>
  );
};

const GiveUpForm = (props: DeliveryPageProps) => {
  const t = props.c.get('t');
  const { fields, errors, actId } = typedIn(props.refused, 'give-up-delivery');
  return (
    <Details
      summary={t('paper.give-up-question')}
      isOpen={props.refused?.act === 'give-up-delivery'}
    >
      <ActForm action={addressOf(props)} actId={actId}>
        <input type="hidden" name="act" value="give-up-delivery" />
        <TextArea
          t={t}
          name="reason"
          label={t('paper.give-up-reason')}
          error={errorOf(errors, 'reason')}
          rows={3}
          value={typedText(fields, 'reason')}
        />
        <Button kind="warning">{t('paper.give-up')}</Button>
      </ActForm>
    </Details>
  );
};

const BY_HAND: readonly DeliveryStatus[] = ['to-hand-over', 'undeliverable'];

const Forms = (props: DeliveryPageProps) => {
  const { status } = props.delivery;
  const isRefused = status === 'undeliverable';
  return (
    <>
      {isRefused && <SendAgainForm {...props} />}
      {BY_HAND.includes(status) && <HandOverForm {...props} />}
      {isRefused && <GiveUpForm {...props} />}
    </>
  );
};

/** One delivery: how it stands, and what the clerk can do where it has not arrived. */
export const DeliveryPage = (props: DeliveryPageProps) => {
  const { c, view, delivery, refused } = props;
  const t = c.get('t');
  return (
    <Frame
      c={c}
      title={`${delivery.recipient_name} – ${view.title}`}
      hasError={refused !== null}
      backLink={{ href: `/papers/${view.paper.paper_id}`, label: view.title }}
    >
      <ErrorSummary t={t} errors={refused?.errors ?? []} />
      <h1 class="govuk-heading-l">{delivery.recipient_name}</h1>
      <Facts {...props} />
      {view.may.handle && <Forms {...props} />}
    </Frame>
  );
};
