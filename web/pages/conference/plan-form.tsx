import type { OfficeFacts } from '../../../domain/office.ts';
import type { Words } from '../../../locale/words.ts';
import { Checkboxes, DateInput, Radios } from '../../layout/choices.tsx';
import { errorOf, Select, TextArea, TextInput } from '../../layout/forms.tsx';
import { readDateInput, typedText, type TypedFields } from '../../layout/typed-values.ts';
import type { FormError } from '../../refusal.ts';
import { typedChoices } from '../plan/form-reading.ts';
import { rowsOf } from './plan-fields.ts';
import { personChoices } from '../office/person-choices.ts';

export interface FieldsProps {
  readonly t: Words;
  readonly facts: OfficeFacts;
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
}

const Text = ({
  t,
  fields,
  errors,
  name,
  label,
  isOptional,
}: FieldsProps & {
  readonly name: string;
  readonly label: string;
  readonly isOptional?: boolean;
}) => (
  <TextInput
    t={t}
    name={name}
    label={label}
    isOptional={isOptional}
    value={typedText(fields, name)}
    error={errorOf(errors, name)}
  />
);

const Person = (props: FieldsProps & { readonly name: string; readonly label: string }) => (
  <Select
    t={props.t}
    name={props.name}
    label={props.label}
    options={personChoices(props.facts.people)}
    value={typedText(props.fields, props.name)}
    error={errorOf(props.errors, props.name)}
  />
);

/** When and where; also what a conference that is put off is asked for. */
export const TimeAndPlace = (props: FieldsProps) => {
  const { t, fields, errors } = props;
  return (
    <>
      <DateInput
        t={t}
        name="date"
        label={t('conference.date')}
        value={readDateInput(fields, 'date').typed}
        error={errorOf(errors, 'date')}
      />
      <TextInput
        t={t}
        name="startAt"
        label={t('conference.start')}
        hint={t('conference.time-hint')}
        width={5}
        value={typedText(fields, 'startAt')}
        error={errorOf(errors, 'startAt')}
      />
      <TextInput
        t={t}
        name="endAt"
        label={t('conference.end')}
        width={5}
        value={typedText(fields, 'endAt')}
        error={errorOf(errors, 'endAt')}
      />
      <Text {...props} name="place" label={t('conference.place')} />
      <Text {...props} name="link" label={t('conference.link')} isOptional />
    </>
  );
};

const Agenda = (props: FieldsProps) => {
  const { t, fields } = props;
  return (
    <>
      <h2 class="govuk-heading-m">{t('conference.agenda')}</h2>
      <p class="govuk-hint">{t('conference.agenda-hint')}</p>
      {rowsOf(fields, 'agenda', 'title').map((index) => {
        const row = `agenda-${String(index)}`;
        const order = index + 1;
        return (
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend">{t('conference.point', { order })}</legend>
            <Text {...props} name={`${row}-title`} label={t('conference.point-title')} isOptional />
            <Text
              {...props}
              name={`${row}-minutes`}
              label={t('conference.point-minutes')}
              isOptional
            />
            <Person {...props} name={`${row}-ownerId`} label={t('conference.point-owner')} />
          </fieldset>
        );
      })}
    </>
  );
};

const Guests = (props: FieldsProps) => {
  const { t, fields } = props;
  return (
    <>
      <h2 class="govuk-heading-m">{t('conference.guests')}</h2>
      {rowsOf(fields, 'guests', 'name').map((index) => {
        const row = `guests-${String(index)}`;
        const order = index + 1;
        return (
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend">{t('conference.guest', { order })}</legend>
            <Text {...props} name={`${row}-name`} label={t('conference.guest-name')} isOptional />
            <Text
              {...props}
              name={`${row}-mailbox`}
              label={t('conference.guest-mailbox')}
              isOptional
            />
          </fieldset>
        );
      })}
    </>
  );
};

const Called = ({ t, facts, fields, errors }: FieldsProps) => (
  <>
    <Checkboxes
      t={t}
      name="invitedSuperiorIds"
      label={t('conference.superiors')}
      values={typedChoices(fields, 'invitedSuperiorIds')}
      options={facts.superiors.map(({ id, name }) => ({ value: id, label: name }))}
      error={errorOf(errors, 'invitedSuperiorIds')}
    />
    <Checkboxes
      t={t}
      name="summonedUnitIds"
      label={t('conference.units')}
      values={typedChoices(fields, 'summonedUnitIds')}
      options={facts.units.map(({ id, name }) => ({ value: id, label: name }))}
      error={errorOf(errors, 'summonedUnitIds')}
    />
  </>
);

const MORE = ['launchedBy', 'inResponseTo', 'context', 'witnesses', 'guestsText'] as const;

/** Everything that is planned of a conference. */
export const PlanFields = (props: FieldsProps) => {
  const { t, fields, errors } = props;
  return (
    <>
      <Radios
        t={t}
        name="kind"
        label={t('conference.kind')}
        value={typedText(fields, 'kind')}
        options={[
          { value: 'LAUNCH', label: t('conference.kind-LAUNCH') },
          {
            value: 'SUMMARY_AND_REGISTRATION',
            label: t('conference.kind-SUMMARY_AND_REGISTRATION'),
            hint: t('conference.kind-summary-hint'),
          },
        ]}
        error={errorOf(errors, 'kind')}
      />
      <Text {...props} name="closesYear" label={t('conference.closes-year')} isOptional />
      <Text {...props} name="opensYear" label={t('conference.opens-year')} isOptional />
      <TextArea
        t={t}
        name="name"
        label={t('conference.name')}
        rows={2}
        value={typedText(fields, 'name')}
        error={errorOf(errors, 'name')}
      />
      <TimeAndPlace {...props} />
      <Text {...props} name="host" label={t('conference.host')} />
      <Person {...props} name="chairId" label={t('conference.chair')} />
      <Person {...props} name="secretaryId" label={t('conference.secretary')} />
      <Agenda {...props} />
      <Guests {...props} />
      <Called {...props} />
      <h2 class="govuk-heading-m">{t('conference.more')}</h2>
      {MORE.map((name) => (
        <Text {...props} name={name} label={t(`conference.${name}`)} isOptional />
      ))}
    </>
  );
};
