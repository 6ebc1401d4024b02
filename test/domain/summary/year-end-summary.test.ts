import { describe, expect, test } from 'vitest';
import type { DraftNews, DraftPhase } from '../../../domain/draft.ts';
import {
  applySummary,
  decideSummary,
  evolveSummary,
  isNewsOfReport,
  startSummary,
  SUMMARY_ID,
  type SummaryCommand,
  type SummaryEvent,
  type SummaryPart,
  type SummaryState,
} from '../../../domain/summary/year-end-summary.ts';
import { waitingInSummary } from '../../../domain/waiting.ts';
import { COORDINATOR } from '../../support/actors.ts';

const AT = '2024-12-06T08:00:00+07:00';
const NOW = '2024-12-20T08:00:00+07:00';

const news = (phase: DraftPhase, version = 1): DraftNews => ({
  draftId: 'year-report-2024-year-end',
  kind: 'year-report',
  phase,
  version,
  paperId: `year-report-2024-year-end-v${String(version)}`,
  issuedOn: phase === 'issued' ? '2024-12-12' : null,
  number: phase === 'issued' ? 214 : null,
});

const kept = (part: SummaryPart, version = 1): SummaryEvent => ({
  type: 'SummaryPartKept',
  part,
  version,
  by: COORDINATOR,
});
const moved = (phase: DraftPhase, version = 1): SummaryEvent => ({
  type: 'YearReportMoved',
  news: news(phase, version),
});

const after = (...events: readonly SummaryEvent[]): SummaryState =>
  [{ type: 'SummaryOpened', by: COORDINATOR } as const, ...events].reduce<SummaryState>(
    (state, event) => evolveSummary(state, event, AT),
    startSummary(2024, SUMMARY_ID, { mode: 'live' }),
  );

const keep = (part: SummaryPart, version = 1): SummaryCommand => ({
  type: 'keepPart',
  part,
  version,
  actId: 'act-1',
  by: COORDINATOR,
  occurredAt: null,
});
const refusal = (state: SummaryState, command: SummaryCommand) => {
  try {
    decideSummary(state, command, NOW);
  } catch (error) {
    return error;
  }
  return null;
};

describe("the year's summary", () => {
  test('keeps its parts in any order but that scores follow the table, and appraisals the scores', () => {
    for (const part of ['criteria', 'outcomes', 'text'] as const) {
      expect(refusal(after(), keep(part))).toBeNull();
    }
    expect(refusal(after(), keep('self'))).toMatchObject({ code: 'not-ready' });
    const withTable = after(kept('criteria'));
    expect(refusal(withTable, keep('self'))).toBeNull();
    expect(refusal(withTable, keep('appraised'))).toMatchObject({ code: 'not-ready' });
    expect(refusal(after(kept('criteria'), kept('self')), keep('appraised'))).toBeNull();
  });

  test('a new table makes the scores by the old one void', () => {
    const state = after(
      kept('criteria'),
      kept('self'),
      kept('appraised'),
      kept('text'),
      kept('criteria', 2),
    );
    expect(state.parts).toMatchObject({ self: null, appraised: null, text: { version: 1 } });
    expect(state.parts.criteria?.version).toBe(2);
  });

  test('a version is kept once', () => {
    expect(refusal(after(kept('text')), keep('text'))).toMatchObject({
      code: 'stale-version',
      details: { given: 1, current: 1 },
    });
  });

  test('what was kept comes about by the command', () => {
    expect(applySummary(keep('outcomes', 3))).toEqual(kept('outcomes', 3));
  });

  test.each(['awaiting-approval', 'approved'] as const)(
    'stands still while its report is %s',
    (phase) => {
      expect(refusal(after(moved(phase)), keep('text'))).toMatchObject({
        code: 'out-of-time',
        details: { phase },
      });
    },
  );

  test('goes on where the report was given back or is not wanted', () => {
    expect(refusal(after(moved('drafting')), keep('text'))).toBeNull();
    expect(refusal(after(moved('dropped')), keep('text'))).toBeNull();
  });

  test('ends with its issued report, and refuses whoever comes late', () => {
    const state = after(moved('approved'), moved('issued'));
    expect(state).toMatchObject({ phase: 'done', report: { number: 214 } });
    expect(refusal(state, keep('appraised'))).toMatchObject({
      code: 'out-of-time',
      details: { phase: 'done' },
    });
  });

  test('hears news once, and nothing of the past', () => {
    const state = after(moved('approved'));
    expect(isNewsOfReport(state, news('approved'))).toBe(false);
    expect(isNewsOfReport(state, news('awaiting-approval'))).toBe(false);
    expect(isNewsOfReport(state, news('issued'))).toBe(true);
    expect(isNewsOfReport(state, news('awaiting-approval', 2))).toBe(true);
    expect(isNewsOfReport(after(moved('issued')), news('issued'))).toBe(false);
    expect(isNewsOfReport(after(), { ...news('approved'), kind: 'correction' })).toBe(false);
  });

  test('waits for the coordinator until the report is before the leader', () => {
    expect(waitingInSummary(after())).toMatchObject([
      { what: 'summarise-year', role: 'cycleCoordinator', since: AT },
    ]);
    expect(waitingInSummary(after(moved('awaiting-approval')))).toEqual([]);
    expect(waitingInSummary(after(moved('dropped')))).toHaveLength(1);
    expect(waitingInSummary(after({ type: 'SummaryCancelled' }))).toEqual([]);
  });
});
