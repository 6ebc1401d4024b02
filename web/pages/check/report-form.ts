import { quarterReportContent } from '../../../acts/check/quarter-report-content.ts';
import type { QuarterReportContent, ReportOverride } from '../../../domain/check/check-content.ts';
import { heldCheckOf } from '../../../domain/check/quarterly-check.ts';
import { withOverrides } from '../../../domain/check/report-overrides.ts';
import { wordsIn } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { readSigner, SIGNER, signerChoices } from '../plan/general-fields.ts';
import { typedLines } from '../plan/form-reading.ts';
import { romanOf, type CheckView } from './check-reading.ts';

/** The parts of the overview, each one thing a line. */
export const OVERVIEW = ['strengths', 'weaknesses', 'causes', 'directions', 'proposals'] as const;

const overrideField = (at: number, part: keyof ReportOverride): string =>
  `overrides-${String(at)}-${part}`;

/** What was typed in place of the system's own words, whole or not; what is empty is left out. */
const readOverrides = (fields: TypedFields): readonly ReportOverride[] => {
  const rows: ReportOverride[] = [];
  for (let at = 0; fields[overrideField(at, 'path')] !== undefined; at += 1) {
    const typed = (part: keyof ReportOverride): string =>
      typedText(fields, overrideField(at, part));
    const row = { path: typed('path'), text: typed('text'), reason: typed('reason') };
    if (Object.values(row).some((text) => text.trim() !== '')) rows.push(row);
  }
  return rows;
};

const isWhole = (override: ReportOverride): boolean =>
  Object.values(override).every((text: string) => text.trim() !== '');

export const readReportForm = (fields: TypedFields) => ({
  subject: typedText(fields, 'subject'),
  signer: readSigner(fields),
  overview: {
    strengths: typedLines(fields, 'strengths'),
    weaknesses: typedLines(fields, 'weaknesses'),
    causes: typedLines(fields, 'causes'),
    directions: typedLines(fields, 'directions'),
    proposals: typedLines(fields, 'proposals'),
  },
  overrides: readOverrides(fields),
});

/** The form before anybody has typed: the usual subject, the head as signer. */
export const freshReportFields = ({ cycle, quarter }: CheckView): TypedFields => ({
  subject: wordsIn('vi')('check.report-subject', {
    quarter: romanOf(quarter),
    year: cycle.year,
  }),
  [SIGNER]: signerChoices(cycle.facts)[0]?.value ?? '',
});

/**
 * The report as the system draws it, and as it would be with the words that were put otherwise.
 * @throws DomainError out-of-time before the check was held, or once its report is on its way
 */
export const reportContents = async (
  c: WebContext,
  { cycle, quarter, check }: CheckView,
  fields: TypedFields,
): Promise<{ readonly drawn: QuarterReportContent; readonly content: QuarterReportContent }> => {
  const of = {
    officeId: cycle.row.office_id,
    year: cycle.year,
    quarter,
    today: cycle.day,
  };
  const strands = { cycle: cycle.state, check: heldCheckOf(check) };
  const { acts } = c.get('deps');
  const { overrides, ...written } = readReportForm(fields);
  const drawn = await quarterReportContent(acts, of, strands, written);
  return { drawn, content: withOverrides(drawn, overrides.filter(isWhole)) };
};
