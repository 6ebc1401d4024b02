import { wantsSlip } from '../../../domain/dialogue/question-end.ts';
import { isReplyOverdue, type EscalationForm } from '../../../domain/dialogue/question.ts';
import { Checkboxes } from '../../layout/choices.tsx';
import { errorOf, FileUpload } from '../../layout/forms.tsx';
import { AnswerForms } from './answer-forms.tsx';
import { AreaField, DayField, SelectField, TextField } from './dialogue-forms.tsx';
import { mayByRole, Section, type QuestionFormProps } from './form-section.tsx';

const MergeForm = (props: QuestionFormProps) => {
  const { c, read, all, refused } = props;
  const t = c.get('t');
  const others = all.filter(
    ({ state }) =>
      state.questionId !== read.state.questionId &&
      state.phase !== 'merged' &&
      state.phase !== 'cancelled',
  );
  if (read.state.phase !== 'asked' || others.length === 0 || !mayByRole(props, 'mergeQuestion')) {
    return null;
  }
  return (
    <Section props={props} form="merge" title={t('dialogue.merge')}>
      <SelectField
        c={c}
        refused={refused}
        name="merge-intoId"
        label={t('dialogue.merge-into')}
        hint={t('dialogue.merge-hint')}
        options={others.map(({ state, text }) => ({
          value: state.questionId,
          label: `${state.questionId}: ${text}`,
        }))}
      />
    </Section>
  );
};

const isPaperForm = (form: EscalationForm): form is 'transfer-slip' | 'submission' =>
  form !== 'report-up';

const SlipForm = (props: QuestionFormProps) => {
  const { c, cycle, read, all, refused } = props;
  const t = c.get('t');
  const { passedUp, questionId, slip } = read.state;
  const isWanted = wantsSlip(read.state) || slip?.phase === 'drafting';
  if (!passedUp || !isPaperForm(passedUp.form) || !isWanted || !mayByRole(props, 'submitDraft')) {
    return null;
  }
  const others = all.filter(
    ({ state }) =>
      state.questionId !== questionId &&
      wantsSlip(state) &&
      state.passedUp?.form === passedUp.form &&
      state.passedUp.superiorIds.toSorted().join() === passedUp.superiorIds.toSorted().join(),
  );
  const signers = cycle.facts.people.filter(({ roles }) =>
    roles.some((role) => role === 'leader' || role === 'deputyLeader'),
  );
  return (
    <Section props={props} form={passedUp.form} title={t(`dialogue.write-${passedUp.form}`)}>
      <TextField
        c={c}
        refused={refused}
        name={`${passedUp.form}-subject`}
        label={t('dialogue.subject')}
      />
      <SelectField
        c={c}
        refused={refused}
        name={`${passedUp.form}-signer`}
        label={t('dialogue.signer')}
        options={signers.map(({ id, fullName, position }) => ({
          value: id,
          label: `${fullName}, ${position}`,
        }))}
      />
      <DayField
        c={c}
        refused={refused}
        name={`${passedUp.form}-dueOn`}
        label={t('dialogue.due-on')}
        value={passedUp.dueOn}
      />
      {others.length > 0 && (
        <Checkboxes
          t={t}
          name={`${passedUp.form}-questionIds`}
          label={t('dialogue.same-slip')}
          error={errorOf(refused.errors, `${passedUp.form}-questionIds`)}
          options={others.map(({ state, text }) => ({ value: state.questionId, label: text }))}
        />
      )}
    </Section>
  );
};

const ReplyForm = (props: QuestionFormProps) => {
  const { c, cycle, read, refused } = props;
  const t = c.get('t');
  if (read.state.phase !== 'passed-up' || !mayByRole(props, 'enterReply')) return null;
  return (
    <Section props={props} form="reply" title={t('dialogue.enter-reply')} hasFiles>
      <SelectField
        c={c}
        refused={refused}
        name="reply-reply-issuerId"
        label={t('dialogue.reply-by')}
        options={cycle.facts.superiors.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        c={c}
        refused={refused}
        name="reply-reply-number"
        label={t('dialogue.reply-number')}
        isOptional
      />
      <DayField c={c} refused={refused} name="reply-reply-date" label={t('dialogue.reply-date')} />
      <AreaField c={c} refused={refused} name="reply-reply-text" label={t('dialogue.reply-text')} />
      <FileUpload
        t={t}
        name="reply-bytes"
        label={t('dialogue.reply-scan')}
        accept="application/pdf"
        error={errorOf(refused.errors, 'reply-bytes')}
        isOptional
      />
    </Section>
  );
};

const CloseForm = (props: QuestionFormProps) => {
  const { c, cycle, read, refused } = props;
  const t = c.get('t');
  if (!isReplyOverdue(read.state, cycle.day) || !mayByRole(props, 'closeQuestion')) return null;
  return (
    <Section props={props} form="close" title={t('dialogue.close')}>
      <AreaField
        c={c}
        refused={refused}
        name="close-reason"
        label={t('dialogue.close-reason')}
        hint={t('dialogue.close-hint')}
      />
    </Section>
  );
};

/** What the reader may do with the question as it stands. */
export const QuestionForms = (props: QuestionFormProps) => (
  <>
    <AnswerForms {...props} />
    <MergeForm {...props} />
    <SlipForm {...props} />
    <ReplyForm {...props} />
    <CloseForm {...props} />
  </>
);
