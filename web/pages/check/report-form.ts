import { quarterReportContent } from '../../../acts/check/quarter-report-content.ts';
import type { QuarterReportContent } from '../../../domain/check/check-content.ts';
import { textsOfQuarterReport } from '../../../domain/check/quarter-report-texts.ts';
import { heldCheckOf } from '../../../domain/check/quarterly-check.ts';
import { reportedCheckOf } from '../../../domain/check/reported-check.ts';
import { draftIdOf, paperIdOfDraft, type Draft } from '../../../domain/draft.ts';
import type { ReplacedPaper } from '../../../domain/replaced-paper.ts';
import { withOverrides } from '../../../domain/report-texts.ts';
import { KIND_NAMES, numberAndSymbol } from '../../../locale/paper-names.ts';
import { wordsIn } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { readDraftSource } from '../drafts/draft-reading.ts';
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

const draftToReplace = ({ cycle, quarter, check }: CheckView): Draft | null => {
  const { state } = cycle;
  if (check.report?.phase !== 'issued' || state.closed !== null || state.cancelled !== null) {
    return null;
  }
  const id = draftIdOf('quarter-report', cycle.year, quarter);
  const last = state.drafts.findLast(
    ({ draftId, phase }) => phase === 'issued' && (draftId === id || draftId.startsWith(`${id}-`)),
  );
  return last ?? null;
};

/** The issued report that a new one of the quarter would replace; null: none is out. */
export const paperToReplace = (view: CheckView): string | null => {
  const draft = draftToReplace(view);
  return draft && paperIdOfDraft(draft);
};

/**
 * The form before anybody has typed: the usual subject, the head as signer; or what the report says that
 * is to be replaced.
 */
export const freshReportFields = async (c: WebContext, view: CheckView): Promise<TypedFields> => {
  const { cycle, quarter } = view;
  const words = { quarter: romanOf(quarter), year: cycle.year };
  const fresh = {
    subject: wordsIn('vi')('check.report-subject', words),
    [SIGNER]: signerChoices(cycle.facts)[0]?.value ?? '',
  };
  const draft = draftToReplace(view);
  const source = draft && (await readDraftSource(c, cycle, draft, draft.submitted.version));
  if (source?.kind !== 'quarter-report') return fresh;
  const { subject, overview } = source.content;
  const lines = OVERVIEW.map((part) => [part, overview[part].join('\n')] as const);
  return { ...fresh, subject, ...Object.fromEntries(lines) };
};

const replacedBy = async (
  c: WebContext,
  view: CheckView,
  fields: TypedFields,
): Promise<ReplacedPaper | null> => {
  const { stores } = c.get('deps').acts;
  const paperId = paperToReplace(view);
  const paper = paperId && (await stores.papers.find(view.cycle.row.office_id, paperId));
  if (!paper) return null;
  return {
    paperId: paper.paper_id,
    kind: KIND_NAMES[paper.kind],
    numberAndSymbol: numberAndSymbol(paper) ?? '',
    date: paper.document_date ?? '',
    reason: typedText(fields, 'replaces-reason') || null,
  };
};

/**
 * The report as the system draws it, and as it would be with the words that were put otherwise.
 * @throws DomainError out-of-time before the check was held, or once its report is on its way
 */
export const reportContents = async (
  c: WebContext,
  view: CheckView,
  fields: TypedFields,
): Promise<{ readonly drawn: QuarterReportContent; readonly content: QuarterReportContent }> => {
  const { cycle, quarter, check } = view;
  const replaced = await replacedBy(c, view, fields);
  const of = {
    officeId: cycle.row.office_id,
    year: cycle.year,
    quarter,
    today: cycle.day,
  };
  const strands = {
    cycle: cycle.state,
    check: replaced ? reportedCheckOf(check) : heldCheckOf(check),
  };
  const { acts } = c.get('deps');
  const { subject, signer, overview } = readReportForm(fields);
  const written = { subject, signer, overview };
  const drawn = await quarterReportContent(acts, of, strands, written);
  const overrides = readWholeOverrides(fields);
  const content = { ...withOverrides(drawn, overrides, textsOfQuarterReport), replaced };
  return { drawn, content };
};
