import type { Child } from 'hono/jsx';
import { POWERS, type Power, type RoleId } from '../../../domain/authority.ts';
import type { WebContext } from '../../environment.ts';
import { ActForm, Button } from '../../layout/forms.tsx';
import { userOn } from '../../signed-in.ts';
import type { RunningCycle } from '../cycle/cycle-reading.ts';
import { FormMoment, repeatedActId, type RefusedForm } from './dialogue-forms.tsx';
import { pathOfQuestion, type ReadQuestion } from './dialogue-reading.ts';

export interface QuestionFormProps {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly read: ReadQuestion;
  readonly all: readonly ReadQuestion[];
  readonly refused: RefusedForm;
  /** In their own right, or for the head who is away. */
  readonly mayAnswer: boolean;
  /** The secretary enters what somebody else answered. */
  readonly isEnteredForOther: boolean;
}

export const mayByRole = ({ c, cycle }: QuestionFormProps, power: Power): boolean => {
  const roles: readonly RoleId[] = POWERS[power];
  const me = userOn(c).person.person_id;
  return cycle.facts.people.some(
    ({ id, roles: held }) => id === me && held.some((role) => roles.includes(role)),
  );
};

/** A form of the page under a heading of its own; its fields bear its name as prefix. */
export const Section = ({
  props,
  form,
  title,
  hasFiles,
  children,
}: {
  readonly props: QuestionFormProps;
  readonly form: string;
  readonly title: string;
  readonly hasFiles?: boolean;
  readonly children: Child;
}) => (
  <section aria-labelledby={`${form}-title`}>
    <h2 class="govuk-heading-m" id={`${form}-title`}>
      {title}
    </h2>
    <ActForm
      action={`${pathOfQuestion(props.read.state)}/${form}`}
      actId={repeatedActId(props.refused, form)}
      hasFiles={hasFiles}
    >
      {children}
      <FormMoment c={props.c} cycle={props.cycle} refused={props.refused} form={form} />
      <Button kind={form === 'close' ? 'warning' : 'primary'}>{title}</Button>
    </ActForm>
  </section>
);
