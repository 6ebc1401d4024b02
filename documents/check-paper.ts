import type { OfficeFacts } from '../domain/office.ts';
import type { PaperSource, PrintedKind } from '../domain/paper-source.ts';
import { FORM_RULES, type FormRule } from '../domain/conformity.ts';
import { DomainError } from '../domain/errors.ts';
import { checkTemplate } from './check-template.ts';
import { judgeDraft } from './conformity/judge-draft.ts';
import { paperAsDraft } from './paper-of.ts';
import { symbolOf } from './paper-parts.ts';
import { inspectPdf, readScan } from './pdf-scan.ts';
import { layOutPaper } from './render-aside.ts';
import { findLetterWithoutGlyph, localeText, templateText } from './render.ts';
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
   * would take longer and refuses nothing more.
   */
  async render(
    source: PaperSource,
    facts: OfficeFacts,
    template: string | null = null,
  ): Promise<void> {
    try {
      await layOutPaper(paperAsDraft(source, facts), template);
    } catch (error) {
      throw asRefusal(error);
    }
  },

  async brokenRules(
    source: PaperSource,
    facts: OfficeFacts,
    template: string | null,
  ): Promise<readonly FormRule[]> {
    const { pdf, docx } = await judgeDraft(paperAsDraft(source, facts), template);
    const broken = [...pdf.results, ...docx.results].filter(({ verdict }) => verdict === 'fail');
    return FORM_RULES.filter((rule) => broken.some((result) => result.rule === rule));
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
