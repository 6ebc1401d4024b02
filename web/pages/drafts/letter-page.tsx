import type { RoleId } from '../../../domain/authority.ts';
import type { PaperKind } from '../../../domain/paper-kind.ts';
import type { WebContext } from '../../environment.ts';
import { Radios } from '../../layout/choices.tsx';
import { EmptyState } from '../../layout/content.tsx';
import {
  ActForm,
  Button,
  errorOf,
  ErrorSummary,
  Select,
  TextArea,
  TextInput,
} from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import { readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { MomentFields } from '../paper/moment-fields.tsx';
import { nameOfPaper } from '../paper/paper-names.ts';
import { NOTHING_REFUSED, repeatedActId, type RefusedForm } from '../registration/period-press.ts';
import { pathOfDrafts } from './draft-reading.ts';

export const LETTER_KINDS = ['correction', 'recall'] as const;
const CAPACITIES = ['KT.', 'TL.', 'TUQ.'] as const;

export interface Fields {
  readonly c: WebContext;
  readonly form: RefusedForm;
  readonly cycle: RunningCycle;
}

/** Papers of the year that were issued under a number: only these are cited by others. */
export const readIssuedChoices = async (
  c: WebContext,
  { row, year }: RunningCycle,
  kinds: readonly PaperKind[] | null = null,
) => {
  const papers = await c.get('deps').acts.stores.papers.list(row.office_id, year);
  return papers
    .filter(({ issued_on, number }) => issued_on !== null && number !== null)
    .filter(({ kind }) => kinds === null || kinds.includes(kind))
    .map((paper) => ({ value: paper.paper_id, label: nameOfPaper(c.get('t'), paper) }));
};

const SIGNERS: readonly RoleId[] = ['leader', 'deputyLeader'];

/** Who signs, and for whom; `others`: roles that may sign this paper beside head and deputy. */
export const SignerFields = ({
  c,
  form,
  cycle,
  others = [],
}: Fields & { readonly others?: readonly RoleId[] }) => {
  const t = c.get('t');
  const { fields, errors } = form;
  return (
    <>
      <Select
        t={t}
        name="signer"
        label={t('drafts.signer')}
        options={cycle.facts.people
          .filter(({ roles }) => roles.some((role) => [...SIGNERS, ...others].includes(role)))
          .map(({ id, fullName, position }) => ({ value: id, label: `${fullName}, ${position}` }))}
        value={typedText(fields, 'signer')}
        error={errorOf(errors, 'signer')}
      />
      <Select
        t={t}
        name="capacity"
        label={t('drafts.capacity')}
        hint={t(others.length > 0 ? 'drafts.by-order-hint' : 'drafts.capacity-hint')}
        isOptional
        options={CAPACITIES.map((value) => ({ value, label: value }))}
        value={typedText(fields, 'capacity')}
        error={errorOf(errors, 'capacity')}
      />
    </>
  );
};

const ContentFields = ({ c, form }: Pick<Fields, 'c' | 'form'>) => {
  const t = c.get('t');
  const area = (name: string, label: string, hint: string) => (
    <TextArea
      t={t}
      name={name}
      label={label}
      hint={hint}
      value={typedText(form.fields, name)}
      error={errorOf(form.errors, name)}
    />
  );
  return (
    <>
      <TextInput
        t={t}
        name="subject"
        label={t('drafts.subject')}
        hint={t('drafts.subject-hint')}
        value={typedText(form.fields, 'subject')}
        error={errorOf(form.errors, 'subject')}
      />
      {area('places', t('drafts.places'), t('drafts.places-hint'))}
      {area('reason', t('drafts.recall-reason'), t('drafts.recall-reason-hint'))}
    </>
  );
};

/** An official letter about an issued paper: which, what kind, what it says, who signs it. */
export const letterPage = async (c: WebContext, form: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  if (!(await hasPower(c, 'submitDraft', cycle.day))) return c.notFound();
  const papers = await readIssuedChoices(c, cycle);
  const fields: TypedFields = { paperId: c.req.query('paper') ?? '', ...form.fields };
  const { errors } = form;
  const title = t('drafts.write-letter');
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfDrafts(cycle.year) }}
      hasError={errors.length > 0}
    >
      <ErrorSummary t={t} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {papers.length === 0 ? (
        <EmptyState title={t('drafts.no-papers')} />
      ) : (
        <ActForm action={`${pathOfDrafts(cycle.year)}/letter`} actId={repeatedActId(form)}>
          <Select
            t={t}
            name="paperId"
            label={t('drafts.about-paper')}
            options={papers}
            value={typedText(fields, 'paperId')}
            error={errorOf(errors, 'paperId')}
          />
          <Radios
            t={t}
            name="kind"
            label={t('drafts.letter-kind')}
            options={LETTER_KINDS.map((kind) => ({
              value: kind,
              label: t(`paper.kind.${kind}`),
              hint: t(`drafts.hint-${kind}`),
            }))}
            value={typedText(fields, 'kind')}
            error={errorOf(errors, 'kind')}
          />
          <ContentFields c={c} form={form} />
          <SignerFields c={c} form={form} cycle={cycle} />
          <MomentFields c={c} cycle={cycle} form={form} />
          <Button>{t('drafts.submit')}</Button>
        </ActForm>
      )}
    </Frame>,
    form.status,
  );
};
