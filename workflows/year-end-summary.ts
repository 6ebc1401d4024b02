import { condition, continueAsNew, setCurrentDetails, setHandler } from '@temporalio/workflow';
import {
  applySummary,
  decideSummary,
  evolveSummary,
  isNewsOfReport,
  isSummaryOver,
  startSummary,
  type SummaryCommand,
  type SummaryState,
} from '../domain/summary/year-end-summary.ts';
import {
  actOnSummary,
  clockWentLive,
  cycleCancelled,
  draftMoved,
  summaryState,
  type SummaryInput,
} from './contract.ts';
import { reportEnd } from './strand-starter.ts';
import { now, openStrand } from './strand.ts';

/** The year is scored, its outcomes are decided and its report is written, until the report is issued. */
export async function yearEndSummary(input: SummaryInput): Promise<void> {
  const { year, strand: opened, clock } = input;
  const strand = openStrand<'summary', SummaryState, SummaryCommand>(
    { ...input, kind: 'summary', fresh: startSummary(year, opened.id, clock) },
    { decide: decideSummary, apply: applySummary, evolve: evolveSummary },
  );
  strand.answer(actOnSummary);
  setHandler(summaryState, strand.state);
  setHandler(draftMoved, ({ news, at }) => {
    if (isNewsOfReport(strand.state(), news)) strand.record({ type: 'YearReportMoved', news }, at);
  });
  setHandler(cycleCancelled, () => {
    if (!isSummaryOver(strand.state())) strand.record({ type: 'SummaryCancelled' }, now());
  });
  setHandler(clockWentLive, () => {
    strand.record({ type: 'ClockWentLive' }, now());
  });
  if (input.carried === null) {
    strand.record({ type: 'SummaryOpened', by: input.openedBy }, input.openedAt);
  }

  for (;;) {
    await strand.project();
    const { phase, report } = strand.state();
    setCurrentDetails(`summary of ${String(year)}: ${report?.phase ?? phase}`);
    if (isSummaryOver(strand.state())) break;
    if (strand.shouldContinueAsNew()) {
      await continueAsNew<typeof yearEndSummary>({ ...input, carried: await strand.carry() });
    }
    await condition(strand.hasUnprojected);
  }
  const how = strand.state().phase === 'done' ? 'done' : 'cancelled';
  await reportEnd(input, { how, at: strand.moment(), ownerId: null });
}
