import type { OfficeFacts } from '../domain/office.ts';
import type { PlanContent } from '../domain/plan.ts';
import { DomainError } from '../domain/errors.ts';
import { inspectPdf } from './pdf-scan.ts';
import { planPaperOf } from './plan-paper-of.ts';
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
  pins: (kind: 'plan') => ({ template: templateText(kind), locale: localeText() }),

  /** Makes the whole paper once, so that what can't be printed is refused and not approved. */
  async render(_kind: 'plan', content: PlanContent, facts: OfficeFacts): Promise<void> {
    const dating = { stage: 'draft', number: null, date: null, confirmedAt: null } as const;
    try {
      await renderPdf(planPaperOf(content, facts, dating));
    } catch (error) {
      throw asRefusal(error);
    }
  },
};
