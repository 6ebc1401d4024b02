import { composeYearReport } from '../../../acts/summary/submit-year-report.ts';
import { withOverrides } from '../../../domain/report-texts.ts';
import { textsOfYearReport } from '../../../domain/summary/year-report-texts.ts';
import type { YearReportContent } from '../../../domain/summary/year-report.ts';
import { wordsIn } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { readOverrides, readWholeOverrides } from '../drafts/report-overrides.tsx';
import { readSigner, SIGNER, signerValue } from '../plan/general-fields.ts';
import type { SummaryView } from './summary-reading.ts';

export const readYearReport = (fields: TypedFields) => ({
  subject: typedText(fields, 'subject'),
  signer: readSigner(fields),
  overrides: readOverrides(fields),
});

/** The form before anybody has typed: the usual subject, the head as signer. */
export const freshYearReport = ({ cycle }: SummaryView): TypedFields => {
  const head = cycle.facts.people.find(({ roles }) => roles.includes('leader'));
  const words = { year: cycle.year, next: cycle.year + 1 };
  return {
    subject: wordsIn('vi')('summary.report-subject', words),
    [SIGNER]: head ? signerValue({ personId: head.id, capacity: null }) : '',
  };
};

/**
 * The report as the system draws it, and as it would be with the words that were put otherwise; null:
 * nobody has written about the year yet.
 */
export const yearReportContents = async (
  c: WebContext,
  { cycle, state }: SummaryView,
  fields: TypedFields,
): Promise<{ readonly drawn: YearReportContent; readonly content: YearReportContent } | null> => {
  const { subject, signer } = readYearReport(fields);
  const { acts } = c.get('deps');
  const head = { subject, signer };
  const drawn = await composeYearReport(acts, cycle.row.office_id, state, head, cycle.day);
  return (
    drawn && {
      drawn,
      content: withOverrides(drawn, readWholeOverrides(fields), textsOfYearReport),
    }
  );
};
