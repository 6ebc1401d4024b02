import * as z from 'zod';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf, type LocalDate } from '../../domain/local-date.ts';
import type { Signer } from '../../domain/plan.ts';
import { NO_ADDRESSEES } from '../../domain/recipients.ts';
import { withOverrides } from '../../domain/report-texts.ts';
import {
  checkSummaryOpen,
  SUMMARY_ID,
  SUMMARY_PARTS,
  type SummaryState,
} from '../../domain/summary/year-end-summary.ts';
import { textsOfYearReport } from '../../domain/summary/year-report-texts.ts';
import type { YearReportContent } from '../../domain/summary/year-report.ts';
import { defineAct, type ActDependencies } from '../act.ts';
import { overridesSchema } from '../drafts/overrides-schema.ts';
import { submitDraft } from '../drafts/submit-draft.ts';
import { yearOf } from '../on-strand.ts';
import { nfc, signerSchema } from '../plan-content-schema.ts';
import { readCountsOfYear } from './counts-of-year.ts';
import { readFiguresOfYear } from './figures-of-year.ts';
import { readSummary, summaryWorkflowId } from './on-summary.ts';
import { readSummaryContents, scoresIn } from './summary-contents.ts';

const keptVersions = ({ parts }: SummaryState): NonNullable<YearReportContent['parts']> =>
  Object.fromEntries(
    SUMMARY_PARTS.flatMap((part) => {
      const kept = parts[part];
      return kept ? [[part, kept.version] as const] : [];
    }),
  );

/** The report as it would be now; null: nobody has written about the year yet. */
export const composeYearReport = async (
  deps: Pick<ActDependencies, 'stores'>,
  officeId: string,
  state: SummaryState,
  head: { readonly subject: string; readonly signer: Signer },
  on: LocalDate,
): Promise<YearReportContent | null> => {
  const { year } = state;
  const contents = await readSummaryContents(deps, officeId, state);
  if (contents.text === null) return null;
  const [figures, counts] = await Promise.all([
    readFiguresOfYear(deps, officeId, year, contents.outcomes),
    readCountsOfYear(deps, officeId, year, on),
  ]);
  return {
    ...head,
    ...figures,
    ...counts,
    year,
    addressees: NO_ADDRESSEES,
    scores: scoresIn(contents),
    summary: contents.text,
    parts: keptVersions(state),
    overrides: [],
  };
};

const refuseUnready = (needed: string, details: Readonly<Record<string, string>> = {}): never => {
  throw new DomainError('not-ready', `the report has no ${needed} yet`, { needed, ...details });
};

const checkWhole = (content: YearReportContent, { parts }: SummaryState): void => {
  if (parts.criteria !== null && content.scores === null) refuseUnready('self');
  const untold = content.tasks.find(({ outcome }) => outcome === null);
  if (untold) refuseUnready('outcomes', { given: untold.taskId });
};

/** The year's report before the leader, from all that the summary has by then. */
export const submitYearReport = defineAct({
  name: 'submit-year-report',
  schema: z.strictObject({ subject: nfc, signer: signerSchema, overrides: overridesSchema }),
  power: 'submitDraft',
  async perform(deps, call) {
    const state = await readSummary(deps, call);
    checkSummaryOpen(state, call.occurredAt, call.enteredAt);
    const { overrides, ...head } = call.data;
    const on = localDateOf(call.at);
    const drawn = await composeYearReport(deps, call.officeId, state, head, on);
    if (drawn === null) return refuseUnready('text');
    checkWhole(drawn, state);
    const content = withOverrides(drawn, overrides, textsOfYearReport);
    return submitDraft(deps, call, {
      source: { kind: 'year-report', content },
      about: SUMMARY_ID,
      ownerId: summaryWorkflowId(call.officeId, yearOf(call)),
    });
  },
});
