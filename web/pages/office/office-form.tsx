import type { Child } from 'hono/jsx';
import type { WebContext } from '../../environment.ts';
import { ActForm, Button, ErrorSummary } from '../../layout/forms.tsx';
import type { TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import type { FormError } from '../../refusal.ts';

/** What a form of the office shows: what is stored, or what was typed and refused. */
export interface OfficeFormProps {
  readonly c: WebContext;
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  readonly actId: string | undefined;
}

interface FramedFormProps extends OfficeFormProps {
  readonly title: string;
  readonly intro?: Child;
  readonly button: string;
  readonly children: Child;
}

/** The page around each of the office's forms; it is sent to its own address. */
export const OfficeForm = (props: FramedFormProps) => {
  const { c, title, intro, errors, actId, button, children } = props;
  const t = c.get('t');
  return (
    <Frame
      c={c}
      title={title}
      hasError={errors.length > 0}
      backLink={{ href: '/office', label: t('office.title') }}
    >
      <ErrorSummary t={t} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {intro}
      <ActForm action={new URL(c.req.url).pathname} actId={actId}>
        {children}
        <Button>{button}</Button>
      </ActForm>
    </Frame>
  );
};
