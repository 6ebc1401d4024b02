import { quarterReportContent } from '../../../acts/check/quarter-report-content.ts';
import type { QuarterReportContent } from '../../../domain/check/check-content.ts';
import { textsOfQuarterReport } from '../../../domain/check/quarter-report-texts.ts';
import { heldCheckOf } from '../../../domain/check/quarterly-check.ts';
import { withOverrides } from '../../../domain/report-texts.ts';
import { wordsIn } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { readOverrides, readWholeOverrides } from '../drafts/report-overrides.tsx';
import { readSigner, SIGNER, signerChoices } from '../plan/general-fields.ts';
import { typedLines } from '../plan/form-reading.ts';
import { romanOf, type CheckView } from './check-reading.ts';

/** The parts of the overview, each one thing a line. */
export const OVERVIEW = ['strengths', 'weaknesses', 'causes', 'directions', 'proposals'] as const;

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
  const { subject, signer, overview } = readReportForm(fields);
  const written = { subject, signer, overview };
  const drawn = await quarterReportContent(acts, of, strands, written);
  const overrides = readWholeOverrides(fields);
  return { drawn, content: withOverrides(drawn, overrides, textsOfQuarterReport) };
};
