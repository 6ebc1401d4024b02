import type { TypedFields } from '../../layout/typed-values.ts';
import type { FormError } from '../../refusal.ts';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Child } from 'hono/jsx';
import type { WebContext } from '../../environment.ts';
import { ActForm } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { mayGiveOccurredAt } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';
import { MomentFields } from '../registration/unit-moment.tsx';
import { pathOfPledge, type PledgeView } from './pledge-reading.ts';

/** What was typed into one of the page's forms and refused. */
export interface RefusedPledgeForm {
  readonly form: string;
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  readonly status: ContentfulStatusCode;
}

export interface FormProps {
  readonly c: WebContext;
  readonly view: PledgeView;
  readonly refused: RefusedPledgeForm;
}

interface PledgeActProps extends Pick<FormProps, 'view' | 'refused'> {
  readonly form: string;
  readonly hasFiles?: boolean;
  readonly children: Child;
}

/** One of the page's forms; after "try later" the same press stays the same act. */
export const PledgeAct = ({ view, refused, form, hasFiles, children }: PledgeActProps) => (
  <ActForm
    action={`${pathOfPledge(view.cycle.year, view.pledgeId)}/${form}`}
    hasFiles={hasFiles}
    actId={
      refused.form === form && refused.status === 503
        ? typedText(refused.fields, 'actId')
        : undefined
    }
  >
    {children}
  </ActForm>
);

/** When it happened on paper, for those who may say so. */
export const Moment = ({ c, view, refused, form }: FormProps & { readonly form: string }) =>
  mayGiveOccurredAt(view.cycle.facts, userOn(c).person.person_id) ? (
    <MomentFields
      t={c.get('t')}
      form={form}
      fields={refused.fields}
      errors={refused.errors}
      isOpen={view.cycle.state.clock.mode === 'entered'}
    />
  ) : null;
