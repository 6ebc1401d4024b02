import { quarterReportContent } from '../../../acts/check/quarter-report-content.ts';
import { heldCheckOf } from '../../../domain/check/quarterly-check.ts';
import type { PaperSource } from '../../../domain/paper-source.ts';
import { wordsIn } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
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
});

/** The form before anybody has typed: the usual subject, the head as signer. */
export const freshReportFields = ({ cycle, quarter }: CheckView): TypedFields => ({
  subject: wordsIn('vi')('check.report-subject', {
    quarter: romanOf(quarter),
    year: cycle.year,
  }),
  [SIGNER]: signerChoices(cycle.facts)[0]?.value ?? '',
});

/** @throws DomainError out-of-time before the check was held, or once its report is on its way */
export const reportSource = async (
  c: WebContext,
  { cycle, quarter, check }: CheckView,
  fields: TypedFields,
): Promise<PaperSource> => {
  const of = {
    officeId: cycle.row.office_id,
    year: cycle.year,
    quarter,
    today: cycle.day,
  };
  const strands = { cycle: cycle.state, check: heldCheckOf(check) };
  const { acts } = c.get('deps');
  const content = await quarterReportContent(acts, of, strands, readReportForm(fields));
  return { kind: 'quarter-report', content };
};
