import { TASK_OUTCOMES } from '../../../domain/outcomes.ts';
import type { WebContext } from '../../environment.ts';
import { Checkboxes } from '../../layout/choices.tsx';
import { errorOf, NumberInput, Select, TextArea, TextInput } from '../../layout/forms.tsx';
import { formatVietnameseNumber, typedText } from '../../layout/typed-values.ts';
import type { RefusedForm } from '../registration/period-press.ts';
import { LISTS, type SummaryForm } from './summary-fields.ts';
import type { SummaryView } from './summary-reading.ts';

interface InputsProps {
  readonly c: WebContext;
  readonly view: SummaryView;
  readonly form: RefusedForm;
}

const CriteriaInputs = ({ c, view, form }: InputsProps) => {
  const t = c.get('t');
  const domains = view.cycle.facts.domains.map(({ code, name }) => `${code}: ${name}`);
  return (
    <TextArea
      t={t}
      name="criteria"
      label={t('summary.criteria')}
      hint={t('summary.criteria-hint', { domains: domains.join('; ') })}
      rows={12}
      value={typedText(form.fields, 'criteria')}
      error={errorOf(form.errors, 'criteria')}
    />
  );
};

const SelfInputs = ({ c, view, form }: InputsProps) => {
  const t = c.get('t');
  return (
    <>
      {view.contents.criteria.map(({ code, name, maxScore }) => (
        <NumberInput
          t={t}
          name={`self-${code}`}
          label={`${code}. ${name}`}
          hint={t('summary.at-most', { max: formatVietnameseNumber(maxScore) })}
          value={typedText(form.fields, `self-${code}`)}
          error={errorOf(form.errors, `self-${code}`)}
        />
      ))}
    </>
  );
};

const AppraisedInputs = ({ c, view, form }: InputsProps) => {
  const t = c.get('t');
  const selfOf = (code: string): string => {
    const score = view.contents.self.find((one) => one.code === code);
    return score ? formatVietnameseNumber(score.self) : t('shell.empty-value');
  };
  return (
    <>
      {view.contents.criteria.map(({ code, name }) => (
        <>
          <NumberInput
            t={t}
            name={`appraised-${code}`}
            label={t('summary.appraised-of', { code, name })}
            hint={t('summary.self-was', { self: selfOf(code) })}
            isOptional
            value={typedText(form.fields, `appraised-${code}`)}
            error={errorOf(form.errors, `appraised-${code}`)}
          />
          <TextInput
            t={t}
            name={`reason-${code}`}
            label={t('summary.difference-reason', { code })}
            isOptional
            value={typedText(form.fields, `reason-${code}`)}
            error={errorOf(form.errors, `reason-${code}`)}
          />
        </>
      ))}
    </>
  );
};

const OutcomeInputs = ({ c, view, form }: InputsProps) => {
  const t = c.get('t');
  return (
    <>
      {view.figures.tasks.map(({ taskId, ordinal, title, indicators }) => (
        <>
          <h2 class="govuk-heading-s">{`${ordinal}. ${title}`}</h2>
          <Checkboxes
            t={t}
            name={`carried-${taskId}`}
            label={t('summary.carry-question', { ordinal })}
            options={[{ value: 'yes', label: t('summary.carry') }]}
            values={[typedText(form.fields, `carried-${taskId}`)]}
          />
          <TextInput
            t={t}
            name={`reason-${taskId}`}
            label={t('summary.carry-reason', { ordinal })}
            isOptional
            value={typedText(form.fields, `reason-${taskId}`)}
            error={errorOf(form.errors, `reason-${taskId}`)}
          />
          {indicators.length === 0 && (
            <Select
              t={t}
              name={`said-${taskId}`}
              label={t('summary.said', { ordinal })}
              hint={t('summary.said-hint')}
              options={TASK_OUTCOMES.filter((outcome) => outcome !== 'CARRIED_OVER').map(
                (outcome) => ({ value: outcome, label: t(`summary.outcome-${outcome}`) }),
              )}
              value={typedText(form.fields, `said-${taskId}`)}
            />
          )}
        </>
      ))}
    </>
  );
};

const TextInputs = ({ c, form }: InputsProps) => {
  const t = c.get('t');
  return (
    <>
      <input type="hidden" name="basedOn" value={typedText(form.fields, 'basedOn')} />
      {[...LISTS, 'collectives' as const, 'individuals' as const].map((name) => (
        <TextArea
          t={t}
          name={name}
          label={t(`summary.text-${name}`)}
          hint={t(
            name === 'collectives' || name === 'individuals'
              ? 'summary.commended-hint'
              : 'plan.one-per-line',
          )}
          isOptional
          value={typedText(form.fields, name)}
          error={errorOf(form.errors, name)}
        />
      ))}
    </>
  );
};

const INPUTS = {
  criteria: CriteriaInputs,
  self: SelfInputs,
  appraised: AppraisedInputs,
  outcomes: OutcomeInputs,
  text: TextInputs,
} as const satisfies Readonly<Record<SummaryForm, unknown>>;

/** The fields of one of the summary's forms. */
export const SummaryInputs = ({ part, ...props }: InputsProps & { readonly part: SummaryForm }) => {
  const Inputs = INPUTS[part];
  return <Inputs {...props} />;
};
