import { moveClock } from '../cycle-clock.ts';
import type { DraftNews } from '../draft.ts';
import { type Instant } from '../local-date.ts';
import type { YearStrand } from '../year-strand.ts';
import { isIssued, isStillAwaited, wasAnnounced } from './conference-papers.ts';
import type {
  ConferenceEvent,
  ConferencePaper,
  ConferencePhase,
  ConferenceState,
} from './conference.ts';

const withPaper = (
  { papers, round }: ConferenceState,
  { draftId, kind, phase, version, paperId, issuedOn, number }: DraftNews,
): readonly ConferencePaper[] => {
  const known = papers.find((paper) => paper.draftId === draftId);
  const moved = { draftId, kind, phase, version, paperId, issuedOn, number };
  if (!known) return [...papers, { ...moved, round }];
  return papers.map((paper) => (paper === known ? { ...moved, round: paper.round } : paper));
};

const afterPaper = (state: ConferenceState, news: DraftNews): Partial<ConferenceState> => {
  const papers = withPaper(state, news);
  const isCalled = state.wants.every((kind) => isIssued({ ...state, papers }, kind));
  const waits = state.phase === 'planned' || state.phase === 'postponed';
  return { papers, phase: waits && isCalled ? 'invited' : state.phase };
};

const stopped = (
  event: ConferenceEvent & { readonly type: 'ConferencePostponed' | 'ConferenceCancelled' },
): Partial<ConferenceState> => ({
  reasonId: event.reasonId,
  toDrop: event.draftIds.map((draftId) => ({ draftId, reasonId: event.reasonId, by: event.by })),
});

const evolvePlan = (
  state: ConferenceState,
  event: ConferenceEvent,
): Partial<ConferenceState> | null => {
  switch (event.type) {
    case 'ConferenceChanged':
      return { ...event.facts, contentVersion: event.contentVersion };
    case 'ConferencePostponed':
      return {
        ...event.facts,
        ...stopped(event),
        contentVersion: event.contentVersion,
        round: state.round + 1,
        hasDayCome: false,
        phase: wasAnnounced(state) ? 'postponed' : 'planned',
      };
    case 'ConferenceCancelled':
      return { ...stopped(event), phase: 'cancelled' };
    case 'ConferencePaperMoved':
      return afterPaper(state, event.news);
    case 'ConferenceDraftsDropped':
      return { toDrop: [] };
    case 'ConferenceDayCame':
      return { hasDayCome: true };
    default:
      return null;
  }
};

const evolveDay = (
  state: ConferenceState,
  event: ConferenceEvent,
  at: Instant,
): Partial<ConferenceState> => {
  switch (event.type) {
    case 'AttendanceRecorded':
      return { attendanceVersion: event.version };
    case 'AgendaPointClosed': {
      const { ordinal, outcomeVersion } = event;
      const others = state.closedPoints.filter((point) => point.ordinal !== ordinal);
      return { closedPoints: [...others, { ordinal, outcomeVersion }] };
    }
    case 'ConferenceHeld': {
      const { startedAt, endedAt } = event;
      return { phase: 'held', hasDayCome: true, held: { startedAt, endedAt } };
    }
    case 'MinutesWritten': {
      const { version, work, awaited, by } = event;
      return { phase: 'minutes', minutes: { version, work, by, at }, awaited };
    }
    case 'ConclusionWorkGiven':
      return { hasWorkGiven: true };
    case 'ConferenceStrandEnded': {
      const { kind, id } = event;
      return { endedStrands: [...state.endedStrands, { kind, id }] };
    }
    case 'ConferenceEnded':
      return { phase: 'ended' };
    case 'ConferenceStopped':
      return { phase: 'stopped' };
    default:
      return {};
  }
};

/** Total: refuses nothing, whatever the order. */
export const evolveConference = (
  state: ConferenceState,
  event: ConferenceEvent,
  at: Instant,
): ConferenceState => {
  if (event.type === 'ClockWentLive') return { ...state, clock: { mode: 'live' } };
  const changed = { ...state, ...(evolvePlan(state, event) ?? evolveDay(state, event, at)) };
  return {
    ...changed,
    phaseSince: changed.phase === state.phase ? state.phaseSince : at,
    clock: moveClock(state.clock, at),
    last: { at, event: event.type, personId: 'by' in event ? event.by.personId : null },
  };
};

/** False for news that the conference has heard, or that came too late to matter. */
export const isNewsOfConference = ({ papers }: ConferenceState, news: DraftNews): boolean => {
  const known = papers.find(({ draftId }) => draftId === news.draftId);
  if (!known) return true;
  if (known.phase === 'issued') return false;
  return known.phase !== news.phase || known.version !== news.version;
};

const AFTERWARDS: readonly ConferencePhase[] = ['ended', 'stopped'];

/** Nothing is left to be done; one that was called off ends when everybody invited knows. */
export const isConferenceOver = (state: ConferenceState): boolean =>
  AFTERWARDS.includes(state.phase) ||
  (state.phase === 'cancelled' &&
    state.toDrop.length === 0 &&
    (!wasAnnounced(state) || isIssued(state, 'conference-cancellation')));

/** Nothing is photographed before its day, nor of what was called off. */
export const hasTakenPlace = ({ phase, hasDayCome }: ConferenceState): boolean =>
  hasDayCome && phase !== 'cancelled';

/** The first moment of its day, where that has not come yet; null: nothing more is waited for. */
export const dayOfConference = ({ phase, hasDayCome, date }: ConferenceState): Instant | null =>
  !hasDayCome && (phase === 'planned' || phase === 'invited' || phase === 'postponed')
    ? `${date}T00:00:00+07:00`
    : null;

export type ConferenceStep = 'drop-drafts' | 'give-work' | 'end' | 'over' | 'wait';

/** What its state asks of the system; everything else is people's to do. */
export const nextStepOfConference = (state: ConferenceState): ConferenceStep => {
  if (state.toDrop.length > 0) return 'drop-drafts';
  if (isConferenceOver(state)) return 'over';
  if (state.phase !== 'minutes' || !isIssued(state, 'minutes')) return 'wait';
  if (!state.hasWorkGiven && state.minutes && state.minutes.work.length > 0) return 'give-work';
  return isStillAwaited(state) ? 'wait' : 'end';
};

export const plannedConference = (
  year: number,
  strand: YearStrand & { readonly kind: 'conference' },
  opened: Pick<ConferenceState, 'clock'> & { readonly openedAt: Instant },
): ConferenceState => ({
  ...strand.facts,
  year,
  conferenceId: strand.id,
  contentVersion: strand.contentVersion,
  clock: opened.clock,
  phase: 'planned',
  phaseSince: opened.openedAt,
  round: 1,
  hasDayCome: false,
  papers: [],
  toDrop: [],
  attendanceVersion: null,
  closedPoints: [],
  held: null,
  minutes: null,
  hasWorkGiven: false,
  awaited: [],
  endedStrands: [],
  reasonId: null,
  last: null,
});
