import type { ApprovalState } from '../../../domain/approval.ts';
import type { Initial } from '../../../domain/initials.ts';
import { formatDateTime } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText } from '../../layout/content.tsx';
import { ActForm, Button } from '../../layout/forms.tsx';
import type { RunningCycle } from '../cycle/cycle-reading.ts';
import { actIdOf, Moment, Named, TypedArea } from '../drafts/form-parts.tsx';
import type { RefusedForm } from '../registration/period-press.ts';
import type { InitialsView } from './initials-reading.ts';

type NameOf = RunningCycle['nameOf'];

const standingOf = (t: Words, { next, askedIds }: InitialsView, one: Initial, nameOf: NameOf) => {
  if (one.given) {
    const { by, at } = one.given;
    return t('initials.given', { who: nameOf(by.personId), when: formatDateTime(at) });
  }
  return one.part === next?.part
    ? t('initials.waits-for', { who: askedIds.map(nameOf).join(', ') })
    : t('initials.not-yet');
};

/** Rows of a summary list: who initialled what, and who is to. */
export const initialRows = (t: Words, view: InitialsView, nameOf: NameOf) =>
  view.all.map((one) => ({
    key: t(`initials.${one.part}`),
    value: standingOf(t, view, one, nameOf),
  }));

/** In place of the leader's button, while the version waits for initials. */
export const BeforeLeader = ({ t }: { readonly t: Words }) => (
  <InsetText>{t('initials.before-leader')}</InsetText>
);

interface FormsProps {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly view: InitialsView;
  readonly approval: ApprovalState | null;
  /** Of the version's page. */
  readonly path: string;
  readonly form: RefusedForm;
}

const WhatWasRead = ({ next, boundHash }: { next: Initial; boundHash: string }) => (
  <>
    <input type="hidden" name="part" value={next.part} />
    <input type="hidden" name="boundHash" value={boundHash} />
  </>
);

/** For whoever is asked for it: initial what was read, or return it with a reason. */
export const InitialForms = ({ c, cycle, view, approval, path, form }: FormsProps) => {
  const t = c.get('t');
  const { next, isReaders } = view;
  if (!approval || !next || !isReaders) return null;
  return (
    <section aria-labelledby="initial-title">
      <h2 class="govuk-heading-m" id="initial-title">
        {t('initials.title')}
      </h2>
      <p class="govuk-body">{t(`initials.${next.part}-asks`)}</p>
      <ActForm action={`${path}/initial`} actId={actIdOf(form, 'initial')}>
        <Named name="initial" />
        <WhatWasRead next={next} boundHash={approval.boundHash} />
        <Moment c={c} cycle={cycle} form={form} name="initial" />
        <Button>{t(`initials.${next.part}`)}</Button>
      </ActForm>
      <ActForm action={`${path}/refuse`} actId={actIdOf(form, 'refuse')}>
        <Named name="refuse" />
        <WhatWasRead next={next} boundHash={approval.boundHash} />
        <TypedArea
          c={c}
          form={form}
          name="refuse-reason"
          label={t('plan.reason')}
          hint={t('plan.reason-hint')}
        />
        <Moment c={c} cycle={cycle} form={form} name="refuse" />
        <Button kind="secondary">{t('initials.give-back')}</Button>
      </ActForm>
    </section>
  );
};
