import type { OfficeFacts } from '../domain/office.ts';
import type { PaperSource, PrintedKind } from '../domain/paper-source.ts';
import { DomainError } from '../domain/errors.ts';
import { paperOf } from './paper-of.ts';
import { inspectPdf } from './pdf-scan.ts';
import { findLetterWithoutGlyph, localeText, renderPdf, templateText } from './render.ts';
import { TemplateError } from './template-error.ts';

// Whatever the template misses is a hole in the content that would be printed.
const asRefusal = (error: unknown): unknown =>
  error instanceof TemplateError
    ? new DomainError(
        error.problem === 'letter-without-glyph' ? 'letter-without-glyph' : 'missing-field',
        error.message,
        { expected: error.field },
      )
    : error;

/** What acts ask of the papers before they let content pass. */
export const paperCheck = {
  findLetterWithoutGlyph,
  inspectScan: inspectPdf,
  pins: (kind: PrintedKind) => ({ template: templateText(kind), locale: localeText(kind) }),

  /** Makes the whole paper once, so that what can't be printed is refused and not approved. */
  async render(source: PaperSource, facts: OfficeFacts): Promise<void> {
    const dating = { stage: 'draft', number: null, date: null, confirmedAt: null } as const;
    try {
      await renderPdf(paperOf(source, facts, dating));
    } catch (error) {
      throw asRefusal(error);
    }
  },
};
