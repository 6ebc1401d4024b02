import type { WebContext } from '../../environment.ts';
import { Checkboxes } from '../../layout/choices.tsx';
import {
  ActForm,
  Button,
  ErrorSummary,
  errorOf,
  NumberInput,
  TextArea,
} from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { readRunningCycle, yearOn } from '../cycle/cycle-reading.ts';
import { typedChoices } from './form-reading.ts';
import { generalFieldOf, generalFieldsOf, readGeneral, signerChoices } from './general-fields.ts';
import { checkMayWrite, pathOfPlan, readLatestPlan } from './plan-reading.ts';
import { savePlanForm, type PlanForm, type ShowForm } from './save-form.ts';
import { ScheduleInputs, SignerInput } from './schedule-inputs.tsx';
import { StaleNote } from './stale-note.tsx';

const TEXTS = [
  { name: 'subject', word: 'plan.subject', hint: 'plan.subject-hint' },
  { name: 'purpose', word: 'plan.purpose' },
  { name: 'priorityStatement', word: 'plan.priority-statement' },
  { name: 'qualityGoal', word: 'plan.quality-goal' },
  { name: 'requirements', word: 'plan.requirements', hint: 'plan.one-per-line' },
  { name: 'solutions', word: 'plan.solutions', hint: 'plan.one-per-line' },
  { name: 'funding', word: 'plan.funding' },
  { name: 'otherBases', word: 'plan.other-bases', hint: 'plan.one-per-line' },
] as const;

const Texts = ({ c, form }: { c: WebContext; form: PlanForm }) => {
  const t = c.get('t');
  return (
    <>
      {TEXTS.map((text) => (
        <TextArea
          t={t}
          name={text.name}
          label={t(text.word)}
          hint={'hint' in text ? t(text.hint) : undefined}
          isOptional={text.name !== 'subject'}
          rows={text.name === 'subject' ? 2 : 4}
          value={typedText(form.fields, text.name)}
          error={errorOf(form.errors, text.name)}
        />
      ))}
    </>
  );
};

const Bases = ({ c, form }: { c: WebContext; form: PlanForm }) => {
  const t = c.get('t');
  const chosen = typedChoices(form.fields, 'legalBasisIds');
  const bases = form.cycle.facts.legalBases.filter(
    ({ id, isInForce }) => isInForce || chosen.includes(id),
  );
  return (
    <Checkboxes
      t={t}
      name="legalBasisIds"
      label={t('plan.legal-bases')}
      hint={t('plan.legal-bases-hint')}
      values={chosen}
      options={bases.map(({ id, citation, isInForce }) => ({
        value: id,
        label: citation,
        hint: isInForce ? undefined : t('plan.basis-not-in-force'),
      }))}
      error={errorOf(form.errors, 'legalBasisIds')}
    />
  );
};

const showGeneral: ShowForm = (c, form, status) => {
  const t = c.get('t');
  const { cycle, fields, errors } = form;
  const path = pathOfPlan(cycle.year);
  const title = t('plan.general-title', { year: cycle.year });
  return c.html(
    <Frame c={c} title={title} backLink={{ href: path }} hasError={errors.length > 0}>
      <ErrorSummary t={t} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <StaleNote t={t} differences={form.differences} />
      <ActForm action={`${path}/edit`}>
        <input type="hidden" name="basedOn" value={form.base.row.version} />
        <Texts c={c} form={form} />
        <SignerInput
          t={t}
          fields={fields}
          errors={errors}
          choices={signerChoices(cycle.facts)}
          nameOf={cycle.nameOf}
        />
        <Bases c={c} form={form} />
        <NumberInput
          t={t}
          name="focalTaskCount"
          label={t('plan.focal-task-count')}
          isOptional
          width={3}
          value={typedText(fields, 'focalTaskCount')}
          error={errorOf(errors, 'focalTaskCount')}
        />
        <ScheduleInputs t={t} fields={fields} errors={errors} />
        <Button>{t('plan.save')}</Button>
      </ActForm>
    </Frame>,
    status,
  );
};

export const generalPage = async (c: WebContext) => {
  const cycle = await readRunningCycle(c);
  await checkMayWrite(c, cycle);
  const base = await readLatestPlan(c, cycle.year);
  const fields = generalFieldsOf(base.plan);
  return showGeneral(c, { cycle, base, fields, errors: [], differences: null }, 200);
};

export const saveGeneral = async (c: WebContext) => {
  const fields = await c.req.parseBody({ all: true });
  return savePlanForm(c, {
    fields,
    edit: (plan) => readGeneral(fields, plan, c.get('t')),
    fieldOf: generalFieldOf,
    show: showGeneral,
    to: pathOfPlan(yearOn(c)),
  });
};
