import type { Authority } from '../authority.ts';
import type { Commanded } from '../commanded.ts';
import { checkMoment, moveClock, type CycleClock, type LastStep } from '../cycle-clock.ts';
import type { DraftNews } from '../draft.ts';
import { DomainError } from '../errors.ts';
import type { Instant } from '../local-date.ts';

/**
 * `criteria`: the office's table of the year. `self`, `appraised`: the scores by it. `outcomes`: which
 * tasks are carried on. `text`: what people write about the year.
 */
export const SUMMARY_PARTS = ['criteria', 'self', 'appraised', 'outcomes', 'text'] as const;
export type SummaryPart = (typeof SUMMARY_PARTS)[number];

interface KeptPart {
  /** Version of the kind `summary`, under summaryPartId. */
  readonly version: number;
  readonly by: Authority;
  readonly at: Instant;
}

export interface SummaryState {
  readonly year: number;
  readonly summaryId: string;
  readonly clock: CycleClock;
  readonly phase: 'open' | 'done' | 'cancelled';
  readonly openedAt: Instant | null;
  readonly parts: Readonly<Record<SummaryPart, KeptPart | null>>;
  /** How the year's report stands; null: none was submitted. */
  readonly report: DraftNews | null;
  readonly last: LastStep | null;
}

export type SummaryCommand = Commanded & {
  readonly type: 'keepPart';
  readonly part: SummaryPart;
  readonly version: number;
};

export type SummaryEvent =
  | { readonly type: 'SummaryOpened'; readonly by: Authority }
  | {
      readonly type: 'SummaryPartKept';
      readonly part: SummaryPart;
      readonly version: number;
      readonly by: Authority;
    }
  | { readonly type: 'YearReportMoved'; readonly news: DraftNews }
  | { readonly type: 'SummaryCancelled' }
  | { readonly type: 'ClockWentLive' };

/** A year has one. */
export const SUMMARY_ID = 'year-end';

export const summaryPartId = (part: SummaryPart, year: number): string => `${part}-${String(year)}`;

const NO_PARTS: SummaryState['parts'] = {
  criteria: null,
  self: null,
  appraised: null,
  outcomes: null,
  text: null,
};

export const startSummary = (year: number, summaryId: string, clock: CycleClock): SummaryState => ({
  year,
  summaryId,
  clock,
  phase: 'open',
  openedAt: null,
  parts: NO_PARTS,
  report: null,
  last: null,
});

export const isSummaryOver = ({ phase }: Pick<SummaryState, 'phase'>): boolean => phase !== 'open';

/** The report is with the leader or past the leader: what it says stands. */
export const isReportUnderWay = ({ report }: Pick<SummaryState, 'report'>): boolean =>
  report?.phase === 'awaiting-approval' || report?.phase === 'approved';

const refuse = (state: SummaryState, message: string, phase: string): DomainError =>
  new DomainError('out-of-time', message, {
    phase,
    lastEvent: state.last?.event ?? null,
    lastAt: state.last?.at ?? null,
    lastBy: state.last?.personId ?? null,
  });

const NEEDS: Partial<Readonly<Record<SummaryPart, SummaryPart>>> = {
  self: 'criteria',
  appraised: 'self',
};

/** @throws DomainError out-of-time, impossible-date */
export const checkSummaryOpen = (
  state: SummaryState,
  occurredAt: Instant | null,
  now: Instant,
): void => {
  checkMoment(state.clock, state.last, occurredAt, now);
  if (isSummaryOver(state)) throw refuse(state, `the summary is ${state.phase}`, state.phase);
  if (isReportUnderWay(state)) {
    throw refuse(state, "the year's report is on its way", state.report?.phase ?? 'open');
  }
};

/** @throws DomainError out-of-time, not-ready, stale-version, impossible-date */
export const decideSummary = (
  state: SummaryState,
  { part, version, occurredAt }: SummaryCommand,
  now: Instant,
): void => {
  checkSummaryOpen(state, occurredAt, now);
  const needed = NEEDS[part];
  if (needed !== undefined && state.parts[needed] === null) {
    throw new DomainError('not-ready', `the ${needed} come first`, { given: part, needed });
  }
  const current = state.parts[part]?.version ?? 0;
  if (version > current) return;
  throw new DomainError('stale-version', 'a newer version is kept', { given: version, current });
};

export const applySummary = ({ part, version, by }: SummaryCommand): SummaryEvent => ({
  type: 'SummaryPartKept',
  part,
  version,
  by,
});

// Scores by another table, or appraisals of other scores, say nothing.
const RESTS_ON: Partial<Readonly<Record<SummaryPart, Partial<SummaryState['parts']>>>> = {
  criteria: { self: null, appraised: null },
  self: { appraised: null },
};

const STEPS = { 'awaiting-approval': 0, drafting: 1, approved: 1, issued: 2, dropped: 2 } as const;

/** False for what the summary knows: news may come twice, and an earlier phase behind a later one. */
export const isNewsOfReport = ({ phase, report }: SummaryState, news: DraftNews): boolean => {
  if (phase !== 'open' || news.kind !== 'year-report') return false;
  if (report === null || news.version > report.version) return true;
  return news.version === report.version && STEPS[news.phase] > STEPS[report.phase];
};

const evolveStanding = (
  state: SummaryState,
  event: SummaryEvent,
  at: Instant,
): Partial<SummaryState> => {
  switch (event.type) {
    case 'SummaryOpened':
      return { openedAt: at };
    case 'SummaryPartKept': {
      const { part, version, by } = event;
      return {
        parts: { ...state.parts, ...RESTS_ON[part], [part]: { version, by, at } },
      };
    }
    case 'YearReportMoved':
      return {
        report: event.news,
        ...(event.news.phase === 'issued' ? { phase: 'done' as const } : {}),
      };
    case 'SummaryCancelled':
      return { phase: 'cancelled' };
    case 'ClockWentLive':
      return {};
  }
};

/** Total: refuses nothing, whatever the order. */
export const evolveSummary = (
  state: SummaryState,
  event: SummaryEvent,
  at: Instant,
): SummaryState => {
  if (event.type === 'ClockWentLive') return { ...state, clock: { mode: 'live' } };
  return {
    ...state,
    ...evolveStanding(state, event, at),
    clock: moveClock(state.clock, at),
    last: { at, event: event.type, personId: 'by' in event ? event.by.personId : null },
  };
};
