import { readPlanInForce } from '../../../acts/amendment/amendments-of-year.ts';
import { numberAndSymbol } from '../../../locale/paper-names.ts';
import { formatPaperDate } from '../../../locale/papers.ts';
import { wordsIn } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { DateInput } from '../../layout/choices.tsx';
import {
  ActForm,
  Button,
  ErrorSummary,
  errorOf,
  Select,
  TextArea,
  TextInput,
} from '../../layout/forms.tsx';
import { readDateInput, typedText, type TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { MomentFields } from '../paper/moment-fields.tsx';
import { dateFields } from '../plan/form-reading.ts';
import { SIGNER, signerChoices, signerValue } from '../plan/general-fields.ts';
import { pathOfPlan } from '../plan/plan-reading.ts';
import { SignerInput } from '../plan/schedule-inputs.tsx';
import {
  NOTHING_REFUSED,
  pressOnPeriod,
  repeatedActId,
  type RefusedForm,
} from '../registration/period-press.ts';
import {
  amendablesOf,
  CHANGE_ROWS,
  readAmendmentForm,
  type Amendable,
} from './amendment-fields.ts';

const readAmendables = async (c: WebContext, cycle: RunningCycle) => {
  const { acts } = c.get('deps');
  const inYear = { officeId: cycle.row.office_id, year: cycle.year };
  const inForce = await readPlanInForce(acts, inYear, cycle.day);
  return { ...inForce, amendables: amendablesOf(c.get('t'), inForce.tasks, cycle.facts) };
};

const readPlanPaper = async (c: WebContext, { state, row }: RunningCycle) => {
  const { plan } = state;
  if (plan.phase !== 'issued') return null;
  return (await c.get('deps').acts.stores.papers.find(row.office_id, plan.paperId)) ?? null;
};

// The subject as it is customary: what is amended, by number and day.
const freshFields = async (
  c: WebContext,
  cycle: RunningCycle,
  { plan, amendments }: Awaited<ReturnType<typeof readAmendables>>,
): Promise<TypedFields> => {
  const paper = await readPlanPaper(c, cycle);
  const number = paper && numberAndSymbol(paper);
  const date = paper?.document_date;
  const drafts = cycle.state.drafts.filter(({ kind }) => kind === 'plan-amendment');
  return {
    amendmentId: `DC-${String(Math.max(amendments.length, drafts.length) + 1)}`,
    subject: wordsIn('vi')('amendment.subject', {
      number: number ?? '',
      date: date ? formatPaperDate(date) : '',
    }),
    [SIGNER]: signerValue(plan.signer),
    ...dateFields('effectiveOn', cycle.day),
  };
};

interface FieldsProps {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly form: RefusedForm;
  readonly amendables: readonly Amendable[];
}

const ChangeFields = ({ c, form, amendables, row }: FieldsProps & { readonly row: number }) => {
  const t = c.get('t');
  const order = row + 1;
  const [what, to, from] = [`what-${String(row)}`, `to-${String(row)}`, `from-${String(row)}`];
  return (
    <>
      <h2 class="govuk-heading-s">{t('amendment.change', { order })}</h2>
      <Select
        t={t}
        name={what}
        label={t('amendment.what', { order })}
        isOptional={row > 0}
        options={amendables.map(({ key, label }) => ({ value: key, label }))}
        value={typedText(form.fields, what)}
        error={errorOf(form.errors, what)}
      />
      <TextInput
        t={t}
        name={to}
        label={t('amendment.to', { order })}
        hint={t('amendment.to-hint')}
        isOptional={row > 0}
        value={typedText(form.fields, to)}
        error={errorOf(form.errors, to)}
      />
      <DateInput
        t={t}
        name={from}
        label={t('amendment.change-from', { order })}
        hint={t('amendment.change-from-hint')}
        isOptional
        value={readDateInput(form.fields, from).typed}
        error={errorOf(form.errors, from)}
      />
    </>
  );
};

const Fields = (props: FieldsProps) => {
  const { c, cycle, form } = props;
  const t = c.get('t');
  const { fields, errors } = form;
  return (
    <>
      <input type="hidden" name="amendmentId" value={typedText(fields, 'amendmentId')} />
      <TextArea
        t={t}
        name="subject"
        label={t('registration.subject')}
        rows={2}
        value={typedText(fields, 'subject')}
        error={errorOf(errors, 'subject')}
      />
      <TextArea
        t={t}
        name="reason"
        label={t('amendment.reason')}
        rows={3}
        value={typedText(fields, 'reason')}
        error={errorOf(errors, 'reason')}
      />
      <DateInput
        t={t}
        name="effectiveOn"
        label={t('amendment.effective-on')}
        hint={t('amendment.effective-on-hint')}
        value={readDateInput(fields, 'effectiveOn').typed}
        error={errorOf(errors, 'effectiveOn')}
      />
      {CHANGE_ROWS.map((row) => (
        <ChangeFields {...props} row={row} />
      ))}
      <SignerInput
        t={t}
        fields={fields}
        errors={errors}
        choices={signerChoices(cycle.facts)}
        nameOf={cycle.nameOf}
      />
      <MomentFields c={c} cycle={cycle} form={form} />
    </>
  );
};

/** What changes in the issued plan, from when on, and why. */
export const amendmentPage = async (c: WebContext, refused: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  const read = await readAmendables(c, cycle);
  const isFresh = Object.keys(refused.fields).length === 0;
  const form = isFresh ? { ...refused, fields: await freshFields(c, cycle, read) } : refused;
  const title = t('amendment.title', { year: cycle.year });
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfPlan(cycle.year) }}
      hasError={form.errors.length > 0}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <ActForm action={`${pathOfPlan(cycle.year)}/amend`} actId={repeatedActId(form)}>
        <Fields c={c} cycle={cycle} form={form} amendables={read.amendables} />
        <Button>{t('amendment.submit')}</Button>
      </ActForm>
    </Frame>,
    form.status,
  );
};

export const submitAmendment = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const cycle = await readRunningCycle(c);
  const { amendables } = await readAmendables(c, cycle);
  const { data, errors, fieldOf } = readAmendmentForm(fields, c.get('t'), amendables, cycle.facts);
  const again = (refused: RefusedForm) => amendmentPage(c, refused);
  if (errors.length > 0) return again({ fields, errors, status: 422 });
  return pressOnPeriod(c, {
    fields,
    act: 'submit-amendment',
    data,
    to: pathOfPlan(cycle.year),
    fieldOf,
    again,
  });
};
