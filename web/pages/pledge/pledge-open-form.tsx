import { SIGNATORY_RULES } from '../../../domain/pledge/signatories.ts';
import type { WebContext } from '../../environment.ts';
import { Checkboxes, Radios } from '../../layout/choices.tsx';
import { Details } from '../../layout/content.tsx';
import { ActForm, Button, errorOf, Select, TextArea, TextInput } from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import type { RunningCycle } from '../cycle/cycle-reading.ts';
import { MomentFields } from '../paper/moment-fields.tsx';
import { typedChoices, typedLines, typedOrNull } from '../plan/form-reading.ts';
import { repeatedActId, type RefusedForm } from '../registration/period-press.ts';
import { pathOfPledges } from './pledge-reading.ts';
import { personChoices } from '../office/person-choices.ts';

/** What may wait until a pledge is signed. */
const OWNERS: readonly string[] = ['conference'];
const FORMS = ['joint', 'per-unit'] as const;

const conferencesOf = ({ state }: RunningCycle): readonly string[] =>
  state.strands.flatMap(({ strand, ended }) =>
    OWNERS.includes(strand.kind) && ended === null ? [strand.id] : [],
  );

interface OpenProps {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly form: RefusedForm;
}

const WhoSigns = ({ c, cycle, form }: OpenProps) => {
  const t = c.get('t');
  const { fields, errors } = form;
  return (
    <>
      <Radios
        t={t}
        name="signatoryRule"
        label={t('pledge.who-signs')}
        options={SIGNATORY_RULES.map((rule) => ({ value: rule, label: t(`pledge.rule-${rule}`) }))}
        value={typedText(fields, 'signatoryRule') || 'teams-and-mass-organisations'}
        error={errorOf(errors, 'signatoryRule')}
      />
      <Checkboxes
        t={t}
        name="unitIds"
        label={t('pledge.named-units')}
        hint={t('pledge.named-units-hint')}
        isOptional
        options={cycle.facts.units.map(({ id, name }) => ({ value: id, label: name }))}
        values={typedChoices(fields, 'unitIds')}
        error={errorOf(errors, 'unitIds')}
      />
      <Select
        t={t}
        name="witnessId"
        label={t('pledge.witness')}
        isOptional
        options={personChoices(cycle.facts.people)}
        value={typedText(fields, 'witnessId')}
        error={errorOf(errors, 'witnessId')}
      />
    </>
  );
};

const WhatIsPledged = ({ c, cycle, form }: OpenProps) => {
  const t = c.get('t');
  const { fields, errors } = form;
  const conferences = conferencesOf(cycle);
  const input = (name: string, label: string) => ({
    t,
    name,
    label,
    value: typedText(fields, name),
    error: errorOf(errors, name),
  });
  return (
    <>
      <TextInput {...input('inResponseTo', t('pledge.in-response-to'))} isOptional />
      <TextInput {...input('place', t('pledge.place'))} isOptional />
      <TextArea
        {...input('points', t('pledge.points'))}
        hint={t('pledge.points-hint')}
        isOptional
        rows={6}
      />
      {conferences.length > 0 && (
        <Select
          {...input('ownerId', t('pledge.conference'))}
          isOptional
          options={conferences.map((id) => ({ value: id, label: id }))}
        />
      )}
    </>
  );
};

/** Opens a pledge: who signs, before whom, and what. */
export const OpenForm = (props: OpenProps) => {
  const { c, cycle, form } = props;
  const t = c.get('t');
  const { fields, errors } = form;
  const isRefused = errors.length > 0;
  return (
    <Details summary={t('pledge.open')} isOpen={isRefused}>
      <ActForm action={pathOfPledges(cycle.year)} actId={repeatedActId(form)}>
        <Radios
          t={t}
          name="form"
          label={t('pledge.form')}
          options={FORMS.map((kind) => ({
            value: kind,
            label: t(`pledge.form-${kind}`),
            hint: t(`pledge.form-${kind}-hint`),
          }))}
          value={typedText(fields, 'form') || 'joint'}
          error={errorOf(errors, 'form')}
        />
        <TextInput
          t={t}
          name="title"
          label={t('pledge.title')}
          hint={t('pledge.title-hint')}
          value={
            isRefused ? typedText(fields, 'title') : t('pledge.title-of', { year: cycle.year })
          }
          error={errorOf(errors, 'title')}
        />
        <TextInput
          t={t}
          name="pledgeId"
          label={t('pledge.id')}
          hint={t('pledge.id-hint')}
          width={10}
          value={isRefused ? typedText(fields, 'pledgeId') : `GU-${String(cycle.year)}`}
          error={errorOf(errors, 'pledgeId')}
        />
        <WhoSigns {...props} />
        <WhatIsPledged {...props} />
        <MomentFields c={c} cycle={cycle} form={form} />
        <Button>{t('pledge.open')}</Button>
      </ActForm>
    </Details>
  );
};

export const openingIn = (fields: TypedFields) => {
  const points = typedLines(fields, 'points');
  const unitIds = typedChoices(fields, 'unitIds');
  return {
    pledgeId: typedText(fields, 'pledgeId'),
    form: typedText(fields, 'form'),
    title: typedText(fields, 'title'),
    signatoryRule: typedText(fields, 'signatoryRule'),
    unitIds: unitIds.length === 0 ? null : unitIds,
    witnessId: typedOrNull(fields, 'witnessId'),
    ownerId: typedOrNull(fields, 'ownerId'),
    inResponseTo: typedOrNull(fields, 'inResponseTo'),
    place: typedOrNull(fields, 'place'),
    points: points.length === 0 ? null : points,
  };
};
