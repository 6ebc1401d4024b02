// What whoever opened a pledge may still change: who must sign it, or that it is wanted at all.
import { Checkboxes } from '../../layout/choices.tsx';
import { Details } from '../../layout/content.tsx';
import { Button, errorOf, Select, TextArea } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { typedChoices } from '../plan/form-reading.ts';
import { Moment, PledgeAct, type FormProps } from './pledge-form.tsx';
import { personChoices } from '../office/person-choices.ts';

const Reason = ({ c, refused, form }: FormProps & { readonly form: string }) => (
  <TextArea
    t={c.get('t')}
    name={`${form}-reason`}
    label={c.get('t')('pledge.reason')}
    value={typedText(refused.fields, `${form}-reason`)}
    error={errorOf(refused.errors, `${form}-reason`)}
  />
);

// Units of today, and those that were asked and have ended meanwhile.
const choicesOf = ({ cycle, lines }: FormProps['view']) => {
  const known = cycle.facts.units.map(({ id, name }) => ({ value: id, label: name }));
  const gone = lines
    .filter(({ unitId }) => !known.some(({ value }) => value === unitId))
    .map(({ unitId, unitName }) => ({ value: unitId, label: unitName }));
  return [...known, ...gone];
};

/** Who must sign from now on, before whom, and why it changes. */
export const SignatoriesForm = (props: FormProps) => {
  const { c, view, refused } = props;
  const t = c.get('t');
  const { state, cycle } = view;
  const isRefused = refused.form === 'signatories';
  return (
    <Details summary={t('pledge.change-signatories')} isOpen={isRefused}>
      <PledgeAct view={view} refused={refused} form="signatories">
        <Checkboxes
          t={t}
          name="signatories-unitIds"
          label={t('pledge.must-sign')}
          hint={t('pledge.must-sign-hint')}
          options={choicesOf(view)}
          values={
            isRefused
              ? typedChoices(refused.fields, 'signatories-unitIds')
              : [...state.requiredUnitIds]
          }
          error={errorOf(refused.errors, 'signatories-unitIds')}
        />
        <Select
          t={t}
          name="signatories-witnessId"
          label={t('pledge.witness')}
          isOptional
          options={personChoices(cycle.facts.people)}
          value={
            isRefused
              ? typedText(refused.fields, 'signatories-witnessId')
              : (state.witnessId ?? undefined)
          }
          error={errorOf(refused.errors, 'signatories-witnessId')}
        />
        <Reason {...props} form="signatories" />
        <Moment {...props} form="signatories" />
        <Button kind="secondary">{t('pledge.change-signatories')}</Button>
      </PledgeAct>
    </Details>
  );
};

/** Opened by mistake, or not held this year. */
export const DropForm = (props: FormProps) => {
  const { c, view, refused } = props;
  const t = c.get('t');
  return (
    <Details summary={t('pledge.drop')} isOpen={refused.form === 'drop'}>
      <p class="govuk-body">{t('pledge.drop-hint')}</p>
      <PledgeAct view={view} refused={refused} form="drop">
        <Reason {...props} form="drop" />
        <Moment {...props} form="drop" />
        <Button kind="warning">{t('pledge.drop')}</Button>
      </PledgeAct>
    </Details>
  );
};
