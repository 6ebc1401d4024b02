import * as z from 'zod';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf, type LocalDate } from '../../domain/local-date.ts';
import type { Signer } from '../../domain/plan.ts';
import { NO_ADDRESSEES } from '../../domain/recipients.ts';
import {
  checkSummaryOpen,
  SUMMARY_ID,
  type SummaryState,
} from '../../domain/summary/year-end-summary.ts';
import type { YearReportContent } from '../../domain/summary/year-report.ts';
import { defineAct, type ActDependencies } from '../act.ts';
import { submitDraft } from '../drafts/submit-draft.ts';
import { yearOf } from '../on-strand.ts';
import { nfc, signerSchema } from '../plan-content-schema.ts';
import { readCountsOfYear } from './counts-of-year.ts';
import { readFiguresOfYear } from './figures-of-year.ts';
import { readSummary, summaryWorkflowId } from './on-summary.ts';
import { readSummaryContents, scoresIn } from './summary-contents.ts';

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
  schema: z.strictObject({ subject: nfc, signer: signerSchema }),
  power: 'submitDraft',
  async perform(deps, call) {
    const state = await readSummary(deps, call);
    checkSummaryOpen(state, call.occurredAt, call.enteredAt);
    const content = await composeYearReport(
      deps,
      call.officeId,
      state,
      call.data,
      localDateOf(call.at),
    );
    if (content === null) return refuseUnready('text');
    checkWhole(content, state);
    return submitDraft(deps, call, {
      source: { kind: 'year-report', content },
      about: SUMMARY_ID,
      ownerId: summaryWorkflowId(call.officeId, yearOf(call)),
    });
  },
});
