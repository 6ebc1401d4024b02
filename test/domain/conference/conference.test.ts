import { describe, expect, it } from 'vitest';
import type { Authority } from '../../../domain/authority.ts';
import {
  evolveConference,
  nextStepOfConference,
  plannedConference,
} from '../../../domain/conference/conference-evolve.ts';
import type {
  ConferenceCommand,
  ConferenceEvent,
  ConferenceState,
} from '../../../domain/conference/conference.ts';
import { applyConference, decideConference } from '../../../domain/conference/decide-conference.ts';
import type { DraftKind } from '../../../domain/paper-kind.ts';
import type { DraftPhase } from '../../../domain/draft.ts';
import { waitingInConference } from '../../../domain/waiting.ts';
import { COORDINATOR } from '../../support/actors.ts';
import { createStory } from '../../support/given.ts';

const DAY = '2024-04-17';
const LATER = '2024-04-24';
const facts = {
  date: DAY,
  secretaryId: 'secretary',
  wants: ['invitation', 'summons'],
  agenda: [1, 2],
} as const;
const SECRETARY: Authority = { ...COORDINATOR, personId: 'secretary', roleId: 'secretary' };

const FRESH: ConferenceState = plannedConference(
  2024,
  { kind: 'conference', id: 'launch', facts, contentVersion: 1 },
  { clock: { mode: 'live' }, openedAt: '2024-04-01T08:00:00+07:00' },
);

const given = createStory<ConferenceState, ConferenceCommand, ConferenceEvent>({
  fresh: FRESH,
  decide: decideConference,
  apply: applyConference,
  evolve: evolveConference,
});

const paper = (
  kind: DraftKind,
  phase: DraftPhase,
  draftId = `${kind}-2024-launch`,
): ConferenceEvent => ({
  type: 'ConferencePaperMoved',
  news: {
    draftId,
    kind,
    phase,
    version: 1,
    paperId: `${draftId}-v1`,
    issuedOn: phase === 'issued' ? '2024-04-10' : null,
    number: phase === 'issued' ? 62 : null,
  },
});
const planned = { type: 'ConferencePlanned', by: COORDINATOR } as const;
const called = [planned, paper('invitation', 'issued'), paper('summons', 'issued')];
const held = {
  type: 'ConferenceHeld',
  startedAt: `${DAY}T14:00:00+07:00`,
  endedAt: `${DAY}T16:00:00+07:00`,
  by: COORDINATOR,
} as const;
const postponed = {
  type: 'ConferencePostponed',
  contentVersion: 2,
  facts: { ...facts, date: LATER },
  reasonId: 'why',
  draftIds: [],
  by: COORDINATOR,
} as const;
const written = (more: Partial<ConferenceEvent & { type: 'MinutesWritten' }> = {}) =>
  ({ type: 'MinutesWritten', version: 1, work: [], awaited: [], by: SECRETARY, ...more }) as const;
const WORK = [{ assignmentId: 'KL-1', unitId: 'T-1', dueOn: LATER, contentVersion: 1 }];

const after = (...events: readonly ConferenceEvent[]): ConferenceState =>
  events.reduce((state, event) => evolveConference(state, event, `${DAY}T17:00:00+07:00`), FRESH);

describe('a conference is announced', () => {
  it('once every paper that asks somebody to come has been issued', () => {
    expect(after(planned, paper('invitation', 'issued')).phase).toBe('planned');
    expect(after(...called).phase).toBe('invited');
  });

  it('and waits for the coordinator while somebody has not been written to', () => {
    const waits = (state: ConferenceState) => waitingInConference(state).map(({ what }) => what);
    expect(waits(after(planned, paper('invitation', 'awaiting-approval')))).toEqual([
      'invite-conference',
    ]);
    expect(
      waits(after(planned, paper('invitation', 'approved'), paper('summons', 'approved'))),
    ).toEqual([]);
    expect(
      waits(after(planned, paper('invitation', 'approved'), paper('summons', 'dropped'))),
    ).toEqual(['invite-conference']);
  });

  it('and is put off, not changed, once its day was told to somebody', () => {
    given(called)
      .when({
        type: 'changeConference',
        contentVersion: 2,
        facts: { ...facts, date: LATER },
      })
      .thenRefuses('out-of-time', { phase: 'invited' });
  });
});

describe('a conference that is put off', () => {
  it('after invitations went out waits for new ones', () => {
    const state = after(...called, postponed);
    expect(state).toMatchObject({ phase: 'postponed', round: 2, date: LATER });
    expect(waitingInConference(state)).toMatchObject([
      { what: 'invite-conference', role: 'cycleCoordinator', until: LATER },
    ]);
  });

  it('is announced anew by the papers of the new day alone', () => {
    const again = [
      ...called,
      postponed,
      paper('invitation', 'issued', 'invitation-2024-launch-2'),
      paper('summons', 'issued', 'summons-2024-launch-2'),
    ];
    expect(after(...again.slice(0, -1)).phase).toBe('postponed');
    expect(after(...again).phase).toBe('invited');
  });

  it('before anybody was told is simply planned for another day', () => {
    expect(after(planned, postponed).phase).toBe('planned');
  });

  it('lets its drafts be dropped first', () => {
    const state = after(planned, { ...postponed, draftIds: ['invitation-2024-launch'] });
    expect(nextStepOfConference(state)).toBe('drop-drafts');
    expect(
      nextStepOfConference(
        evolveConference(state, { type: 'ConferenceDraftsDropped' }, DAY + 'T17:00:00+07:00'),
      ),
    ).toBe('wait');
  });
});

describe('a conference that is called off', () => {
  const cancelled = {
    type: 'ConferenceCancelled',
    reasonId: 'why',
    draftIds: [],
    by: COORDINATOR,
  } as const;

  it('is over at once where nobody had been told', () => {
    expect(nextStepOfConference(after(planned, cancelled))).toBe('over');
  });

  it('is over once the notice to everybody invited is issued', () => {
    expect(nextStepOfConference(after(...called, cancelled))).toBe('wait');
    const told = after(...called, cancelled, paper('conference-cancellation', 'issued'));
    expect(nextStepOfConference(told)).toBe('over');
  });

  it('is not called off any more once it was held', () => {
    given([...called, held])
      .when({ type: 'cancelConference', reasonId: 'why', draftIds: [] })
      .thenRefuses('out-of-time', { phase: 'held' });
  });
});

const AFTERWARDS = { now: `${DAY}T16:30:00+07:00` };

describe('the day of the conference', () => {
  const hold = (startedAt: string, endedAt: string) => ({
    type: 'holdConference' as const,
    startedAt,
    endedAt,
  });

  it('is recorded when it is over', () => {
    given(called)
      .when(hold(`${DAY}T14:00:00+07:00`, `${DAY}T16:00:00+07:00`), AFTERWARDS)
      .then([held]);
  });

  it.each([
    ['before its day', '2024-04-16T14:00:00+07:00', '2024-04-16T16:00:00+07:00', '/startedAt'],
    ['that ends before it begins', `${DAY}T14:00:00+07:00`, `${DAY}T13:00:00+07:00`, '/endedAt'],
    ['that is not over yet', `${DAY}T14:00:00+07:00`, `${DAY}T18:00:00+07:00`, '/endedAt'],
  ])('is not recorded as one %s', (_, startedAt, endedAt, place) => {
    given(called)
      .when(hold(startedAt, endedAt), AFTERWARDS)
      .thenRefuses('impossible-date', {}, place);
  });

  it('is waited for from that day on, by the coordinator', () => {
    expect(waitingInConference(after(...called))).toEqual([]);
    expect(waitingInConference(after(...called, { type: 'ConferenceDayCame' }))).toMatchObject([
      { what: 'record-conference', role: 'cycleCoordinator', since: `${DAY}T00:00:00+07:00` },
    ]);
  });

  it('has no attendance before it', () => {
    given(called)
      .when({ type: 'recordAttendance', version: 1 }, { now: '2024-04-16T09:00:00+07:00' })
      .thenRefuses('impossible-date', { expected: `>= ${DAY}` });
  });

  it('closes only points that the programme has', () => {
    given(called)
      .when(
        { type: 'closeAgendaPoint', ordinal: 9, outcomeVersion: null },
        { now: `${DAY}T16:30:00+07:00` },
      )
      .thenRefuses('unknown-reference', { given: 9 }, '/ordinal');
  });
});

describe('minutes', () => {
  it('are waited for from the secretary, until they are on their way', () => {
    expect(waitingInConference(after(...called, held))).toMatchObject([
      { what: 'write-minutes', personId: 'secretary' },
    ]);
    expect(waitingInConference(after(...called, held, written()))).toMatchObject([
      { what: 'submit-minutes', personId: 'secretary' },
    ]);
    expect(
      waitingInConference(after(...called, held, written(), paper('minutes', 'approved'))),
    ).toEqual([]);
  });

  it('do not change while they are being signed, nor does what they tell', () => {
    const onTheirWay = [...called, held, written(), paper('minutes', 'approved')];
    given(onTheirWay)
      .when({ type: 'writeMinutes', version: 2, work: [], awaited: [] })
      .thenRefuses('out-of-time');
    given(onTheirWay)
      .when({ type: 'recordAttendance', version: 2 }, { now: `${LATER}T08:00:00+07:00` })
      .thenRefuses('out-of-time');
  });

  it('give their work once they are issued, and then the conference ends', () => {
    const issued = [...called, held, written({ work: WORK }), paper('minutes', 'issued')];
    expect(nextStepOfConference(after(...issued.slice(0, -1)))).toBe('wait');
    expect(nextStepOfConference(after(...issued))).toBe('give-work');
    expect(nextStepOfConference(after(...issued, { type: 'ConclusionWorkGiven' }))).toBe('end');
  });

  it('end the conference only when the pledge that was signed there has ended', () => {
    const pledge = { kind: 'assignment', id: 'pledge-2024' } as const;
    const issued = [...called, held, written({ awaited: [pledge] }), paper('minutes', 'issued')];
    expect(nextStepOfConference(after(...issued))).toBe('wait');
    const ended = { type: 'ConferenceStrandEnded', ...pledge, how: 'done' } as const;
    expect(nextStepOfConference(after(...issued, ended))).toBe('end');
  });
});
