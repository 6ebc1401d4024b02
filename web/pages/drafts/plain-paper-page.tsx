import type { Draft } from '../../../domain/draft.ts';
import { PLAIN_PAPER_KINDS } from '../../../domain/plain-paper.ts';
import type { WebContext } from '../../environment.ts';
import { Checkboxes, Radios } from '../../layout/choices.tsx';
import { ActForm, Button, errorOf, ErrorSummary, Select, TextInput } from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { hasPower, mayGiveOccurredAt } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';
import { readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { OccurredAtFields } from '../paper/paper-moment.tsx';
import { NOTHING_REFUSED, repeatedActId, type RefusedForm } from '../registration/period-press.ts';
import { pathOfDrafts } from './draft-reading.ts';
import { TypedArea } from './form-parts.tsx';
import { readIssuedChoices, SignerFields, type Fields } from './letter-page.tsx';

export const isPlain = ({ kind }: Pick<Draft, 'kind'>): boolean =>
  PLAIN_PAPER_KINDS.some((one) => one === kind);

/** `parseBody({ all: true })` gives one chosen box as a text, several as a list. */
export const chosenIn = (fields: TypedFields, name: string): readonly string[] =>
  [fields[name]].flat().filter((value) => typeof value === 'string');

// What was returned is submitted again in a new version of the same paper.
const Again = ({ c, form, cycle }: Fields) => {
  const t = c.get('t');
  const returned = cycle.state.drafts.filter((one) => isPlain(one) && one.phase === 'drafting');
  if (returned.length === 0) return null;
  return (
    <Select
      t={t}
      name="draftId"
      label={t('drafts.plain-again')}
      isOptional
      options={returned.map(({ kind, draftId }) => ({
        value: draftId,
        label: `${t(`paper.kind.${kind}`)} ${draftId}`,
      }))}
      value={typedText(form.fields, 'draftId')}
      error={errorOf(form.errors, 'draftId')}
    />
  );
};

const Addressees = ({ c, form, cycle }: Fields) => {
  const t = c.get('t');
  const { units, superiors } = cycle.facts;
  return (
    <>
      {[
        { name: 'unitIds', label: t('drafts.to-units'), bodies: units },
        { name: 'superiorIds', label: t('drafts.to-superiors'), bodies: superiors },
      ].map(({ name, label, bodies }) => (
        <Checkboxes
          t={t}
          name={name}
          label={label}
          isOptional
          options={bodies.map((body) => ({ value: body.id, label: body.name }))}
          values={chosenIn(form.fields, name)}
          error={errorOf(form.errors, name)}
        />
      ))}
    </>
  );
};

/** What it takes the place of, if anything. */
const Replaced = async ({ c, form, cycle }: Fields) => {
  const t = c.get('t');
  const papers = await readIssuedChoices(c, cycle, PLAIN_PAPER_KINDS);
  if (papers.length === 0) return null;
  return (
    <>
      <Select
        t={t}
        name="replaces-paperId"
        label={t('drafts.replaces')}
        hint={t('drafts.replaces-hint')}
        isOptional
        options={papers}
        value={typedText(form.fields, 'replaces-paperId')}
        error={errorOf(form.errors, 'replaces-paperId')}
      />
      <ReplacesReason c={c} form={form} isOptional />
    </>
  );
};

/** Why another paper's place is taken, as a clause of the new one. */
export const ReplacesReason = ({
  c,
  form,
  isOptional,
}: Pick<Fields, 'c' | 'form'> & { readonly isOptional: boolean }) => {
  const t = c.get('t');
  return (
    <TextInput
      t={t}
      name="replaces-reason"
      label={t('drafts.replaces-reason')}
      hint={t('drafts.replaces-reason-hint')}
      isOptional={isOptional}
      value={typedText(form.fields, 'replaces-reason')}
      error={errorOf(form.errors, 'replaces-reason')}
    />
  );
};

const Moment = ({ c, form, cycle }: Fields) =>
  mayGiveOccurredAt(cycle.facts, userOn(c).person.person_id) ? (
    <OccurredAtFields
      t={c.get('t')}
      fields={form.fields}
      errors={form.errors}
      isOpen={cycle.state.clock.mode === 'entered'}
    />
  ) : null;

const PlainForm = ({ c, form, cycle }: Fields & { readonly cycle: RunningCycle }) => {
  const t = c.get('t');
  const { fields, errors } = form;
  return (
    <ActForm action={`${pathOfDrafts(cycle.year)}/plain`} actId={repeatedActId(form)}>
      <Again c={c} form={form} cycle={cycle} />
      <Radios
        t={t}
        name="kind"
        label={t('drafts.plain-kind')}
        options={PLAIN_PAPER_KINDS.map((kind) => ({ value: kind, label: t(`paper.kind.${kind}`) }))}
        value={typedText(fields, 'kind')}
        error={errorOf(errors, 'kind')}
      />
      <TextInput
        t={t}
        name="subject"
        label={t('drafts.subject')}
        hint={t('drafts.plain-subject-hint')}
        value={typedText(fields, 'subject')}
        error={errorOf(errors, 'subject')}
      />
      <TypedArea
        c={c}
        form={form}
        name="paragraphs"
        label={t('drafts.paragraphs')}
        hint={t('drafts.paragraphs-hint')}
      />
      <Addressees c={c} form={form} cycle={cycle} />
      <Replaced c={c} form={form} cycle={cycle} />
      <SignerFields c={c} form={form} cycle={cycle} others={['teamLead', 'massOrgHead']} />
      <Moment c={c} form={form} cycle={cycle} />
      <Button>{t('drafts.submit')}</Button>
    </ActForm>
  );
};

/** A letter, notice or report whose text the office writes itself. */
export const plainPaperPage = async (c: WebContext, form: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  if (!(await hasPower(c, 'submitDraft', cycle.day))) return c.notFound();
  const title = t('drafts.write-plain');
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfDrafts(cycle.year) }}
      hasError={form.errors.length > 0}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <PlainForm c={c} form={form} cycle={cycle} />
    </Frame>,
    form.status,
  );
};
