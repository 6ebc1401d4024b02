import type { WebContext } from '../../environment.ts';
import { Radios } from '../../layout/choices.tsx';
import { ActForm, Button, errorOf } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { userOn } from '../../signed-in.ts';
import type { RunningCycle } from '../cycle/cycle-reading.ts';
import {
  AreaField,
  FormMoment,
  repeatedActId,
  SelectField,
  type RefusedForm,
} from './dialogue-forms.tsx';
import { pathOfDialogue } from './dialogue-reading.ts';
import { personChoices } from '../office/person-choices.ts';

const WRITERS = ['secretary', 'clerk', 'cycleCoordinator'] as const;

const mayAskForOthers = (c: WebContext, { facts }: RunningCycle): boolean =>
  facts.people.some(
    ({ id, roles }) =>
      id === userOn(c).person.person_id &&
      roles.some((role) => WRITERS.some((one) => one === role)),
  );

interface AskProps {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly refused: RefusedForm;
}

const OtherAsker = ({ c, cycle, refused }: AskProps) => {
  const t = c.get('t');
  const { people, units } = cycle.facts;
  return (
    <>
      <SelectField
        c={c}
        refused={refused}
        name="ask-question-askedById"
        label={t('dialogue.asked-by')}
        isOptional
        options={personChoices(people)}
      />
      <SelectField
        c={c}
        refused={refused}
        name="ask-question-askedByUnitId"
        label={t('dialogue.asked-by-unit')}
        isOptional
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
};

/** Everybody may ask, also without a name; who writes for others says for whom. */
export const AskForm = (props: AskProps) => {
  const { c, cycle, refused } = props;
  const t = c.get('t');
  const isWriter = mayAskForOthers(c, cycle);
  return (
    <section aria-labelledby="ask-title">
      <h2 class="govuk-heading-m" id="ask-title">
        {t('dialogue.ask-title')}
      </h2>
      <ActForm action={`${pathOfDialogue(cycle.year)}/ask`} actId={repeatedActId(refused, 'ask')}>
        <AreaField c={c} refused={refused} name="ask-question-text" label={t('dialogue.text')} />
        <SelectField
          c={c}
          refused={refused}
          name="ask-question-domain"
          label={t('dialogue.domain')}
          options={cycle.facts.domains.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Radios
          t={t}
          name="ask-who"
          label={t('dialogue.who')}
          error={errorOf(refused.errors, 'ask-who')}
          value={typedText(refused.fields, 'ask-who') || 'self'}
          options={[
            { value: 'self', label: t('dialogue.who-self') },
            ...(isWriter ? [{ value: 'other', label: t('dialogue.who-other') }] : []),
            {
              value: 'unnamed',
              label: t('dialogue.who-unnamed'),
              hint: t('dialogue.unnamed-hint'),
            },
          ]}
        />
        {isWriter && <OtherAsker {...props} />}
        <FormMoment c={c} cycle={cycle} refused={refused} form="ask" />
        <Button>{t('dialogue.ask')}</Button>
      </ActForm>
    </section>
  );
};
