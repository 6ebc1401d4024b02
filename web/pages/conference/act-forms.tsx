import { Checkboxes, DateInput } from '../../layout/choices.tsx';
import { errorOf, NumberInput, Select, TextArea, TextInput } from '../../layout/forms.tsx';
import { readDateInput, typedText } from '../../layout/typed-values.ts';
import { signerChoices } from '../plan/general-fields.ts';
import { typedChoices } from '../plan/form-reading.ts';
import { SignerInput } from '../plan/schedule-inputs.tsx';
import type { ConferenceView } from './conference-reading.ts';
import { TimeAndPlace, type FieldsProps } from './plan-form.tsx';
import { rowsOf } from './plan-fields.ts';

export interface ActFieldsProps extends FieldsProps {
  readonly view: ConferenceView;
}

const Area = ({
  t,
  fields,
  errors,
  name,
  label,
  hint,
  isOptional,
  rows = 3,
}: FieldsProps & {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
  readonly rows?: number;
}) => (
  <TextArea
    t={t}
    name={name}
    label={label}
    hint={hint}
    isOptional={isOptional}
    rows={rows}
    value={typedText(fields, name)}
    error={errorOf(errors, name)}
  />
);

const Signer = ({ view, ...props }: ActFieldsProps) => (
  <SignerInput {...props} choices={signerChoices(view.cycle.facts)} nameOf={view.cycle.nameOf} />
);

export const PaperFields = (props: ActFieldsProps) => (
  <>
    <Area {...props} name="subject" label={props.t('conference.subject')} rows={2} />
    <Signer {...props} />
  </>
);

/** `name` holds notes, requirements or points: one per line. */
export const LinesPaperFields =
  (name: 'notes' | 'requirements' | 'points') => (props: ActFieldsProps) => (
    <>
      <PaperFields {...props} />
      <Area
        {...props}
        name={name}
        label={props.t(`conference.${name}`)}
        hint={props.t('plan.one-per-line')}
        isOptional={name !== 'points'}
        rows={5}
      />
    </>
  );

export const SubjectFields = (props: ActFieldsProps) => (
  <Area {...props} name="subject" label={props.t('conference.subject')} rows={2} />
);

export const ReasonFields = (props: ActFieldsProps) => (
  <Area {...props} name="reason" label={props.t('conference.reason')} />
);

export const PostponeFields = (props: ActFieldsProps) => (
  <>
    <TimeAndPlace {...props} />
    <ReasonFields {...props} />
  </>
);

const COUNTS = ['summoned', 'present', 'absentWithReason', 'absentWithoutReason'] as const;

const Counts = ({ t, fields, errors, at }: FieldsProps & { readonly at: string }) => (
  <>
    {COUNTS.map((count) => (
      <NumberInput
        t={t}
        name={`${at}${count}`}
        label={t(`conference.${count}`)}
        width={3}
        value={typedText(fields, `${at}${count}`)}
        error={errorOf(errors, `${at}${count}`)}
      />
    ))}
  </>
);

export const AttendanceFields = (props: ActFieldsProps) => {
  const { t, fields, errors } = props;
  return (
    <>
      <Counts {...props} at="" />
      <h2 class="govuk-heading-m">{t('conference.groups')}</h2>
      <p class="govuk-hint">{t('conference.groups-hint')}</p>
      {rowsOf(fields, 'groups', 'name').map((index) => {
        const row = `groups-${String(index)}`;
        return (
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend">
              {t('conference.group', { order: index + 1 })}
            </legend>
            <TextInput
              t={t}
              name={`${row}-name`}
              label={t('conference.group-name')}
              isOptional
              value={typedText(fields, `${row}-name`)}
              error={errorOf(errors, `${row}-name`)}
            />
            <Counts {...props} at={`${row}-`} />
          </fieldset>
        );
      })}
      <Area {...props} name="guests" label={t('conference.attended-guests')} isOptional />
    </>
  );
};

export const PointFields = (props: ActFieldsProps) => {
  const { t, fields, errors, view } = props;
  return (
    <>
      <Select
        t={t}
        name="ordinal"
        label={t('conference.agenda-point')}
        options={view.content.agenda.map(({ ordinal, title }) => ({
          value: String(ordinal),
          label: `${String(ordinal)}. ${title}`,
        }))}
        value={typedText(fields, 'ordinal')}
        error={errorOf(errors, 'ordinal')}
      />
      <Area {...props} name="outcome" label={t('conference.outcome')} isOptional />
    </>
  );
};

export const HoldFields = ({ t, fields, errors }: ActFieldsProps) => (
  <>
    {(['startedAt', 'endedAt'] as const).map((name) => (
      <TextInput
        t={t}
        name={name}
        label={t(`conference.${name}`)}
        hint={t('conference.time-hint')}
        width={5}
        value={typedText(fields, name)}
        error={errorOf(errors, name)}
      />
    ))}
  </>
);

const Course = (props: ActFieldsProps) => (
  <>
    {rowsOf(props.fields, 'course', 'title').map((index) => {
      const row = `course-${String(index)}`;
      return (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend">
            {props.t('conference.part', { order: index + 1 })}
          </legend>
          <TextInput
            t={props.t}
            name={`${row}-title`}
            label={props.t('conference.part-title')}
            isOptional
            value={typedText(props.fields, `${row}-title`)}
            error={errorOf(props.errors, `${row}-title`)}
          />
          <Area
            {...props}
            name={`${row}-text`}
            label={props.t('conference.part-text')}
            isOptional
          />
        </fieldset>
      );
    })}
  </>
);

const Work = (props: ActFieldsProps) => {
  const { t, facts, fields, errors } = props;
  return (
    <>
      <h2 class="govuk-heading-m">{t('conference.work')}</h2>
      <p class="govuk-hint">{t('conference.work-hint')}</p>
      {rowsOf(fields, 'conclusionWork', 'task').map((index) => {
        const row = `conclusionWork-${String(index)}`;
        return (
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend">
              {t('conference.work-one', { order: index + 1 })}
            </legend>
            <Area {...props} name={`${row}-task`} label={t('conference.work-task')} isOptional />
            <input
              type="hidden"
              name={`${row}-assignmentId`}
              value={typedText(fields, `${row}-assignmentId`)}
            />
            <Select
              t={t}
              name={`${row}-unitId`}
              label={t('conference.work-unit')}
              options={facts.units.map(({ id, name }) => ({ value: id, label: name }))}
              value={typedText(fields, `${row}-unitId`)}
              error={errorOf(errors, `${row}-unitId`)}
            />
            <DateInput
              t={t}
              name={`${row}-dueOn`}
              label={t('conference.work-due')}
              value={readDateInput(fields, `${row}-dueOn`).typed}
              error={errorOf(errors, `${row}-dueOn`)}
            />
          </fieldset>
        );
      })}
    </>
  );
};

export const MinutesFields = (props: ActFieldsProps) => {
  const { t, fields } = props;
  return (
    <>
      <input type="hidden" name="basedOn" value={typedText(fields, 'basedOn')} />
      <Area {...props} name="opening" label={t('conference.opening')} />
      <Course {...props} />
      <Area {...props} name="signing" label={t('conference.signing')} isOptional />
      <Area {...props} name="questions" label={t('conference.questions')} isOptional rows={5} />
      <Area {...props} name="conclusion" label={t('conference.conclusion')} rows={5} />
      <Work {...props} />
      <Checkboxes
        t={t}
        name="readBack"
        label={t('conference.read-back-label')}
        values={typedChoices(fields, 'readBack')}
        options={[{ value: 'yes', label: t('conference.read-back') }]}
        error={errorOf(props.errors, 'readBack')}
      />
    </>
  );
};
