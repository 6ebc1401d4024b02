import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { paperAsDraft } from '../../../documents/paper-of.ts';
import { previewPaper } from '../../../documents/render.ts';
import { TemplateError, type TemplateProblem } from '../../../documents/template-error.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import type { PaperSource } from '../../../domain/paper-source.ts';
import { sentenceOfError } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText } from '../../layout/content.tsx';

const TO_BE_FILLED: readonly TemplateProblem[] = ['missing-value', 'letter-without-glyph'];

// What is still being typed may have holes, and a unit or person may have left since: the page says so,
// and the rest of it stays readable.
const faultInWords = (c: WebContext, error: unknown): string => {
  if (error instanceof DomainError) {
    return sentenceOfError(c.get('lang'), error.code, error.details);
  }
  if (error instanceof TemplateError && TO_BE_FILLED.includes(error.problem)) {
    return c.get('t')('registration.no-preview');
  }
  throw error;
};

interface PreviewProps {
  readonly c: WebContext;
  readonly source: PaperSource;
  readonly facts: OfficeFacts;
  readonly year: number;
  /** The template that the paper was put before the leader with; null: the year's. */
  readonly pinned?: string | null;
}

const paperOrFault = ({ c, source, facts }: PreviewProps, template: string | null) => {
  try {
    return <>{raw(previewPaper(paperAsDraft(source, facts), template))}</>;
  } catch (error) {
    return <InsetText>{faultInWords(c, error)}</InsetText>;
  }
};

const Preview = async (props: PreviewProps) => {
  const { c, source, facts, year, pinned = null } = props;
  const of = { officeId: facts.officeId, year };
  const own = await c.get('deps').acts.stores.ownTemplate(of, source.kind);
  return paperOrFault(props, pinned ?? own?.text ?? null);
};

/** A paper as it will be, inside the page. */
export const PaperPreview = ({
  title,
  children,
  ...preview
}: PreviewProps & { readonly title: string; readonly children?: Child }) => (
  <section aria-labelledby="paper-title">
    <h2 class="govuk-heading-m" id="paper-title">
      {title}
    </h2>
    {children}
    <Preview {...preview} />
  </section>
);

export const NoticePreview = (props: PreviewProps & { readonly children?: Child }) => (
  <PaperPreview {...props} title={props.c.get('t')('registration.notice-preview')} />
);
