import { Checkboxes, Radios } from '../../layout/choices.tsx';
import { errorOf } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { AreaField, DayField, SelectField } from './dialogue-forms.tsx';
import { Section, type QuestionFormProps } from './form-section.tsx';

const Responder = (props: QuestionFormProps & { readonly form: string }) => {
  const { c, cycle, refused, form } = props;
  const t = c.get('t');
  if (!props.isEnteredForOther) return null;
  const leaders = cycle.facts.people.filter(({ roles }) =>
    roles.some((role) => ['leader', 'dialogueResponder', 'deputyLeader'].includes(role)),
  );
  return (
    <SelectField
      c={c}
      refused={refused}
      name={`${form}-answeredById`}
      label={t('dialogue.answered-by')}
      options={leaders.map(({ id, fullName, position }) => ({
        value: id,
        label: `${fullName}, ${position}`,
      }))}
    />
  );
};

const AnswerForm = (props: QuestionFormProps) => {
  const { c, cycle, refused } = props;
  const t = c.get('t');
  const { fields, errors } = refused;
  return (
    <Section props={props} form="answer" title={t('dialogue.give-answer')}>
      <AreaField c={c} refused={refused} name="answer-answer" label={t('dialogue.answer')} />
      <Radios
        t={t}
        name="answer-how"
        label={t('dialogue.how')}
        error={errorOf(errors, 'answer-how')}
        value={typedText(fields, 'answer-how') || 'in-writing'}
        options={[
          { value: 'at-conference', label: t('dialogue.how-at-conference') },
          { value: 'in-writing', label: t('dialogue.how-in-writing') },
        ]}
      />
      <Responder {...props} form="answer" />
      <Checkboxes
        t={t}
        name="answer-isIllegitimate"
        label={t('dialogue.legitimate')}
        isOptional
        values={typedText(fields, 'answer-isIllegitimate') === 'yes' ? ['yes'] : []}
        options={[{ value: 'yes', label: t('dialogue.explained') }]}
      />
      <SelectField
        c={c}
        refused={refused}
        name="answer-work-unitId"
        label={t('dialogue.work-unit')}
        hint={t('dialogue.work-hint')}
        isOptional
        options={cycle.facts.units.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <AreaField
        c={c}
        refused={refused}
        name="answer-work-task"
        label={t('dialogue.work-task')}
        isOptional
      />
      <DayField
        c={c}
        refused={refused}
        name="answer-work-dueOn"
        label={t('dialogue.work-due')}
        isOptional
      />
    </Section>
  );
};

const PassUpForm = (props: QuestionFormProps) => {
  const { c, cycle, refused } = props;
  const t = c.get('t');
  const { fields, errors } = refused;
  return (
    <Section props={props} form="pass-up" title={t('dialogue.pass-up')}>
      <AreaField
        c={c}
        refused={refused}
        name="pass-up-answer"
        label={t('dialogue.said')}
        hint={t('dialogue.pass-up-hint')}
      />
      <AreaField c={c} refused={refused} name="pass-up-reason" label={t('dialogue.reason')} />
      <Checkboxes
        t={t}
        name="pass-up-toSuperiorIds"
        label={t('dialogue.passed-up-to')}
        error={errorOf(errors, 'pass-up-toSuperiorIds')}
        options={cycle.facts.superiors.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Radios
        t={t}
        name="pass-up-form"
        label={t('dialogue.form')}
        error={errorOf(errors, 'pass-up-form')}
        value={typedText(fields, 'pass-up-form') || 'transfer-slip'}
        options={[
          { value: 'transfer-slip', label: t('dialogue.form-transfer-slip') },
          { value: 'submission', label: t('dialogue.form-submission') },
          { value: 'report-up', label: t('dialogue.form-report-up') },
        ]}
      />
      <DayField c={c} refused={refused} name="pass-up-dueOn" label={t('dialogue.due-on')} />
      <Responder {...props} form="pass-up" />
    </Section>
  );
};

/** For whoever answers, or enters what was answered: an answer, or the way up. */
export const AnswerForms = (props: QuestionFormProps) =>
  props.read.state.phase === 'asked' && props.mayAnswer ? (
    <>
      <AnswerForm {...props} />
      <PassUpForm {...props} />
    </>
  ) : null;
