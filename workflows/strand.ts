import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  patched,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { UpdateDefinition } from '@temporalio/common';
import { momentOf, type CycleClock } from '../domain/cycle-clock.ts';
import { DomainError } from '../domain/errors.ts';
import { instantOf, type Instant } from '../domain/local-date.ts';
import { projectEvents } from './activity-proxies.ts';
import type {
  ActReceipt,
  Carried,
  RecordedEvent,
  StrandEvents,
  StrandKind,
  StrandStates,
} from './contract.ts';

interface Command {
  readonly actId: string;
  readonly occurredAt: Instant | null;
}

interface Rules<S, C, E> {
  readonly decide: (state: S, command: C, now: Instant) => void;
  readonly apply: (command: C, at: Instant) => E;
  readonly evolve: (state: S, event: E, at: Instant) => S;
  /** What time itself brought by that moment, recorded before what a person did then. */
  readonly passedBy?: (
    state: S,
    at: Instant,
  ) => readonly { readonly event: E; readonly at: Instant }[];
}

interface StrandStart<K extends StrandKind, S> {
  readonly kind: K;
  readonly officeId: string;
  readonly year: number;
  readonly continueAfterEvents: number;
  readonly carried: Carried<S, StrandEvents[K]> | null;
  readonly fresh: S;
}

/** The workflow's own time, the same on replay. */
export const now = (): Instant => instantOf(Date.now());

// In a validator any error refuses; only an ApplicationFailure keeps code, place and details.
const refusal = (error: unknown): unknown =>
  error instanceof DomainError
    ? ApplicationFailure.nonRetryable(error.message, error.code, {
        place: error.place,
        details: error.details,
      })
    : error;

/**
 * What every workflow here shares: a state that only recorded events change, receipts by act id (so
 * that a repeated act is answered, across continue-as-new too), and events waiting to be projected.
 */
export function openStrand<
  K extends StrandKind,
  S extends StrandStates[K] & { readonly clock: CycleClock },
  C extends Command,
>(start: StrandStart<K, S>, rules: Rules<S, C, StrandEvents[K]>) {
  type E = StrandEvents[K];
  // A run that an earlier release handed on lacks the fields that have come since.
  let state: S = { ...start.fresh, ...start.carried?.state };
  let seq = start.carried?.seq ?? 0;
  const firstSeq = seq;
  const receipts: Record<string, ActReceipt> = { ...start.carried?.receipts };
  let unprojected: readonly RecordedEvent<E>[] = start.carried?.unprojected ?? [];
  // Asked once, as the run begins: within a report's handler the answer would stand in the history at a
  // place that depends on what came beside the report.
  const passesTimeFirst = patched('time-before-reports');

  const record = (event: E, at: Instant, actId: string | null = null): ActReceipt => {
    seq += 1;
    state = rules.evolve(state, event, at);
    unprojected = [...unprojected, { seq, at, enteredAt: now(), actId, event }];
    const receipt = { seq, at };
    if (actId !== null) receipts[actId] = receipt;
    return receipt;
  };

  const passTime = (at: Instant): void => {
    for (const passed of rules.passedBy?.(state, at) ?? []) record(passed.event, passed.at);
  };

  const accept = (command: C): ActReceipt => {
    const earlier = receipts[command.actId];
    if (earlier) return earlier;
    const at = momentOf(state.clock, command.occurredAt, now());
    passTime(at);
    return record(rules.apply(command, at), at, command.actId);
  };

  const validate = (command: C): void => {
    if (receipts[command.actId]) return;
    try {
      rules.decide(state, command, now());
    } catch (error) {
      throw refusal(error);
    }
  };

  return {
    state: (): S => state,
    seq: (): number => seq,
    record,
    /** What another strand tells, after what time had brought by then. */
    recordReport: (event: E, at: Instant): void => {
      // In 0.1.0 time was passed after it, later runs asked here; histories of then must replay.
      if (passesTimeFirst || patched('deadlines-before-reports')) passTime(at);
      record(event, at);
    },
    /** Now, or the clock of a year that is being entered. */
    moment: (): Instant => momentOf(state.clock, null, now()),
    /** Records what time brought: up to now, or up to the clock of a year that is being entered. */
    passTime: (): void => {
      passTime(momentOf(state.clock, null, now()));
    },
    answer: (update: UpdateDefinition<ActReceipt, [C]>): void => {
      setHandler(update, accept, { validator: validate });
    },
    hasUnprojected: (): boolean => unprojected.length > 0,

    /** Hands every event recorded so far to the read model; events recorded meanwhile follow. */
    async project(): Promise<void> {
      while (unprojected.length > 0) {
        const events = unprojected;
        await projectEvents({
          officeId: start.officeId,
          year: start.year,
          workflowId: workflowInfo().workflowId,
          kind: start.kind,
          seq,
          state,
          events,
        });
        unprojected = unprojected.filter((row) => !events.includes(row));
      }
    },

    shouldContinueAsNew: (): boolean =>
      start.continueAfterEvents > 0
        ? seq - firstSeq >= start.continueAfterEvents
        : workflowInfo().continueAsNewSuggested,

    /** To be awaited by the main function, never by a handler, right before continue-as-new. */
    async carry(): Promise<Carried<S, E>> {
      await condition(allHandlersFinished);
      return { state, seq, receipts, unprojected };
    },
  };
}
