import { readNewsFacts } from '../../../acts/conference/news-facts.ts';
import type { PaperSource } from '../../../domain/paper-source.ts';
import { composeNews } from '../../../locale/news-item.ts';
import { yearStrandId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import { Checkboxes } from '../../layout/choices.tsx';
import { InsetText } from '../../layout/content.tsx';
import {
  ActForm,
  Button,
  ButtonGroup,
  errorOf,
  ErrorSummary,
  TextArea,
} from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import { pathOfDrafts } from '../drafts/draft-reading.ts';
import { typedChoices, typedLines } from '../plan/form-reading.ts';
import { readSigner, SIGNER, signerChoices } from '../plan/general-fields.ts';
import { SignerInput } from '../plan/schedule-inputs.tsx';
import { PaperPreview } from '../registration/period-notice.tsx';
import {
  NOTHING_REFUSED,
  pressOnPeriod,
  repeatedActId,
  type RefusedForm,
} from '../registration/period-press.ts';
import { pathOfConference, readConference, type ConferenceView } from './conference-reading.ts';
import { MomentFields } from '../paper/moment-fields.tsx';

interface NewsProps {
  readonly c: WebContext;
  readonly view: ConferenceView;
  readonly form: RefusedForm;
}

const TEXTS = [
  { name: 'subject', rows: 2 },
  { name: 'paragraphs', rows: 20 },
  { name: 'captions', rows: 3 },
] as const;

const draftedFields = async (c: WebContext, view: ConferenceView): Promise<TypedFields> => {
  const { row, state: cycle, day, facts } = view.cycle;
  const workflowId = yearStrandId(row.office_id, cycle.year, { kind: 'conference', id: view.id });
  const of = { officeId: row.office_id, cycle, on: day };
  const known = await readNewsFacts(c.get('deps').acts, of, { workflowId, state: view.state });
  const { subject, paragraphs, captions } = composeNews(known);
  const superiorIds = facts.superiors
    .filter(({ followsReform }) => followsReform)
    .map(({ id }) => id);
  return {
    subject,
    paragraphs: paragraphs.join('\n'),
    captions: captions.join('\n'),
    superiorIds,
    unitIds: [],
    [SIGNER]: signerChoices(facts)[0]?.value ?? '',
  };
};

const readForm = (fields: TypedFields) => ({
  subject: typedText(fields, 'subject'),
  signer: readSigner(fields),
  paragraphs: typedLines(fields, 'paragraphs'),
  captions: typedLines(fields, 'captions'),
  superiorIds: typedChoices(fields, 'superiorIds'),
  unitIds: typedChoices(fields, 'unitIds'),
});

const sourceOf = ({ cycle, id }: ConferenceView, fields: TypedFields): PaperSource => {
  const { superiorIds, unitIds, ...written } = readForm(fields);
  const addressees = { superiorIds, unitIds, guests: [] };
  const content = { ...written, year: cycle.year, conferenceId: id, addressees };
  return { kind: 'news-item', content };
};

const NewsForm = ({ c, view, form }: NewsProps) => {
  const t = c.get('t');
  const { fields, errors } = form;
  const { facts, nameOf } = view.cycle;
  const addressees = [
    { name: 'superiorIds', label: t('drafts.to-superiors'), bodies: facts.superiors },
    { name: 'unitIds', label: t('drafts.to-units'), bodies: facts.units },
  ];
  return (
    <ActForm action={`${pathOfConference(view)}/news`} actId={repeatedActId(form)}>
      {TEXTS.map(({ name, rows }) => (
        <TextArea
          t={t}
          name={name}
          label={t(`conference.news-${name}`)}
          hint={name === 'subject' ? undefined : t('plan.one-per-line')}
          isOptional={name === 'captions'}
          rows={rows}
          value={typedText(fields, name)}
          error={errorOf(errors, name)}
        />
      ))}
      {addressees.map(({ name, label, bodies }) => (
        <Checkboxes
          t={t}
          name={name}
          label={label}
          isOptional
          options={bodies.map((body) => ({ value: body.id, label: body.name }))}
          values={typedChoices(fields, name)}
          error={errorOf(errors, name)}
        />
      ))}
      <SignerInput
        t={t}
        fields={fields}
        errors={errors}
        choices={signerChoices(facts)}
        nameOf={nameOf}
      />
      <MomentFields c={c} cycle={view.cycle} form={form} />
      <ButtonGroup>
        {/* First, so that the Enter key shows the news item and submits nothing. */}
        <Button kind="secondary" name="step" value="preview">
          {t('conference.news-show')}
        </Button>
        <Button name="step" value="submit">
          {t('drafts.submit')}
        </Button>
      </ButtonGroup>
    </ActForm>
  );
};

/** The news item of a conference, drafted from its minutes and what else is known, and the paper below. */
export const newsPage = async (c: WebContext, refused: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const view = await readConference(c);
  if (!view || !(await hasPower(c, 'submitDraft', view.cycle.day))) return c.notFound();
  const title = t('conference.news-title');
  const isReady = view.state.minutes !== null;
  const isFresh = Object.keys(refused.fields).length === 0;
  const fields = isReady && isFresh ? await draftedFields(c, view) : refused.fields;
  const form = { ...refused, fields };
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfConference(view) }}
      hasError={form.errors.length > 0}
      stylesheets={['paper.css']}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {isReady ? (
        <>
          <p class="govuk-body">{t('conference.news-hint')}</p>
          <NewsForm c={c} view={view} form={form} />
          <PaperPreview
            c={c}
            title={t('conference.news-preview')}
            source={sourceOf(view, fields)}
            facts={view.cycle.facts}
            year={view.cycle.year}
          />
        </>
      ) : (
        <InsetText>{t('conference.news-not-yet')}</InsetText>
      )}
    </Frame>,
    form.status,
  );
};

const FIELDS = ['subject', 'paragraphs', 'captions', 'superiorIds', 'unitIds', 'occurredAt'];

export const submitNews = async (c: WebContext) => {
  const fields = await c.req.parseBody({ all: true });
  const view = await readConference(c);
  if (!view) return c.notFound();
  if (typedText(fields, 'step') !== 'submit') {
    return newsPage(c, { fields, errors: [], status: 200 });
  }
  return pressOnPeriod(c, {
    fields,
    act: 'submit-news',
    data: { conferenceId: view.id, ...readForm(fields) },
    to: pathOfDrafts(view.cycle.year),
    fieldOf: (id) =>
      id.startsWith('signer') ? SIGNER : (FIELDS.find((name) => id.startsWith(name)) ?? null),
    again: (refusal) => newsPage(c, refusal),
  });
};
