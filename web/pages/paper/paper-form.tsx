import type { Child } from 'hono/jsx';
import type { Words } from '../../../locale/words.ts';
import { ActForm, Button } from '../../layout/forms.tsx';
import type { TypedFields } from '../../layout/typed-values.ts';
import type { FormError } from '../../refusal.ts';
import { OccurredAtFields } from './paper-moment.tsx';
import type { PaperView } from './paper-view.ts';

/** What was typed and refused, and in which of the page's forms. */
export interface RefusedForm {
  readonly act: string;
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  /** Kept where the same press is to be tried again. */
  readonly actId: string | undefined;
}

export interface PaperFormProps {
  readonly t: Words;
  readonly view: PaperView;
  readonly refused: RefusedForm | null;
  /** The last numbers that the register holds, as the clerk's bearings. */
  readonly lastNumbers: readonly string[];
  /** Mail stays on this machine, in an inbox to look at. */
  readonly hasInbox: boolean;
}

const NOTHING_TYPED: Pick<RefusedForm, 'fields' | 'errors' | 'actId'> = {
  fields: {},
  errors: [],
  actId: undefined,
};

/** What a form shows: fresh, or as it was refused. */
export const typedIn = (refused: RefusedForm | null, act: string): typeof NOTHING_TYPED =>
  refused?.act === act ? refused : NOTHING_TYPED;

interface OneActFormProps extends PaperFormProps {
  readonly act: string;
  readonly button: string;
  readonly children?: Child;
  readonly isUndated?: boolean;
}

/** A form on the paper's page: one act, with room to say that it happened earlier. */
export const OneActForm = (props: OneActFormProps) => {
  const { t, view, refused, act, button, children, isUndated } = props;
  const { fields, errors, actId } = typedIn(refused, act);
  return (
    <ActForm action={`/papers/${view.paper.paper_id}`} actId={actId}>
      <input type="hidden" name="act" value={act} />
      {children}
      {view.may.date && !isUndated && <OccurredAtFields t={t} fields={fields} errors={errors} />}
      <Button>{button}</Button>
    </ActForm>
  );
};
