import type { check as vi } from '../vi/check.ts';

export const check: Readonly<Record<keyof typeof vi, string>> = {
  'home.waiting.report-figures': "Report the quarter's figures",
  'home.waiting.correct-figures': 'Correct the figures that were returned',
  'home.waiting.confirm-figures': "Confirm a unit's figures",
  'home.waiting.hold-check': 'Hold the quarterly check',
  'home.waiting.late-check': 'A quarterly check is overdue: see to it',
  'home.waiting.write-quarter-report': "Write and submit the quarter's report",
  'paper.kind.quarter-report': 'Quarterly report',
  'cycle.event.CheckOpened': 'opened the quarterly check',
  'cycle.event.UnitsAwaited': 'waits for the figures of the units',
  'cycle.event.FiguresReported': "reported the quarter's figures",
  'cycle.event.FiguresConfirmed': "confirmed the quarter's figures",
  'cycle.event.FiguresReturned': "returned the quarter's figures",
  'cycle.event.VisitRecorded': 'recorded a visit to a unit',
  'cycle.event.RemediesOpened': 'gave what a visit found as work',
  'cycle.event.CheckHeld': 'held the quarterly check',
  'cycle.event.CheckOverdue': 'the quarterly check is overdue',
  'cycle.event.CheckEscalated': 'told the leader of the overdue check',
  'cycle.event.CheckReportMoved': "the quarter's report moved on",
  'cycle.event.CheckCancelled': 'ended the check, the cycle being cancelled',
};
