/** Words of the plan's amendments and of the year-end summary. */
export const summary = {
  'home.waiting.summarise-year': 'Sum the year up and submit its report',
  'cycle.event.CycleClosed': 'closed the year',
  'cycle.event.SummaryOpened': 'opened the year-end summary',
  'cycle.event.SummaryPartKept': 'kept a part of the year-end summary',
  'cycle.event.YearReportMoved': 'told how the year-end report stands',
  'cycle.event.SummaryCancelled': 'stopped the summary: the cycle was cancelled',
  'cycle.copied-results': 'The baselines of {count} indicators are the results of {from}.',
  'cycle.copied-raised':
    '{count} targets had been passed in {from} and now hold what was reached; please look at them.',
  'cycle.copied-carried': 'Tasks carried on from {from}: {tasks}.',
} as const;
