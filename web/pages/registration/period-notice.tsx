import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { paperOf } from '../../../documents/paper-of.ts';
import { previewPaper } from '../../../documents/render.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import type { PaperSource } from '../../../domain/paper-source.ts';
import { sentenceOfError } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText } from '../../layout/content.tsx';

export const draftOf = (source: PaperSource, facts: OfficeFacts) =>
  paperOf(source, facts, { stage: 'draft', number: null, date: null, confirmedAt: null });

const previewOf = (
  source: PaperSource,
  facts: OfficeFacts,
  pinned: string | null,
): string | DomainError => {
  try {
    return previewPaper(draftOf(source, facts), pinned);
  } catch (error) {
    // A unit or person may have left since, or a field is still empty: the rest stays readable.
    if (error instanceof DomainError) return error;
    throw error;
  }
};

/** A notice as it will be, inside the page. */
export const NoticePreview = ({
  c,
  source,
  facts,
  pinned = null,
  children,
}: {
  readonly c: WebContext;
  readonly source: PaperSource;
  readonly facts: OfficeFacts;
  readonly pinned?: string | null;
  readonly children?: Child;
}) => {
  const preview = previewOf(source, facts, pinned);
  return (
    <section aria-labelledby="paper-title">
      <h2 class="govuk-heading-m" id="paper-title">
        {c.get('t')('registration.notice-preview')}
      </h2>
      {children}
      {typeof preview === 'string' ? (
        raw(preview)
      ) : (
        <InsetText>{sentenceOfError(c.get('lang'), preview.code, preview.details)}</InsetText>
      )}
    </section>
  );
};
