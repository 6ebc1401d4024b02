import type { DecisionContent } from '../../../domain/decision-paper.ts';
import type { PaperSource } from '../../../domain/paper-source.ts';
import type { WebContext } from '../../environment.ts';
import {
  ActForm,
  Button,
  ButtonGroup,
  ErrorSummary,
  errorOf,
  TextArea,
} from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import type { RunningCycle } from '../cycle/cycle-reading.ts';
import { MomentFields } from '../paper/moment-fields.tsx';
import { typedLines } from '../plan/form-reading.ts';
import { readSigner, SIGNER, signerChoices, signerValue } from '../plan/general-fields.ts';
import { SignerInput } from '../plan/schedule-inputs.tsx';
import { PaperPreview } from '../registration/period-notice.tsx';
import { repeatedActId, type RefusedForm } from '../registration/period-press.ts';
import type { Child } from 'hono/jsx';

export interface DecisionForm {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly form: RefusedForm;
}

/** What the form of every decision shows of it. */
export const decisionFieldsOf = ({
  subject,
  bases,
  execution,
  signer,
}: DecisionContent): TypedFields => ({
  subject,
  bases: bases.join('\n'),
  execution,
  [SIGNER]: signerValue(signer),
});

export const readDecision = (fields: TypedFields) => ({
  subject: typedText(fields, 'subject'),
  signer: readSigner(fields),
  bases: typedLines(fields, 'bases'),
  execution: typedText(fields, 'execution'),
});

const FIELDS = ['subject', 'bases', 'execution', 'occurredAt'] as const;

/** The field of every decision's form that a place in the act's data belongs to. */
export const decisionFieldOf = (id: string): string | null =>
  id.startsWith('signer') ? SIGNER : (FIELDS.find((name) => id.startsWith(name)) ?? null);

/** A text of the decision, which the office may put otherwise. */
export const WordsInput = ({
  c,
  form,
  name,
  label,
  hint,
  rows,
}: Pick<DecisionForm, 'c' | 'form'> & {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly rows?: number;
}) => (
  <TextArea
    t={c.get('t')}
    name={name}
    label={label}
    hint={hint}
    rows={rows}
    value={typedText(form.fields, name)}
    error={errorOf(form.errors, name)}
  />
);

interface DecisionPageProps extends DecisionForm {
  readonly title: string;
  readonly back: string;
  readonly action: string;
  readonly source: PaperSource;
  /** What the decision has beside subject, bases, execution and signer. */
  readonly children: Child;
}

/** The form of a decision, and the paper as it would be below. */
export const DecisionPage = ({ c, cycle, form, title, back, ...page }: DecisionPageProps) => {
  const t = c.get('t');
  const { fields, errors } = form;
  return (
    <Frame
      c={c}
      title={title}
      backLink={{ href: back }}
      hasError={errors.length > 0}
      stylesheets={['paper.css']}
    >
      <ErrorSummary t={t} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <ActForm action={page.action} actId={repeatedActId(form)}>
        <WordsInput c={c} form={form} name="subject" label={t('drafts.subject')} rows={2} />
        <WordsInput
          c={c}
          form={form}
          name="bases"
          label={t('decisions.bases')}
          hint={t('decisions.bases-hint')}
        />
        {page.children}
        <WordsInput c={c} form={form} name="execution" label={t('decisions.execution')} />
        <SignerInput
          t={t}
          fields={fields}
          errors={errors}
          choices={signerChoices(cycle.facts)}
          nameOf={cycle.nameOf}
        />
        <MomentFields c={c} cycle={cycle} form={form} />
        <ButtonGroup>
          {/* First, so that the Enter key shows the decision and submits nothing. */}
          <Button kind="secondary" name="step" value="preview">
            {t('decisions.show')}
          </Button>
          <Button name="step" value="submit">
            {t('drafts.submit')}
          </Button>
        </ButtonGroup>
      </ActForm>
      <PaperPreview
        c={c}
        title={t('decisions.preview')}
        source={page.source}
        facts={cycle.facts}
        year={cycle.year}
      />
    </Frame>
  );
};
