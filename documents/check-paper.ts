import type { OfficeFacts } from '../domain/office.ts';
import type { PaperSource, PrintedKind } from '../domain/paper-source.ts';
import { DomainError } from '../domain/errors.ts';
import { checkTemplate } from './check-template.ts';
import { paperOf } from './paper-of.ts';
import { symbolOf } from './paper-parts.ts';
import { inspectPdf, readScan } from './pdf-scan.ts';
import { findLetterWithoutGlyph, layOutPaper, localeText, templateText } from './render.ts';
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
  readScan,
  symbolOf,
  pins: (kind: PrintedKind) => ({ template: templateText(kind), locale: localeText(kind) }),

  /**
   * Lays the whole paper out once, so that what can't be printed is refused and not approved. Drawing it
   * would take twelve times as long (docs/performance.md) and refuses nothing more.
   */
  render(source: PaperSource, facts: OfficeFacts, template: string | null = null): void {
    const dating = { stage: 'draft', number: null, date: null, confirmedAt: null } as const;
    try {
      layOutPaper(paperOf(source, facts, dating), template);
    } catch (error) {
      throw asRefusal(error);
    }
  },

  checkTemplate(kind: PrintedKind, text: string): void {
    try {
      checkTemplate(kind, text);
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      const { problem, line, field } = error;
      throw new DomainError('bad-template', error.message, { problem, line, field }, '/text');
    }
  },
};
